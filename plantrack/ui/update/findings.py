"""The second step of an update: the verdict in a sentence and every finding."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

from plantrack.intake.findings import Finding, Severity, Verdict, remedy, sentence
from plantrack.intake.rules import Reading
from plantrack.ui.literal import literal
from plantrack.ui.tables import Heading, html_table
from plantrack.ui.update import draft as drafts
from plantrack.ui.update.consent import asked_about, beside_a_tick
from plantrack.ui.update.draft import Draft
from plantrack.ui.update.target_set_words import set_verdict
from plantrack.ui.view import View
from plantrack.words import Say, mark

_AT_ONCE: Final = 4  # notes shown without opening them
_NAMED: Final = 12  # cells of which the same is said
SEVERITIES: Final = {
    Severity.BLOCKS: (mark("Stays out"), ":material/block:"),
    Severity.ASKS: (mark("Stays out until you answer"), ":material/help:"),
    Severity.WARNS: (mark("Goes in only after a tick"), ":material/warning:"),
    Severity.NOTES: (mark("To know"), ":material/info:"),
}


def draw_findings(view: View, draft: Draft, reading: Reading) -> None:
    """Draw the verdict and all findings at once, what stays out first."""
    say = view.say
    st.subheader(say("2. What was found"), anchor=False)
    _draw_verdict(view, draft, reading)
    asked = asked_about(reading)
    for severity in SEVERITIES:
        alike = [one for one in reading.findings if one.severity is severity]
        findings = [one for one in alike if not beside_a_tick(one, asked)]
        if findings and not (severity is Severity.BLOCKS and _nothing_new(reading)):
            _draw_severity(view, severity, findings)


def _draw_verdict(view: View, draft: Draft, reading: Reading) -> None:
    told = literal(verdict_sentence(reading, view.say))
    if _nothing_new(reading):
        st.info(told, icon=":material/check:")
        _draw_recorded(view, draft)
        return
    match reading.verdict:
        case Verdict.ACCEPTED:
            st.success(told, icon=":material/check:")
        case Verdict.ACCEPTED_WITH_WARNINGS:
            st.warning(told, icon=":material/warning:")
        case Verdict.REFUSED:
            st.error(told, icon=":material/block:")
    _draw_recorded(view, draft)


def _draw_recorded(view: View, draft: Draft) -> None:
    say, revision = view.say, drafts.recorded_as(view, draft)
    if revision is not None:
        said = say("This very file is already recorded as revision {number}.", number=revision)
        st.info(said, icon=":material/history:")
        view.page_link("history", say("See what changed, or withdraw it"))


def verdict_sentence(reading: Reading, say: Say) -> str:
    """Return what the verdict is and what it means for the rows of the file."""
    if reading.target_set is not None:
        return set_verdict(reading, say)
    unchanged = sum(finding.code == "unchanged" for finding in reading.findings)
    if _nothing_new(reading):
        return say.many(
            "The file holds nothing new: its {count} figure is recorded already.",
            "The file holds nothing new: its {count} figures are recorded already.",
            unchanged,
        )
    known = say.many(
        "{count} row says what is recorded already and changes nothing.",
        "{count} rows say what is recorded already and change nothing.",
        unchanged,
    )
    told = [_verdict(reading, say)]
    return " ".join([*told, known] if unchanged else told)


def _nothing_new(reading: Reading) -> bool:
    """Whether all a file says is recorded already: nothing is wrong with it."""
    codes = {f.code for f in reading.findings if f.severity is not Severity.NOTES}
    unchanged = any(finding.code == "unchanged" for finding in reading.findings)
    return unchanged and not reading.rows and codes <= {"nothing_to_record"}


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
    rows = [
        [escape(_sentence(alike, say)), escape(remedy(alike[0], say))] for alike in _alike(findings)
    ]
    table = html_table(say(title), headings, rows)
    if severity is Severity.NOTES and len(findings) > _AT_ONCE:
        with st.expander(heading, icon=icon):
            st.html(table)
        return
    st.markdown(f"{icon} **{literal(heading)}**")
    st.html(table)


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return findings that differ only in their cell together, in the order of the first."""
    groups: dict[object, list[Finding]] = {}
    for one in findings:
        place, said = one.place, sorted((name, repr(value)) for name, value in one.values.items())
        alone = place if not place.by_cell else (place.sheet, place.sheet_number)
        groups.setdefault((one.code, alone, tuple(said)), []).append(one)
    return list(groups.values())


def _sentence(alike: Sequence[Finding], say: Say) -> str:
    first, *others = alike
    told = sentence(first, say)
    if not others:
        return told
    named = [one.place.cell.rpartition("!")[2] for one in others[:_NAMED]]
    if len(others) > _NAMED:
        named.append("…")
    return say("{sentence} Also in {cells}.", sentence=told, cells=", ".join(named))
