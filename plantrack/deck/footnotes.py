"""What a slide rests on: method, series and years, and the publications."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack.model import Source
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.provenance import basis, series
from plantrack.words import Say

Sources = Mapping[str, Source]


def basis_of(rows: Sequence[TargetRow], say: Say) -> str:
    """Return the basis of one row, or the series of several."""
    if len(rows) == 1:
        return basis(rows[0], say)
    names = dict.fromkeys(series(row, say) for row in rows)
    return say("Series: {names}.", names="; ".join(names)) if names else ""


def publications(rows: Sequence[TargetRow], sources: Sources) -> tuple[Source, ...]:
    """Return those behind the newest figures and baselines, then behind the targets, each once."""
    return tuple(sources[one] for one in _origins(rows) if one in sources)


def _origins(rows: Sequence[TargetRow]) -> dict[str, None]:
    found: dict[str, None] = {}
    for row in rows:
        found |= dict.fromkeys(figure.origin for figure in row.figures[-1:] if figure.origin)
        found |= dict.fromkeys(_baseline(row))
    for row in rows:
        found[row.target.origin] = None
    return found


def _baseline(row: TargetRow) -> list[str]:
    base = row.assessment.baseline
    return [f.origin for f in row.figures if base and f.period.year == base.year and f.origin]


def sources_of(rows: Sequence[TargetRow], sources: Sources, say: Say) -> str:
    """Return the publications behind figures and targets: by title for one row, else how many."""
    known = publications(rows, sources)
    if not known:
        return ""
    if len(rows) > 1:
        return say.many(
            "Sources: {count} publication, listed on the page “Sources and method”.",
            "Sources: {count} publications, listed on the page “Sources and method”.",
            len(known),
        )
    return titled(known, say)


def titled(known: Sequence[Source], say: Say) -> str:
    """Return publications by title; empty for none."""
    titles = "; ".join(one.title.rstrip(".") for one in known)
    return say("Sources: {titles}.", titles=titles) if titles else ""
