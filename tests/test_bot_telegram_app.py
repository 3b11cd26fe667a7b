import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from botapi_server import TOKEN, BotApiServer

QUOTH = Path(sys.executable).with_name("quoth")


def start(home, url, folder, token=TOKEN):
    environment = {
        **os.environ,
        "QUOTH_HOME": str(shutil.copytree(home, folder / "home")),
        "QUOTH_TELEGRAM_TOKEN": token,
        "QUOTH_TELEGRAM_BASE_URL": url,
        "QUOTH_BOT_KEY_FILE": str(folder / "bot.key"),
    }
    return subprocess.Popen([QUOTH, "serve"], env=environment, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("case", ["wrong token", "no server"])
def test_what_stops_it_at_the_start(home, case, tmp_path):
    with BotApiServer() as server:
        token = TOKEN[:-1] + "B" if case == "wrong token" else TOKEN
        process = start(home, server.url if case == "wrong token" else "http://127.0.0.1:9", tmp_path, token)
        try:
            log = process.communicate(timeout=60)[1]
        finally:
            process.kill()
    assert process.returncode == (2 if case == "wrong token" else 3)
    assert log.splitlines()[-1].startswith("quoth: ")
    assert "Traceback" not in log
    assert token not in log
