"""The test server at its door: polls, webhook, faults, and what a bot in a group gets to see."""

import asyncio
import threading
import time
from itertools import pairwise

import httpx
import pytest
import uvicorn
from botapi_server import HAS_WEBHOOK, OTHER_POLL, TOKEN, WEBHOOK_SET, BotApiServer
from botapi_webhook import HEADER
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


@pytest.fixture
def server():
    with BotApiServer() as started:
        yield started


def call(server, method, **given):
    return httpx.post(f"{server.url}/bot{server.token}/{method}", json=given, timeout=20).json()


def texts(server, **given):
    updates = call(server, "getUpdates", **given)["result"]
    return [next(update[key] for key in update if key != "update_id").get("text") for update in updates]


def test_parameters_come_in_the_address_a_form_or_json(server):
    server.say("hello")
    address = f"{server.url}/BOT{TOKEN}/sendmessage".replace("BOT", "bot")
    entities = '[{"type":"bold","offset":0,"length":1}]'
    given = {"chat_id": "7", "text": "x", "entities": entities}
    for answer in (httpx.get(address, params=given), httpx.post(address, data=given)):
        assert answer.json()["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


def test_a_wrong_token_and_an_unknown_method(server):
    answer = httpx.get(f"{server.url}/bot123:x/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")
    answer = httpx.get(f"{server.url}/bot{TOKEN}/getYou")
    assert (answer.status_code, answer.json()["description"]) == (404, "Not Found: method not found")
    assert server.refusals == [("getyou", "Not Found: method not found")]


def test_updates_wait_until_they_are_confirmed(server):
    for text in "abc":
        server.say(text)
    assert texts(server) == texts(server) == ["a", "b", "c"]
    assert texts(server, limit=1) == ["a"]
    assert texts(server, offset=2) == ["b", "c"]
    assert texts(server) == ["b", "c"]
    assert texts(server, offset=-1) == texts(server) == ["c"]
    assert texts(server, offset=4) == []
    assert call(server, "getUpdates", limit=101)["description"] == "STRICT: limit is 1 to 100"


def test_a_poll_waits_for_an_update(server):
    threading.Timer(0.2, server.say, ["late"]).start()
    assert texts(server, timeout=20) == ["late"]


def test_which_updates_are_allowed_is_remembered(server):
    assert texts(server, allowed_updates=["callback_query"]) == []
    server.say("a")
    assert texts(server) == []
    texts(server, allowed_updates=[])
    server.say("b")
    assert texts(server) == ["b"]


@pytest.mark.parametrize(
    ("method", "given", "description"),
    [("getUpdates", {}, OTHER_POLL), ("setWebhook", {"url": "http://127.0.0.1:9/"}, WEBHOOK_SET)],
)
def test_a_poll_ends_when_another_begins_or_a_webhook_is_set(server, method, given, description):
    descriptions = []
    older = threading.Thread(
        target=lambda: descriptions.append(call(server, "getUpdates", timeout=20)["description"]), daemon=True
    )
    older.start()
    while not server.calls:
        time.sleep(0.01)
    call(server, method, **given)
    older.join(10)
    assert descriptions == [description]


def test_what_is_repeated_comes_again_though_it_was_confirmed(server):
    first = server.say("a")
    assert texts(server) == ["a"]
    assert texts(server, offset=2) == []
    server.repeat(first)
    assert [update["update_id"] for update in call(server, "getUpdates", offset=2)["result"]] == [1]
    server.push({"update_id": 9, "callback_query": {}})
    assert call(server, "getUpdates", offset=2)["result"] == [{"update_id": 9, "callback_query": {}}]


def test_faults_come_in_their_order_and_end(server):
    server.say("hello")
    server.fault("sendMessage", code=429, retry_after=3)
    server.fault("sendMessage", code=502)
    server.fault("*", reset=True)
    server.fault("sendMessage", reset=True, done=True)
    address, given = f"{server.url}/bot{TOKEN}/sendMessage", {"chat_id": 7, "text": "x"}
    assert httpx.post(address, json=given).json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    answer = httpx.post(address, json=given)
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html; charset=utf-8")
    for sent in (0, 1):
        with pytest.raises(httpx.TransportError):
            httpx.post(address, json=given)
        assert len(server.sent) == sent
    assert httpx.post(address, json=given).json()["ok"] is True
    assert server.refusals == []


def test_a_slow_answer_still_comes(server):
    server.fault("getMe", slow=0.5)
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{server.url}/bot{TOKEN}/getMe", timeout=0.2)
    assert call(server, "getMe")["result"]["username"] == "quoth_test_bot"


def test_files_go_both_ways(server):
    got = server.send_file("a.txt", b"abc", caption="/add")
    assert got["caption_entities"] == [{"type": "bot_command", "offset": 0, "length": 4}]
    found = call(server, "getFile", file_id=got["document"]["file_id"])["result"]
    assert httpx.get(f"{server.url}/file/bot{TOKEN}/{found['file_path']}").content == b"abc"
    answer = httpx.post(
        f"{server.url}/bot{TOKEN}/sendDocument", data={"chat_id": "7"}, files={"document": ("b.txt", b"defg")}
    )
    assert server.wait()[0]["document"]["file_size"] == 4
    assert answer.json()["result"]["document"]["file_name"] == "b.txt"


def test_privacy_mode_shows_what_is_meant_for_the_bot(server):
    server.group(-5)
    server.say("nobody asked you", -5)
    server.send_file("a.txt", b"abc", -5)
    server.say("/help", -5)
    server.say("/ask@other_bot x", -5)
    meant = server.say("@quoth_test_bot who?", -5)
    server.say("/ask@quoth_test_bot x", -5)
    server.say("that was for the bot", -5, reply_to=meant)
    call(server, "sendMessage", chat_id=-5, text="answer")
    server.say("/help", -5)
    server.say("why?", -5, reply_to=server.wait()[0])
    assert texts(server)[1:] == [
        "@quoth_test_bot who?",
        "/ask@quoth_test_bot x",
        "that was for the bot",
        "/help",
        "why?",
    ]


def test_an_administrator_sees_everything(server):
    server.group(-5, privacy=False)
    server.say("nobody asked you", -5)
    assert texts(server)[1:] == ["nobody asked you"]


def test_a_reply_lands_in_the_topic_of_what_it_answers(server):
    server.group(-5, forum=True)
    thread = server.topic(-5, "News")
    message = server.say("@quoth_test_bot who?", -5, thread=thread)
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "News"
    reply = {"message_id": message["message_id"]}
    answer = call(server, "sendMessage", chat_id=-5, text="x", reply_parameters=reply)["result"]
    assert answer["message_thread_id"] == thread


def test_an_inline_answer_is_chosen_and_its_message_edited(server):
    results = [
        {
            "type": "article",
            "id": "1",
            "title": "t",
            "input_message_content": {"message_text": "x"},
            "reply_markup": {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]},
        }
    ]
    call(server, "getUpdates")
    asked = []
    asking = threading.Thread(target=lambda: asked.append(server.ask_inline("who")), daemon=True)
    asking.start()
    update = call(server, "getUpdates", timeout=20)["result"][0]
    call(server, "answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=results)
    asking.join(10)
    message = server.choose(asked[0], "1")
    server.tap(message, "More")
    updates = call(server, "getUpdates", offset=2)["result"]
    assert [min(item) for item in updates] == ["chosen_inline_result", "message", "callback_query"]
    inline = updates[-1]["callback_query"]["inline_message_id"]
    assert call(server, "editMessageText", inline_message_id=inline, text="y")["result"] is True
    assert server.wait_edit()[0]["text"] == "y"


def test_nobody_can_tap_what_is_not_there(server):
    server.say("hello")
    message = call(server, "sendMessage", chat_id=7, text="x")["result"]
    with pytest.raises(Exception, match="nobody can tap 'More'"):
        server.tap(message, "More")


class Hook:
    """A bot behind a webhook: refuses the first posts of what says *refused*, three times, and answers *reply*."""

    def __init__(self, refused=None, reply=None, *, slow=False):
        self.slow = slow
        self.got, self.refused, self.reply = [], refused, reply
        self.at_once, self.most_at_once = 0, 0
        self.secrets = set()
        config = uvicorn.Config(
            Starlette(routes=[Route("/hook", self._post, methods=["POST"])]), port=0, log_level="critical", ws="none"
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    async def _post(self, request):
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        await asyncio.sleep(0.2 if self.slow else 0)
        self.at_once -= 1
        self.got.append(await request.json())
        said = self.said()
        self.secrets.add(request.headers.get(HEADER))
        if said[-1] == self.refused and said.count(self.refused) <= 3:
            return JSONResponse({}, 500)
        return JSONResponse(self.reply or {})

    def __enter__(self):
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        self.url = f"http://127.0.0.1:{self.server.servers[0].sockets[0].getsockname()[1]}/hook"
        return self

    def __exit__(self, *_):
        self.server.should_exit = True
        self.thread.join(10)

    def wait(self, count):
        deadline = time.monotonic() + 20
        while len(self.got) < count and time.monotonic() < deadline:
            time.sleep(0.01)
        return self.said()

    def said(self):
        messages = [update.get("message", "?") for update in self.got]
        return [message if message == "?" else message["text"] for message in messages]


def test_a_webhook_gets_updates_with_its_secret_and_may_answer_in_its_reply(server):
    with Hook(reply={"method": "sendMessage", "chat_id": 7, "text": "at once"}) as hook:
        call(server, "setWebhook", url=hook.url, secret_token="s-1", max_connections=2)
        assert call(server, "getUpdates")["description"] == HAS_WEBHOOK
        message = server.say("a")
        assert server.wait()[0]["text"] == "at once"
        server.repeat(message)
        assert server.wait()[0]["text"] == "at once"
        server.push({"message": "?"})
        server.push({"callback_query": {"message": {"chat": []}}})
        assert len(server.wait(2)) == 2
    assert [list(update)[1] for update in hook.got] == ["message", "message", "message", "callback_query"]
    assert hook.secrets == {"s-1"}
    assert server.refusals == []


def test_what_a_webhook_refuses_comes_again_later_and_later_and_holds_up_only_its_chat(server):
    with Hook(refused="a") as hook:
        call(server, "setWebhook", url=hook.url)
        server.say("a")
        server.say("b")
        server.say("c", chat=8)
        got = hook.wait(6)
        info = call(server, "getWebhookInfo")["result"]
    assert [text for text in got if text != "c"] == ["a", "a", "a", "a", "b"]
    assert got.index("c") < 4
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    times = [item.at for item in server.webhook.deliveries if item.update == 1]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 3
    assert gaps == sorted(gaps)


def test_deliveries_to_a_webhook_are_parallel_within_its_connections(server):
    with Hook(slow=True) as hook:
        call(server, "setWebhook", url=hook.url, max_connections=3)
        for chat in range(1, 8):
            server.say("a", chat)
        assert hook.wait(7) == ["a"] * 7
    assert hook.most_at_once == 3


def test_without_a_webhook_polls_work_again(server):
    call(server, "setWebhook", url="http://127.0.0.1:9/")
    server.say("a")
    call(server, "deleteWebhook")
    assert texts(server) == ["a"]
    call(server, "setWebhook", url="http://127.0.0.1:9/", drop_pending_updates=True)
    call(server, "deleteWebhook")
    assert texts(server) == []
