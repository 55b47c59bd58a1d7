"""One chart without the frame, for another page to show: `?embed=true&chart=…` of its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Final, TypeVar

import streamlit as st

from plantrack.charts.look import Look
from plantrack.exports.material import Material
from plantrack.exports.pictures import Picture
from plantrack.exports.pictures.building import (
    growth_pictures,
    structure_pictures,
    target_pictures,
)
from plantrack.exports.pictures.overview import overview_pictures
from plantrack.scorecard.growth import growth_reports
from plantrack.scorecard.structure import structures
from plantrack.ui.components import beside
from plantrack.ui.export.material import material
from plantrack.ui.literal import literal
from plantrack.ui.overview.narrowing import Narrowing
from plantrack.ui.scores import kept, look
from plantrack.ui.tables import link
from plantrack.ui.view import View

_KEPT: Final = ("target", "standing", "theme")  # keys of the address that decide what is drawn

T = TypeVar("T")
Pictures = tuple[Picture, ...]


def draw_embedded(view: View) -> None:
    """Draw the chart the address asks for, the first of its page without one."""
    st.html(f"<style>{beside(__file__, 'embedded.css')}</style>")
    make = _PAGES.get(view.page.stem)
    found = () if make is None else _found(view, make)
    asked = view.address.chart
    picture = next((one for one in found if _means(one, asked)), found[0] if found else None)
    if picture is None:
        told = view.say("There is no chart to show here. The whole page has what there is.")
        st.info(literal(told), icon=":material/help:")
    else:
        if asked is not None and not _means(picture, asked):
            told = view.say("The address asks for a chart that is not here: {chart}.", chart=asked)
            st.warning(literal(told), icon=":material/link_off:")
        st.header(literal(picture.title), anchor=False)
        spec = _kept(view, f"drawn_{picture.name}", lambda: picture.drawing(_look(view)))
        st.vega_lite_chart(spec, width="stretch", theme=None)
    _draw_source(view, picture)


def _found(view: View, make: Callable[[View, Material], Pictures]) -> Pictures:
    return _kept(view, view.page.stem, lambda: make(view, material(view)))


def _kept(view: View, name: str, make: Callable[[], T]) -> T:
    """What is made once for the same chart of the same targets."""
    asked = [getattr(view.address, key) for key in _KEPT]
    return kept(view, f"embedded_{name}", make, *asked)


def _means(picture: Picture, asked: str | None) -> bool:
    """Whether an address asks for this picture; of chosen targets it names the whole one."""
    return asked is not None and (picture.name == asked or picture.name.startswith(f"{asked}_"))


def _look(view: View) -> Look:
    """Laid out for a frame 600 pixels wide where the screen is that wide or more."""
    wide = look(view)
    return wide if view.narrow else replace(wide, width=min(wide.width, 800))


def _draw_source(view: View, picture: Picture | None) -> None:
    """Draw the line below: whose chart it is, and the way to the whole page beside this one."""
    say, address = view.say, view.address
    keys = {key: getattr(address, key) for key in _KEPT}
    there = link(view.link(view.page.stem, **keys), say("The whole page"), outside=True)
    footer = "" if picture is None else f"{escape(picture.footer)} · "
    st.html(f'<p class="embedded-source">{footer}{there}</p>')


def _overview(view: View, given: Material) -> Pictures:
    asked = Narrowing.asked(view.address)
    card = asked.of(given.card, given.plan)
    drawn = overview_pictures(given, card) if card.rows else ()
    return tuple(asked.said_of(one, given.plan, given.say) for one in drawn)


def _target(view: View, given: Material) -> Pictures:
    asked, rows = view.address.target, given.card.ordered
    found = [one for one in rows if asked in (None, one.target.id)]  # never another one instead
    return target_pictures(given, found[0]) if found else ()


def _structure(_view: View, given: Material) -> Pictures:
    wholes = structures(given.plan, given.card)
    return tuple(one for whole in wholes for one in structure_pictures(given, whole))


def _growth(_view: View, given: Material) -> Pictures:
    reports = growth_reports(given.plan, given.card)
    return tuple(one for report in reports for one in growth_pictures(given, report.row))


_PAGES: Final = {
    "overview": _overview,
    "target": _target,
    "structure": _structure,
    "growth": _growth,
}
