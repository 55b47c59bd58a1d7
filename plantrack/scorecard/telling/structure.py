"""The parts of a whole in words: the finding, the sums, the breaks, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantrack.model import Figure, MissingFigure, Source
from plantrack.plan import Plan
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.structure import Part, Structure, YearMix
from plantrack.scorecard.telling.aims import away
from plantrack.scorecard.telling.changes import remarks
from plantrack.scorecard.telling.gaps import differences
from plantrack.scorecard.telling.marks import marks
from plantrack.scorecard.telling.times import years
from plantrack.scorecard.telling.values import status_note
from plantrack.words import Say


def own_row(part: Part) -> TargetRow | None:
    """The part's corridor where it was set for the plan's own place and may be graded there."""
    row = part.row
    return row if row is not None and row.target.geography == row.plan.geography else None


def target_rows(structure: Structure) -> tuple[TargetRow, ...]:
    """The corridors of the parts, those set for another place left out."""
    rows = (own_row(part) for part in structure.parts)
    return tuple(row for row in rows if row is not None)


def structure_takeaway(structure: Structure, say: Say) -> str:
    """Return how many shares lie inside their corridors and which is furthest away."""
    latest, name = structure.latest, say.text(structure.whole.name)
    if latest is None:
        return say("{name}: the series in use has no year with all of its parts.", name=name)
    told = {"name": name, "year": str(latest.year), "notes": _notes(latest.shares.values(), say)}
    rows = [row for row in target_rows(structure) if row.assessment.met is not None]
    if not rows:
        return _without_corridors(structure, latest, told, say)
    told["corridors"] = _target_years(rows, say)
    outside = [row for row in rows if not row.assessment.met and differences(row)]
    if not outside:
        return say("{name} in {year}{notes}: every share lies inside {corridors}.", **told)
    furthest = max(outside, key=lambda row: abs(differences(row)[0]))
    return say(
        "{name} in {year}{notes}: {inside} {corridors}; furthest away: {part}, {away}.",
        inside=say.many(
            "{count} of {total} shares lies inside",
            "{count} of {total} shares lie inside",
            sum(bool(row.assessment.met) for row in rows),
            total=len(rows),
        ),
        part=lowered(say.text(furthest.indicator.name)),
        away=away(furthest, say),
        **told,
    )


def _target_years(rows: Sequence[TargetRow], say: Say) -> str:
    due = sorted({row.target.year for row in rows})
    return say("the target ranges for {years}", years=say.listed([str(year) for year in due]))


def _without_corridors(
    structure: Structure, latest: YearMix, told: dict[str, str], say: Say
) -> str:
    largest = max(structure.parts, key=lambda part: latest.shares[part.indicator.id].value)
    figure = latest.shares[largest.indicator.id]
    return say(
        "{name} in {year}{notes}: the largest part is {part} with {share}; this target set asks "
        "nothing of the shares.",
        part=lowered(say.text(largest.indicator.name)),
        share=say.percent(figure.value, decimals_of(figure, largest)),
        **told,
    )


def lowered(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def decimals_of(figure: Figure, part: Part) -> int:
    """The decimals a share is printed with."""
    return part.indicator.decimals if figure.decimals is None else figure.decimals


def _notes(figures: Iterable[Figure], say: Say) -> str:
    found = {status_note(figure.status, say) for figure in figures}
    return remarks(tuple(sorted(note for note in found if note)), say)


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
