"""Every figure and its origin, an indicator at a time, and all of them as a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypeVar

import streamlit as st

from plantrack.exports.figures_csv import figures_csv
from plantrack.model import Figure, Use
from plantrack.ui.evidence import origin_cell, source_of
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.figure_words import told_unit
from plantrack.ui.overview.narrowing import ancestry
from plantrack.ui.scores import kept
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.ui.target.series_table import series_table
from plantrack.ui.view import View
from plantrack.words.figures import written_period, written_value
from plantrack.words.publication import stated
from plantrack.words.terms import status_word, use_word

T = TypeVar("T", bound=str)

_KEY: Final = "sources_"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figures to show; None = all."""

    indicator: str
    place: str | None
    series: str | None
    use: Use | None

    def keeps(self, figure: Figure) -> bool:
        """Whether a figure of the chosen indicator is shown."""
        return (
            self.place in (None, figure.geography)
            and self.series in (None, figure.series)
            and self.use in (None, figure.use)
        )


def draw_figures(view: View) -> None:
    """Draw the filters, the series of the chosen indicator, its figures, and the files."""
    say = view.say
    choice = _asked(view)
    if choice is None:
        st.info(say("The plan has no series yet."), icon=":material/help:")
        return
    figures = figures_of(view, choice.indicator)
    shown = tuple(figure for figure in figures if choice.keeps(figure))
    name = say.text(view.plan.indicators[choice.indicator].name)
    st.subheader(say("Series of this indicator"), anchor=False)
    st.html(kept(view, "series", lambda: series_table(view, choice.indicator), choice.indicator))
    st.subheader(
        say.many(
            "{shown} of {count} figure shown",
            "{shown} of {count} figures shown",
            len(figures),
            shown=say.number(len(shown), 0),
        ),
        anchor=False,
    )
    if shown:
        st.html(kept(view, "origins", lambda: origins_table(view, shown, name), choice))
    _draw_files(view, choice, shown)


def figures_of(view: View, indicator: str) -> tuple[Figure, ...]:
    """Return the current figures of an indicator: the plan's place first, newest first."""
    plan = view.plan
    series = {one.id: place for place, one in enumerate(plan.series_of(indicator))}
    places = {place: rank for rank, place in enumerate(plan.geographies)}
    own = plan.geography

    def order(figure: Figure) -> tuple[bool, int, int, int]:
        return (
            figure.geography != own,
            places.get(figure.geography, len(places)),
            series[figure.series],
            -figure.period.end.toordinal(),
        )

    return tuple(sorted((f for f in view.snapshot.figures if f.series in series), key=order))


def _asked(view: View) -> Choice | None:
    say, plan = view.say, view.plan
    with st.container(horizontal=True, gap="medium"):
        themes = _themes(view)
        theme = _select(
            say("Theme"), "theme", themes, lambda one: say.text(plan.themes[one].name),
            everything=say("All themes"), first=view.address.theme, narrow=view.narrow,
        )  # fmt: skip
        view.remember(theme=theme)
        indicators = [
            one.id
            for one in plan.indicators.values()
            if plan.series_of(one.id) and (theme is None or theme in ancestry(plan, one.theme))
        ]
        if not indicators:
            return None
        indicator = _select(
            say("Indicator"), "indicator", indicators,
            lambda one: say.text(plan.indicators[one].name), narrow=view.narrow,
        )  # fmt: skip
        if indicator is None:
            return None
        figures = figures_of(view, indicator)
        counted = Counter(figure.geography for figure in figures)
        place = _select(
            say("Province or area"), "place", list(counted), lambda one: _place(view, one),
            everything=say("All places"), first=plan.geography, narrow=view.narrow,
        )  # fmt: skip
        series = _select(
            say("Series"), "series", list(dict.fromkeys(figure.series for figure in figures)),
            lambda one: say.text(plan.compilers[plan.series[one].compiler].name),
            everything=say("All series"), narrow=view.narrow,
        )  # fmt: skip
        uses = [use for use in Use if any(figure.use is use for figure in figures)]
        use = _select(
            say("Use"), "use", uses, lambda one: use_word(one, say),
            everything=say("Any use"), narrow=view.narrow,
        )  # fmt: skip
    return Choice(indicator, place, series, use)


