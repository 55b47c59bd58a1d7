"""What one note revision says of a target, and how a ledger keeps it.

A note states everything about its target, so the newest standing note of a target is all there
is to know; withdrawing it brings the former one back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from plantrack.ledger.store import Store
from plantrack.model import Revision, RevisionKind, Standing

STEWARDSHIP: Final = "stewardship"  # in the decisions of a note revision


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a target stood where it did: `standing` was shown at `revision` in `series`."""

    text: str
    on: date
    by: str
    standing: Standing
    revision: int
    series: str  # the reader's choice, as `Plan.series_in_use` takes it


@dataclass(frozen=True, slots=True)
class Due:
    """The day the figure of a year is due."""

    year: int
    on: date


@dataclass(frozen=True, slots=True)
class Stewardship:
    """What is stated of one target. `revision`, `by` and `at` (UTC) are set by the ledger."""

    target: str
    department: str = ""
    explanation: Explanation | None = None
    due: Due | None = None
    revision: int | None = None
    by: str = ""
    at: datetime | None = None

    @property
    def stated(self) -> tuple[str, Explanation | None, Due | None]:
        """What somebody stated, whichever revision carries it."""
        return (self.department, self.explanation, self.due)

    @property
    def empty(self) -> bool:
        return self.stated == ("", None, None)


def record_notes(store: Store, notes: Sequence[Stewardship], *, expecting: int, by: str) -> int:
    """Append one note revision that says this of its targets, and return its number.

    Raises the ledger's refusals, and ValueError for no note or two on one target.
    """
    targets = [note.target for note in notes]
    if not targets or len(set(targets)) < len(targets):
        raise ValueError(f"one note for each target is needed, not {targets}")
    decisions = {STEWARDSHIP: [_written(note) for note in notes]}
    return store.commit(
        RevisionKind.NOTE, (), expecting=expecting, by=by, note="", decisions=decisions
    )


def notes_of(entry: Revision) -> tuple[Stewardship, ...]:
    """Return what a revision says of targets; nothing for one that says nothing."""
    written = entry.decisions.get(STEWARDSHIP, ())
    if entry.kind is not RevisionKind.NOTE or not isinstance(written, list | tuple):
        return ()
    return tuple(_read(one, entry) for one in written)


def _written(note: Stewardship) -> dict[str, Any]:
    said, due = note.explanation, note.due
    return {
        "target": note.target,
        "department": note.department,
        "explanation": said
        and {
            "text": said.text,
            "on": said.on.isoformat(),
            "by": said.by,
            "standing": said.standing.value,
            "revision": said.revision,
            "series": said.series,
        },
        "due": due and {"year": due.year, "on": due.on.isoformat()},
    }


def _read(written: Mapping[str, Any], entry: Revision) -> Stewardship:
    said, due = written["explanation"], written["due"]
    return Stewardship(
        target=str(written["target"]),
        department=str(written["department"]),
        explanation=said
        and Explanation(
            text=str(said["text"]),
            on=date.fromisoformat(said["on"]),
            by=str(said["by"]),
            standing=Standing(said["standing"]),
            revision=int(said["revision"]),
            series=str(said["series"]),
        ),
        due=due and Due(int(due["year"]), date.fromisoformat(due["on"])),
        revision=entry.number,
        by=entry.made_by,
        at=entry.made_at,
    )
