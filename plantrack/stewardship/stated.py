"""What is stated of every target at a revision, read from the history alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack.ledger.past import Entry, Past
from plantrack.model import Revision
from plantrack.stewardship.notes import Stewardship, notes_of

Stewards = Mapping[str, Stewardship]


def stewards_at(history: Sequence[Revision], revision: int) -> Stewards:
    """Return the stewardship of each target as of `revision`, by target id.

    `history` is whole, oldest first; a note withdrawn later stood until then.
    """
    seen = history[:revision]
    return _newest(seen, Past(_entries(seen)).withdrawn)


def stewards_without(history: Sequence[Revision], revision: int) -> Stewards:
    """Return what would be stated if `revision` were withdrawn now."""
    entries = _entries(history)
    last = entries[-1]
    withdrawal = Entry(last.revision + 1, revision, last.made_at, last.plan_digest)
    return _newest(history, Past((*entries, withdrawal)).withdrawn)


@dataclass(frozen=True, slots=True)
class Change:
    """What is stated of a target on two occasions; an empty stewardship where nothing was."""

    before: Stewardship
    after: Stewardship

    @property
    def target(self) -> str:
        return self.after.target


def changes(before: Stewards, after: Stewards) -> tuple[Change, ...]:
    """Return the targets of which something else is stated afterwards."""
    found = (
        Change(before.get(one, Stewardship(one)), after.get(one, Stewardship(one)))
        for one in {**before, **after}
    )
    return tuple(change for change in found if change.before.stated != change.after.stated)


def _newest(history: Sequence[Revision], withdrawn: Mapping[int, int]) -> Stewards:
    standing = (entry for entry in history if entry.number not in withdrawn)
    newest = {note.target: note for entry in standing for note in notes_of(entry)}
    return {target: note for target, note in newest.items() if not note.empty}


def _entries(history: Sequence[Revision]) -> tuple[Entry, ...]:
    return tuple(Entry(one.number, one.withdraws, one.made_at, one.plan_digest) for one in history)