def _select(
    label: str,
    name: str,
    options: Sequence[T],
    told: Callable[[T], str],
    *,
    everything: str = "",
    first: str | None = None,
    narrow: bool,
) -> T | None:
    """Draw one choice. With `everything`, nothing chosen means all; one option needs no choice."""
    key = _KEY + name
    before = st.session_state.get(key)
    if key not in st.session_state or (before is not None and before not in options):
        st.session_state[key] = first if first in options else None
    if st.session_state[key] is None and not everything:
        st.session_state[key] = options[0]
    chosen = st.selectbox(
        label,
        options,
        index=None,
        format_func=told,
        placeholder=everything or None,
        key=key,
        disabled=len(options) < 2,
        width="stretch" if narrow else 340 if name == "indicator" else 220,
    )
    return next((one for one in options if one == chosen), None)


def _themes(view: View) -> list[str]:
    plan = view.plan
    used = {
        theme
        for indicator in plan.indicators.values()
        if plan.series_of(indicator.id)
        for theme in ancestry(plan, indicator.theme)
    }
    return [theme for theme in plan.themes if theme in used]


def _place(view: View, place: str) -> str:
    known = view.plan.geographies.get(place)
    return view.say.text(known.name) if known else place


def origins_table(view: View, figures: Sequence[Figure], caption: str) -> str:
    """Return one row a figure: what it is, how settled, where from, under which licence."""
    say = view.say
    headings = [
        Heading(say("Period"), "name"),
        Heading(say("Place and series")),
        Heading(say("Value ({unit})", unit=told_unit(view.plan, figures[0], say)), "number"),
        Heading(say("Status")),
        Heading(say("Origin"), "wide"),
        Heading(say("Licence")),
        Heading(say("Revision"), "number"),
    ]
    return html_table(caption, headings, [_row(view, figure) for figure in figures])


def _row(view: View, figure: Figure) -> list[str]:
    say, plan = view.say, view.plan
    source = source_of(view, figure.origin)
    compiler = plan.compilers[plan.series[figure.series].compiler]
    status = f"{status_mark(figure.status, say)} {escape(status_word(figure.status, say))}"
    return [
        escape(written_period(figure.period, say)),
        escape(_place(view, figure.geography)) + small(say.text(compiler.name)),
        escape(written_value(plan, figure, say)),
        status + (small(use_word(figure.use, say)) if figure.use is not Use.FIGURE else ""),
        origin_cell(view, figure.origin, figure.locator) + small(say.text(figure.note)),
        escape(stated(source.licence, say)) if source is not None else EMPTY,
        escape(say("no. {number}", number=figure.revision)) if figure.revision else EMPTY,
    ]


def _draw_files(view: View, choice: Choice, shown: Sequence[Figure]) -> None:
    say = view.say
    sources = {**view.snapshot.sources, **view.plan.sources}
    every = view.snapshot.figures

    def file(figures: Sequence[Figure]) -> Callable[[], bytes]:
        return lambda: figures_csv(view.plan, sources, figures, say)

    with st.container(horizontal=True):
        st.download_button(
            say.many(
                "Download this selection ({count} figure, CSV)",
                "Download this selection ({count} figures, CSV)",
                len(shown),
            ),
            kept(view, "selection_csv", file(shown), choice),
            f"{view.plan.id}_{choice.indicator}_{view.revision}.csv",
            "text/csv",
            key=_KEY + "selection_file",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            say.many(
                "Download every figure ({count} figure, CSV)",
                "Download every figure ({count} figures, CSV)",
                len(every),
            ),
            kept(view, "every_csv", file(every)),
            f"{view.plan.id}_{view.revision}.csv",
            "text/csv",
            key=_KEY + "every_file",
            on_click="ignore",
            icon=":material/download:",
        )
