"""One revision: whose, what it changed in a sentence, whether it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from plantrack.chronicle import Effect
from plantrack.model import Figure, Revision, RevisionKind
from plantrack.scorecard import scorecard
from plantrack.scorecard.telling import counts_sentence
from plantrack.stewardship.stated import Change
from plantrack.stewardship.telling import change_sentences
from plantrack.ui import resources
from plantrack.ui.history.kept_file import draw_file, file_name
from plantrack.ui.history.revision_edits import edit_sentences
from plantrack.ui.history.revision_sets import kept_targets, set_recorded, set_sentences
from plantrack.ui.history.revision_tables import figures_table, standings_table
from plantrack.ui.history.revision_words import figures_sentence, standings_sentence
from plantrack.ui.history.withdrawing import draw_confirmation, draw_offer
from plantrack.ui.literal import literal
from plantrack.ui.recorder import made_by
from plantrack.ui.view import View
from plantrack.words import capitalised
from plantrack.words.terms import kind_word

_ORIGINS_NAMED: Final = 2


@dataclass(frozen=True)
class Record:
    """A revision with what it changed, as known at the revision the page shows.

    `effect` is None where this program no longer accepts a plan definition it rests on.
    """

    entry: Revision
    effect: Effect | None
    withdrawal: Revision | None  # the standing withdrawal that took it back
    takes_back: str  # what a withdrawal withdrew, in words; "" for any other kind
    noted: tuple[Change, ...] = ()  # what it changed of what is stated of targets


def draw_record(view: View, record: Record) -> None:
    entry, say = record.entry, view.say
    with st.container(border=True, key=f"history_revision_{entry.number}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            new_set = set_recorded(entry) is not None
            kind = say("Target set") if new_set else capitalised(kind_word(entry.kind, say))
            title = say("Revision {number} · {kind}", number=entry.number, kind=kind)
            st.subheader(literal(title), anchor=False, width="content")
            _draw_whether_it_stands(view, record)
        st.caption(provenance(view, record))
        for told in sentences(view, record):
            st.markdown(literal(told))
        _draw_remarks(view, record)
        _draw_details(view, record)
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            view.page_link(
                "overview",
                say("View as of this revision →"),
                revision=entry.number,
            )
            draw_offer(view, entry)
        draw_confirmation(view, entry)


def sentences(view: View, record: Record) -> list[str]:
    """Return what the revision changed: figures, then standings of the reader's target set."""
    say, entry, change = view.say, record.entry, record.effect
    if change is None:
        told = say(
            "What revision {number} changed cannot be told: this version of the program does not "
            "accept the plan definition of that time.",
            number=entry.number,
        )
        return [told]
    target_set = view.target_set.id

    def stood() -> Sequence[Figure]:
        return resources.snapshot(resources.opened().store, entry.number).figures

    sets = set_sentences(entry, view.store.history(), change, stood, view.series, say)
    if sets:
        rest = kept_targets(change)
        if rest.standings:
            sets.append(standings_sentence(rest, target_set, entry.withdraws, say))
        return sets
    figures = figures_sentence(entry, change, record.takes_back, say)
    if entry.number > 1:
        noted = change_sentences(record.noted, change.plan, say)
        if not change.figures and not change.standings:
            return [figures, *noted]
        return [figures, *noted, standings_sentence(change, target_set, entry.withdraws, say)]
    if target_set not in change.plan.target_sets:
        return [figures]
    card = scorecard(change.plan, stood(), target_set, view.series)
    return [figures, counts_sentence(card, say)]


def provenance(view: View, record: Record) -> str:
    """Return when, by whom, how many figures, which file and which publications, as Markdown."""
    entry, say = record.entry, view.say
    told = [
        literal(say.moment(entry.made_at, view.plan.time_zone)),
        made_by(entry.made_by, say),
    ]
    if entry.rows:
        told.append(literal(say.many("{count} figure", "{count} figures", entry.rows)))
    name = file_name(entry)
    if name:
        told.append(literal(say("file {name}", name=name)))
    origins = _origins(record)
    if len(origins) > _ORIGINS_NAMED:
        told.append(literal(say.many("{count} source", "{count} sources", len(origins))))
    elif origins and entry.kind is not RevisionKind.WITHDRAWAL:
        told.append(literal(say("source: {titles}", titles="; ".join(origins))))
    return " · ".join(told)


def _origins(record: Record) -> list[str]:
    """Return the titles of the publications the revision's figures come from."""
    if record.effect is None:
        return []
    known = {
        **resources.snapshot(resources.opened().store, record.entry.number).sources,
        **record.effect.plan.sources,
    }
    origins = dict.fromkeys(m.after.origin for m in record.effect.figures if m.after is not None)
    return [known[origin].title for origin in origins if origin in known]


def _draw_whether_it_stands(view: View, record: Record) -> None:
    say = view.say
    if record.withdrawal is None:
        st.badge(say("Stands"), color="gray", icon=":material/check:")
    else:
        told = say("Withdrawn by revision {number}", number=record.withdrawal.number)
        st.badge(told, color="orange", icon=":material/undo:")


def _draw_remarks(view: View, record: Record) -> None:
    """The recorder's own words: the note or reason, and why it was withdrawn."""
    say, entry = view.say, record.entry
    if entry.note:
        if entry.kind is RevisionKind.WITHDRAWAL:
            st.markdown(literal(say("Reason: {reason}", reason=entry.note)))
        else:
            st.markdown(literal(say("Note: {note}", note=entry.note)))
    for sentence in edit_sentences(view, entry):
        st.markdown(f"- {literal(sentence)}")
    withdrawal = record.withdrawal
    if withdrawal is not None:
        told = say(
            "Withdrawn by revision {number} on {moment}: {reason}",
            number=withdrawal.number,
            moment=say.moment(withdrawal.made_at, view.plan.time_zone),
            reason=withdrawal.note,
        )
        st.markdown(literal(told))


def _draw_details(view: View, record: Record) -> None:
    """The tables and the kept file: read and drawn only when somebody opens them."""
    entry, change, say = record.entry, record.effect, view.say
    moved = change is not None and (change.figures or change.standings)
    if not moved and entry.raw_digest is None:
        return
    details = st.expander(
        say("Figures, standings and file"),
        key=f"history_details_{entry.number}",
        icon=":material/table:",
        on_change="rerun",
    )
    if not details.open:
        return
    with details:
        if change is not None and change.standings:
            st.html(standings_table(change, say, entry.withdraws))
        if change is not None and change.figures:
            st.html(figures_table(change, say))
        draw_file(view, entry)
