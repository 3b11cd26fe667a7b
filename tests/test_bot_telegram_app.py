import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from botapi_server import TOKEN, BotApiServer

from bot.groups import groups
from bot.texts import HELP, PRIVACY, SENTENCE_REFUSED, START

QUOTH = Path(sys.executable).with_name("quoth")


def start(home, url, token=TOKEN):
    environment = {
        **os.environ,
        "QUOTH_HOME": str(home),
        "QUOTH_TELEGRAM_TOKEN": token,
        "QUOTH_TELEGRAM_BASE_URL": url,
        "QUOTH_TELEGRAM_POLL_SECONDS": "1",
    }
    return subprocess.Popen([QUOTH, "serve"], env=environment, stderr=subprocess.PIPE, text=True)


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        return process.communicate(timeout=20)[1]
    finally:
        process.kill()


def test_a_chat(home, engine):
    question = "What did Davor Kest say about the strait and a bridge?"
    group = groups(engine.ask(question))[0]
    quote = group.quotes[0]
    with BotApiServer() as server:
        process = start(home, server.url)
        try:
            for command, text in (("/start", START), ("/help", HELP), ("/privacy", PRIVACY)):
                server.say(command)
                assert server.wait()[0]["text"] == text
            server.say(question)
            message = server.wait()[0]
            server.say("why?")
            follow_up = server.wait()[0]
            server.say("How do I bake bread?")
            refusal = server.wait()[0]
            server.say("/who a fisherman cannot wait for a principle")
            whose = server.wait()[0]
            server.say("/who")
            assert server.wait()[0]["text"] == SENTENCE_REFUSED
            server.say("🙂")
            assert "question" in server.wait()[0]["text"]
        finally:
            log = end(process)
    assert message["text"].startswith(f"{group.heading}\n\n{quote.text}\n— {quote.attribution}")
    assert message["entities"][0] == {"type": "bold", "offset": 0, "length": len(group.heading)}
    offset = len(group.heading) + 2
    assert message["entities"][1] == {"type": "blockquote", "offset": offset, "length": len(quote.text)}
    link = message["entities"][2]
    assert (link["type"], link["url"]) == ("text_link", quote.url)
    assert follow_up["text"].startswith(f"Understood as: why: {question}")
    assert whose["text"].startswith("Exact.\n\n“A fisherman cannot wait for a principle,” Mr. Kest said.")
    assert "— Davor Kest" in whose["text"]
    assert refusal["text"].startswith("Nothing in the corpus is about this.")
    assert TOKEN not in log
    assert "bake" not in log
    assert "Traceback" not in log


@pytest.mark.parametrize("case", ["wrong token", "no server"])
def test_what_stops_it_at_the_start(home, case):
    with BotApiServer() as server:
        token = TOKEN[:-1] + "B" if case == "wrong token" else TOKEN
        process = start(home, server.url if case == "wrong token" else "http://127.0.0.1:9", token)
        try:
            log = process.communicate(timeout=60)[1]
        finally:
            process.kill()
    assert process.returncode == (2 if case == "wrong token" else 3)
    assert log.splitlines()[-1].startswith("quoth: ")
    assert "Traceback" not in log
    assert token not in log
