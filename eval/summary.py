"""The report in other forms: Markdown for a CI job, JUnit XML for what reads that."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final

from eval.failures import failures
from eval.gate import Check
from eval.metrics import Measured
from eval.mutations import kill_rate
from eval.report import short, slice_rows
from eval.run import Run

WORST: Final = 10  # failing cases that the summary names


def markdown(run: Run, found: Sequence[Measured], checks: Sequence[Check]) -> str:
    """Return the summary: the gate, the headline numbers, the slices and the worst cases."""
    failed = [check for check in checks if check.state == "failed"]
    lines = [f"## quoth: the gate is {'shut' if failed else 'open'}", ""]
    lines += [f"- **{_cell(check.name)}**: {_cell(check.detail)}" for check in failed]
    lines += ["", "| metric | value | 95 % of draws |", "|---|---|---|"]
    for item in found:
        low, high = short(item.value.low), short(item.value.high)
        lines.append(f"| {item.metric.name} | {short(item.value.mean)} | {low} to {high} |")
    lines.append(f"| mutation kill rate | {short(kill_rate(run.mutations))} | |")
    lines += ["", "| slice | cases | right |", "|---|---|---|"]
    for name, count, right, share in slice_rows(run):
        lines.append(f"| {name} | {count} | {right if share else f'{right}, too few to conclude'} |")
    worst = failures(run.rows)
    lines += ["", f"{len(worst)} failing cases, the worst first:", ""]
    lines += [f"- {_cell(item.row.question)} ({item.row.id}): {item.title}" for item in worst[:WORST]]
    return "\n".join(lines) + "\n"


def junit(run: Run, checks: Sequence[Check]) -> str:
    """Return JUnit XML: a suite of the gate's checks and one of the cases; only checks are failures.

    A check with too few cases is skipped, and so is a case that went wrong: the gate allows for some.
    """
    wrong = {item.row.id: item.title for item in failures(run.rows)}
    root = ET.Element("testsuites")
    gate = ET.SubElement(
        root,
        "testsuite",
        name="gate",
        tests=str(len(checks)),
        failures=str(sum(check.state == "failed" for check in checks)),
        skipped=str(sum(check.state == "too few" for check in checks)),
    )
    for check in checks:
        item = ET.SubElement(gate, "testcase", classname="gate", name=check.name)
        if check.state != "passed":
            ET.SubElement(item, "failure" if check.state == "failed" else "skipped", message=check.detail)
    cases = ET.SubElement(
        root, "testsuite", name="cases", tests=str(len(run.rows)), failures="0", skipped=str(len(wrong))
    )
    for row in run.rows:
        item = ET.SubElement(cases, "testcase", classname=f"cases.{row.part}", name=f"{row.id}: {_plain(row.question)}")
        if row.id in wrong:
            ET.SubElement(item, "skipped", message=wrong[row.id])
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _plain(words: str) -> str:
    """Return *words* without the control characters that XML cannot hold."""
    return "".join(letter for letter in words if letter.isprintable())
