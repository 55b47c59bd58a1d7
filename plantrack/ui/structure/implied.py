"""Growth of each part implied by a growth of the whole that the reader sets; nothing is stored."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard
from plantrack.scorecard.nominal import nominal_growth_needed
from plantrack.scorecard.structure import Part, Structure
from plantrack.scorecard.telling import bounds
from plantrack.scorecard.telling.implied import needed_of_part, suggestion
from plantrack.scorecard.telling.structure import own_row, target_rows
from plantrack.ui.asking import ask_percentage
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.structure.share_table import latest_share
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.ui.view import View

_LOW, _HIGH = -100, 100  # percent a year; a whole cannot lose more than all of it


def draw_implied(view: View, card: Scorecard, structure: Structure) -> None:
    """Draw the field and, once it holds a growth, what each part must grow by."""
    say, latest = view.say, structure.latest
    due = [row.target.year for row in target_rows(structure)]
    if latest is None or not due or latest.year >= max(due):
        return
    st.subheader(say("What each part would have to grow"), anchor=False)
    nominal = kept(view, "nominal_growth", lambda: nominal_growth_needed(card))
    growth = ask_percentage(
        view,
        f"implied_{structure.whole.id}",
        say("Assumed growth of the whole, % a year at current prices"),
        nominal.growth if nominal is not None else None,
        low=_LOW,
        high=_HIGH,
    )
    told = [say("An assumption, not a target of the plan; it is not stored.")]
    if nominal is not None:
        told.append(suggestion(nominal, say))
    st.caption(literal(" ".join(told)))
    if growth is None:
        st.info(literal(say("Set a growth of the whole to see what it means.")))
        return
    _draw_table(view, structure, growth)
    st.caption(
        literal(
            say(
                "At current prices, prices included: not to be held against growth targets, which "
                "are at constant prices. Formula: (1 + growth of the whole) × (share asked ÷ share "
                "now)^(1 ÷ years) − 1."
            )
        )
    )


def _draw_table(view: View, structure: Structure, growth: float) -> None:
    say = view.say
    implied = structure.implied_growths(growth)
    headings = [
        Heading(say("Part"), "name"),
        Heading(say("Latest share"), "number"),
        Heading(say("Target range"), "number"),
        Heading(say("Implied growth, to lower / upper bound"), "number rate"),
    ]
    rows = [_row(view, part, implied.get(part.indicator.id)) for part in structure.parts]
    caption = say("If the whole grows {growth}", growth=say.rate(growth * 100))
    st.markdown(f"**{literal(caption)}**")
    st.html(html_table(caption, headings, rows))


def _row(view: View, part: Part, pair: tuple[float, float] | None) -> list[str]:
    say, row, figure = view.say, own_row(part), latest_share(part)
    share = (
        say.percent(figure.value, figure.decimals or part.indicator.decimals) if figure else EMPTY
    )
    if row is None:
        return [escape(say.text(part.indicator.name)), escape(share), EMPTY, EMPTY]
    return [
        escape(say.text(part.indicator.name)),
        escape(share) + small(str(figure.period.last_year) if figure else ""),
        escape(bounds(row, say)) + small(str(row.target.year)),
        escape(needed_of_part(pair, say)) if pair is not None else EMPTY,
    ]
