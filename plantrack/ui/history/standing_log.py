"""The log of standings: every change since the first revision, with its cause and who made it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import streamlit as st

from plantrack import __version__
from plantrack.chronicle import StandingMove
from plantrack.exports.cells import inert
from plantrack.intake.columns import DELIMITERS
from plantrack.model import Revision
from plantrack.review import Cause
from plantrack.scorecard import TargetRow
from plantrack.seeds import SeedProblems
from plantrack.ui import resources
from plantrack.ui.history.plan_causes import plan_cause_words
from plantrack.ui.history.revision_words import because, target_name, told_standing
from plantrack.ui.literal import literal
from plantrack.ui.recorder import stated_name
from plantrack.ui.scores import kept
from plantrack.ui.tables import Heading, html_table, small
from plantrack.ui.view import View
from plantrack.words import Say, capitalised, mark
from plantrack.words.terms import kind_word, standing_word

_OPENED: Final = "history_log"


@dataclass(frozen=True, slots=True)
class Logged:
    """One change of one standing, and the revision that brought it."""

    entry: Revision
    move: StandingMove


@dataclass(frozen=True, slots=True)
class Log:
    """Every change, newest first; `untold` are revisions whose plan is no longer accepted."""

    changes: tuple[Logged, ...]
    untold: tuple[int, ...]

    def within(self, target_set: str) -> tuple[Logged, ...]:
        return tuple(one for one in self.changes if one.move.row.target.target_set == target_set)


def standing_log(history: Sequence[Revision], series: str) -> Log:
    """Return the changes of every target set in `history` (oldest first) in a choice of series."""
    opened, changes, untold = resources.opened(), [], []
    for entry in reversed(history[1:]):
        try:
            effect = resources.effect_of(opened, entry, series)
        except SeedProblems:  # rules grew stricter since; the rest of the log still reads
            untold.append(entry.number)
            continue
        changes += [Logged(entry, move) for move in effect.standings]
    return Log(tuple(changes), tuple(untold))


def reason(one: Logged, say: Say) -> str:
    """Return why a standing changed, naming the part of the plan where that was changed."""
    if one.move.cause is Cause.PLAN:
        told = plan_cause_words(one.move, say)
        if told:
            return told
    return because(one.move, one.entry.withdraws, say)


def draw_log(view: View, history: Sequence[Revision]) -> None:
    """Draw the log where somebody opens it: every revision is compared with the one before."""
    say = view.say
    if len(history) < 2:
        return
    details = st.expander(
        say("Every change of a standing since the first revision"),
        key=_OPENED,
        icon=":material/list:",
        on_change="rerun",
    )
    if not details.open:
        return
    with details, st.spinner(say("Comparing each revision with the one before it")):
        log = kept(view, "standing_log", lambda: standing_log(history, view.series))
    with details:
        _draw_changes(view, log)
        st.caption(
            literal(
                say(
                    "Every standing here is judged by the method of program version {version}, "
                    "whatever version recorded the revision.",
                    version=__version__,
                )
            )
        )
        if log.untold:
            numbers = say.listed([str(number) for number in log.untold])
            st.caption(
                literal(
                    say(
                        "Not told: revisions whose plan is no longer accepted ({numbers}).",
                        numbers=numbers,
                    )
                )
            )


def _draw_changes(view: View, log: Log) -> None:
    say, own = view.say, log.within(view.target_set.id)
    if own:
        st.html(log_table(view, own))
    else:
        st.markdown(say("No standing of this target set has changed since the first revision."))
    if log.changes:
        st.download_button(
            say.many(
                "Download the log of all target sets ({count} change, CSV)",
                "Download the log of all target sets ({count} changes, CSV)",
                len(log.changes),
            ),
            kept(view, "standing_log_csv", lambda: log_csv(view, log)),
            f"{view.plan.id}_standings_{view.revision}.csv",
            "text/csv",
            key="history_log_file",
            on_click="ignore",
            icon=":material/download:",
        )


def log_table(view: View, changes: Sequence[Logged]) -> str:
    """Return one row a change: what moved, why, by which revision, when and by whom."""
    say = view.say
    headings = [
        Heading(say("What changed"), "name"),
        Heading(say("Because"), "wide"),
        Heading(say("Revision")),
    ]
    rows = [
        [
            escape(told_standing(one.move, say)),
            escape(capitalised(reason(one, say))),
            escape(say("no. {number}", number=one.entry.number))
            + small(say.moment(one.entry.made_at, view.plan.time_zone))
            + small(stated_name(one.entry.made_by, say)),
        ]
        for one in changes
    ]
    return html_table(say("Every change of a standing since the first revision"), headings, rows)


def log_csv(view: View, log: Log) -> bytes:
    """Return the log as UTF-8 with a byte order mark, as spreadsheets of the language expect.

    Text that would run as a formula is prefixed with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITERS[view.say.language], lineterminator="\r\n")
    writer.writerow(view.say(heading) for heading in _COLUMNS)
    for one in log.changes:
        writer.writerow(inert(tell(view, one)) for tell in _COLUMNS.values())
    return text.getvalue().encode("utf-8-sig")


def _target_set(view: View, one: Logged) -> str:
    row = one.move.row
    return view.say.text(row.plan.target_sets[row.target.target_set].name)


def _standing(view: View, row: TargetRow | None) -> str:
    return view.say("not a target") if row is None else standing_word(row.standing, view.say)


_COLUMNS: Final[Mapping[str, Callable[[View, Logged], str]]] = {
    mark("Revision"): lambda _view, one: str(one.entry.number),
    mark("Kind of revision"): lambda view, one: kind_word(one.entry.kind, view.say),
    mark("Recorded on"): lambda view, one: view.say.moment(one.entry.made_at, view.plan.time_zone),
    mark("Recorded by"): lambda view, one: stated_name(one.entry.made_by, view.say),
    mark("Target set"): _target_set,
    mark("Target"): lambda view, one: target_name(one.move, view.say),
    mark("Before"): lambda view, one: _standing(view, one.move.before),
    mark("After"): lambda view, one: _standing(view, one.move.after),
    mark("Because"): lambda view, one: reason(one, view.say),
    mark("Note"): lambda _view, one: one.entry.note,
}
