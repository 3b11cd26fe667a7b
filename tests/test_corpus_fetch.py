import gzip

import pytest
from web import Page, serving

from corpus.address import checked_url, known_as, public_address
from corpus.errors import QuothError
from corpus.fetch import AGENT, LARGEST, Visitor


@pytest.fixture
def web():
    with serving() as server:
        yield server


def test_a_page_comes_with_what_the_next_request_needs(web):
    url = web.serve("/a", "words", ETag='"1"', Last_Modified="Tue, 04 Mar 2031 09:00:00 GMT")
    visitor = Visitor(private=True)
    fetched = visitor.fetch(url)
    assert (fetched.url, fetched.body, fetched.content_type) == (url, b"words", "text/html; charset=utf-8")
    assert visitor.fetch(url, fetched.etag, fetched.modified) is None
    asked = dict(web.asked[-1][1])
    assert (asked["user-agent"], asked["if-none-match"]) == (AGENT, '"1"')
    assert asked["if-modified-since"] == "Tue, 04 Mar 2031 09:00:00 GMT"
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a", "/a"]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2130706433", "0x7f000001",
     "localhost"],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    with pytest.raises(QuothError, match=r"not a public address|no address"):
        public_address(address, 80, private=False)


def test_a_public_address_is_let_through():
    assert public_address("93.184.216.34", 80, private=False) == "93.184.216.34"


def test_without_the_switch_loopback_is_refused_before_anything_is_asked(web):
    with pytest.raises(QuothError, match=r"127\.0\.0\.1 is at 127\.0\.0\.1, which is not a public address"):
        Visitor().fetch(web.serve("/a", "words"))
    assert web.asked == []


def test_a_name_is_resolved_once_and_the_checked_address_is_the_one_connected_to(web, monkeypatch):
    def resolve(host, port, *_, **__):
        resolved.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    resolved = []
    monkeypatch.setattr("corpus.address.socket.getaddrinfo", resolve)
    url = web.serve("/a", "words").replace("127.0.0.1", "brae.example")
    assert Visitor(private=True).fetch(url).body == b"words"
    assert resolved == ["brae.example", "127.0.0.1"] * 2  # for robots.txt and for the page: looked up, then connected
    assert web.asked[-1][1]["host"].startswith("brae.example:")


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "https://user:secret@a.example/", "http://a.example:99999/",
     "http://[::1", "javascript://a.example/"],
)  # fmt: skip
def test_what_is_no_url_to_fetch(url):
    with pytest.raises(QuothError) as caught:
        checked_url(url)
    assert "secret" not in str(caught.value)


def test_redirects_are_followed_and_each_is_checked_again(web, monkeypatch):
    end = web.serve("/end", "words")
    assert Visitor(private=True).fetch(web.redirect("/start", "/end")).url == end
    with pytest.raises(QuothError, match="not an http"):
        Visitor(private=True).fetch(web.redirect("/file", "file:///etc/passwd"))
    with pytest.raises(QuothError, match="more than 5 times"):
        Visitor(private=True).fetch(web.redirect("/circle", "/circle"))

    def resolve(host, port, **_):
        return [(2, 1, 6, "", ("93.184.216.34" if host == "public.example" else "10.0.0.1", port))]

    monkeypatch.setattr("corpus.address.socket.getaddrinfo", resolve)
    with pytest.raises(QuothError, match=r"inside\.example is at 10\.0\.0\.1"):
        public_address("inside.example", 80, private=False)


def test_a_redirect_to_a_private_address_is_refused(web, monkeypatch):
    """The first host counts as public here; the second one, by its real address, does not."""
    from corpus import fetch

    def first_is_public(host, port, *, private):
        return "127.0.0.1" if host == "public.example" else public_address(host, port, private=private)

    monkeypatch.setattr(fetch, "public_address", first_is_public)
    monkeypatch.setattr(fetch, "PAUSE", 0.0)
    secret = web.serve("/secret", "words")
    url = web.redirect("/start", secret).replace("127.0.0.1", "public.example")
    with pytest.raises(QuothError, match="not a public address"):
        Visitor().fetch(url)
    assert "/secret" not in [path for path, _ in web.asked]


def test_robots_are_respected(web):
    web.serve("/robots.txt", "User-agent: *\nDisallow: /inside/\n", "text/plain")
    visitor = Visitor(private=True)
    with pytest.raises(QuothError, match=r"robots\.txt"):
        visitor.fetch(web.serve("/inside/a", "words"))
    assert visitor.fetch(web.serve("/a", "words")).body == b"words"
    web.pages["/robots.txt"] = Page(status=503)
    with pytest.raises(QuothError, match="503"):
        Visitor(private=True).fetch(web.url + "/a")


def test_a_page_that_unpacks_to_more_than_the_limit_is_refused(web):
    bomb = gzip.compress(b"\0" * (LARGEST + 1))
    assert len(bomb) < 100_000
    with pytest.raises(QuothError, match="more than 16 MiB"):
        Visitor(private=True).fetch(web.serve("/bomb", bomb, Content_Encoding="gzip"))
    assert Visitor(private=True).fetch(web.serve("/small", gzip.compress(b"ok"), Content_Encoding="gzip")).body == b"ok"
    with pytest.raises(QuothError, match="compressed by br"):
        Visitor(private=True).fetch(web.serve("/br", b"x", Content_Encoding="br"))


def test_what_is_not_there(web):
    with pytest.raises(QuothError, match="answered 404"):
        Visitor(private=True).fetch(web.url + "/nowhere")
    with pytest.raises(QuothError, match="cannot be read"):
        Visitor(private=True).fetch("http://127.0.0.1:1/")


def test_one_address_is_written_one_way():
    assert known_as("HTTPS://Notes.Example:443/quay?utm_source=x&a=1#top") == "https://notes.example/quay?a=1"
    assert known_as("http://notes.example") == "http://notes.example/"
    assert known_as("http://notes.example:8080/a?b=%20") == "http://notes.example:8080/a?b=%20"
    assert known_as("tag:notes.example,2031:post-1#2") == "tag:notes.example,2031:post-1#2"
