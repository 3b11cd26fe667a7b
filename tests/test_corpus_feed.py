import pytest
from conftest import DATA
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.article import Post
from corpus.errors import QuothError
from corpus.feed import MOST, read_feed
from corpus.kinds import read_document
from corpus.mail import is_mail, read_mail
from corpus.quoted_lines import read_quoted_lines
from corpus.read import read_text

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Brae Notes</title><language>en-gb</language>
 {}</channel></rss>"""
ITEM = """<item><title>A quay</title><link>https://notes.example/quay</link><author>a@b.example (Ann Lee)</author>
 <pubDate>Tue, 04 Mar 2031 23:30:00 -0500</pubDate><category>port</category>
 <content:encoded><![CDATA[<p>The quay opened.</p>
 <blockquote cite="https://paper.example/"><p>It cost a lot.</p></blockquote>]]>
 </content:encoded></item>"""
BLOGGER = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"><title>B</title>
 {}</feed>"""
MAIL = b"""From: Ann Lee <ann@notes.example>
To: reader@notes.example
Subject: =?utf-8?q?A_quay_=E2=80=93_open?=
Date: Tue, 04 Mar 2031 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain

plain
--c
Content-Type: text/html; charset=utf-8

<p>The quay opened.</p><blockquote cite="https://paper.example/"><p>It cost a lot.</p></blockquote>
--c--
--b
Content-Type: image/png
Content-Disposition: attachment; filename="../../x.png"

x
--b--
"""


def feed(text, url=None):
    return read_feed(text.encode(), name="feed.xml", url=url)


def entry(kind, extra=""):
    return (
        f'<entry><id>{kind}{len(extra)}</id><category scheme="http://schemas.google.com/g/2005#kind"'
        f' term="http://schemas.google.com/blogger/2008/kind#{kind}"/><title>T</title>{extra}'
        '<content type="html">&lt;p&gt;The quay opened.&lt;/p&gt;</content></entry>'
    )


def test_an_item_with_its_quotation_and_what_the_feed_says_of_it():
    batch = feed(RSS.format(ITEM), "https://notes.example/feed")
    (found,) = batch.found
    assert found.text == "The quay opened.\nIt cost a lot."
    assert [found.text[item.start : item.end] for item in found.quoted] == ["It cost a lot."]
    assert found.origin == "https://notes.example/quay"
    assert found.post == Post(
        "A quay", "Ann Lee", "2031-03-04", "https://notes.example/quay", "en", tags=("port",)
    )  # fmt: skip
    assert batch.skipped == {}


def test_a_feed_cannot_claim_an_address_of_another_site():
    (found,) = feed(RSS.format(ITEM), "https://other.example/feed").found
    assert found.origin.startswith("https://other.example/feed ")


def test_posts_of_a_blogger_export_and_nothing_else():
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    kinds = [entry("post"), entry("post", draft), entry("comment"), entry("settings"), entry("template"), entry("page")]
    batch = feed(BLOGGER.format("".join(kinds)))
    assert len(batch.found) == 1
    assert batch.skipped == {"draft": 1, "comment": 1, "settings": 1, "template": 1, "page": 1}


def test_posts_of_a_wordpress_export_and_nothing_else():
    def item(kind, status, extra=""):
        known = f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>{extra}"
        return ITEM.replace("</item>", f"{known}</item>").replace("/quay<", f"/{kind}-{status}{len(extra)}<")

    comment = "<wp:comment><wp:comment_content>No.</wp:comment_content></wp:comment>"
    locked = "<wp:post_password>x</wp:post_password>"
    items = [item("post", "publish", comment), item("post", "draft"), item("post", "private")]
    items += [item("page", "publish"), item("attachment", "inherit"), item("post", "publish", locked)]
    batch = feed(RSS.format("".join(items)))
    assert len(batch.found) == 1
    assert batch.skipped == {
        "comment": 1, "draft": 1, "private": 1, "page": 1, "attachment": 1, "behind a password": 1
    }  # fmt: skip


def test_two_posts_with_one_link_are_told_apart():
    batch = feed(RSS.format(ITEM + ITEM.replace("A quay", "Another")))
    assert [item.origin for item in batch.found] == [
        "https://notes.example/quay A quay",
        "https://notes.example/quay Another",
    ]


def test_entries_without_id_link_and_title_are_told_apart():
    nameless = "".join(f"<item><description>It rained on {day}.</description></item>" for day in ("Monday", "Friday"))
    assert len({item.origin for item in feed(RSS.format(nameless)).found}) == 2


def test_the_real_exports():
    folder = DATA / "blogger_samples"
    if not folder.is_dir():
        pytest.skip(f"the real exports are not here: {folder}")
    exports = {path.stem: read_feed(path.read_bytes(), name=path.name, url=None) for path in folder.rglob("*.xml")}
    assert {name: len(batch.found) for name, batch in exports.items()} == {"bloggerexport": 1, "wordpressexport": 7}
    assert exports["bloggerexport"].skipped == {"settings": 58, "template": 1, "draft": 1, "page": 2, "comment": 1}


