"""Stewardship as values, for every file that tells targets: who answers, why, and what is due."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.scorecard import Scorecard
from plantrack.stewardship import Stewardship
from plantrack.words import Say
from plantrack.words.terms import standing_word


def stewardship_of(note: Stewardship | None) -> dict[str, object]:
    """Return what is stated of a target as plain values; None where nothing is.

    Every key is there for every target, so that a table has the same columns throughout.
    """
    said = None if note is None else note.explanation
    due = None if note is None else note.due
    return {
        "department": note.department or None if note is not None else None,
        "explanation": said and said.text,
        "explained_on": said and said.on.isoformat(),
        "explained_by": said and said.by,
        "explained_standing": said and said.standing.value,
        "explained_revision": said and said.revision,
        "next_figure_year": due and due.year,
        "next_figure_due": due and due.on.isoformat(),
        "revision": note and note.revision,
    }


def stewardship_rows(
    card: Scorecard, stewards: Mapping[str, Stewardship], say: Say
) -> list[dict[str, str]]:
    """Return one row of written values a target, worst first: a table for slides and briefs.

    Targets of which nothing is stated are left out; a value not stated is an empty text.
    """
    return [
        {
            say("Target"): say.text(row.indicator.name),
            say("Standing"): standing_word(row.standing, say),
            say("Answering department"): note.department,
            say("Explanation"): note.explanation.text if note.explanation is not None else "",
            say("Explained on"): say.date(note.explanation.on) if note.explanation else "",
            say("Next figure"): str(note.due.year) if note.due is not None else "",
            say("Due on"): say.date(note.due.on) if note.due is not None else "",
        }
        for row in card.ordered
        if (note := stewards.get(row.target.id)) is not None
    ]
