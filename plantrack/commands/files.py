"""What `check` and `record` share: their options, the file, what was found, the exit status."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from plantrack.commands.command import CannotRun
from plantrack.commands.target_sets import described_set, tell_set
from plantrack.model import LANGUAGES, Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.intake.findings import Finding
    from plantrack.intake.rules import AcceptedRow
    from plantrack.ledger.store import Snapshot
    from plantrack.opening import Opened
    from plantrack.update.recording import Update

ACCEPTED: Final = 0  # notes at most
WARNED: Final = 1  # something can be recorded, something was blocked, asked or warned of
REFUSED: Final = 2  # nothing can be recorded from the file as it stands
NOT_DONE: Final = 3  # nothing was said about the file: the program could not get to it


@dataclass(frozen=True)
class Checked:
    """A file read against the figures that stand."""

    opened: Opened
    snapshot: Snapshot
    update: Update

    @property
    def status(self) -> int:
        statuses = {"accepted": ACCEPTED, "accepted_with_warnings": WARNED, "refused": REFUSED}
        return statuses[self.update.decided.verdict.value]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp / file")
    parser.add_argument(
        "--series",
        default="preferred",
        metavar="COMPILER",
        help="chuỗi số liệu cho dòng không ghi chuỗi / series of rows that name none",
    )
    parser.add_argument(
        "--answers",
        type=_answers,
        default={},
        metavar="JSON",
        help="trả lời các câu hỏi khi đọc tệp / answers to the questions of reading",
    )
    parser.add_argument("--json", action="store_true", help="kết quả dạng JSON / answer in JSON")


def _answers(text: str) -> dict[str, str]:
    """Return the answers of `--answers`; argparse turns the ValueError into its own sentence."""
    value = json.loads(text)
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ValueError(text)
    return value


@contextmanager
def checked(settings: Settings, arguments: argparse.Namespace) -> Iterator[Checked]:
    """Open the plan, read the file in a child and give what was found; `CannotRun` says why not."""
    from plantrack.intake.workbook import MAX_BYTES
    from plantrack.ledger import LedgerUnavailable
    from plantrack.opening import open_plan
    from plantrack.seeds import SeedProblems

    file: Path = arguments.file.absolute()
    try:
        with file.open("rb") as opened_file:
            content = opened_file.read(MAX_BYTES + 1)  # one more is too large, however large it is
    except OSError as problem:
        why = problem.strerror
        told = f"Không đọc được tệp {file} ({why}).", f"The file {file} cannot be read ({why})."
        raise CannotRun(Text(*told)) from problem
    try:
        opened = open_plan(settings)
    except LedgerUnavailable as problem:
        raise CannotRun(problem.sentence) from problem
    except SeedProblems as found:
        by_language = ("\n".join(p.sentence(one) for p in found.problems) for one in LANGUAGES)
        raise CannotRun(Text(*by_language)) from found
    try:
        yield _read(arguments, opened, file.name, content)
    finally:
        opened.close()


def _read(arguments: argparse.Namespace, opened: Opened, name: str, content: bytes) -> Checked:
    from plantrack.update.decisions import Decisions, File
    from plantrack.update.recording import update_of
    from plantrack.worker import Worker
    from plantrack.worker.reading import read_file

    plan, snapshot = opened.plan, opened.store.current()
    known = ("preferred", *plan.compilers)
    if arguments.series not in known:
        listed = ", ".join(known)
        raise CannotRun(
            Text(
                f"Không có chuỗi số liệu “{arguments.series}”: hãy chọn {listed}.",
                f"There is no series “{arguments.series}”: choose one of {listed}.",
            )
        )
    file, decisions = File(name, content), Decisions(arguments.series, arguments.answers)
    reading = read_file(Worker(), file, plan, snapshot.figures, decisions)
    return Checked(opened, snapshot, update_of(file, decisions, reading, plan, snapshot.figures))


def described(found: Checked) -> dict[str, Any]:
    """Return what was found as JSON holds it; values are text, as they would be recorded."""
    return {
        "verdict": found.update.decided.verdict.value,
        "revision": found.snapshot.revision,
        "figures": [_figure(found, row) for row in found.update.decided.rows],
        "findings": [_finding(one) for one in found.update.decided.findings],
        "questions": [],
        "standings": _standings(found),
        "target_set": described_set(found),
    }


def _figure(found: Checked, row: AcceptedRow) -> dict[str, Any]:
    plan, figure = found.opened.plan, row.figure
    indicator = plan.indicators[plan.series[figure.series].indicator]
    return {
        "cell": row.cell,
        "indicator": indicator.id,
        "series": figure.series,
        "geography": figure.geography,
        "period_start": figure.period.start.isoformat(),
        "period_end": figure.period.end.isoformat(),
        "value": format(figure.value, "f"),
        "unit": indicator.unit,
        "status": figure.status.value,
        "note": figure.note.vi,
        "needs_tick": row.needs_tick,
        "findings": list(row.finding_codes),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "cell": finding.place.cell,
        "sentence": {language: _said(finding)[language][0] for language in LANGUAGES},
        "remedy": {language: _said(finding)[language][1] for language in LANGUAGES},
    }


def _said(finding: Finding) -> Mapping[str, tuple[str, str]]:
    from plantrack import words
    from plantrack.intake.findings import remedy, sentence

    says = {language: words.of(language) for language in LANGUAGES}
    return {language: (sentence(finding, s), remedy(finding, s)) for language, s in says.items()}


def _standings(found: Checked) -> list[dict[str, str]]:
    """Return the standings that would change if every row were recorded."""
    from plantrack.review import review

    figures = [row.figure for row in found.update.decided.rows]
    compared = review(
        found.opened.plan, found.snapshot.figures, figures, found.update.decisions.series
    )
    return [
        {
            "target": change.after.target.id,
            "before": change.before.standing.value,
            "after": change.after.standing.value,
            "cause": change.cause.value,
        }
        for change in compared.standings
    ]


def tell(found: Checked) -> None:
    """Print what was found, every sentence in both languages."""
    for finding in found.update.decided.findings:
        told = _said(finding)
        print(f"[{finding.severity.value}] {finding.place.cell or found.update.file.name}")
        for language in LANGUAGES:
            print("   ", *told[language])
    for row in found.update.decided.rows:
        one = _figure(found, row)
        tick = " (--tick)" if row.needs_tick else ""
        print(f"{row.cell}: {one['series']} {one['period_start'][:4]} = {one['value']}{tick}")
    tell_set(found)
    for change in _standings(found):
        print(f"{change['target']}: {change['before']} -> {change['after']} ({change['cause']})")
    print(found.update.decided.verdict.value)


def tell_json(answer: Mapping[str, Any]) -> None:
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()


def tell_problem(problem: Text) -> None:
    """Say in both languages why nothing was done."""
    print(problem.vi, problem.en, sep="\n", file=sys.stderr)
