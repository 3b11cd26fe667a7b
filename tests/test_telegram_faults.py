"""The real bot in foul weather, one fault at a time: nothing lost, nothing said twice, no token in the log.

The updates of one chat are answered in order, so what comes next in the chat shows that nothing else came before it.
"""

import json
import shutil
import time

import pytest
from bot_process import running_bot
from botapi_server import BotApiServer

from index.generation import current_id
from index.publish import publish

QUESTION = "What did Davor Kest say about the strait and a bridge?"
WORDS = "“A strait is not a bridge,”"

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(scope="module")
def server():
    with BotApiServer() as started:
        yield started


@pytest.fixture(scope="module")
def bot(home, server, tmp_path_factory):
    with running_bot(home, server, tmp_path_factory.mktemp("bot"), telegram_poll_seconds=1) as process:
        yield process


def replied(message, question):
    return message.get("reply_to_message", {}).get("message_id") == question["message_id"]


def check_once(server):
    """Ask, and check that one answer comes before what comes next."""
    question = server.say(QUESTION)
    answer = server.wait()[0]
    assert replied(answer, question)
    assert WORDS in answer["text"]
    check_silence(server)
    return question


def check_silence(server):
    """Check that nothing more was said."""
    following = server.say("/help")
    assert replied(server.wait()[0], following)


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("sendMessage", {"code": 429, "retry_after": 1, "times": 2}),
        ("sendMessage", {"code": 500}),
        ("sendMessage", {"code": 502, "times": 2}),
        ("sendMessage", {"slow": 1.0}),
        ("sendChatAction", {"code": 500}),
        ("sendChatAction", {"reset": True}),
        ("getUpdates", {"code": 429, "retry_after": 1}),
        ("getUpdates", {"code": 502, "times": 2}),
        ("getUpdates", {"reset": True, "times": 2}),
        ("getUpdates", {"slow": 2.0}),
        ("*", {"slow": 0.3, "times": 6}),
    ],
    ids=str,
)
def test_a_question_is_answered_once(server, bot, method, fault):
    server.fault(method, **fault)
    check_once(server)
    assert bot.process.poll() is None


def test_an_answer_that_arrived_is_not_sent_again_when_only_its_receipt_is_lost(server):
    server.fault("sendMessage", reset=True, done=True)
    check_once(server)


def test_an_answer_of_which_nobody_knows_whether_it_arrived_is_not_repeated(server):
    server.fault("sendMessage", reset=True)
    server.say(QUESTION)
    check_silence(server)
    check_once(server)


def test_whoever_blocked_the_bot_holds_nobody_up(server):
    server.user(8)
    server.say(QUESTION, 8)
    assert server.wait()[0]["chat"]["id"] == 8
    server.say(QUESTION, 8)
    server.block(8)
    check_once(server)


@pytest.mark.parametrize(
    "update",
    [
        {"callback_query": {"id": "1", "from": 7}},
        {"message": {"message_id": 1}},
        {"message": "?"},
        {"message": {"message_id": 1, "date": "soon", "chat": {"id": 7}, "text": 5}},
        {"inline_query": {"id": "1"}},
        {"brand_new": {"chat": []}},
    ],
    ids=str,
)
def test_what_nobody_can_read_is_skipped(server, update):
    server.push(update)
    check_once(server)


def test_what_was_answered_is_not_answered_when_it_comes_again(server):
    question = check_once(server)
    server.repeat(question)
    check_silence(server)


def test_a_new_generation_is_taken_up_between_two_questions(server, bot):
    root = bot.home / "index"
    first = current_id(root)
    shutil.copytree(root / first, root / "twin")
    manifest = root / "twin" / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "id": "twin"}))
    check_once(server)
    publish(root, "twin")
    check_once(server)
    shutil.rmtree(root / first)
    check_once(server)


def test_what_was_asked_while_it_was_dead_is_answered_when_it_is_back(server, bot):
    answered = check_once(server)
    while server.updates.pending:  # what was not confirmed when it died would be answered again
        time.sleep(0.05)
    bot.kill()
    asked = server.say(QUESTION)
    bot.start()
    assert replied(server.wait()[0], asked)
    server.repeat(answered)
    check_silence(server)


def test_all_at_once(server):
    for method in ("sendMessage", "getUpdates"):
        for fault in ({"code": 502}, {"slow": 0.5}, {"code": 429}, {"slow": 0.5}):
            server.fault(method, **fault)
    server.push({"callback_query": {"id": "1", "from": 7}})
    readers = range(20, 30)
    questions = {server.say(QUESTION, reader)["message_id"] for reader in readers}
    for message in server.wait(len(questions)):
        questions.remove(message["reply_to_message"]["message_id"])
    for reader in readers:
        following = server.say("/help", reader)
        assert replied(server.wait()[0], following)
