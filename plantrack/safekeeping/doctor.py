"""The doctor: everything that could cost figures, found before it does.

Looks without changing anything. Inside the serving program it asks the open store; otherwise it
opens the file for reading only.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from plantrack import __version__, seeds
from plantrack.ledger import (
    EmbeddedStore,
    LedgerUnavailable,
    ReadOnlyLedger,
    Unavailable,
    read_only,
)
from plantrack.ledger.connection import refusing
from plantrack.ledger.raw import KeptFiles
from plantrack.opening import Opened
from plantrack.safekeeping.findings import Area, Finding, Report, Severity, both, report
from plantrack.safekeeping.machine import disk, permissions, versions
from plantrack.safekeeping.places import backups_of, ledger_of, plan_of
from plantrack.safekeeping.seed_findings import against_seeds
from plantrack.safekeeping.stored import stored_backups
from plantrack.seeds import SeedProblems
from plantrack.settings import Settings

Looked = EmbeddedStore | ReadOnlyLedger


class HeldElsewhere(Exception):
    """A program that serves has the ledger open: it has to be asked."""


def examine_open(opened: Opened, settings: Settings) -> Report:
    """Return what is wrong, seen from inside the program that serves."""
    store = opened.store
    around = _around(settings, store.location, store.backups)
    try:
        findings = [*_moved(store), *_examined(store, settings), *around]
        return report(store.revision(), findings)
    except LedgerUnavailable as refusal:
        finding = Finding(Severity.PROBLEM, Area.LEDGER, refusal.sentence)
        return report(None, [finding, *around])


def examine_closed(settings: Settings) -> Report:
    """Return what is wrong with a ledger no program has open; raises `HeldElsewhere`."""
    try:
        location = ledger_of(settings)
    except SeedProblems:
        return report(None, list(against_seeds(None, settings)))
    around = _around(settings, location, backups_of(settings, location))
    try:
        with read_only(location) as ledger:
            _refuse_other_plan(ledger, settings)
            found = list(_examined(ledger, settings))
            if not ledger.up_to_date:
                found.append(_older_schema())
            return report(ledger.revision(), [*found, *around])
    except LedgerUnavailable as refusal:
        if refusal.reason is Unavailable.LOCKED:
            raise HeldElsewhere from refusal
        ledger_finding = Finding(Severity.PROBLEM, Area.LEDGER, refusal.sentence)
        return report(None, [ledger_finding, *against_seeds(None, settings), *around])


def _refuse_other_plan(ledger: ReadOnlyLedger, settings: Settings) -> None:
    plan = plan_of(settings)
    if plan not in (None, ledger.plan_id):
        detail = f"{ledger.plan_id} ≠ {plan}"
        raise LedgerUnavailable(Unavailable.OTHER_PLAN, ledger.location, detail)


def _moved(store: EmbeddedStore) -> Iterator[Finding]:
    if store.moved:
        refusal = LedgerUnavailable(Unavailable.MOVED, store.location)
        yield Finding(Severity.PROBLEM, Area.LEDGER, refusal.sentence)


def _examined(looked: Looked, settings: Settings) -> Iterator[Finding]:
    for fault in looked.examine():
        yield Finding(Severity.PROBLEM, Area.LEDGER, fault.sentence)
    yield from _definition_tables(looked)
    yield from against_seeds(looked, settings)
    yield from _newer_program(looked)


def _definition_tables(looked: Looked) -> Iterator[Finding]:
    """The tables the views join with are copies of the definition: hold them against it."""
    digest = looked.current().plan_digest
    if not digest:
        return
    try:
        text = looked.definition(digest)
        if sha256(text.encode()).hexdigest() != digest:
            return  # told as a broken promise of the ledger
        plan = seeds.plan_from_definition(text)
    except (SeedProblems, LedgerUnavailable, KeyError) as problem:
        said = str(problem).partition("\n")[0]
        yield Finding(
            Severity.WARNING,
            Area.LEDGER,
            both(
                lambda say: say(
                    "This program does not accept the plan definition in force ({reason}). Start "
                    "it with seeds it accepts: they become the definition in force.",
                    reason=said,
                )
            ),
        )
        return
    differing = looked.differing_definition(plan)
    if differing:
        yield Finding(
            Severity.PROBLEM,
            Area.LEDGER,
            both(
                lambda say: say(
                    "The rows made from the plan's definition differ from it in {tables}: the "
                    "pages are right, the views are not. Restore the latest backup.",
                    tables=", ".join(differing),
                )
            ),
        )


def _older_schema() -> Finding:
    return Finding(
        Severity.NOTE,
        Area.LEDGER,
        both(
            lambda say: say(
                "The ledger has an older schema: the next start backs it up and brings it up to "
                "date."
            )
        ),
    )


def _newer_program(looked: Looked) -> Iterator[Finding]:
    newest = [entry.program_version for entry in looked.history()][-1:]
    if newest and _numbers(newest[0]) > _numbers(__version__):
        yield Finding(
            Severity.WARNING,
            Area.VERSIONS,
            both(
                lambda say: say(
                    "The newest revision was made by version {newer}, this is version {version}. "
                    "Update the program, or rules may judge differently from page to page.",
                    newer=newest[0],
                    version=__version__,
                )
            ),
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _around(settings: Settings, location: Path, backups: Path) -> tuple[Finding, ...]:
    kept = KeptFiles.beside(location)
    return (
        *_looked(backups, Area.BACKUPS, stored_backups(settings, location, backups)),
        *_looked(kept.unclaimed, Area.FILES, _unclaimed(kept)),
        *_looked(location.parent, Area.DISK, disk(location, kept, backups)),
        *permissions(location, kept, backups),
        *versions(),
    )


def _looked(place: Path, area: Area, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield findings; a place that cannot be looked at is one, and does not hide the others."""
    try:
        with refusing(place):
            yield from findings
    except LedgerUnavailable as refusal:
        yield Finding(Severity.PROBLEM, area, refusal.sentence)


def _unclaimed(kept: KeptFiles) -> Iterator[Finding]:
    files = sorted(path.name for path in kept.unclaimed.glob("*") if path.is_file())
    if files:
        yield Finding(
            Severity.NOTE,
            Area.FILES,
            both(
                lambda say: say.many(
                    "{count} file in {folder} belongs to no revision, for example {name}. Upload "
                    "it again if recording was interrupted; otherwise it may be moved away.",
                    "{count} files in {folder} belong to no revision, for example {name}. Upload "
                    "them again if recording was interrupted; otherwise they may be moved away.",
                    len(files),
                    folder=str(kept.unclaimed),
                    name=files[0],
                )
            ),
        )
