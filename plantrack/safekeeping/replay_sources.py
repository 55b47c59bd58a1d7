"""Where a rebuild reads from: a ledger's history, or the kept files alone when it is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from plantrack.ledger import ReadOnlyLedger, Saved
from plantrack.ledger.raw import KeptFiles
from plantrack.model import Figure, Revision, RevisionKind


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded as one revision. `rows` and `standing` None: nothing to compare with."""

    number: int
    kind: RevisionKind
    made_at: datetime
    by: str
    note: str
    plan_digest: str
    program_version: str
    raw: str | None
    withdraws: int | None
    decisions: Mapping[str, object]
    rows: tuple[Figure, ...] | None = None
    standing: tuple[Figure, ...] | None = field(default=None, repr=False)


class Source(Protocol):
    """`entries` ascend by number; a number may be absent when only files are left."""

    kept: KeptFiles

    @property
    def plan_id(self) -> str: ...

    def numbers(self) -> tuple[int, ...]: ...

    def entry(self, number: int) -> Recorded | None: ...

    def saved(self) -> tuple[Saved, ...]: ...


class FromLedger:
    """Everything: each revision with its rows and with what stood after it."""

    def __init__(self, ledger: ReadOnlyLedger) -> None:
        self.kept = ledger.kept
        self.plan_id = ledger.plan_id
        self._ledger = ledger
        self._history: Mapping[int, Revision] = {one.number: one for one in ledger.history()}

    def numbers(self) -> tuple[int, ...]:
        return tuple(range(1, max(self._history, default=0) + 1))

    def entry(self, number: int) -> Recorded | None:
        if number not in self._history:
            return None
        found = self._history[number]
        return Recorded(
            number=number,
            kind=found.kind,
            made_at=found.made_at,
            by=found.made_by,
            note=found.note,
            plan_digest=found.plan_digest,
            program_version=found.program_version,
            raw=found.raw_digest,
            withdraws=found.withdraws,
            decisions=found.decisions,
            rows=self._ledger.figures_of(number),
            standing=self._ledger.as_of(number).figures,
        )

    def saved(self) -> tuple[Saved, ...]:
        return self._ledger.saved()


_NOTED = {
    *("plan", "plan_digest", "revision", "kind", "made_at", "made_by", "note"),
    *("program_version", "decisions"),
}


class FromFiles:
    """The kept files and what was written beside them; saved things are not among them."""

    def __init__(self, kept: KeptFiles) -> None:
        self.kept = kept
        self._found = {
            int(one["revision"]): (raw, one)
            for raw, one in kept.descriptions()
            if one.keys() >= _NOTED
        }
        self.plan_id = next((str(one["plan"]) for _, one in self._found.values()), "")

    def numbers(self) -> tuple[int, ...]:
        return tuple(range(1, max(self._found, default=0) + 1))

    def entry(self, number: int) -> Recorded | None:
        if number not in self._found:
            return None
        raw, found = self._found[number]
        return Recorded(
            number=number,
            kind=RevisionKind(found["kind"]),
            made_at=datetime.fromisoformat(found["made_at"]),
            by=found["made_by"],
            note=found["note"],
            plan_digest=found["plan_digest"],
            program_version=found["program_version"],
            raw=raw,
            withdraws=found.get("withdraws"),
            decisions=found["decisions"],
        )

    def saved(self) -> tuple[Saved, ...]:
        return ()
