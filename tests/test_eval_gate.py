import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from test_eval_metrics import ANSWERED, NOT, row

from corpus.errors import UsageError
from eval.beside import Piece, best_limit
from eval.cases import parse_cases, read_cases
from eval.cli import main
from eval.compare import changed_cases, moved_metrics, only_in
from eval.failures import Kind, failures
from eval.gate import NEVER, Rules, changed, judged, read_rules
from eval.invariants import Break
from eval.metrics import METRICS, measured
from eval.mutations import Mutation, kill_rate
from eval.pages import write_report
from eval.run import Run, Times
from eval.store import read_baseline, read_run, write_baseline, write_run, write_times

RIGHT_1 = Rules(metrics={"right@1": {"worst": 0.5, "change": 0.05}}, slices={"plain": {"worst": 0.5, "change": 0.05}})
MADE_FROM = {"code": "0.1.0+abc", "cases": "1"}


def rows(right, wrong, slices=("plain",)):
    flags = [1.0] * right + [0.0] * wrong
    return tuple(row(f"c{n}", slices=slices, **{"right": flag, "right@1": flag}) for n, flag in enumerate(flags))


def run_of(rows, broken=(), mutations=()):
    return Run(MADE_FROM, tuple(rows), tuple(broken), tuple(mutations), ())


def states(run, rules=RIGHT_1, baseline=()):
    return {check.name: check.state for check in judged(run, rules, baseline) if check.name not in NEVER}


def test_a_floor_holds_from_thirty_cases_on():
    assert states(run_of(rows(20, 20))) == {"right@1": "passed", "slice plain": "passed"}
    assert states(run_of(rows(19, 21))) == {"right@1": "failed", "slice plain": "failed"}
    assert states(run_of(rows(0, 29))) == {"right@1": "too few", "slice plain": "too few"}


def test_a_ceiling_holds_where_lower_is_better():
    rules = Rules(metrics={"over-quoting": {"worst": 5, "change": 1}})
    calm, wordy = ([row(f"c{n}", **{"over-quoting": words}) for n in range(30)] for words in (5.0, 5.1))
    assert states(run_of(calm), rules)["over-quoting"] == "passed"
    assert states(run_of(wordy), rules)["over-quoting"] == "failed"
    assert states(run_of(calm), rules, [row(f"c{n}", **{"over-quoting": 3.0}) for n in range(30)]) == {
        "over-quoting": "failed"
    }


def test_worse_than_the_baseline_fails_only_beyond_the_allowed_and_beyond_chance():
    before = rows(40, 0)
    assert states(run_of(rows(40, 0)), baseline=before)["right@1"] == "passed"
    assert states(run_of(rows(39, 1)), baseline=before)["right@1"] == "passed"  # .025 is allowed
    assert states(run_of(rows(30, 10)), baseline=before)["right@1"] == "failed"
    # Twelve lost and eleven won: a change of -.025 over 40 that nobody can tell from none.
    flags = [0.0] * 12 + [1.0] * 28
    was = [1.0] * 29 + [0.0] * 11
    now, then = (tuple(row(f"c{n}", **{"right@1": flag}) for n, flag in enumerate(given)) for given in (flags, was))
    change = changed(METRICS["right@1"], now, then)
    assert change.mean == pytest.approx(-0.025)
    assert change.low < 0 < change.high


def test_only_the_same_cases_are_compared():
    now, then = rows(30, 0), tuple(replace(item, digest="older") for item in rows(0, 30))
    assert changed(METRICS["right@1"], now, then) is None
    assert states(run_of(now), baseline=then)["right@1"] == "passed"


def test_a_metric_that_is_no_mean_is_compared_by_pairs_too():
    now = [row(f"c{n}", confidence=0.9, correct=0.0) for n in range(30)]
    then = [row(f"c{n}", confidence=0.9, correct=1.0) for n in range(30)]
    change = changed(METRICS["risk-coverage area"], now, then)
    assert (change.mean, change.low, change.high) == (1, 1, 1)


@pytest.mark.parametrize("rule", NEVER)
def test_what_may_never_happen_fails_by_its_name(rule):
    in_a_case = replace(rows(1, 0)[0], broken=(Break(rule, "here"),))
    for run in (run_of([in_a_case]), run_of(rows(1, 0), [Break(rule, "here")])):
        failed = [check.name for check in judged(run, RIGHT_1, ()) if check.state == "failed"]
        assert failed == [rule]


