"""``quoth-eval new`` ends where what is typed ends."""

import subprocess
import sys


def test_the_end_of_input_ends_it_like_a_full_stop(home, tmp_path):
    command = [
        sys.executable,
        "-c",
        "from eval.cli import main; main()",
        "new",
        tmp_path / "cases.jsonl",
        "--home",
        home,
    ]
    for typed in ("", "\n", ".\n"):
        result = subprocess.run(command, input=typed, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (0, ""), result.stderr
        assert "0 cases written" in result.stdout
