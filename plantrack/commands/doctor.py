"""`doctor`: what is wrong and what to do. Exit status 0: nothing, 4: to look at, 5: act now."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plantrack.commands.command import CannotRun, Command, tell
from plantrack.commands.serving import ask_about_missing, ask_serving, find_ledger
from plantrack.model import Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.safekeeping.findings import Report

LOOK_AT, ACT_NOW = 4, 5


def run(settings: Settings, _arguments: Namespace) -> int:
    """Examine everything, print each finding, and return how grave the gravest is."""
    from plantrack.safekeeping.findings import Severity

    found = examined(settings)
    words = {
        Severity.PROBLEM: Text("CẦN XỬ LÝ NGAY", "ACT NOW"),
        Severity.WARNING: Text("CẦN XEM", "LOOK AT"),
        Severity.NOTE: Text("GHI CHÚ", "NOTE"),
    }
    for one in found.findings:
        word = words[one.severity]
        tell(Text(f"[{word.vi}] {one.sentence.vi}", f"[{word.en}] {one.sentence.en}"))
    if found.of(Severity.PROBLEM):
        return ACT_NOW
    if found.of(Severity.WARNING):
        return LOOK_AT
    tell(
        Text(
            f"Không có gì cần xử lý; đã kiểm tra đến phiên bản {found.revision}.",
            f"Nothing to act on; examined up to revision {found.revision}.",
        )
    )
    return 0


def examined(settings: Settings) -> Report:
    """Examine the ledger here, or have it done by the serving program that holds it."""
    from plantrack.safekeeping.doctor import HeldElsewhere, examine_closed
    from plantrack.safekeeping.findings import Report
    from plantrack.safekeeping.places import backups_of

    try:
        found = examine_closed(settings)
    except HeldElsewhere:
        location = find_ledger(settings)
        return Report.from_json(ask_serving(backups_of(settings, location), location, "doctor"))
    try:
        location = find_ledger(settings)
    except CannotRun:  # what is wrong with the seeds that should name it is among the findings
        return found
    answer = ask_about_missing(backups_of(settings, location), location, "doctor")
    return found if answer is None else Report.from_json(answer)


COMMAND = Command(
    "doctor",
    "kiểm tra mọi thứ có thể làm mất số liệu / look for everything that could cost figures",
    run,
    epilog="""\
mã kết thúc / exit status:
   0  không có gì cần xử lý / nothing to act on
   1  không kiểm tra được, có nêu lý do / could not look, and it is said why
   4  có điều cần xem / something should be looked at
   5  số liệu đã ghi có nguy cơ, cần xử lý ngay / recorded figures are at risk: act now""",
)