def test_a_mutation_that_passes_fails_the_gate():
    run = run_of(rows(40, 0), mutations=[Mutation("number", 10, 9), Mutation("unit", 4, 4)])
    assert states(run)["mutation: number"] == "failed"
    assert states(run)["mutation: unit"] == "passed"
    # 9 + 4 of 10 + 4
    assert kill_rate(run.mutations) == 13 / 14
    assert kill_rate(()) is None


def test_rules_that_cannot_be_taken_are_refused_by_name(tmp_path):
    assert set(read_rules().metrics) <= set(METRICS)
    path = tmp_path / "rules.toml"
    for text, told in (
        ("[metrics]\nbeauty = { worst = 1, change = 0 }\n", "no metric 'beauty'"),
        ("[metrics]\nverdict = { worst = -1, change = 0 }\n", "metrics.verdict.worst"),
        ("[metrics\n", "cannot read the rules"),
    ):
        path.write_text(text)
        with pytest.raises(UsageError, match=told):
            read_rules(path)


def test_a_case_that_cannot_be_taken_is_refused_with_line_and_field():
    good = {"id": "a", "part": "dev", "question": "who?", "verdict": "off_corpus"}
    for change, told in (
        ({"verdict": "maybe"}, "mine.jsonl, line 3, verdict: "),
        ({"part": "draft"}, "mine.jsonl, line 3, part: "),
        ({"verdict": "answered"}, "mine.jsonl, line 3, case: .*0 gold words"),
        ({"verdict": "answered", "gold": [{"article": "x"}]}, "mine.jsonl, line 3, gold.0.words: "),
        ({"slices": ["funny"]}, "mine.jsonl, line 3, slices.0: "),
        ({"answer": 1}, "mine.jsonl, line 3, answer: "),
        ({}, "mine.jsonl, line 3, id: a occurs twice"),
    ):
        with pytest.raises(UsageError, match=told):
            parse_cases(f"{json.dumps(good)}\n\n{json.dumps({**good, **change})}\n", "mine.jsonl")
    with pytest.raises(UsageError, match="holds no cases"):
        parse_cases("\n", "mine.jsonl")


def test_the_cases_that_ship_are_at_least_three_hundred():
    assert len(read_cases()) >= 300


def test_a_stored_run_comes_back_and_is_the_same_bytes_again(tmp_path):
    run = run_of(rows(2, 1), [Break("vectors", "row 1")], [Mutation("unit", 4, 4)])
    write_run(run, tmp_path / "a")
    write_run(read_run(tmp_path / "a"), tmp_path / "b")
    assert read_run(tmp_path / "a") == run
    for name in ("run.json", "cases.jsonl"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    with pytest.raises(UsageError, match="no stored run"):
        read_run(tmp_path / "c")


def test_a_baseline_keeps_what_the_gate_compares(tmp_path):
    before = rows(40, 0)
    write_baseline(run_of(before), tmp_path / "baseline.json")
    stored = read_baseline(tmp_path / "baseline.json")
    assert states(run_of(rows(30, 10)), baseline=stored)["right@1"] == "failed"
    with pytest.raises(UsageError, match="is no baseline"):
        read_baseline(tmp_path / "none.json")


def test_the_worst_failure_comes_first():
    found = failures(
        [
            row("refused", ANSWERED, NOT, right=0.0, confidence=0.2),
            row("wrong", right=0.0, confidence=0.9),
            row("invented", NOT, ANSWERED, right=0.0, confidence=0.4),
            row("surer", NOT, ANSWERED, right=0.0, confidence=0.8),
            row("speaker", speaker=0.5),
            replace(row("broken"), broken=(Break("exactness", "here"),)),
            row("kind", NOT, "off_corpus"),
            row("fine"),
        ]
    )
    order = ["broken", "speaker", "surer", "invented", "wrong", "refused", "kind"]
    assert [item.row.id for item in found] == order
    assert found[0].kind is Kind.NEVER


def quote(words):
    return {"text": words, "attribution": "post: “A”"}


def test_a_comparison_names_the_cases_that_changed_with_both_answers():
    def answered(words):
        return {"quotes": [quote(words)], "nearest": []}

    one = [replace(item, answer=answered("one")) for item in rows(2, 0)]
    other = [one[0], replace(one[1], answer=answered("two"), values={**one[1].values, "right": 0.0, "right@1": 0.0})]
    first, second = run_of(one), run_of(other)
    ((then, now, way),) = changed_cases(first, second)
    assert (then.answer["quotes"][0]["text"], now.answer["quotes"][0]["text"], way) == ("one", "two", "worse")
    assert next(moved_metrics(first, second)).startswith("right: -0.500")
    assert only_in(first, run_of(one[:1])) == ["c1"]


def test_the_limit_of_another_system_is_the_one_that_serves_it_best():
    asked = [[Piece("a gold", 5.0)], [Piece("b", 1.0)], [Piece("c gold", 0.9)]]
    # Refusing below 5 makes rows 0 and 1 right, and so does answering all but row 1; none makes three right.
    assert best_limit(range(3), asked, [["gold"], [], ["gold"]]) == 0.0
    assert best_limit(range(2), asked, [["gold"], [], ["gold"]]) == pytest.approx(1.0, abs=1e-6)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]


