"""The ends of the command line: what is written to a stream, and with which code a crash ends."""

import subprocess
import sys

import pytest
from test_bot_cli import quoth

CRASH = "import {0}.cli as cli; cli.app = lambda: 1 / 0; cli.main()"


@pytest.mark.parametrize(("package", "code"), [("bot", 3), ("eval", 2)])
def test_a_crash_is_neither_nothing_found_nor_worse(package, code):
    result = subprocess.run([sys.executable, "-c", CRASH.format(package)], capture_output=True, text=True, check=False)
    assert result.returncode == code
    assert "ZeroDivisionError" in result.stderr


def test_quotes_are_written_whole_whatever_the_encoding(home):
    result = quoth(home, "who", "we do not bargain over what is already ours", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "“We do not bargain" in result.stdout


def test_a_long_sentence_is_no_question(home):
    result = quoth(home, "who", "toll " * 500)
    assert result.returncode == 2
    assert result.stderr.startswith("quoth: the sentence has ")
