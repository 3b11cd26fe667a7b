"""Load and foul weather: many readers ask the real ``quoth serve`` through the test server.

``python tests/bench_telegram.py HOME`` prints what came back, how fast, and what it took; with ``--weather`` everything
that goes wrong between a bot and Telegram goes wrong meanwhile. HOME must hold an index; nothing in it changes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from statistics import mean

from bot_process import BotProcess
from botapi_rules import Json
from botapi_server import BotApiServer

from corpus.library import Library
from index.generation import current_id
from index.publish import publish

FIRST_READER = 1000
SWAP = 10.0  # seconds between two generations
STORM = 2.0  # seconds between two faults
SILENCE = 120.0  # seconds without an answer after which what is missing is lost; a start takes a part of them
UNCERTAIN = {"reset": True}
"""The bot cannot know whether such a call arrived, and does not repeat it: one answer may be lost."""
FAULTS: list[tuple[str, Json]] = [
    ("sendMessage", {"code": 429, "retry_after": 1}),
    ("sendMessage", {"code": 502}),
    ("sendMessage", {"slow": 1.0}),
    ("sendMessage", UNCERTAIN),
    ("getUpdates", {"reset": True}),
    ("getUpdates", {"code": 502}),
    ("getUpdates", {"code": 429, "retry_after": 1}),
    ("getUpdates", {"slow": 1.0}),
    ("sendChatAction", {"code": 500}),
]


@dataclass
class Seen:
    """What came back; keys are the ids of the questions' messages, times are of the monotonic clock."""

    asked: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    times: Counter[int] = field(default_factory=Counter)
    memory: list[tuple[float, float]] = field(default_factory=list)
    ordered: Counter[str] = field(default_factory=Counter)

    def take(self, message: Json) -> None:
        """Count an answer."""
        question = message.get("reply_to_message", {}).get("message_id")
        self.times[question] += 1
        self.answered.setdefault(question, time.monotonic())

    def lost(self) -> int:
        return sum(question not in self.times for question in self.asked)

    def doubled(self) -> int:
        return sum(count > 1 for count in self.times.values())


def main() -> int:
    """Run once; 1 when an answer was lost or doubled that need not have been."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--ask", type=Path, help="JSON lines with question or question_sentence; else from the titles")
    parser.add_argument("--weather", action="store_true", help="faults, poison, duplicates, new generations, kill -9")
    given = parser.parse_args()
    words = list(islice(cycle(questions(given.home, given.ask)), given.questions))
    seen, stop = Seen(), threading.Event()
    with tempfile.TemporaryDirectory() as folder, BotApiServer() as server:
        home = borrowed(given.home, Path(folder))
        bot = BotProcess(home, server, Path(folder))
        side = [threading.Thread(target=watch, args=(bot, seen, stop), daemon=True)]
        if given.weather:
            side.append(threading.Thread(target=storm, args=(server, bot, seen, stop, given.minutes), daemon=True))
            side.append(threading.Thread(target=swap, args=(home / "index", stop), daemon=True))
        for thread in side:
            thread.start()
        began = time.monotonic()
        ask(server, seen, words, given.readers, given.minutes * 60 / given.questions)
        drain(server, seen)
        stop.set()
        for thread in side:
            thread.join()
        report(seen, time.monotonic() - began, bot, server)
        bot.end()
        if server.token in bot.said():
            raise SystemExit("the token is in the log")
    return int(seen.lost() > seen.ordered["uncertain"] or (seen.doubled() > 0 and not given.weather))


def questions(home: Path, path: Path | None) -> list[str]:
    """Return what to ask: the lines of *path*, or one question for each title of the library."""
    if path is None:
        return [f"What is said about {item.post.title}?" for item in Library(home / "library").articles()]
    records = [json.loads(line) for line in path.read_text().splitlines()]
    return [record.get("question") or record["question_sentence"] for record in records]


def ask(server: BotApiServer, seen: Seen, words: list[str], readers: int, pause: float) -> None:
    """Let the *readers* ask in turn, one question each *pause* seconds, and take the answers meanwhile."""
    began = time.monotonic()
    for number, question in enumerate(words):
        while (left := began + number * pause - time.monotonic()) > 0:
            take(server, seen, left)
        message = server.say(question, FIRST_READER + number % readers)
        seen.asked[message["message_id"]] = time.monotonic()


def take(server: BotApiServer, seen: Seen, seconds: float) -> bool:
    """Take one answer if it comes within *seconds*."""
    try:
        seen.take(server.wait(1, seconds)[0])
    except TimeoutError:
        return False
    return True


def drain(server: BotApiServer, seen: Seen) -> None:
    """Take answers until all are there, and a little longer for doubled ones."""
    while take(server, seen, SILENCE if seen.lost() else 3):
        pass


def watch(bot: BotProcess, seen: Seen, stop: threading.Event) -> None:
    """Note the bot's memory each second."""
    while not stop.wait(1):
        try:
            seen.memory.append(bot.memory())
        except (OSError, TypeError):
            continue  # it is being restarted