def test_the_report_is_one_page_without_network_or_scripts_and_names_the_worst_case(tmp_path):
    nasty = "<script>alert('hi')</script>"
    shown = ({"text": f"🚀 {nasty}\n— by", "entities": [{"type": "blockquote", "offset": 3, "length": len(nasty)}]},)
    wrong = replace(row("worst", right=0.0, confidence=0.9), question=nasty, shown=shown, gold=(nasty,))
    run = run_of([*rows(40, 2), wrong], [Break("vectors", "row 3")])
    write_run(run, tmp_path / "now")
    write_times(
        {"worst": Times(0.01, 0.2, 0.03), "c1": Times(0.02, 0.1, 0.01)}, "2026-01-01T00:00:00", tmp_path / "now"
    )
    write_report(tmp_path / "now", run, measured(run.rows), judged(run, RIGHT_1, ()))
    page = (tmp_path / "now" / "report.html").read_text()
    parsed = Tags()
    parsed.feed(page)
    assert "script" not in parsed.tags
    assert parsed.tags.count("svg") == 2
    assert all(link.startswith("#") for link in parsed.links)
    marked = "<mark>&lt;script&gt;alert(&#39;hi&#39;)&lt;/script&gt;</mark>"
    assert f'🚀 <span class="q-words">{marked}</span>\n— by' in page
    assert page.index("row 3") < page.index("The worst case: other words first") < page.index("<table>")
    summary = (tmp_path / "now" / "summary.md").read_text()
    assert summary.startswith("## quoth: the gate is shut\n\n- **vectors**: row 3\n")
    suites = ET.parse(tmp_path / "now" / "junit.xml").getroot()
    assert [(suite.get("name"), suite.get("failures")) for suite in suites] == [("gate", "1"), ("cases", "0")]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["run", "--nonsense"], 3),
        (["run", "--cases", "bad.jsonl", "--home", "."], 3),
        (["run", "--home", "."], 3),
        (["compare", ".", "."], 3),
        (["new", "mine.jsonl", "--home", "."], 2),
    ],
)
def test_the_command_tells_bad_settings_from_what_could_not_run(arguments, code, tmp_path, monkeypatch):
    (tmp_path / "bad.jsonl").write_text("{}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["quoth-eval", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code


def test_the_command_compares_stored_runs_and_ends_with_1_where_some_got_worse(tmp_path, monkeypatch, capsys):
    one = [replace(item, answer={"quotes": [quote("one")], "nearest": []}) for item in rows(2, 0)]
    lost = replace(one[1], answer={"quotes": [], "nearest": []}, values={**one[1].values, "right": 0.0})
    write_run(run_of(one), tmp_path / "a")
    write_run(run_of([one[0], lost]), tmp_path / "b")
    monkeypatch.setattr("sys.argv", ["quoth-eval", "compare", str(tmp_path / "a"), str(tmp_path / "b")])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    told = capsys.readouterr().out
    assert "worse: c1: c1?" in told
    assert "“one” — post: “A”" in told
