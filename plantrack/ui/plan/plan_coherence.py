"""The plan against itself: amounts, real growth, prices and people (METHOD section 8)."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard
from plantrack.scorecard.coherence import (
    Coherence,
    Requirement,
    Split,
    amount_reached,
    coherences,
    real_growth_needed,
)
from plantrack.scorecard.telling import bounds, provenance
from plantrack.scorecard.telling.coherence import (
    against_past,
    coherence_takeaway,
    needed_case,
    people_sentence,
    rate_range,
    reached_sentence,
    real_needed_sentence,
    split_sentence,
    start_label,
)
from plantrack.scorecard.telling.nearer import set_name
from plantrack.scorecard.telling.times import years
from plantrack.ui.asking import ask_percentage
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.tables import Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import Say

_LOW, _HIGH = -50, 100  # percent a year


def found(view: View, card: Scorecard) -> tuple[Coherence, ...]:
    """Return the identities of the plan; empty where the plan declares none."""
    return kept(view, "coherences", lambda: coherences(card))


def draw_finding(view: View, identities: tuple[Coherence, ...]) -> None:
    """Draw the page's finding: what the set in use asks of prices, or that it asks nothing."""
    say, used = view.say, view.target_set
    for coherence in identities:
        requirement = coherence.requirement_of(used.id)
        if requirement is not None:
            st.header(literal(coherence_takeaway(coherence, requirement, say)), anchor=False)
            told = against_past(coherence, requirement, say)
            if told:
                st.markdown(f"**{literal(told)}**")
            st.caption(literal(provenance(requirement.level, view.revision, say)))
            return
    st.header(literal(say("Target sets against each other and against the years")), anchor=False)
    told = say(
        "“{name}” does not ask for both an amount per person and real growth by one year still "
        "ahead, so it implies nothing for prices. Other sets below do.",
        name=say.text(used.name),
    )
    st.info(literal(told), icon=":material/balance:")


def draw_requirements(view: View, coherence: Coherence) -> None:
    """Draw what each set's two targets imply for prices, from every figure they count from."""
    say = view.say
    if not coherence.requirements:
        return
    st.subheader(say("What the targets together ask of prices"), anchor=False)
    st.caption(literal(people_sentence(coherence, say)))
    headings = [
        Heading(say("Target set"), "name"),
        Heading(say("Counted from (current prices)"), "number"),
        Heading(say("Needed per person, current prices"), "number rate"),
        Heading(say("Real growth asked, constant prices"), "number rate"),
        Heading(say("Prices must rise"), "number rate"),
    ]
    rows = [_requirement(view, one) for one in coherence.requirements]
    st.html(html_table(say("What the targets together ask of prices"), headings, rows))
    st.caption(
        literal(
            say(
                "(1 + per person) × (1 + people) = (1 + real growth) × (1 + prices). A real rate "
                "is never laid on a nominal level, and amounts in another currency stay out. Of an "
                "amount given as a range the lower end is taken."
            )
        )
    )


def _requirement(view: View, one: Requirement) -> list[str]:
    say, row = view.say, one.level
    series = row.series
    compiler = "" if series is None else say.text(view.plan.compilers[series.compiler].name)
    address = view.link("plan", set=row.target.target_set)
    return [
        link(address, set_name(row, say))
        + small(say("{aim} in {year}", aim=bounds(row, say), year=row.target.year)),
        escape(start_label(one, say)) + small(compiler),
        escape(say.rate(100 * one.nominal)),
        escape(bounds(one.growth, say)),
        escape(rate_range(*one.deflators, say)) + small(needed_case(one, say)),
    ]


def draw_past(view: View, card: Scorecard, coherence: Coherence) -> None:
    """Draw past growth per person split into prices, real growth and people."""
    say, average = view.say, coherence.average
    if average is None:
        return
    st.subheader(say("Real growth per person beside the nominal"), anchor=False)
    row = card.of_indicator(coherence.per_person.id)
    baseline = row.assessment.baseline if row is not None else None
    recent = coherence.since(baseline.year + 1) if baseline is not None else None
    st.markdown(literal(split_sentence(recent or average, say)))
    headings = [
        Heading(say("Year"), "name"),
        Heading(say("Per person, current prices"), "number rate"),
        Heading(say("Real growth of the whole"), "number rate"),
        Heading(say("People"), "number rate"),
        Heading(say("Prices (implied)"), "number rate"),
        Heading(say("Real, per person"), "number rate"),
    ]
    rows = [_split(one, say) for one in coherence.years]
    if len(coherence.years) > 1:
        rows.append(_split(average, say))
    st.html(html_table(say("Real growth per person beside the nominal"), headings, rows))
    told = say("The last row is the average a year (geometric).")
    st.caption(literal(told))


def _split(split: Split, say: Say) -> list[str]:
    mark = status_mark(split.status, say) if split.first == split.last else ""
    values = (split.per_person, split.real, split.population, split.deflator, split.real_per_person)
    return [
        f"{escape(years(split.first, split.last, say))} {mark}",
        *(escape(say.percent(100 * value)) for value in values),
    ]


def draw_assumption(view: View, coherence: Coherence) -> None:
    """Draw the real growth an amount takes at prices the reader assumes; nothing is stored."""
    say, people, average = view.say, coherence.population, coherence.average
    requirement = coherence.requirement_of(view.target_set.id)
    if requirement is None or people is None:
        return
    st.subheader(say("At what prices would it take which real growth?"), anchor=False)
    deflator = ask_percentage(
        view,
        f"plan_prices_{coherence.per_person.id}",
        say("Assumed price rise, % a year"),
        average.deflator if average is not None else None,
        low=_LOW,
        high=_HIGH,
        example="4",
    )
    told = say("An assumption of the reader; the field starts at the average of the past years.")
    st.caption(literal(told))
    if deflator is None:
        st.info(literal(say("Set a price rise to see what real growth it takes.")))
        return
    needed = real_growth_needed(requirement, deflator, people.growth)
    lines = [real_needed_sentence(requirement, needed, deflator, say)]
    asked = requirement.asked[0][0]
    amount = amount_reached(requirement, asked, deflator, people.growth)
    lines.append(reached_sentence(requirement, amount, say))
    st.markdown("  \n".join(literal(line) for line in lines))
