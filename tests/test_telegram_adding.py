"""Articles that a maintainer gives to the running bot: by link and by file."""

import pytest
import web
from bot_process import running_bot
from botapi_server import BotApiServer

from bot import texts

ADMIN = 99
STORY = "The ferry to Ostrava Bay sails on Mondays, and it takes forty lorries and their drivers across the water."
PAGE = f"""<html lang="en"><head><title>A late post</title><meta name="author" content="Ona Vell"></head>
<body><article><h1>A late post</h1><p>{STORY}</p><p>{STORY.replace("Mondays", "Fridays")}</p></article></body></html>"""
FEED = """<rss version="2.0"><channel><title>Port notes</title>{items}</channel></rss>"""
ITEM = "<item><title>Note {n}</title><guid>note-{n}</guid><description>Lorry {n} waits.{pad}</description></item>"


@pytest.fixture(scope="module")
def server():
    with BotApiServer() as started:
        yield started


@pytest.fixture(scope="module")
def bot(home, server, tmp_path_factory):
    settings = {"telegram_admins": ADMIN, "fetch_private": True}
    with running_bot(home, server, tmp_path_factory.mktemp("adding"), **settings) as process:
        yield process


@pytest.fixture
def site():
    with web.serving() as served:
        yield served


pytestmark = pytest.mark.usefixtures("bot")


def said(server):
    return server.wait()[0]["text"]


def test_without_a_link_it_says_what_it_takes(server):
    server.say("/add", ADMIN)
    assert said(server).endswith("/add https://example.org/page")


def test_another_text_under_the_same_name_is_said_to_take_its_place(server):
    for said_so, post in (("Added ", b"The pier of Brae creaks."), ("in the place of", b"The quay of Brae is dry.")):
        server.send_file("note.txt", post, ADMIN)
        assert said_so in said(server)


def test_a_link_is_read_added_once_and_quoted_after_the_next_index(server, site):
    link = site.serve("/late", PAGE)
    for first_word in ("Added ", "This article, "):
        server.say(f"/add {link}", ADMIN)
        assert said(server) == texts.READING.format(link=link)
        assert said(server).startswith(first_word)
    server.say("/reindex", ADMIN)
    assert said(server) == texts.REINDEXING
    while not server.wait_edit()[0]["text"].startswith("Published generation"):
        pass
    server.say("When does the ferry to Ostrava Bay sail?", 70)
    assert "The ferry to Ostrava Bay sails on Mondays" in said(server)


def test_a_feed_names_a_few_and_counts_the_others(server, site):
    items = "".join(ITEM.format(n=number, pad=" It has waited for long." * 80) for number in range(7))
    link = site.serve("/feed", FEED.format(items=items), "application/rss+xml")
    server.say(f"/add {link}", ADMIN)
    said(server)
    lines = said(server).splitlines()
    assert [line.split()[0] for line in lines] == ["Added"] * 5 + ["And"]
    assert lines[-1] == texts.MORE_ADDED.format(number=2)


def test_a_link_that_cannot_be_read_is_one_line_and_a_way_out(server, site):
    for link in (f"{site.url}/nothing", "ftp://example.org/a", "file:///etc/passwd"):
        server.say(f"/add {link}", ADMIN)
        said(server)
        text = said(server)
        assert text.startswith("That failed: ")
        assert "Traceback" not in text


def test_a_page_sent_as_a_file(server):
    server.send_file("late.html", PAGE.replace("Ostrava", "Kessel").encode(), ADMIN)
    assert said(server).startswith("Added ")


def test_others_get_no_answer_to_it(server, site):
    server.say(f"/add {site.serve('/secret', PAGE)}", 70)
    assert said(server) == texts.QUESTION_REFUSED
    assert site.asked == []
