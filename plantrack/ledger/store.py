"""The contract every ledger keeps, whatever engine lies under it.

A store raises `StaleRevision`, `AlreadyRecorded`, `NothingToRecord`, `CannotWithdraw` and
`LedgerUnavailable`, and no error of its engine. A caller's mistake (a value no ledger can hold,
an origin nobody declared, two rows for one key) is a `ValueError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from plantrack.model import Figure, Period, Revision, RevisionKind, Source
from plantrack.plan import Plan

Key = tuple[str, str, Period]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood at a revision: at most one figure per series, geography and period.

    `sources` are the origins people recorded with their uploads, by id; those of the plan are
    in its definition. `plan_digest` names the definition in force, empty for revision 0.
    """

    revision: int
    plan_digest: str
    figures: tuple[Figure, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saved:
    """A matching, deck or scenario someone kept; no standing depends on it."""

    kind: str
    name: str
    value: object  # anything JSON holds
    saved_by: str
    saved_at: datetime  # UTC, naive


class Store(Protocol):
    """Revisions of one plan's figures, appended and never rebuilt."""

    @property
    def plan(self) -> Plan:
        """The plan the next revision is made under: the seeds and the standing target sets."""

    def plan_without(self, revision: int) -> Plan:
        """Return the plan that would be in force if `revision` were withdrawn now."""

    def revision(self) -> int:
        """Return the newest revision's number; 0 for an empty ledger."""

    def current(
        self,
        geographies: Iterable[str] | None = None,
        series: Iterable[str] | None = None,
    ) -> Snapshot:
        """Return what stands now, for the named geographies and series (None = all)."""

    def as_of(self, revision: int) -> Snapshot:
        """Return what stood when `revision` was the newest; ValueError on an unknown one."""

    def at(self, day: date) -> Snapshot:
        """Return what stood at the end of `day` in the plan's time zone."""

    def definition(self, digest: str) -> str:
        """Return the canonical JSON of a plan definition some revision was made under."""

    def commit(
        self,
        kind: RevisionKind,
        rows: Sequence[Figure],
        *,
        expecting: int,
        by: str,
        note: str,
        raw: str | None = None,
        decisions: Mapping[str, object] | None = None,
    ) -> int:
        """Append one revision under the store's plan and return its number.

        `expecting` is the newest revision the writer looked at. `raw` is the digest `keep`
        gave the uploaded file. `decisions` is JSON; `decisions["sources"]` lists the origins
        of rows that the plan does not name, each as `dataclasses.asdict(Source)`;
        `decisions["target_set"]` of a `plan` revision is the set it adds to the plan.
        """

    def withdraw(self, revision: int, *, expecting: int, by: str, reason: str) -> int:
        """Append a withdrawal of `revision` and return its own number."""

    def history(self) -> tuple[Revision, ...]:
        """Return every revision, newest last."""

    def figures_of(self, revision: int) -> tuple[Figure, ...]:
        """Return the rows `revision` carried, in the order they were recorded."""

    def replaced_by(self, revision: int) -> Mapping[Key, Figure | None]:
        """Return for each row of `revision` the figure that stood just before, or None."""

    def keep(self, content: bytes, name: str = "") -> str:
        """Keep a file byte for byte and return its digest; `name` lends its extension."""

    def raw(self, digest: str) -> bytes:
        """Return a kept file, checked against its digest."""

    def backup(self, path: Path) -> None:
        """Write the whole ledger and its kept files as another ledger at `path`."""

    def save(self, kind: str, name: str, value: object, by: str) -> None:
        """Keep a JSON value under a kind and name, replacing what was there."""

    def saved(self, kind: str) -> tuple[Saved, ...]:
        """Return what was saved of a kind, by name."""

    def forget(self, kind: str, name: str) -> None:
        """Drop a saved value; dropping what is not there changes nothing."""

    def close(self) -> None:
        """Let go of the file; every later call raises `LedgerUnavailable`."""
