"""Recording a target set as one revision of the plan, and reading it again from what was kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from plantrack import log
from plantrack.intake.rules import Reading
from plantrack.ledger import TARGET_SET
from plantrack.ledger.store import Store
from plantrack.model import Figure, RevisionKind
from plantrack.plan import PREFERRED, Plan
from plantrack.seeds import Recorded
from plantrack.update.decisions import File
from plantrack.update.reading import read
from plantrack.update.recording import FILE_NAME
from plantrack.update.set_comparison import SetComparison

_CHECKED_ON: Final = "checked_on"  # the day the dates of the document were held against


@dataclass(frozen=True, slots=True)
class SetUpdate:
    """A file with a target set, what it holds, what it changes, and what was agreed to."""

    file: File
    reading: Reading
    comparison: SetComparison
    answers: Mapping[str, str]
    ticks: Collection[str]
    series: str
    day: date

    @property
    def agreed(self) -> bool:
        return self.comparison.agreed(self.ticks)


def record_set(store: Store, update: SetUpdate, *, expecting: int, by: str, note: str) -> int:
    """Append the set as one revision and return its number; raises the ledger's refusals.

    Raises ValueError where something was not agreed to. The sets that stand are left as they are.
    """
    found = update.reading.target_set
    if found is None or found.recorded is None or not update.agreed:
        raise ValueError("a target set is recorded once everything asked about it was agreed to")
    raw = store.keep(update.file.content, update.file.name)
    asked = update.comparison.asked_ticks
    number = store.commit(
        RevisionKind.PLAN,
        (),
        expecting=expecting,
        by=by,
        note=note,
        raw=raw,
        decisions={
            FILE_NAME: update.file.name,
            TARGET_SET: found.recorded,
            "series": update.series,
            "answers": dict(update.answers),
            "ticked": [one.asked.target.id for one in asked.values()],
            _CHECKED_ON: update.day.isoformat(),
        },
    )
    log.event("target_set", who=by, file=update.file.digest, set=found.id, revision=number)
    return number


def set_again(
    data: bytes, told: Mapping[str, Any], plan: Plan, current: Sequence[Figure]
) -> Recorded | None:
    """Return the set a file gives under the decisions a revision keeps; None where refused now."""
    name, series = str(told[FILE_NAME]), str(told.get("series", PREFERRED))
    answers = {str(key): str(value) for key, value in dict(told.get("answers", {})).items()}
    day = datetime.fromisoformat(str(told[_CHECKED_ON])).date()
    reading = read(lambda _: None, data, name, plan, current, series, answers, day)
    return None if reading.target_set is None else reading.target_set.recorded
