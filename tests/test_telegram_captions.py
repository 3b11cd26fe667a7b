"""Pictures: the words below one count, and an album without words is refused once."""

import pytest
from bot_process import running_bot
from botapi_server import BotApiServer
from botapi_world import written

from bot import texts

QUESTION = "When does the toll begin?"
DAY = "The toll begins on the first of May."


@pytest.fixture(scope="module")
def server():
    with BotApiServer() as started:
        yield started


@pytest.fixture(scope="module")
def bot(home, server, tmp_path_factory):
    with running_bot(home, server, tmp_path_factory.mktemp("captions")) as process:
        yield process


pytestmark = pytest.mark.usefixtures("bot")


def send(server, chat=7, caption="", **more):
    photo = {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]}
    return server._write(photo | more | (written(caption, "caption") if caption else {}), chat, 7)


def test_a_question_below_a_picture_is_answered_also_after_an_edit(server):
    sent = send(server, caption=QUESTION)
    assert server.wait()[0]["text"].startswith(DAY)
    server.edit(sent, "Who is Davor Kest?")
    assert "Kest" in server.wait_edit()[0]["text"]


def test_in_a_group_a_picture_is_meant_where_its_words_mention_the_bot(server):
    server.group(-170, privacy=False)
    send(server, -170, QUESTION)
    send(server, -170, f"@quoth_test_bot {QUESTION}")
    server.say("/help@quoth_test_bot", -170)
    first, second = server.wait(2)
    assert first["text"].startswith(DAY)
    assert second["text"] == texts.HELP


def test_an_album_is_refused_once(server):
    for _ in range(3):
        send(server, media_group_id="album")
    server.say("/help")
    assert [message["text"] for message in server.wait(2)] == [texts.QUESTION_REFUSED, texts.HELP]