def storm(server: BotApiServer, bot: BotProcess, seen: Seen, stop: threading.Event, minutes: float) -> None:
    """Order faults, poison and duplicates without end, and kill the bot half-way."""
    chance = random.Random(5)
    killed, half = False, time.monotonic() + minutes * 30
    while not stop.wait(STORM):
        method, fault = chance.choice(FAULTS)
        if not server.faults.waiting():
            server.fault(method, **fault)
            seen.ordered["faults"] += 1
            seen.ordered["uncertain"] += fault is UNCERTAIN
        server.push({"callback_query": {"id": "1", "from": 7}})
        with server.lock:
            asked = [item for item in server.updates.history if "message" in item]
        if asked:
            server.repeat(chance.choice(asked))
        if not killed and time.monotonic() > half:
            killed = True
            seen.ordered["kills"] += 1
            bot.kill()
            bot.start()


def borrowed(home: Path, folder: Path) -> Path:
    """Return a home in *folder* with the library and the index of *home*, of which nothing changes."""
    own = folder / "home"
    identity = current_id(home / "index")
    if identity is None:
        raise SystemExit(f"{home} holds no index")
    (own / "index").mkdir(parents=True)
    (own / "library").symlink_to((home / "library").resolve())
    (own / "index" / identity).symlink_to((home / "index" / identity).resolve())
    publish(own / "index", identity)
    return own


def twin(root: Path) -> str:
    """Make a second generation, equal to the current one but for its name."""
    first = current_id(root)
    second = f"{first}-twin"
    (root / second).mkdir()
    for part in (root / first).iterdir():
        (root / second / part.name).symlink_to(part.resolve())
    manifest = root / second / "manifest.json"
    record = json.loads(manifest.read_text())
    manifest.unlink()
    manifest.write_text(json.dumps({**record, "id": second}))
    return second


def swap(root: Path, stop: threading.Event) -> None:
    """Publish two equal generations in turn."""
    for identity in cycle((twin(root), current_id(root))):
        if stop.wait(SWAP):
            return
        publish(root, identity)


def report(seen: Seen, seconds: float, bot: BotProcess, server: BotApiServer) -> None:
    """Print what a maintainer wants to know, one line each."""
    waits = sorted(
        seen.answered[question] - asked for question, asked in seen.asked.items() if question in seen.answered
    )
    once = len(seen.asked) - seen.lost() - seen.doubled()
    print(f"questions {len(seen.asked)}, answered once {once}, lost {seen.lost()}, doubled {seen.doubled()}")
    print(f"faults {dict(seen.ordered)}")
    print(f"throughput {len(waits) / seconds:.1f} answers/s over {seconds:.0f} s")
    if waits:
        print(
            f"answer p50 {_quantile(waits, 0.5):.3f} s, p95 {_quantile(waits, 0.95):.3f} s, slowest {waits[-1]:.3f} s"
        )
    print(f"event-loop lag p50 at most {bot.lag(0.5):g} s, p99 at most {bot.lag(0.99):g} s")
    if seen.memory:
        for name, row in (("its own", 0), ("pages of files", 1)):
            tenths = [mean(item[row] for item in tenth) for tenth in _tenths(seen.memory)]
            print(f"memory by tenths of the run, MiB, {name}: {' '.join(f'{value:.0f}' for value in tenths)}")
    print(f"refusals by the server {dict(Counter(server.refusals))}")


def _tenths(values: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    size = -(-len(values) // 10)
    return [values[start : start + size] for start in range(0, len(values), size)]


def _quantile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    sys.exit(main())
