"""The third step of an update: the verdict in a sentence, every finding, and the ticks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

import streamlit as st

from plantrack.intake.findings import Finding, Severity, Verdict, remedy, sentence
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.ui import draft as drafts
from plantrack.ui.draft import Draft
from plantrack.ui.evidence import written_period, written_value
from plantrack.ui.figure_words import figure_name, told_unit
from plantrack.ui.literal import literal
from plantrack.ui.tables import Heading, html_table
from plantrack.ui.target_set_words import set_verdict
from plantrack.ui.view import View
from plantrack.update.choosing import consents
from plantrack.update.recording import Update
from plantrack.words import Say, mark

_AT_ONCE: Final = 4  # notes shown without opening them
SEVERITIES: Final = {
    Severity.BLOCKS: (mark("Stays out"), ":material/block:"),
    Severity.ASKS: (mark("Stays out until you answer"), ":material/help:"),
    Severity.WARNS: (mark("Goes in only after a tick"), ":material/warning:"),
    Severity.NOTES: (mark("To know"), ":material/info:"),
}


def draw_findings(view: View, draft: Draft, reading: Reading) -> None:
    """Draw the verdict and all findings at once, what stays out first."""
    say = view.say
    st.subheader(say("3. What was found in the file"), anchor=False)
    _draw_verdict(view, draft, reading)
    asked = _asked_about(reading)
    for severity in SEVERITIES:
        findings = [
            one for one in reading.findings if one.severity is severity and not _asks(one, asked)
        ]
        if findings:
            _draw_severity(view, severity, findings)


def _draw_verdict(view: View, draft: Draft, reading: Reading) -> None:
    say, told = view.say, literal(verdict_sentence(reading, view.say))
    match reading.verdict:
        case Verdict.ACCEPTED:
            st.success(told, icon=":material/check:")
        case Verdict.ACCEPTED_WITH_WARNINGS:
            st.warning(told, icon=":material/warning:")
        case Verdict.REFUSED:
            st.error(told, icon=":material/block:")
    revision = drafts.recorded_as(view, draft)
    if revision is not None:
        said = say("This very file is already recorded as revision {number}.", number=revision)
        st.info(said, icon=":material/history:")
        view.page_link("history", say("See what changed, or withdraw it"))


def verdict_sentence(reading: Reading, say: Say) -> str:
    """Return what the verdict is and what it means for the rows of the file."""
    if reading.target_set is not None:
        return set_verdict(reading, say)
    unchanged = sum(finding.code == "unchanged" for finding in reading.findings)
    known = say.many(
        "{count} row says what is recorded already and changes nothing.",
        "{count} rows say what is recorded already and change nothing.",
        unchanged,
    )
    told = [_verdict(reading, say)]
    return " ".join([*told, known] if unchanged else told)


def _verdict(reading: Reading, say: Say) -> str:
    count = len(reading.rows)
    if reading.verdict is Verdict.REFUSED:
        return say(
            "The file is refused: nothing in it can be recorded as it stands. Nothing was stored. "
            "Correct what is listed below and upload it again."
        )
    recordable = say.many("{count} row can be recorded.", "{count} rows can be recorded.", count)
    if reading.verdict is Verdict.ACCEPTED:
        return say("The file is accepted: {rows}", rows=recordable)
    ticks = sum(row.needs_tick for row in reading.rows)
    out = sum(f.severity in (Severity.BLOCKS, Severity.ASKS) for f in reading.findings)
    told = [say("The file is accepted with warnings: {rows}", rows=recordable)]
    if ticks:
        told.append(
            say.many(
                "{count} of them goes in only after a tick.",
                "{count} of them go in only after a tick.",
                ticks,
            )
        )
    if out:
        told.append(
            say.many(
                "{count} finding keeps rows out: it is listed below with what to do; the rest "
                "can be recorded without them.",
                "{count} findings keep rows out: they are listed below with what to do; the rest "
                "can be recorded without them.",
                out,
            )
        )
    return " ".join(told)


def _draw_severity(view: View, severity: Severity, findings: Sequence[Finding]) -> None:
    say, (title, icon) = view.say, SEVERITIES[severity]
    heading = say("{title} ({count})", title=say(title), count=len(findings))
    kind = "text sentence"
    headings = [Heading(say("What and why"), kind), Heading(say("What to do"), kind)]
    rows = [[escape(sentence(one, say)), escape(remedy(one, say))] for one in findings]
    table = html_table(say(title), headings, rows)
    if severity is Severity.NOTES and len(findings) > _AT_ONCE:
        with st.expander(heading, icon=icon):
            st.html(table)
        return
    st.markdown(f"{icon} **{literal(heading)}**")
    st.html(table)


def ask_consent(view: View, draft: Draft, update: Update) -> Update:
    """Ask for a tick on every warned row (or set of shares); return the update as ticked."""
    say, reading = view.say, update.decided
    asked = consents(reading)
    if asked:
        title = say("Record these too?")
        st.markdown(f":material/warning: **{literal(title)}**")
        st.caption(say("Each was found unusual. Without a tick it stays out."))
    given = {key: _ask_tick(view, draft, reading, key, rows) for key, rows in asked.items()}
    ticked = drafts.ticked(update, given)
    if reading.rows and not ticked.rows:
        st.info(say("No row is ticked, so nothing would be recorded."), icon=":material/info:")
    return ticked


def _ask_tick(
    view: View, draft: Draft, reading: Reading, key: str, rows: Sequence[AcceptedRow]
) -> bool:
    """The tick outlives its widget, which Streamlit forgets with the page."""
    name = draft.key(f"tick_{key}")
    st.session_state.setdefault(name, draft.ticks.get(key, False))
    label = "; ".join(told_row(view, row) for row in rows)
    draft.ticks[key] = st.checkbox(literal(label), key=name)
    about = {_row_of(row.cell) for row in rows}
    for finding in reading.findings:
        if finding.severity is Severity.WARNS and _row_of(finding.place.cell) in about:
            told = f"{sentence(finding, view.say)} {remedy(finding, view.say)}"
            st.caption(literal(told))
    return draft.ticks[key]


def told_row(view: View, row: AcceptedRow) -> str:
    """Return "Poverty rate, 2025: 10.2 % (cell D2)"."""
    say, plan, figure = view.say, view.plan, row.figure
    return say(
        "{indicator}, {period}: {value} {unit} (cell {cell})",
        indicator=figure_name(plan, figure, say),
        period=written_period(figure.period, say),
        value=written_value(plan, figure, say),
        unit=told_unit(plan, figure, say),
        cell=row.cell,
    )


def _asked_about(reading: Reading) -> Mapping[str, AcceptedRow]:
    return {_row_of(row.cell): row for row in reading.rows if row.needs_tick}


def _asks(finding: Finding, asked: Mapping[str, AcceptedRow]) -> bool:
    """Whether a finding stands beside a tick and need not be listed once more."""
    return finding.severity is Severity.WARNS and _row_of(finding.place.cell) in asked


def _row_of(cell: str) -> str:
    """Return "Sheet!7" of "Sheet!D7".

    >>> _row_of("Số liệu!D7"), _row_of("D7"), _row_of("7")
    ('Số liệu!7', '7', '7')
    """
    return re.sub(r"[A-Z]+(?=\d+$)", "", cell)
