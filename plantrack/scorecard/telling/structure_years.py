"""The years of a whole in words: sums, breaks, missing shares, what was said of the ranges."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.model import MissingFigure, Source
from plantrack.plan import Plan
from plantrack.scorecard.structure import Structure, YearMix
from plantrack.scorecard.telling.marks import marks
from plantrack.scorecard.telling.structure import decimals_of, target_rows
from plantrack.scorecard.telling.times import years
from plantrack.words import Say


def sum_sentence(structure: Structure, mix: YearMix, sources: Sequence[Source], say: Say) -> str:
    """Return "2025: 20.51 + 28.06 + 47.22 + 4.21 = 100.00; one origin: ..." with the tolerance.

    `sources` are the publications of the year's shares, each once.
    """
    shares = [mix.shares[part.indicator.id] for part in structure.parts]
    most = max(decimals_of(f, p) for f, p in zip(shares, structure.parts, strict=True))
    written = [
        say.number(f.value, decimals_of(f, p)) for f, p in zip(shares, structure.parts, strict=True)
    ]
    told = {
        "year": mix.year,
        "terms": " + ".join(written),
        "total": say.number(mix.sum.total, most),
        "tolerance": say.number(mix.sum.tolerance),
        "origins": say.listed([publication(source, say) for source in sources]),
    }
    if not mix.one_origin:
        return say(
            "{year}: {terms} = {total}, but from several origins, so the sum proves nothing: "
            "{origins}.",
            **told,
        )
    if mix.sum.holds:
        return say(
            "{year}: {terms} = {total}; one origin: {origins}. The sum may miss 100 by "
            "{tolerance}, the rounding of the shares.",
            **told,
        )
    return say(
        "{year}: {terms} = {total}; one origin: {origins}. That misses 100 by more than the "
        "rounding of the shares ({tolerance}): they are not parts of one whole.",
        **told,
    )


def publication(source: Source, say: Say) -> str:
    """Return publisher and title of a publication as a sentence names it."""
    return say("{publisher}, “{title}”", publisher=source.publisher, title=source.title)


def break_sentences(structure: Structure, plan: Plan, say: Say) -> tuple[str, ...]:
    """Return for each break between the shares its year and reason, oldest first."""
    series = {figure.series for part in structure.parts for figure in part.figures}
    breaks = {(b.first_year_after, b.reason) for b in plan.breaks if b.series in series}
    return tuple(
        say(
            "Between {before} and {after} lies a break, across which nothing is computed: {reason}",
            before=year - 1,
            after=year,
            reason=say.text(reason),
        )
        for year, reason in sorted(breaks, key=lambda one: one[0])
    )


def missing_sentences(structure: Structure, plan: Plan, choice: str, say: Say) -> tuple[str, ...]:
    """Return for each year whose shares were looked for and not found why, and whom to ask."""
    found: dict[tuple[str, str], list[MissingFigure]] = {}
    for part in structure.parts:
        series = plan.series_in_use(part.indicator.id, choice)
        for gap in plan.missing:
            if series is None or gap.series != series.id or gap.geography != plan.geography:
                continue
            span = years(gap.period.start.year, gap.period.last_year, say)
            found.setdefault((span, say.text(gap.reason)), []).append(gap)
    parts = len(structure.parts)
    return tuple(
        say(
            "Shares of {years} ({count} of {parts} missing): {reason}",
            years=span,
            count=len(gaps),
            parts=parts,
            reason=reason,
        )
        for (span, reason), gaps in sorted(found.items(), reverse=True)
    )


def set_notes(structure: Structure, say: Say) -> tuple[str, ...]:
    """Return what the target set says about its ranges: what holds for all first, then by part."""
    notes = {
        say.text(part.indicator.name): say.text(part.row.target.note)
        for part in structure.parts
        if part.row is not None and say.text(part.row.target.note)
    }
    shared = [one for one in dict.fromkeys(notes.values()) if all(one in n for n in notes.values())]
    told = list(shared)
    for name, note in notes.items():
        for general in shared:
            note = note.replace(general, "")
        if note.strip():
            told.append(say("{name}: {note}", name=name, note=note.strip()))
    return tuple(told)


def shared_marks(structure: Structure, say: Say) -> tuple[str, ...]:
    """Return what a reader must know of every one of the ranges alike, such as a revision."""
    each = [marks(row, say) for row in target_rows(structure)]
    return tuple(one for one in each[0] if all(one in other for other in each)) if each else ()
