import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_holds_the_four_packages_and_their_data(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
        timeout=120,
    )
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"bot", "corpus", "eval", "index"}
    assert {"eval/baseline.json", "eval/cases.jsonl", "eval/gate.toml", "eval/report.html.j2"} <= set(names)
    assert {f"bot/locale/{code}/LC_MESSAGES/quoth.po" for code in ("lt", "ru", "uk")} <= set(names)
    assert "bot/deploy/quoth.service" in names
    assert sum(name.startswith("corpus/samples_data/") for name in names) >= 30


def test_importing_has_no_effect(tmp_path):
    modules = [
        f"{package}.{path.stem}"
        for package in ("corpus", "index", "bot", "eval")
        for path in sorted((ROOT / package).glob("*.py"))
        if path.stem != "__init__"
    ]
    code = f"import importlib\nfor name in {modules!r}: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