def test_a_feed_of_50_000_entries_is_taken_up_to_the_limit():
    small = "<item><title>T</title><guid>{0}</guid><description>It rained. {0}</description></item>"
    batch = feed(RSS.format("".join(small.format(number) for number in range(MOST + 500))))
    assert len(batch.found) == MOST
    assert batch.skipped == {"more than one feed may bring": 500}


@pytest.mark.parametrize(
    "source",
    [
        "",
        "words",
        "<html><body>words</body></html>",
        "<rss",
        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
            f"<!ENTITY a{n} '{('&a' + (str(n - 1) if n else '') + ';') * 10}'>" for n in range(9)
        ) + "]><l>&a8;</l>",
    ],
)  # fmt: skip
def test_what_is_no_feed(source):
    with pytest.raises(QuothError):
        feed(source)


def test_entities_that_blow_up_or_read_files_bring_nothing():
    bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY a{n} '{('&a' + (str(n - 1) if n else '') + ';') * 10}'>" for n in range(9)
    )
    inside = RSS.format(ITEM.replace("A quay", "&a8;").replace("The quay opened.", "&x;"))
    source = inside.replace(
        '<?xml version="1.0"?>', f"<?xml version='1.0'?>{bomb}<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    )
    try:
        found = feed(source).found
    except QuothError:
        return
    assert all(len(item.text) + len(item.post.title or "") < 1000 and "root:" not in item.text for item in found)


@example(b">")
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    for name in ("a", "a.txt", "a.html", "a.xml", "a.eml"):
        try:
            batch = read_document(data, name=name)
        except QuothError:
            continue
        assert all(item.text.strip() for item in batch.found)


PIECES = st.sampled_from([
    "<item>", "</item>", "<title>", "</title>", "<description>", "&lt;p&gt;", "x", "&amp;", "&#0;", "<![CDATA[", "]]>",
    "<link>", "<guid>a</guid>", "<pubDate>soon</pubDate>", "\x00", "é",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_feed_is_read_or_refused(source):
    try:
        batch = feed(RSS.format(source))
    except QuothError:
        return
    assert all(item.text.strip() and item.origin for item in batch.found)


def test_a_newsletter():
    assert is_mail(MAIL)
    batch = read_mail(MAIL, name="/mail/a.eml")
    (found,) = batch.found
    assert found.text == "The quay opened.\nIt cost a lot."
    assert [found.text[item.start : item.end] for item in found.quoted] == ["It cost a lot."]
    assert found.post == Post("A quay – open", "Ann Lee", "2031-03-04")
    assert batch.skipped == {"attachment": 1}


def test_a_text_that_begins_like_a_header_is_no_mail():
    assert not is_mail(b"Subject: matter of the quay\nIt opened.")
    assert not is_mail(b"It opened.\nFrom: nobody")


def test_quoted_lines_lose_their_sign_and_keep_their_meaning():
    text, quoted = read_quoted_lines("I read:\n> It cost a lot.\n> > Twice.\n\nSo it did.\n>")
    assert text == "I read:\nIt cost a lot.\nTwice.\n\nSo it did.\n"
    assert [text[item.start : item.end] for item in quoted] == ["It cost a lot.\nTwice."]


def test_front_matter_that_unfolds_without_end_is_refused():
    levels = "".join(f", &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 12))
    for field in ("tags", "title"):
        with pytest.raises(QuothError, match="nested"):
            read_text(f"---\n{field}: [&b0 [x, x]{levels}]\n---\nwords", name="a.md")


def test_front_matter_is_taken_word_for_word():
    post = read_text(
        "---\ntitle: No\nauthor: [Ann Lee, Jo Park]\npublished: 2031-03-04T10:00:00+99:00\ntags: 12:30, 1e3\n---\nx",
        name="a.md",
    ).post
    assert post == Post("No", "Ann Lee, Jo Park", "2031-03-04", tags=("12:30", "1e3"))
    assert read_text("---\ntitle: !!timestamp x\nauthor: null\n---\nx", name="a.md").post == Post("x")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_front_matter_nested_deeper_than_python_counts_is_refused(opening):
    with pytest.raises(QuothError, match="front matter"):
        read_text(f"---\ntitle: x\ntags: {opening * 50_000}\n---\nwords", name="a.md")


def test_front_matter_that_tries_to_run_code_is_refused():
    with pytest.raises(QuothError, match="front matter"):
        read_text("---\ntitle: !!python/object/apply:os.system ['touch /tmp/x']\n---\nx", name="a.md")


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"\0" * 50, b"\x1f\x8b\x08" + b"x" * 50, b"%PDF-1.7"])
def test_archives_are_refused_unopened(data):
    for name in ("a.txt", "a.html", "a.xml", "a.eml", "stdin"):
        with pytest.raises(QuothError, match="is not text"):
            read_document(data, name=name)


def test_a_page_of_100_megabytes_is_refused():
    with pytest.raises(QuothError, match="MiB"):
        read_document(b"<html>" + b"x" * (100 << 20), name="a.html")
