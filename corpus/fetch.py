"""Fetching a page or feed: bounded in size and time, from public addresses only, as a polite visitor."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from corpus.address import PORTS, checked_url, public_address
from corpus.errors import QuothError

if TYPE_CHECKING:
    import httpx

AGENT: Final = "quoth/0.1 (reads articles that its user adds)"
LARGEST: Final = 16 << 20
"""Bytes, after decompressing."""
LONGEST: Final = 30.0
"""Seconds for one page with its redirects."""
WAIT: Final = 10.0
"""Seconds without a sign of life."""
REDIRECTS: Final = 5
PAUSE: Final = 1.0
"""Seconds between two requests to one host."""
SAVE_IT: Final = "save the page in a browser and add the file"
ROBOTS: Final = 512 << 10
"""Bytes of robots.txt that are read."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back."""

    url: str
    """After redirects."""
    body: bytes
    content_type: str
    """Lower case, as sent; may be empty."""
    etag: str | None = None
    modified: str | None = None


class Visitor:
    """Fetches pages; keeps what the robots.txt of each host said, and when each host was last asked."""

    def __init__(self, *, private: bool = False) -> None:
        """*private*: addresses of this machine and its network may be asked too."""
        self._private = private
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched | None:
        """Return what is at *url*; None when it is as it was at the time of *etag* or *modified*.

        Raises:
            QuothError: the URL may not be fetched, or the page did not come in time, in size, or at all.
        """
        deadline = time.monotonic() + LONGEST
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        place = url
        for _ in range(REDIRECTS + 1):
            self._respect_robots(place, deadline)
            answer = self._ask(place, headers, deadline, LARGEST)
            if answer.status == 304 and headers:
                return None
            if answer.status in {301, 302, 303, 307, 308} and answer.location:
                place = checked_url(urljoin(place, answer.location))
                continue
            if answer.status != 200:
                raise QuothError(f"{place} answered {answer.status}", hint="open it in a browser")
            return Fetched(place, answer.body, answer.content_type, answer.etag, answer.modified)
        raise QuothError(f"{url} redirects more than {REDIRECTS} times", hint="name the page it leads to")

    def _respect_robots(self, url: str, deadline: float) -> None:
        parts = urlsplit(checked_url(url))
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site, deadline)
        if not self._robots[site].can_fetch("quoth", url):
            raise QuothError(f"the robots.txt of {parts.netloc} does not allow {url}", hint=SAVE_IT)

    def _read_robots(self, site: str, deadline: float) -> RobotFileParser:
        rules, place = RobotFileParser(), f"{site}/robots.txt"
        for _ in range(REDIRECTS + 1):
            answer = self._ask(place, {}, deadline, ROBOTS, cut=True)
            if answer.status in {301, 302, 303, 307, 308} and answer.location:
                place = checked_url(urljoin(place, answer.location))
                continue
            if answer.status >= 500:
                raise QuothError(
                    f"{place} answered {answer.status}, so nothing there may be read", hint="try again later"
                )
            rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
            return rules
        raise QuothError(f"{place} redirects more than {REDIRECTS} times", hint=SAVE_IT)

    def _ask(self, url: str, headers: dict[str, str], deadline: float, limit: int, *, cut: bool = False) -> _Answer:
        """Ask for *url* at an address that was checked, and connect to no other one."""
        import httpx

        try:
            asked = httpx.URL(url)
            host, site = asked.raw_host.decode(), asked.netloc.decode()
            address = public_address(host, asked.port or PORTS[asked.scheme], private=self._private)
            self._pause(host, deadline)
            sent = {"Host": site, "User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
            pinned, named = asked.copy_with(host=address), {"sni_hostname": host}
            wait = min(WAIT, max(0.1, deadline - time.monotonic()))
            with (
                httpx.Client(trust_env=False, follow_redirects=False, timeout=wait) as client,
                client.stream("GET", pinned, headers=sent, extensions=named) as response,
            ):
                return _Answer.of(response, _body(response, url, deadline, limit, cut=cut))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, zlib.error) as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise QuothError(f"{url} cannot be read: {reason}", hint="check the URL and the network") from error

    def _pause(self, host: str, deadline: float) -> None:
        wait = self._asked.get(host, 0.0) + PAUSE - time.monotonic()
        if wait > 0 and not self._private:
            time.sleep(min(wait, max(0.0, deadline - time.monotonic())))
        self._asked[host] = time.monotonic()


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    content_type: str
    location: str | None
    etag: str | None
    modified: str | None

    @classmethod
    def of(cls, response: httpx.Response, body: bytes) -> _Answer:
        get = response.headers.get
        kind = (get("content-type") or "").lower()
        return cls(response.status_code, body, kind, get("location"), get("etag"), get("last-modified"))


def _body(response: httpx.Response, url: str, deadline: float, limit: int, *, cut: bool) -> bytes:
    """Return the body, decompressed by as much as *limit* allows; *cut* drops what is beyond it."""
    encoding = (response.headers.get("content-encoding") or "identity").lower()
    if encoding not in {"gzip", "x-gzip", "identity"}:
        raise QuothError(f"{url} is compressed by {encoding}, which was not asked for", hint=SAVE_IT)
    unpack = zlib.decompressobj(wbits=31) if encoding != "identity" else None
    body = bytearray()
    for chunk in response.iter_raw():
        body += unpack.decompress(chunk, limit + 1 - len(body)) if unpack else chunk
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise QuothError(f"{url} has more than {limit >> 20} MiB", hint="save the article in it as text")
        if time.monotonic() > deadline:
            raise QuothError(f"{url} takes longer than {LONGEST:.0f} seconds", hint="try again later")
    return bytes(body)
