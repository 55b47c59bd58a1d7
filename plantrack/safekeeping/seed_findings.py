"""The seeds held against the ledger: no figure of theirs is kept out without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantrack import seeds
from plantrack.ledger import EmbeddedStore, ReadOnlyLedger
from plantrack.model import LANGUAGES, Figure, RevisionKind, Text
from plantrack.opening import compare
from plantrack.safekeeping.findings import Area, Finding, Severity, both
from plantrack.seeds import SeedProblems, Seeds
from plantrack.settings import Settings

_NAMED = 3  # figures named in one sentence


def against_seeds(
    looked: EmbeddedStore | ReadOnlyLedger | None, settings: Settings
) -> Iterator[Finding]:
    """Yield what is wrong with the seeds, and what of theirs does not stand in the ledger."""
    try:
        found = seeds.load(settings.seeds)
    except SeedProblems as refused:
        for problem in refused.problems:
            said = Text(*(problem.sentence(language) for language in LANGUAGES))
            yield Finding(Severity.PROBLEM, Area.SEEDS, said)
        return
    if looked is None or not looked.history():
        return
    brought, notices = compare(found, looked)
    for notice in notices:
        yield Finding(Severity.WARNING, Area.SEEDS, notice.sentence)
    yield from _coming(brought)
    yield from _withdrawn(found, looked, {f.key for _, rows in brought for f in rows})


def _coming(brought: Sequence[tuple[RevisionKind, tuple[Figure, ...]]]) -> Iterator[Finding]:
    figures = [figure for _, rows in brought for figure in rows]
    if any(kind is RevisionKind.PLAN for kind, _ in brought):
        yield Finding(
            Severity.NOTE,
            Area.SEEDS,
            both(
                lambda say: say(
                    "The plan's definition in the seeds differs from the one in the ledger: the "
                    "next start records it as a revision."
                )
            ),
        )
    if figures:
        yield Finding(
            Severity.NOTE,
            Area.SEEDS,
            both(
                lambda say: say.many(
                    "The seeds hold {count} new or changed figure: the next start records it.",
                    "The seeds hold {count} new or changed figures: the next start records them.",
                    len(figures),
                )
            ),
        )


def _withdrawn(
    found: Seeds, looked: EmbeddedStore | ReadOnlyLedger, coming: set[object]
) -> Iterator[Finding]:
    """Seed figures that do not stand because somebody withdrew the revision that brought them."""
    standing = {figure.key: figure for figure in looked.current().figures}
    kinds = {entry.number: entry.kind for entry in looked.history()}
    out = [
        figure
        for figure in found.figures
        if figure.key not in coming
        and (
            figure.key not in standing
            or (
                kinds[standing[figure.key].revision or 0] is RevisionKind.SEED
                and standing[figure.key].value != figure.value
            )
        )
    ]
    if not out:
        return
    named = [f"{one.series} {one.geography} {one.period.end.year}" for one in out[:_NAMED]]
    yield Finding(
        Severity.WARNING,
        Area.SEEDS,
        both(
            lambda say: say.many(
                "{count} figure of the seeds does not stand, because the revision that brought "
                "it was withdrawn: {names}. To bring it back, withdraw that withdrawal.",
                "{count} figures of the seeds do not stand, because the revisions that brought "
                "them were withdrawn: {names}. To bring them back, withdraw those withdrawals.",
                len(out),
                names=", ".join([*named, *(["…"] if len(out) > _NAMED else [])]),
            )
        ),
    )
