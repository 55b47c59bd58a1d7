"""From settings to a plan with its ledger: seeds read, ledger opened, what is new recorded.

The seeds are compared with the seeds last seen, not with what stands: a seed revision somebody
withdrew stays withdrawn after the next start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Protocol

from plantrack import seeds
from plantrack.ledger import EmbeddedStore, Key, Snapshot, Store
from plantrack.model import Figure, Revision, RevisionKind, Text, Use
from plantrack.plan import Plan
from plantrack.seeds import Seeds
from plantrack.settings import Settings

STARTED_BY = "plantrack"  # who makes the revisions of a start
SEEDS_SEEN = "seeds"  # the decision that holds the digest of the definition a start read

Brought = tuple[tuple[RevisionKind, tuple[Figure, ...]], ...]

_opened: dict[tuple[Path, Path], Opened] = {}
_opening = Lock()


class NoticeCode(StrEnum):
    KEPT_OUT = "kept_out"  # the seeds changed a figure a person has recorded since
    GONE = "gone"  # the seeds no longer hold a figure that stands
    UNCLAIMED = "unclaimed"  # a kept file no revision was made from


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a start did not do by itself, with what to do about it."""

    code: NoticeCode
    sentence: Text
    seed: Figure | None = None
    standing: Figure | None = None
    path: Path | None = None


class Recorded(Protocol):
    """What comparing seeds asks of a ledger; one opened for reading only will do."""

    def history(self) -> tuple[Revision, ...]: ...

    def current(self) -> Snapshot: ...

    def figures_of(self, revision: int) -> tuple[Figure, ...]: ...


@dataclass(frozen=True)
class Opened:
    """`plan` is the one in force when it was opened; what a revision knew is in the ledger."""

    plan: Plan
    store: EmbeddedStore
    notices: tuple[Notice, ...]

    def close(self) -> None:
        self.store.close()


def open_plan(settings: Settings) -> Opened:
    """Return the plan of `settings` with its ledger, which a first start seeds.

    All sessions of a process share one opened plan. Raises `SeedProblems` with every
    inconsistency of the seeds, `LedgerUnavailable` when the ledger cannot be used.
    """
    with _opening:
        found = seeds.load(settings.seeds)
        location = settings.ledger_for(found.plan.id).resolve()
        shared = _opened.get((location, settings.seeds.resolve()))
        if shared is not None and not shared.store.closed:
            return shared
        store = EmbeddedStore(location, found.plan, backups=settings.backups)
        try:
            notices = (*bring_in(found, store), *_unclaimed(store))
            opened = Opened(store.plan, store, notices)
        except BaseException:
            store.close()
            raise
        _opened[(location, settings.seeds.resolve())] = opened
        return opened


def bring_in(found: Seeds, store: Store) -> tuple[Notice, ...]:
    """Record what the seeds changed since they were last seen; return what was left alone.

    An empty ledger gets all figures as revision 1. Later a changed definition makes one `plan`
    revision, and new or different figures one `seed` revision. A figure the seeds now reject is
    recorded anew with that use: nothing else ends a figure in an append-only ledger.
    """
    brought, notices = compare(found, store)
    for kind, figures in brought:
        _record(found, store, kind, figures)
    return notices


def compare(found: Seeds, store: Recorded) -> tuple[Brought, tuple[Notice, ...]]:
    """Return the revisions a start with these seeds makes now, and what it leaves alone."""
    history = store.history()
    if not history:
        kind = RevisionKind.SEED if found.figures else RevisionKind.PLAN
        return ((kind, found.figures),), ()
    digests = [entry.decisions[SEEDS_SEEN] for entry in history if SEEDS_SEEN in entry.decisions]
    replanned = digests[-1:] != [found.plan.digest]
    seen = _seen(store)
    standing = {figure.key: figure for figure in store.current().figures}
    wanted = {figure.key: figure for figure in (*_rejections(found.plan, seen), *found.figures)}
    changed = [figure for figure in wanted.values() if figure != seen.get(figure.key)]
    records = {entry.number for entry in history if entry.kind is RevisionKind.RECORD}
    kept_out = [figure for figure in changed if _revision(standing, figure.key) in records]
    brought = tuple(figure for figure in changed if figure not in kept_out)
    revisions: Brought = (
        *(((RevisionKind.PLAN, ()),) if replanned else ()),
        *(((RevisionKind.SEED, brought),) if brought else ()),
    )
    return revisions, (
        *(
            _kept_out(figure, standing[figure.key])
            for figure in kept_out
            if not _says_the_same(figure, standing[figure.key])
        ),
        *(
            _gone(figure, standing[key])
            for key, figure in seen.items()
            if key not in wanted and _revision(standing, key) not in {*records, None}
        ),
    )


