"""The real ``quoth serve`` as a process of its own, which talks to the test server."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from botapi_server import BotApiServer

QUOTH = Path(sys.executable).with_name("quoth")


class BotProcess:
    """The bot of *home*; *folder* takes its key and its log, *settings* go to the environment as ``QUOTH_*``."""

    def __init__(self, home: Path, server: BotApiServer, folder: Path, **settings: object) -> None:
        self.home, self._server = home, server
        self._log = folder / "bot.log"
        self._port = free_port()
        own = {
            "home": home,
            "telegram_token": server.token,
            "telegram_base_url": server.url,
            "telegram_poll_seconds": 5,
            "telegram_per_minute": 100_000,
            "telegram_per_minute_all": 100_000,
            "metrics_port": self._port,
            "bot_key_file": folder / "bot.key",
        }
        self._environment = {
            **os.environ,
            **{f"QUOTH_{name.upper()}": str(value) for name, value in (own | settings).items()},
        }
        self.start()

    def start(self, ready: str = "getupdates") -> None:
        """Start it and wait until it calls the method *ready*."""
        called = self._server.calls.count(ready)
        with self._log.open("a") as log:
            self.process = subprocess.Popen([QUOTH, "serve"], env=self._environment, stderr=log)
        deadline = time.monotonic() + 300
        while self._server.calls.count(ready) == called:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the bot did not start; it said:\n{self.said()}")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it without a warning."""
        self.process.kill()
        self.process.wait()

    def end(self) -> float:
        """End it as a service manager does, and return the seconds that it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        finally:
            self.process.kill()
        return time.monotonic() - began

    def said(self) -> str:
        """Return what it wrote to stderr, in all its lives."""
        return self._log.read_text()

    def memory(self) -> tuple[float, float]:
        """Return its resident memory in MiB: its own, and pages of files, which the system can take back."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        own, files = (int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("RssAnon", "RssFile"))
        return own, files

    def metrics(self) -> str:
        """Return what it tells Prometheus."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/metrics", timeout=10) as answer:
            return answer.read().decode()

    def lag(self, share: float) -> float:
        """Return a bound, in seconds, of the event loop's lag in that *share* (0..1) of its samples."""
        found = re.findall(r'quoth_loop_lag_seconds_bucket\{le="([^"]+)"\} (\S+)', self.metrics())
        counts = [(float(bound), float(count)) for bound, count in found]
        return next(bound for bound, count in counts if count >= share * counts[-1][1])


@contextmanager
def running_bot(home: Path, server: BotApiServer, folder: Path, **settings: object) -> Iterator[BotProcess]:
    """Run the bot over a copy of *home*; at its end the log may hold no token, no question and no traceback."""
    shutil.copytree(home, folder / "home")
    process = BotProcess(folder / "home", server, folder, **settings)
    yield process
    process.end()
    log = process.said()
    assert server.token.split(":")[1] not in log
    assert "Davor" not in log
    assert "Traceback" not in log


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
