"""Making a ledger anew from what its revisions keep, and holding the two against each other.

Seeds are compared again with what stood, uploads are read again under the decisions taken on
them, withdrawals and notes are repeated, each at its own moment. A revision whose file is the
same and whose rows are not shows that a reading rule changed since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from plantrack import seeds
from plantrack.ledger import EmbeddedStore, ReadOnlyLedger
from plantrack.ledger.rows import rows_digest
from plantrack.model import Figure, RevisionKind
from plantrack.plan import Plan
from plantrack.safekeeping.outcomes import CannotReplay, Difference, FirstLost, Outcome, Step
from plantrack.safekeeping.replay_sources import Recorded, Source
from plantrack.safekeeping.replaying import (
    made_by_start,
    read_again,
    records_set,
    seed_rows,
    set_entry,
    upload_rows,
)
from plantrack.seeds import SeedProblems, Seeds
from plantrack.seeds.archived import load_archive

REBUILT_BY = "plantrack"


@dataclass
class _Replay:
    source: Source
    location: Path
    plans: dict[str, Plan] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    moment: datetime | None = None  # what the rebuilt ledger's clock shows
    opened: EmbeddedStore | None = None
    seeded: Plan | None = None  # what the seeds last brought in define
    sets: bool = False  # whether a target set was recorded so far

    @property
    def deviated(self) -> bool:
        differing = (Outcome.CHANGED_RULE, Outcome.CONSEQUENCE, Outcome.LOST)
        return any(step.outcome in differing for step in self.steps)

    def store(self, plan: Plan) -> EmbeddedStore:
        """Return the ledger being made, opened under `plan`."""
        if self.opened is None or self.opened.seeded.digest != plan.digest:
            self.close()
            self.opened = EmbeddedStore(self.location, plan, clock=self._clock)
        return self.opened

    def _clock(self) -> datetime:
        if self.moment is None:
            raise ValueError("no revision has been read yet")
        return self.moment

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()


def rebuild(source: Source, location: Path, definitions: Mapping[str, str]) -> tuple[Step, ...]:
    """Make a new ledger at `location` from `source`; return what became of each revision.

    `definitions` are those a ledger keeps, by digest; a rebuild from files reads the plans from
    the seeds kept with them. Raises `CannotReplay`, `FirstLost`, and
    `LedgerUnavailable` for a file that is gone or changed.
    """
    replay = _Replay(source, location)
    try:
        for number in source.numbers():
            entry = source.entry(number)
            if entry is None or not _has_its_file(source, entry):
                replay.steps.append(_lost(replay, number))
            else:
                replay.steps.append(_repeat(replay, entry, definitions))
        _carry_saved(replay)
    finally:
        replay.close()
    return tuple(replay.steps)


def definitions_of(ledger: ReadOnlyLedger) -> Mapping[str, str]:
    digests = {entry.plan_digest for entry in ledger.history()}
    return {digest: ledger.definition(digest) for digest in digests}


def _repeat(replay: _Replay, entry: Recorded, definitions: Mapping[str, str]) -> Step:
    found = _seeds(replay, entry) if made_by_start(entry) else None
    plan = _plan(replay, entry, definitions, found)
    replay.moment = entry.made_at
    store = replay.store(plan)
    rows, read = _rows(replay, entry, store.plan, found, store)
    again = set_entry(entry, replay.source.kept, store) if records_set(entry) else entry
    replay.sets = replay.sets or again is not entry
    _commit(replay, store, again, rows)
    return _held_against(replay, store, entry, read=read)


def _rows(
    replay: _Replay, entry: Recorded, plan: Plan, found: Seeds | None, store: EmbeddedStore
) -> tuple[tuple[Figure, ...], bool]:
    """Return the rows of the revision made again, and whether they were read again."""
    if found is not None:
        return seed_rows(found, entry, store), True
    if read_again(entry) and entry.raw is not None:
        return upload_rows(replay.source.kept.read(entry.raw), entry, plan, store), True
    carried = tuple(replace(row, revision=None) for row in entry.rows or ())
    return carried, not carried


def _commit(
    replay: _Replay, store: EmbeddedStore, entry: Recorded, rows: tuple[Figure, ...]
) -> None:
    expecting = store.revision()
    if entry.withdraws is not None:
        store.withdraw(entry.withdraws, expecting=expecting, by=entry.by, reason=entry.note)
        return
    needs_rows = entry.kind in (RevisionKind.RECORD, RevisionKind.SEED)
    kind = RevisionKind.NOTE if needs_rows and not rows else entry.kind
    raw = None
    if entry.raw is not None:
        path = replay.source.kept.path(entry.raw)
        raw = store.keep(replay.source.kept.read(entry.raw), path.name if path else "")
    store.commit(
        kind,
        rows,
        expecting=expecting,
        by=entry.by,
        note=entry.note,
        raw=raw,
        decisions=entry.decisions,
    )


def _held_against(replay: _Replay, store: EmbeddedStore, entry: Recorded, *, read: bool) -> Step:
    step = Step(entry.number, entry.kind, Outcome.REPEATED, entry.program_version)
    if entry.rows is None or entry.standing is None:
        lost = not read or (entry.kind is RevisionKind.RECORD and not read_again(entry))
        return replace(step, outcome=Outcome.LOST) if lost else step
    made = store.figures_of(entry.number)
    new = store.history()[-1]
    same = (
        rows_digest(made) == rows_digest(entry.rows)
        and store.as_of(entry.number).figures == entry.standing
        and (new.kind, new.plan_digest) == (entry.kind, entry.plan_digest)
    )
    if same:
        return replace(step, outcome=Outcome.EQUAL if read else Outcome.COPIED)
    outcome = Outcome.CONSEQUENCE if replay.deviated else Outcome.CHANGED_RULE
    return replace(step, outcome=outcome, differences=_differences(entry.rows, made))


def _differences(old: tuple[Figure, ...], new: tuple[Figure, ...]) -> tuple[Difference, ...]:
    before = {row.key: replace(row, revision=None) for row in old}
    after = {row.key: replace(row, revision=None) for row in new}
    return tuple(
        Difference(key, before.get(key), after.get(key))
        for key in {**before, **after}
        if before.get(key) != after.get(key)
    )


def _has_its_file(source: Source, entry: Recorded) -> bool:
    """Where only files are left, a revision without its own is lost; beside a ledger, where it
    can be copied back from a backup, that is refused.
    """
    return entry.rows is not None or entry.raw is None or source.kept.is_whole(entry.raw)


def _lost(replay: _Replay, number: int) -> Step:
    """Keep the number of a revision of which nothing is left, so that the others keep theirs."""
    store = replay.opened
    if store is None:
        raise FirstLost(number)
    store.commit(RevisionKind.NOTE, (), expecting=number - 1, by=REBUILT_BY, note="∅")
    return Step(number, None, Outcome.LOST)


def _seeds(replay: _Replay, entry: Recorded) -> Seeds:
    try:
        found = load_archive(replay.source.kept.read(entry.raw or ""))
    except SeedProblems as problem:
        raise CannotReplay(entry.number, entry.program_version, str(problem)) from problem
    replay.plans[found.plan.digest] = found.plan
    return found


def _plan(
    replay: _Replay, entry: Recorded, definitions: Mapping[str, str], found: Seeds | None
) -> Plan:
    if found is not None:
        replay.seeded = found.plan
        return found.plan
    if replay.seeded is not None and (replay.sets or records_set(entry)):
        return replay.seeded  # the ledger adds the recorded target sets to it
    digest = entry.plan_digest
    if digest not in replay.plans:
        try:
            replay.plans[digest] = seeds.plan_from_definition(definitions[digest])
        except (KeyError, SeedProblems) as problem:
            raise CannotReplay(entry.number, entry.program_version, str(problem)) from problem
    return replay.plans[digest]


def _carry_saved(replay: _Replay) -> None:
    """Saved things belong to no revision: they are taken over as they are."""
    if replay.opened is None:
        return
    for saved in replay.source.saved():
        replay.moment = saved.saved_at
        replay.opened.save(saved.kind, saved.name, saved.value, saved.saved_by)
