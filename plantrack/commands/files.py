"""What `check` and `record` share: their options, the file, what was found, the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plantrack.commands import given
from plantrack.commands.choosing import check_series, no_plan
from plantrack.commands.command import CannotRun
from plantrack.model import Text
from plantrack.settings import Settings

if TYPE_CHECKING:
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
        type=given.answers,
        default={},
        metavar="FILE",
        help="tệp JSON (hoặc JSON) trả lời các câu hỏi khi đọc tệp, theo mã câu hỏi của “check "
        "--json” / JSON file (or JSON): answers to the questions of reading, by the ids of "
        "“check --json”",
    )
    parser.add_argument(
        "--edits",
        type=given.edits,
        default=(),
        metavar="FILE",
        help="tệp JSON (hoặc JSON) sửa hoặc bỏ dòng, theo ô / JSON file (or JSON): rows to "
        'correct or leave out, by cell: [{"cell": "D5", "value": "10.2", "reason": "…"}, '
        '{"cell": "D6", "drop": true}]',
    )
    parser.add_argument(
        "--no-matching",
        action="store_true",
        help="không dùng cách khớp đã lưu / do not use the matching remembered for such files",
    )
    parser.add_argument("--json", action="store_true", help="kết quả dạng JSON / answer in JSON")


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
        raise no_plan(found) from found
    try:
        yield _read(arguments, opened, file.name, content)
    finally:
        opened.close()


def _read(arguments: argparse.Namespace, opened: Opened, name: str, content: bytes) -> Checked:
    from plantrack.update.decisions import Decisions, File
    from plantrack.update.matching import known_matching, new_answers
    from plantrack.update.recording import unused_edits, update_of
    from plantrack.worker import Worker
    from plantrack.worker.reading import read_file

    plan, snapshot = opened.plan, opened.store.current()
    check_series(plan, arguments.series)
    file = File(name, content)
    decisions = Decisions(arguments.series, arguments.answers, arguments.edits)
    reading = read_file(Worker(), file, plan, snapshot.figures, decisions)
    known = None if arguments.no_matching else known_matching(opened.store, reading)
    more = new_answers(known, decisions.answers)
    if more:
        decisions = replace(decisions, answers={**decisions.answers, **more})
        reading = read_file(Worker(), file, plan, snapshot.figures, decisions)
    idle = unused_edits(reading, decisions.edits)
    if idle:
        cells = ", ".join(idle)
        raise CannotRun(
            Text(
                f"Nội dung sửa không khớp dòng nào đọc được từ tệp: {cells}. Ô bị chặn thì sửa "
                "bằng “text”.",
                f"Edits of cells no row was read from: {cells}. Correct a blocked cell by “text”.",
            )
        )
    update = update_of(file, decisions, reading, plan, snapshot.figures, known)
    return Checked(opened, snapshot, update)


def tell_problem(problem: Text) -> None:
    """Say in both languages why nothing was done."""
    print(problem.vi, problem.en, sep="\n", file=sys.stderr)
