"""Asking the program that serves, with the sentences for when nobody answers."""

from __future__ import annotations

from pathlib import Path

from plantrack.commands.choosing import no_plan
from plantrack.commands.command import CannotRun
from plantrack.model import LANGUAGES, Text
from plantrack.settings import Settings

_STILL_THERE = 2.0  # seconds a program that serves has to answer where no file tells of it

HELD_BY_NOBODY_WE_KNOW = Text(
    "Cơ sở dữ liệu {location} đang được một chương trình khác mở, và chương trình đó không trả "
    "lời. Chỉ “python -m plantrack serve” mới sao lưu khi đang chạy: hãy dừng chương trình kia "
    "rồi chạy lại lệnh này.",
    "The ledger {location} is open in another program, which does not answer. Only “python -m "
    "plantrack serve” backs up while it runs: stop the other program, then run this command again.",
)


def ask_serving(place: Path, location: Path, wanted: str) -> dict[str, object]:
    """Return what the serving program answers. Raises `CannotRun` or `LedgerUnavailable`."""
    from plantrack.ledger.connection import refusing
    from plantrack.safekeeping.requests import NobodyAnswers, Refused, Wanted, ask

    try:
        with refusing(place):
            return ask(place, Wanted(wanted))
    except NobodyAnswers:
        said = HELD_BY_NOBODY_WE_KNOW
        told = (said.of(language).format(location=location) for language in LANGUAGES)
        raise CannotRun(Text(*told)) from None
    except Refused as refusal:
        raise CannotRun(refusal.sentence) from refusal


def ask_about_missing(place: Path, location: Path, wanted: str) -> dict[str, object] | None:
    """Return what a program answers that still has a ledger open whose file is gone; else None.

    It has every revision, and nobody else has.
    """
    from plantrack.ledger.connection import refusing
    from plantrack.safekeeping.requests import NobodyAnswers, Refused, Wanted, ask

    if location.exists() or not place.is_dir():
        return None
    try:
        with refusing(place):
            return ask(place, Wanted(wanted), _STILL_THERE)
    except NobodyAnswers:
        return None
    except Refused as refusal:
        raise CannotRun(refusal.sentence) from refusal


def find_ledger(settings: Settings) -> Path:
    """Return where the ledger lies; raises `CannotRun` when only broken seeds could say."""
    from plantrack.safekeeping.places import ledger_of
    from plantrack.seeds import SeedProblems

    try:
        return ledger_of(settings)
    except SeedProblems as found:
        raise no_plan(found) from found