def _record(found: Seeds, store: Store, kind: RevisionKind, figures: tuple[Figure, ...]) -> None:
    store.commit(
        kind,
        figures,
        expecting=store.revision(),
        by=STARTED_BY,
        note="",
        raw=store.keep(found.archive, "seeds.zip"),
        decisions={SEEDS_SEEN: found.plan.digest},
    )


def _seen(store: Recorded) -> dict[Key, Figure]:
    """Return each figure as a start last brought it in, whether or not it stands."""
    return {
        figure.key: replace(figure, revision=None)
        for entry in store.history()
        if entry.kind is RevisionKind.SEED
        for figure in store.figures_of(entry.number)
    }


def _rejections(plan: Plan, seen: Mapping[Key, Figure]) -> Iterator[Figure]:
    """Yield the figures brought in earlier that the plan now rejects, with its reason."""
    for rejected in plan.rejected:
        key = (rejected.series, rejected.geography, rejected.period)
        if key in seen:
            yield replace(
                seen[key],
                value=rejected.value,
                use=Use.REJECT,
                origin=rejected.origin,
                locator=rejected.locator,
                note=rejected.reason,
            )


def _revision(standing: Mapping[Key, Figure], key: Key) -> int | None:
    return standing[key].revision if key in standing else None


def _says_the_same(one: Figure, other: Figure) -> bool:
    return (one.value, one.status, one.qualifier, one.use) == (
        other.value,
        other.status,
        other.qualifier,
        other.use,
    )


def _kept_out(seed: Figure, standing: Figure) -> Notice:
    what = _name(seed)
    number = standing.revision
    sentence = Text(
        f"Dữ liệu gốc có số liệu khác cho {what}, nhưng số liệu đã ghi ở phiên bản {number} được "
        f"giữ. Muốn dùng dữ liệu gốc, hãy thu hồi phiên bản {number} rồi khởi động lại.",
        f"The seeds hold another figure for {what}, but the one recorded in revision {number} "
        f"stands. To take the seeds' figure, withdraw revision {number} and start again.",
    )
    return Notice(NoticeCode.KEPT_OUT, sentence, seed, standing)


def _gone(seed: Figure, standing: Figure) -> Notice:
    what = _name(seed)
    sentence = Text(
        f"Dữ liệu gốc không còn số liệu cho {what}; số liệu ở phiên bản {standing.revision} vẫn "
        "được dùng. Muốn bỏ, hãy ghi lại dòng đó trong figures.csv với use = reject.",
        f"The seeds no longer hold a figure for {what}; the one of revision {standing.revision} "
        "still stands. To drop it, put the row back in figures.csv with use = reject.",
    )
    return Notice(NoticeCode.GONE, sentence, seed, standing)


def _unclaimed(store: EmbeddedStore) -> tuple[Notice, ...]:
    return tuple(
        Notice(
            NoticeCode.UNCLAIMED,
            Text(
                f"Tệp {path} không thuộc phiên bản số liệu nào và đã được để riêng. "
                "Nếu khi đó đang ghi một tệp tải lên, hãy tải tệp ấy lên lại; dữ liệu gốc đã được "
                "đọc lại từ đầu.",
                f"No revision was made from {path}, which was set aside. "
                "If an upload was being recorded, upload it again; the seeds have been taken anew.",
            ),
            path=path,
        )
        for path in store.unclaimed
    )


def _name(figure: Figure) -> str:
    period = figure.period
    when = period.year or f"{period.start.isoformat()}/{period.end.isoformat()}"
    return f"{figure.series}, {figure.geography}, {when}"
