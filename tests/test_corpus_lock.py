import os
import subprocess
import sys

import pytest

from corpus.errors import QuothError
from corpus.lock import exclusive

HOLD = """
import sys
from pathlib import Path
from corpus.lock import exclusive
with exclusive(Path(sys.argv[1]), "quoth index"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_holds_the_lock_and_gets_it_when_the_first_is_killed(tmp_path):
    path = tmp_path / "library" / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        said = rf"quoth index, process {holder.pid}, since \d{{4}}-"
        with pytest.raises(QuothError, match=said) as refused, exclusive(path, "quoth add"):
            pass
        assert refused.value.hint.endswith("quoth add again")
        holder.kill()
        holder.wait(timeout=10)
    with exclusive(path, "quoth add"):
        assert f"process {os.getpid()}" in path.with_name("lock.holder").read_text()


def test_the_lock_is_given_back_after_a_failure(tmp_path):
    path = tmp_path / "lock"
    with pytest.raises(KeyError), exclusive(path, "quoth add"):
        raise KeyError
    with exclusive(path, "quoth add"):
        pass


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(QuothError, match="cannot write"), exclusive(tmp_path / "file" / "lock", "quoth add"):
        pass
