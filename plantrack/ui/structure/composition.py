"""The structure year by year, the check of each sum, and the target ranges taken together."""

from __future__ import annotations

import streamlit as st

from plantrack.charts.composition import composition_chart, composition_table
from plantrack.charts.look import Caption
from plantrack.model import Source
from plantrack.scorecard.structure import Structure, YearMix
from plantrack.scorecard.telling.corridors import corridor_sentences
from plantrack.scorecard.telling.structure import structure_takeaway
from plantrack.scorecard.telling.structure_years import break_sentences, sum_sentence
from plantrack.ui.evidence import source_of
from plantrack.ui.literal import literal
from plantrack.ui.scores import draw_chart, look
from plantrack.ui.taking import taken
from plantrack.ui.view import View

_SUMS_SHOWN = 2


def draw_years(view: View, structure: Structure) -> None:
    """Draw the years side by side with their breaks, and whether each sum is one whole."""
    say = view.say
    if structure.latest is None:
        return
    st.subheader(say("Structure by year"), anchor=False)
    breaks = break_sentences(structure, view.plan, say)
    for told in breaks:
        st.caption(literal(told))
    caption = Caption("", " ".join([structure_takeaway(structure, say), *breaks]))
    draw_chart(
        view,
        "composition",
        lambda: composition_chart(structure, say, caption=caption, look=look(view)),
        lambda: composition_table(structure, say),
        structure.whole.id,
    )
    taken.draw_years(view, structure)
    sums = [
        literal(sum_sentence(structure, mix, _sources(view, mix), say))
        for mix in reversed(structure.years)
    ]
    newest, earlier = sums[:_SUMS_SHOWN], sums[_SUMS_SHOWN:]
    st.markdown("\n".join(f"- {one}" for one in newest))
    if earlier:
        with st.expander(say("The sums of the earlier years"), icon=":material/functions:"):
            st.markdown("\n".join(f"- {one}" for one in earlier))


def _sources(view: View, mix: YearMix) -> list[Source]:
    origins = dict.fromkeys(figure.origin for figure in mix.shares.values())
    found = (source_of(view, origin) for origin in origins)
    return [source for source in found if source is not None]


def draw_corridors(view: View, structure: Structure) -> None:
    """Draw whether the target ranges can be met together, and at their near edges."""
    told = corridor_sentences(structure, view.say)
    if told:
        st.subheader(view.say("Can all target ranges be met together?"), anchor=False)
        st.markdown("\n".join(f"- {literal(one)}" for one in told))
