"""What would change it: cut-offs and methods, and the plan held against itself."""

from __future__ import annotations

from functools import partial

from plantrack.charts.tables import TableRow
from plantrack.deck.arithmetic import crossings_told, prices_told
from plantrack.deck.footnotes import Sources, basis_of, sources_of
from plantrack.deck.slide import Part, Slide
from plantrack.deck.standing_slides import MOST
from plantrack.method.verdict import Reason
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.coherence import Coherence, Requirement, Split, coherences
from plantrack.scorecard.sector_mix import ImpliedMix, implied_mix
from plantrack.scorecard.sensitivity import Sensitivity, sensitivity
from plantrack.scorecard.structure import structures
from plantrack.scorecard.telling import bounds
from plantrack.scorecard.telling.coherence import (
    coherence_takeaway,
    people_sentence,
    percent,
    rate_range,
)
from plantrack.scorecard.telling.sector_mix import basis_sentence, mix_sentence, share
from plantrack.scorecard.telling.sensitivity import margin_told
from plantrack.scorecard.telling.times import years
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word


def sensitivity_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return how far each standing found by a pace lies from another one; none without a pace."""
    paced = [row for row in card.ordered if row.assessment.reason is Reason.PACE][:MOST]
    if not paced:
        return []
    found = [sensitivity(row, card.values) for row in paced]
    unsure = sum(bool(one.disagreeing) or one.row.firm_differs for one in found)
    title = say.many(
        "{unsure} of {count} standing found by a pace would differ under another published "
        "method or without estimates.",
        "{unsure} of {count} standings found by a pace would differ under another published "
        "method or without estimates.",
        len(found),
        unsure=unsure,
    )
    return [
        Slide(
            id="sensitivity",
            part=Part.CHANGE,
            topic=say("What would change a standing"),
            title=title,
            table=tuple(_unsure(one, say) for one in found),
            basis=basis_of(paced, say),
            sources=sources_of(paced, sources, say),
            alt=title,
            arithmetic=lambda: crossings_told(paced, say),
        )
    ]


def _unsure(found: Sensitivity, say: Say) -> TableRow:
    row = found.row
    return {
        say("Indicator"): say.text(row.indicator.name),
        say("Standing"): capitalised(standing_word(row.standing, say)),
        say("It would turn"): _turn(found, say),
        say("Another published method"): _others(found, say),
        say("Without estimates"): _firm(row, say),
    }


def _turn(found: Sensitivity, say: Say) -> str:
    """The nearest cut-off as the figure that would reach it."""
    margin, latest = found.margin, found.row.assessment.latest
    if margin is None or latest is None:
        return ""
    value, difference = margin_told(found.row, margin, say)
    return say(
        "{standing} at {value} in {year}, {difference} away",
        standing=standing_word(margin.standing, say),
        value=value,
        year=latest.year,
        difference=difference,
    )


def _others(found: Sensitivity, say: Say) -> str:
    words = dict.fromkeys(
        standing_word(grade.standing, say)
        for grade in found.disagreeing
        if grade.standing is not None
    )
    return capitalised(say.listed(list(words))) if words else say("the same")


def _firm(row: TargetRow, say: Say) -> str:
    if row.firm is None or not row.firm_differs:
        return say("the same")
    return capitalised(standing_word(row.firm.standing, say))


def coherence_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return what the set's amounts and real growth together ask of prices, beside the past."""
    found = []
    for coherence in coherences(card):
        requirement = coherence.requirement_of(card.target_set)
        if requirement is not None:
            rows = [requirement.level, requirement.growth]
            title = coherence_takeaway(coherence, requirement, say)
            found.append(
                Slide(
                    id=f"coherence-{coherence.per_person.id}",
                    part=Part.CHANGE,
                    topic=say("Amounts, real growth and prices"),
                    title=title,
                    table=tuple(_past(coherence, requirement, say)),
                    basis=people_sentence(coherence, say),
                    sources=sources_of(rows, sources, say),
                    alt=title,
                    arithmetic=partial(prices_told, coherence, requirement, say),
                )
            )
    return found


def _past(coherence: Coherence, requirement: Requirement, say: Say) -> list[TableRow]:
    """The newest years, their average, and what the targets ask from now."""
    told = [_split(one, str(one.first), say) for one in coherence.years[-MOST + 2 :]]
    average = coherence.average
    if average is not None and len(coherence.years) > 1:
        span = years(average.first, average.last, say)
        told.append(_split(average, say("{years}, average", years=span), say))
    ahead = years(requirement.start.year + 1, requirement.level.target.year, say)
    asked = {
        say("Years"): say("{years}, needed", years=ahead),
        say("Per person, current prices"): say.percent(100 * requirement.nominal),
        say("Real growth of the whole"): bounds(requirement.growth, say),
        say("Prices (implied)"): rate_range(*requirement.deflators, say),
    }
    return [*told, asked]


def _split(split: Split, span: str, say: Say) -> TableRow:
    return {
        say("Years"): span,
        say("Per person, current prices"): percent(100 * split.per_person, say),
        say("Real growth of the whole"): percent(100 * split.real, say),
        say("Prices (implied)"): percent(100 * split.deflator, say),
    }


def mix_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return the shares the growth targets of the parts lead to, beside their ranges."""
    found = []
    for structure in structures(card.plan, card):
        mix = implied_mix(card, structure)
        if mix is not None:
            rows = [one.growth_row for one in mix.parts]
            title = mix_sentence(mix, say)
            found.append(
                Slide(
                    id=f"mix-{structure.whole.id}",
                    part=Part.CHANGE,
                    topic=say("Growth of the parts and their shares"),
                    title=title,
                    table=tuple(_parts(mix, say)),
                    basis=basis_sentence(mix, say),
                    sources=sources_of(rows, sources, say),
                    alt=title,
                    shown=False,
                )
            )
    return found


def _parts(mix: ImpliedMix, say: Say) -> list[TableRow]:
    return [
        {
            say("Part"): say.text(one.part.indicator.name),
            say("Growth target"): bounds(one.growth_row, say),
            say("Share in {year}", year=mix.start): share(one.now, say),
            say("Implied share in {year}", year=mix.year): share(one.then, say),
            say("Target range"): bounds(one.part.row, say) if one.part.row is not None else "",
        }
        for one in mix.parts
    ]
