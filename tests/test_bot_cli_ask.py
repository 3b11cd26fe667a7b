"""The chat in a terminal."""

import os
import pty
import sys

COMMAND = [sys.executable, "-c", "from bot.cli import main; main()", "ask"]
QUESTION = "when does the toll begin?"


def test_an_arrow_brings_back_what_was_typed(home):
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(COMMAND[0], COMMAND, {**os.environ, "QUOTH_HOME": str(home), "TERM": "xterm"})
    for typed in (f"{QUESTION}\n", "\x1b[A\n", "\n"):
        shown = ""
        while not shown.endswith("> "):
            shown += os.read(terminal, 65536).decode(errors="replace")
        os.write(terminal, typed.encode())
    assert "The toll begins" in shown
    assert os.waitpid(process, 0)[1] == 0
