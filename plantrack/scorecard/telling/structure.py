"""The parts of a whole in words: how many lie inside their ranges, and which is furthest away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantrack.model import Figure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.structure import Part, Structure, YearMix
from plantrack.scorecard.telling.aims import away
from plantrack.scorecard.telling.changes import remarks
from plantrack.scorecard.telling.gaps import differences
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
    elsewhere = [part.row for part in structure.parts if part.row is not None]
    if elsewhere:
        return say(
            "{name} in {year}{notes}: the largest part is {part} with {share}; the target ranges "
            "of this set were set for {place} and are shown, not graded.",
            part=lowered(say.text(largest.indicator.name)),
            share=say.percent(figure.value, decimals_of(figure, largest)),
            place=_place(elsewhere[0], say),
            **told,
        )
    return say(
        "{name} in {year}{notes}: the largest part is {part} with {share}; this target set asks "
        "nothing of the shares.",
        part=lowered(say.text(largest.indicator.name)),
        share=say.percent(figure.value, decimals_of(figure, largest)),
        **told,
    )


def _place(row: TargetRow, say: Say) -> str:
    return say.text(row.plan.geographies[row.target.geography].name)


def lowered(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def decimals_of(figure: Figure, part: Part) -> int:
    """The decimals a share is printed with."""
    return part.indicator.decimals if figure.decimals is None else figure.decimals


def _notes(figures: Iterable[Figure], say: Say) -> str:
    found = {status_note(figure.status, say) for figure in figures}
    return remarks(tuple(sorted(note for note in found if note)), say)
