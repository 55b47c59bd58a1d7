"""What a revision did to the target sets, in a sentence for the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from plantrack.chronicle import Effect
from plantrack.ledger import recorded_set
from plantrack.model import Figure, Revision, RevisionKind, Text
from plantrack.scorecard import scorecard
from plantrack.scorecard.telling import counts_sentence
from plantrack.seeds import Recorded
from plantrack.words import Say


def set_recorded(entry: Revision) -> str | None:
    """Return the id of the target set a revision records; None for any other revision."""
    found = recorded_set(entry.decisions)
    return None if found is None else str(found["rows"]["target_sets"][0]["id"])


def set_sentences(
    entry: Revision,
    history: Sequence[Revision],
    change: Effect,
    figures: Callable[[], Sequence[Figure]],
    series: str,
    say: Say,
) -> list[str]:
    """Return what became of a target set: recorded, taken out, or brought back; [] for none.

    `figures` gives those that stood then, judged in `series`. Standings of targets that both
    plans have are for the sentence on standings.
    """
    found, brought = _concerned(entry, history)
    if found is None:
        return []
    called, document = _names(found, say)
    count, number = len(found["rows"]["targets"]), entry.number
    shown = {"number": number, "name": called, "document": document}
    if entry.kind is RevisionKind.PLAN:
        told = [
            say.many(
                "Revision {number} recorded the target set “{name}” ({document}) with {count} "
                "target; no figure changed.",
                "Revision {number} recorded the target set “{name}” ({document}) with {count} "
                "targets; no figure changed.",
                count,
                **shown,
            )
        ]
    elif brought:
        told = [say("Revision {number} brought the target set “{name}” back.", **shown)]
    else:
        told = [say("Revision {number} took the target set “{name}” out.", **shown)]
    name = str(found["rows"]["target_sets"][0]["id"])
    if name not in change.plan.target_sets:
        return told
    counts = counts_sentence(scorecard(change.plan, figures(), name, series), say)
    told.append(say("Under this set: {counts}", counts=counts))
    ended = _ended(found, change, say)
    return [*told, ended] if ended else told


def kept_targets(change: Effect) -> Effect:
    """Return the change without the targets that came or went with their set."""
    both = (m for m in change.standings if m.before is not None and m.after is not None)
    return replace(change, standings=tuple(both))


def _concerned(entry: Revision, history: Sequence[Revision]) -> tuple[Recorded | None, bool]:
    """Return the set a revision records, or the one a chain of withdrawals ends at."""
    found, steps = entry, 0
    while found.withdraws is not None:
        found, steps = history[found.withdraws - 1], steps + 1
    return recorded_set(found.decisions), steps > 0 and steps % 2 == 0


def _names(found: Recorded, say: Say) -> tuple[str, str]:
    row: Mapping[str, str] = found["rows"]["target_sets"][0]
    return say.text(Text(row["name_vi"], row["name_en"])), row["document"]


def _ended(found: Recorded, change: Effect, say: Say) -> str:
    for name in found.get("ends", {}):
        ended = change.plan.target_sets.get(name)
        if ended is not None and ended.in_force_to is not None:
            return say(
                "“{name}” now ends on {day}; its targets and standings stay as they were.",
                name=say.text(ended.name),
                day=say.date(ended.in_force_to),
            )
    return ""
