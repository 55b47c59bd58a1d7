"""`export`: every file officials take away, of one revision, into a folder; nothing is recorded."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from plantrack.commands.choosing import check_series, check_target_set, no_plan
from plantrack.commands.command import CannotRun, Command, tell
from plantrack.model import LANGUAGES, Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.exports.material import Material
    from plantrack.ledger.revisions import OpenedLedger

EPILOG = """\
mã kết thúc / exit status:
   0  mọi tệp đã nằm trong thư mục / every file lies in the folder
   1  có tệp không lập được, có nêu lý do / some file could not be made, and it is said why"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="thư mục nhận các tệp / the folder the files go to",
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="chỉ một ngôn ngữ; không ghi là cả hai / one language only; otherwise both",
    )
    parser.add_argument(
        "--revision",
        type=int,
        metavar="N",
        help="phiên bản số liệu; không ghi là mới nhất / the revision; otherwise the newest",
    )
    parser.add_argument(
        "--set",
        metavar="SET",
        help="bộ chỉ tiêu; không ghi là bộ đang có hiệu lực / "
        "the target set; otherwise the one in force",
    )
    parser.add_argument(
        "--series",
        default="preferred",
        metavar="COMPILER",
        help="chuỗi số liệu / the series to judge by",
    )
    parser.add_argument(
        "--only",
        action="append",
        metavar="FILE",
        help="chỉ tệp loại này, ví dụ brief.pdf; ghi được nhiều lần / "
        "this kind of file only, such as brief.pdf; may be repeated",
    )


def run(settings: Settings, arguments: Namespace) -> int:
    """Write every kind of file in the languages asked for; return 1 where one was not made."""
    from plantrack.ledger.connection import refusing
    from plantrack.ledger.disk import write_whole
    from plantrack.worker import Worker
    from plantrack.worker.making import NotMade, make_file

    folder: Path = arguments.to.absolute()
    languages = (arguments.lang,) if arguments.lang else LANGUAGES
    kinds = _kinds(arguments.only)
    with opened(settings) as ledger:
        materials = [_material(ledger, arguments, language) for language in languages]
    worker, missing = Worker(), 0
    with refusing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for material in materials:
        for kind in kinds:
            try:
                file = make_file(worker, kind, material)
            except NotMade as refusal:
                missing += 1
                tell(_not_made(kind, material.language, refusal.why.value))
                continue
            with refusing(folder):
                write_whole(folder / file.name, file.content)
            print(folder / file.name, flush=True)
    return 1 if missing else 0


def _kinds(only: list[str] | None) -> tuple[str, ...]:
    from plantrack.exports.files import KINDS

    unknown = [kind for kind in only or () if kind not in KINDS]
    if unknown:
        listed, named = ", ".join(KINDS), ", ".join(unknown)
        raise CannotRun(
            Text(
                f"Không có loại tệp {named}: hãy chọn {listed}.",
                f"There is no kind of file {named}: choose among {listed}.",
            )
        )
    return tuple(kind for kind in KINDS if not only or kind in only)


@contextmanager
def opened(settings: Settings) -> Iterator[OpenedLedger]:
    """Open the ledger; while a program that serves holds it, a checked copy it makes."""
    from plantrack.commands.backup import make_backup
    from plantrack.ledger import LedgerUnavailable, Unavailable, read_only
    from plantrack.opening import open_plan
    from plantrack.seeds import SeedProblems

    try:
        plan = open_plan(settings)
    except SeedProblems as found:
        raise no_plan(found) from found
    except LedgerUnavailable as refusal:
        if refusal.reason is not Unavailable.LOCKED:
            raise
        with read_only(make_backup(settings).ledger) as ledger:
            yield ledger
        return
    try:
        yield plan.store
    finally:
        plan.close()


def _material(ledger: OpenedLedger, arguments: Namespace, language: str) -> Material:
    """Return what the files are made from, as the revision asked for knew it."""
    from plantrack.exports.material import Material
    from plantrack.seeds import plan_from_definition
    from plantrack.stewardship import stewards_at

    history = ledger.history()
    revision = len(history) if arguments.revision is None else arguments.revision
    if not 1 <= revision <= len(history):
        raise CannotRun(
            Text(
                f"Không có phiên bản {revision}: hãy chọn từ 1 đến {len(history)}.",
                f"There is no revision {revision}: choose one from 1 to {len(history)}.",
            )
        )
    snapshot = ledger.as_of(revision)
    plan = plan_from_definition(ledger.definition(snapshot.plan_digest))
    today = datetime.now(ZoneInfo(plan.time_zone)).date()
    target_set = arguments.set or plan.leading_target_set(today).id
    check_target_set(plan, target_set)
    check_series(plan, arguments.series)
    return Material(
        plan=plan,
        figures=snapshot.figures,
        sources={**snapshot.sources, **plan.sources},
        made=history[revision - 1],
        target_set=target_set,
        language=language,
        series=arguments.series,
        stewards=stewards_at(history, revision),
    )


def _not_made(key: str, language: str, why: str) -> Text:
    return Text(
        f"Không lập được {key} ({language}): {why}. Nhật ký ghi rõ nguyên nhân.",
        f"{key} ({language}) could not be made: {why}. The log says why.",
    )


COMMAND = Command(
    "export",
    "lập các tệp mang đi: trình chiếu, báo cáo, bảng tính / make slides, briefs and workbooks",
    run,
    add_arguments,
    EPILOG,
)
