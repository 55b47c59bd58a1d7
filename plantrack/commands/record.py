"""`python -m plantrack record FILE`: the same check, then one revision with the rows taken.

Rows with a warning go in only with `--tick all`, as on the page after their tick.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from plantrack.commands import files, told
from plantrack.commands.command import CannotRun, Command
from plantrack.commands.target_sets import record_file_set
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.model import Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.update.recording import Update

_WEB: Final = ("https://", "http://")
_NOBODY: Final = Text(
    "Hãy ghi tên người ghi: --by hoặc PLANTRACK_USER.",
    "Say who records: --by or PLANTRACK_USER.",
)
_NO_ORIGIN: Final = Text(
    "Hãy ghi nguồn của số liệu: --title, --publisher và --published.",
    "Say where the figures come from: --title, --publisher and --published.",
)
_NO_ROWS: Final = Text(
    "Không ghi gì: các dòng ghi được đều cần xác nhận; nếu đã kiểm tra, hãy thêm --tick all.",
    "Nothing was recorded: every row that could be needs a tick; once checked, add --tick all.",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    files.add_options(parser)
    origin = parser.add_argument_group(
        "nguồn số liệu (bộ chỉ tiêu thì ghi trong tệp) / where the figures come from (a target set "
        "says so itself)"
    )
    origin.add_argument("--title", type=_text, help="tên ấn phẩm / publication")
    origin.add_argument("--publisher", type=_text, help="đơn vị công bố / publisher")
    origin.add_argument("--published", type=_text, help="ngày công bố / its date")
    origin.add_argument("--url", default="", type=_address, help="địa chỉ / address (https://…)")
    parser.add_argument(
        "--tick",
        choices=("all", "none"),
        default="none",
        help="ghi cả các dòng có cảnh báo / record the rows with warnings too",
    )
    parser.add_argument("--note", default="", help="ghi chú / note")
    parser.add_argument(
        "--by",
        help="người ghi (mặc định: PLANTRACK_USER) / who records (default: PLANTRACK_USER)",
    )


def _text(text: str) -> str:
    from plantrack.update.decisions import one_line

    if not one_line(text):
        raise ValueError(text)
    return one_line(text)


def _address(text: str) -> str:
    if text and not text.startswith(_WEB):
        raise ValueError(text)
    return text


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    """Exit status as `check`; 2 also where a ledger refuses the rows: nothing was recorded."""
    from plantrack.update.choosing import consents
    from plantrack.update.decisions import one_line

    by = one_line(settings.user or "" if arguments.by is None else arguments.by)
    if not by:
        files.tell_problem(_NOBODY)
        return files.NOT_DONE
    try:
        with files.checked(settings, arguments) as found:
            update = found.update
            if update.read.target_set is not None:
                return _answer(
                    arguments, found, *record_file_set(arguments, found, by), recorded=[]
                )
            if not (arguments.title and arguments.publisher and arguments.published):
                files.tell_problem(_NO_ORIGIN)
                return files.NOT_DONE
            if arguments.tick == "all":
                ticks = frozenset(consents(update.decided))
                update = replace(update, decisions=replace(update.decisions, ticks=ticks))
            return _record(arguments, found, update, by)
    except (CannotRun, LedgerUnavailable) as problem:
        files.tell_problem(problem.sentence)
        return files.NOT_DONE


def _record(arguments: argparse.Namespace, found: files.Checked, update: Update, by: str) -> int:
    from plantrack.ledger import Refusal
    from plantrack.update.decisions import one_line, stated_source
    from plantrack.update.recording import record

    source = stated_source(arguments.title, arguments.publisher, arguments.published, arguments.url)
    number, refusal = None, None
    if update.rows:
        try:
            number = record(
                found.opened.store,
                update,
                source,
                expecting=found.snapshot.revision,
                by=by,
                note=one_line(arguments.note),
            )
        except Refusal as problem:
            refusal = problem.sentence
    elif update.decided.rows:
        refusal = _NO_ROWS
    recorded = [row.cell for row in update.rows] if number is not None else []
    return _answer(arguments, found, number, refusal, recorded=recorded)


def _answer(
    arguments: argparse.Namespace,
    found: files.Checked,
    number: int | None,
    refusal: Text | None,
    *,
    recorded: list[str],
) -> int:
    """Say what was recorded, or why nothing was; return the exit status."""
    if arguments.json:
        why = None if refusal is None else {"vi": refusal.vi, "en": refusal.en}
        answer = {"recorded": number, "cells_recorded": recorded, "refusal": why}
        told.tell_json({**told.described(found), **answer})
    else:
        told.tell(found)
        if refusal is not None:
            files.tell_problem(refusal)
        if number is not None:
            print(f"phiên bản {number} / revision {number}: {len(recorded)}")
    return files.REFUSED if number is None else found.status


COMMAND = Command(
    "record",
    "đọc, kiểm tra và ghi một tệp số liệu / read, check and record a file",
    run,
    add_options,
)
