"""Addresses on the web: which may be fetched, and how one page's is written one way."""

from __future__ import annotations

import socket
from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from corpus.errors import QuothError

TRACKING: Final = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "yclid")
PORTS: Final = {"http": 80, "https": 443}


def checked_url(url: str) -> str:
    """Return *url* when it is one that may be asked for.

    Raises:
        QuothError: it is not http or https, has no host, or holds a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise QuothError(f"{url!r} is not a URL", hint="write it as https://example.org/page") from error
    if parts.scheme.lower() not in PORTS or not parts.hostname or port == 0:
        raise QuothError(f"{url!r} is not an http or https URL", hint="only pages on the web can be fetched")
    if parts.username is not None or parts.password is not None:
        raise QuothError(f"the URL of {parts.hostname} holds a user name", hint="only public pages can be fetched")
    return url


def public_address(host: str, port: int, *, private: bool) -> str:
    """Return the address of *host* to connect to; *private* lets addresses of this machine and network through.

    Every address that the name has must be public, because a name may have one of each.

    Raises:
        QuothError: the name has no address, or one that is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise QuothError(f"{host} has no address", hint="check the URL and the network") from error
    addresses = list(dict.fromkeys(str(item[4][0]) for item in found))
    for address in addresses:
        if not private and not _is_public(address):
            raise QuothError(
                f"{host} is at {address}, which is not a public address", hint="only pages on the web can be fetched"
            )
    return addresses[0]


def _is_public(address: str) -> bool:
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        nat64 = ip_address(int(ip) & 0xFFFFFFFF) if int(ip) >> 32 == 0x0064FF9B << 64 else None
        if (inner or nat64) and not _is_public(str(inner or nat64)):
            return False
    return ip.is_global and not ip.is_multicast


def known_as(url: str) -> str:
    """Return *url* as an article is known by it: without fragment, default port, and parameters that only count.

    What is not written as a URL, such as the id of a feed's entry, stays as it is.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in PORTS:
        return url
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    place = host if port in {None, PORTS.get(scheme)} else f"{host}:{port}"
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in asked if not key.startswith(TRACKING)]
    return urlunsplit((scheme, place, parts.path or "/", parts.query if kept == asked else urlencode(kept), ""))
