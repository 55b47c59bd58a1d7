"""What the full report tells of each target, in the words of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from plantrack.charts.look import Look
from plantrack.charts.values import noted
from plantrack.deck import Slide
from plantrack.exports.brief.references import References
from plantrack.exports.brief.rows import EMPTY, Data, standing, written_table
from plantrack.exports.brief.setting import drawing
from plantrack.exports.drawing import Drawing
from plantrack.exports.material import Material
from plantrack.model import Figure, Standing, Use
from plantrack.scorecard import TargetRow
from plantrack.scorecard.sensitivity import sensitivity
from plantrack.scorecard.telling import firm_sentence, marks, missing, steps, why
from plantrack.scorecard.telling.facts import facts
from plantrack.scorecard.telling.sensitivity import summary
from plantrack.stewardship.notes import Stewardship
from plantrack.stewardship.telling import due_sentence, explained, outdated
from plantrack.words import Say, capitalised
from plantrack.words.figures import written_period, written_value
from plantrack.words.terms import status_word, use_word

LOOK: Final = Look(width=860, height=332)  # as high for its width as on a slide
_LETTERS: Final = 56


def drawn(slide: Slide, look: Look = LOOK) -> Drawing | None:
    """Return the drawing of a slide in a room; None where it has none."""
    return None if slide.drawing is None else drawing(slide.drawing(look))


def chapter(row: TargetRow, slide: Slide, material: Material, references: References) -> Data:
    """Return one target: finding, drawing, numbers, reasons, arithmetic, figures, who answers."""
    say = material.say
    return {
        "name": say.text(row.indicator.name),
        **standing(row, say),
        "finding": slide.title,
        "drawing": drawn(slide),
        "alt": slide.alt,
        "table": None if slide.drawing is not None else written_table(slide.table),
        "facts": [{**asdict(one), "value": one.whole or EMPTY} for one in facts(row, say)],
        "why": _reasons(row, material),
        "steps": _halves([asdict(one) for one in steps(row, say, material.card.values)]),
        "figures": _figures(row, references, say),
        "target": _written(row, references, say),
        "steward": _steward(row, material),
        "basis": slide.basis,
    }


def _reasons(row: TargetRow, material: Material) -> list[str]:
    """Why it stands there, how sure that is, and what is missing."""
    say = material.say
    told = [capitalised(why(row, say)), firm_sentence(row, say), *marks(row, say)]
    if row.standing is not Standing.NOT_ASSESSED:
        found = sensitivity(row, material.card.values)
        told.append(summary(found, say) if found.grades else "")
    return [one for one in (*told, *missing(row, say)) if one]


def _halves(found: Sequence[Data]) -> tuple[Sequence[Data], Sequence[Data]]:
    """The steps in two columns of about the same height, in order down the first, then the second.

    A column of half the page holds about so many letters a line.
    """
    heights = [1.6 + sum(-(-len(line) // _LETTERS) for line in one["lines"]) for one in found]
    cut = min(
        range(len(found) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])), default=0
    )
    return found[:cut], found[cut:]


def _figures(row: TargetRow, references: References, say: Say) -> Data | None:
    """The figures of the series in use, newest first, each with the publication it stands in."""
    heading = noted(say("Value"), (_unit(row, say),), say)
    return written_table(
        [
            {
                say("Period"): written_period(figure.period, say),
                heading: written_value(row.plan, figure, say),
                say("Status"): _status(figure, say),
                say("Origin"): _origin(figure, references, say),
            }
            for figure in sorted(row.figures, key=lambda one: one.period)[::-1]
        ]
    )


def _unit(row: TargetRow, say: Say) -> str:
    """The unit of the figures: of a place among peers that of what the places are given by."""
    plan = row.plan
    stored = [plan.series[one.series] for one in row.figures if one.series in plan.series]
    used = plan.indicators[stored[0].indicator] if stored else row.indicator
    return say.text(plan.units[used.unit].name)


def _status(figure: Figure, say: Say) -> str:
    word = status_word(figure.status, say)
    return word if figure.use is Use.FIGURE else f"{word}; {use_word(figure.use, say)}"


def _origin(figure: Figure, references: References, say: Say) -> str:
    number = references.of(figure.origin)
    if not number:
        return say("computed when read")
    told = (", ".join(part for part in (number, figure.locator) if part), say.text(figure.note))
    return "; ".join(part for part in told if part)


def _written(row: TargetRow, references: References, say: Say) -> str:
    """Where the target stands written, with the note on it."""
    number, note = references.of(row.target.origin), say.text(row.target.note)
    told = f"{say('Where the target stands written')}: {number}." if number else ""
    return " ".join(part for part in (told, note) if part)


def _steward(row: TargetRow, material: Material) -> list[str]:
    say = material.say
    note = material.stewards.get(row.target.id, Stewardship(row.target.id))
    if note.empty:
        return [
            say(
                "Nobody has stated yet which department answers for this target, why it stands "
                "where it does, or when its next figure is due."
            )
        ]
    told = [f"{say('Answering department')}: {note.department or EMPTY}"]
    if note.due is not None:
        due = due_sentence(note.due, row, material.day, say)
        told.append(f"{say('Next figure due')}: {noted(say.date(note.due.on), (due,), say)}")
    if note.explanation is not None:
        told.append(f"{explained(note.explanation, say)}: “{note.explanation.text}”")
        told.append(outdated(note.explanation, row, material.series, say))
    return [one for one in told if one]
