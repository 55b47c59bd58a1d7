"""The administrator's page: the same as `python -m plantrack doctor`, and the backups there are."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Final

import streamlit as st

from plantrack.ledger import Backup, Occasion, backups_in, copies_in
from plantrack.opening import Opened
from plantrack.safekeeping.examining import examined_since
from plantrack.safekeeping.findings import Finding, Report, Severity
from plantrack.scorecard.telling.facts import Fact
from plantrack.settings import Settings
from plantrack.ui import resources
from plantrack.ui.literal import literal
from plantrack.ui.tables import Heading, html_facts, html_table
from plantrack.ui.view import View
from plantrack.words import Say, mark

_AGAIN: Final = "health_examine_again"
_HOUR: Final = timedelta(hours=1)
_MOMENT: Final = timedelta(seconds=10)  # a stranger's presses must not read the disk for ever
_GIGABYTE: Final = 2**30
_SHOWN: Final = 20  # backups in the table

_ICONS: Final = {
    Severity.PROBLEM: ":material/error:",
    Severity.WARNING: ":material/warning:",
    Severity.NOTE: ":material/info:",
}
_OCCASIONS: Final = {
    Occasion.ASKED: mark("asked for"),
    Occasion.SCHEDULED: mark("by the clock"),
    Occasion.BEFORE_UPGRADE: mark("before an upgrade"),
    Occasion.REBUILT: mark("rebuilt"),
}


def draw(view: View) -> None:
    """Draw what was found, the backups, and the room on the disk."""
    opened = resources.opened()
    report = _report(view, opened)
    st.header(literal(finding(report, view.say)), anchor=False)
    _draw_facts(view, report, opened)
    for one in report.findings:
        _draw_finding(one, view.say)
    st.button(
        view.say("Examine again"),
        key="health_again",
        icon=":material/refresh:",
        on_click=_examine_again,
    )
    _draw_backups(view, opened)


def finding(report: Report, say: Say) -> str:
    """Return in one sentence whether anything has to be done."""
    problems, warnings = (len(report.of(s)) for s in (Severity.PROBLEM, Severity.WARNING))
    if problems:
        return say.many(
            "{count} thing puts recorded figures at risk: act now",
            "{count} things put recorded figures at risk: act now",
            problems,
        )
    if warnings:
        return say.many(
            "Recorded figures are safe; {count} thing should be looked at",
            "Recorded figures are safe; {count} things should be looked at",
            warnings,
        )
    return say("Recorded figures are safe; nothing has to be done")


def _report(view: View, opened: Opened) -> Report:
    """Examine once an hour and revision for all readers; asked to, what is a moment old will do."""
    asked = st.session_state.pop(_AGAIN, False)
    oldest = datetime.now(UTC).replace(tzinfo=None) - (_MOMENT if asked else _HOUR)
    with st.spinner(view.say("Examining …")):
        return examined_since(opened, Settings.from_environment(), oldest)


def _draw_facts(view: View, report: Report, opened: Opened) -> None:
    say, store = view.say, opened.store
    made = copies_in(store.backups, view.plan.id)
    free = shutil.disk_usage(store.location.parent)
    facts = [
        *_last(made[-1:], view),
        Fact(
            say("Room on the disk"),
            say("{free} GB", free=say.number(free.free / _GIGABYTE, 1)),
            say("of {total} GB", total=say.number(free.total / _GIGABYTE, 1)),
        ),
        Fact(say("Examined"), say.moment(report.made_at, view.plan.time_zone)),
    ]
    st.html(html_facts(facts))


def _last(made: tuple[Backup, ...], view: View) -> list[Fact]:
    say, zone = view.say, view.plan.time_zone
    if not made:
        return [Fact(say("Last backup"), say("none yet"))]
    manifest = made[0].manifest
    up_to = say("up to revision {number}", number=manifest.revision)
    compared = say("reopened and compared with the ledger")
    return [
        Fact(say("Last backup"), say.moment(manifest.made_at, zone), up_to),
        Fact(say("Its check"), say.moment(manifest.checked_at, zone), compared),
    ]


def _examine_again() -> None:
    st.session_state[_AGAIN] = True


def _draw_finding(one: Finding, say: Say) -> None:
    told, icon = literal(say.text(one.sentence)), _ICONS[one.severity]
    match one.severity:
        case Severity.PROBLEM:
            st.error(told, icon=icon)
        case Severity.WARNING:
            st.warning(told, icon=icon)
        case Severity.NOTE:
            st.info(told, icon=icon)


def _draw_backups(view: View, opened: Opened) -> None:
    say, place = view.say, opened.store.backups
    made = backups_in(place, view.plan.id)
    st.subheader(say("Backups"), anchor=False)
    st.caption(literal(say("They lie in {folder}.", folder=str(place))))
    if not made:
        st.markdown(say("There is none yet."))
        return
    headings = [
        Heading(say("Made at"), "name"),
        Heading(say("Why")),
        Heading(say("Up to revision"), "number"),
        Heading(say("Version of the program")),
        Heading(say("Size (MB)"), "number"),
    ]
    rows = [_row(one, view) for one in reversed(made[-_SHOWN:])]
    st.html(html_table(say("Backups, newest first"), headings, rows))


def _row(one: Backup, view: View) -> list[str]:
    say, manifest = view.say, one.manifest
    size = sum(file.size for file in manifest.files) / 2**20
    cells = (
        say.moment(manifest.made_at, view.plan.time_zone),
        say(_OCCASIONS[manifest.occasion]),
        str(manifest.revision),
        manifest.program_version,
        say.number(size, 1),
    )
    return [escape(cell) for cell in cells]
