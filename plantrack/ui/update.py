"""The steps of a yearly update: take the template, give the file and its origin, look, record."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Final

import streamlit as st

from plantrack.intake.findings import Finding, Severity, remedy, sentence
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.intake.template import FileKind, write_example, write_template
from plantrack.ledger.refusals import Refusal
from plantrack.scorecard import scorecard
from plantrack.scorecard.telling import headline
from plantrack.ui import draft as drafts
from plantrack.ui.changes import draw_figures, draw_targets
from plantrack.ui.draft import Draft, chosen_rows, compared, consent_key
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.recorder import ask_recorder
from plantrack.ui.score_table import score_table
from plantrack.ui.tables import Heading, html_table
from plantrack.ui.view import View
from plantrack.words import mark

_UPLOAD: Final = "update_upload"
_TURN: Final = "update_turn"  # a new number empties the uploader and every tick
_DONE: Final = "update_done"
_REFUSED: Final = "update_refused"

MIME: Final = {
    FileKind.CSV: "text/csv",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SEVERITIES: Final = {
    Severity.BLOCKS: (mark("Stays out"), ":material/block:"),
    Severity.ASKS: (mark("Stays out until you answer"), ":material/help:"),
    Severity.WARNS: (mark("Goes in only after a tick"), ":material/warning:"),
    Severity.NOTES: (mark("To know"), ":material/info:"),
}


def draw_outcome(view: View) -> None:
    """Say once what the last recording did."""
    say = view.say
    done = st.session_state.pop(_DONE, None)
    if isinstance(done, int):
        st.success(say("Recorded as revision {number}.", number=done), icon=":material/check:")
        with st.container(horizontal=True):
            view.page_link("overview", say("See where the plan stands now"))
            view.page_link("history", say("See what changed, or withdraw it"))
    refused = st.session_state.pop(_REFUSED, None)
    if isinstance(refused, Refusal):
        st.error(literal(say.text(refused.sentence)), icon=":material/error:")


def draw_templates(view: View) -> None:
    """Draw the downloads: the template to fill in, and an example that is clearly invented."""
    say = view.say
    st.subheader(say("1. Take the template and fill it in"), anchor=False)
    st.write(
        say(
            "One row per indicator and year. Headers in Vietnamese mean a decimal comma, headers "
            "in English a decimal point."
        )
    )
    with st.container(horizontal=True):
        for kind in FileKind:
            st.download_button(
                say("Template ({kind})", kind=kind.value.upper()),
                partial(write_template, view.plan, view.snapshot.figures, say, kind),
                file_name=f"{view.plan.id}_template_{say.language}.{kind.value}",
                mime=MIME[kind],
                icon=":material/download:",
                on_click="ignore",
                key=f"update_template_{kind.value}",
            )
        for kind in FileKind:
            st.download_button(
                say("Example of a later year, fictitious ({kind})", kind=kind.value.upper()),
                partial(write_example, view.plan, view.snapshot.figures, say, kind),
                file_name=f"{view.plan.id}_example_fictitious_{say.language}.{kind.value}",
                mime=MIME[kind],
                icon=":material/science:",
                on_click="ignore",
                key=f"update_example_{kind.value}",
            )


def ask_draft(view: View) -> Draft | None:
    """Ask for the file and for where its figures come from; None until both are given."""
    say = view.say
    st.subheader(say("2. Give the filled-in file and its origin"), anchor=False)
    uploaded = st.file_uploader(
        say("File (CSV or XLSX)"), type=["csv", "xlsx", "tsv", "txt"], key=_keyed(_UPLOAD)
    )
    if uploaded is None:
        return None
    left, right = st.columns(2)
    with left:
        title = st.text_input(say("Title of the publication"), key=_keyed("update_title"))
        publisher = st.text_input(say("Publisher"), key=_keyed("update_publisher"))
    with right:
        published = st.text_input(say("Date of publication"), key=_keyed("update_published"))
        url = st.text_input(say("Address, if it has one"), key=_keyed("update_url"))
    if not (title.strip() and publisher.strip() and published.strip()):
        st.info(
            say("Every figure has an origin: give the title, the publisher and the date."),
            icon=":material/menu_book:",
        )
        return None
    source = drafts.stated_source(title.strip(), publisher.strip(), published.strip(), url.strip())
    return Draft(uploaded.name, uploaded.getvalue(), source)


def draw_findings(view: View, reading: Reading) -> None:
    """Draw all findings at once, what stays out first."""
    say = view.say
    st.subheader(say("3. What was found in the file"), anchor=False)
    accepted = say.many(
        "{count} row can be recorded.", "{count} rows can be recorded.", len(reading.rows)
    )
    st.write(accepted)
    for severity, (title, icon) in SEVERITIES.items():
        findings = [one for one in reading.findings if one.severity is severity]
        if not findings:
            continue
        st.markdown(f"{icon} **{say(title)}** · {len(findings)}")
        headings = [Heading(say("What and why"), "text"), Heading(say("What to do"))]
        st.html(html_table(say(title), headings, [_finding(one, view) for one in findings]))


def _finding(finding: Finding, view: View) -> list[str]:
    return [escape(sentence(finding, view.say)), escape(remedy(finding, view.say))]


def ask_consent(view: View, reading: Reading) -> tuple[AcceptedRow, ...]:
    """Ask for a tick on every warned row (or set of shares); return the rows to record."""
    say = view.say
    warned: dict[str, list[AcceptedRow]] = {}
    for row in reading.rows:
        if row.needs_tick:
            warned.setdefault(consent_key(row), []).append(row)
    ticked = {}
    if warned:
        st.markdown(f"**{say('Record these too?')}**")
    for key, rows in warned.items():
        ticked[key] = st.checkbox(literal(_named(view, rows)), key=_keyed(f"update_tick_{key}"))
    return chosen_rows(reading, ticked)


def _named(view: View, rows: list[AcceptedRow]) -> str:
    say, plan = view.say, view.plan
    names = [
        say(
            "{indicator} {year} ({cell})",
            indicator=say.text(plan.indicators[plan.series[row.figure.series].indicator].name),
            year=row.figure.period.last_year,
            cell=row.cell,
        )
        for row in rows
    ]
    return say.listed(names)


def draw_comparison(view: View, rows: tuple[AcceptedRow, ...]) -> None:
    """Draw what recording the rows would change: figures first, then every target that moves."""
    st.subheader(view.say("4. What would change"), anchor=False)
    found = compared(view, rows)
    draw_figures(view, found)
    draw_targets(view, found)


def on_a_copy(view: View) -> bool:
    """Ask whether to try on a copy, which never touches the ledger, or to record."""
    say = view.say
    choices = {
        True: say("Try on a copy: nothing is recorded"),
        False: say("Record in the ledger"),
    }
    chosen = st.segmented_control(
        say("What to do with it"),
        list(choices),
        format_func=choices.__getitem__,
        default=True,
        required=True,
        key=_keyed("update_copy"),
    )
    return chosen is not False


def draw_copy(view: View, rows: tuple[AcceptedRow, ...]) -> None:
    """Draw the overview as it would read with the rows recorded."""
    say = view.say
    figures = drafts.with_rows(view, rows)
    card = scorecard(view.plan, figures, view.target_set.id, view.series)
    st.subheader(say("5. The overview on the copy"), anchor=False)
    st.info(say("A copy: nothing below is recorded."), icon=":material/content_copy:")
    st.markdown(f"**{literal(headline(card, say))}**")
    st.html(score_table(card.ordered, say, lambda row: view.link("target", target=row.target.id)))


def draw_recording(
    view: View, draft: Draft, reading: Reading, rows: tuple[AcceptedRow, ...]
) -> None:
    """Ask who records and why, and record."""
    say = view.say
    st.subheader(say("5. Record"), anchor=False)
    by = ask_recorder(say)
    note = st.text_input(say("Note (what this update is)"), key=_keyed("update_note"))

    @in_callback
    def record() -> None:
        try:
            st.session_state[_DONE] = drafts.record(view, draft, reading, rows, by, note)
        except Refusal as refusal:
            st.session_state[_REFUSED] = refusal
        else:
            st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1

    st.button(
        say.many("Record {count} figure", "Record {count} figures", len(rows)),
        type="primary",
        icon=":material/save:",
        disabled=not by or not rows,
        on_click=record,
        key="update_record",
    )
    if not by:
        st.caption(say("Give your name first: every revision says who recorded it."))


def _keyed(name: str) -> str:
    return f"{name}_{st.session_state.setdefault(_TURN, 0)}"
