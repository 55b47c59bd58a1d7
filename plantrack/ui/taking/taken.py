"""The charts of the pages as a reader takes them: which picture each is."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.charts.peers import Peers
from plantrack.exports.material import Material
from plantrack.exports.pictures import Picture
from plantrack.exports.pictures.building import (
    growth_pictures,
    name_of,
    structure_pictures,
    target_pictures,
)
from plantrack.exports.pictures.overview import overview_pictures
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.structure import Structure
from plantrack.ui.overview.narrowing import Narrowing
from plantrack.ui.scores import scores
from plantrack.ui.taking.menu import Taken, draw_menu
from plantrack.ui.view import View

# Heights of embedded charts at the width they are laid out for, measured in a browser.
_PATH, _PEER, _PART, _YEAR = 640, 34, 115, 60


def draw_overview(view: View, name: str, card: Scorecard, asked: Narrowing) -> None:
    """Draw the menu of one of the two charts of the overview, for the targets shown."""
    if not card.rows:
        return

    def picture(material: Material) -> Picture:
        found = _named(name, overview_pictures(material, card))
        return asked.said_of(found, material.plan, material.say)

    draw_menu(view, Taken(name, picture, 200 + 120 * len(card.rows), asked.keys))


def draw_path(view: View, row: TargetRow) -> None:
    """Draw the menu of a target's path."""
    _draw_target(view, row, f"{name_of(scores(view), row)}_path", _PATH)


def draw_peers(view: View, row: TargetRow, peers: Peers, *, newest: bool) -> None:
    """Draw the menu of the peers in one set of borders; the newest ones go by no year."""
    name = f"{name_of(scores(view), row)}_peers"
    height = 300 + _PEER * len(peers.members)
    _draw_target(view, row, name if newest else f"{name}_{peers.year}", height)


def _draw_target(view: View, row: TargetRow, name: str, height: int) -> None:
    keys = {"target": row.target.id}
    draw_menu(view, Taken(name, lambda m: _named(name, target_pictures(m, row)), height, keys))


def draw_ranges(view: View, structure: Structure) -> None:
    """Draw the menu of the shares against their ranges."""
    _draw_structure(view, structure, "ranges", 300 + _PART * len(structure.parts))


def draw_years(view: View, structure: Structure) -> None:
    """Draw the menu of the shares by year."""
    _draw_structure(view, structure, "years", 400 + _YEAR * len(structure.years))


def _draw_structure(view: View, structure: Structure, chart: str, height: int) -> None:
    name = f"{structure.whole.id}_{chart}"
    draw_menu(
        view, Taken(name, lambda m: _named(name, structure_pictures(m, structure)), height, {})
    )


def draw_growth(view: View, row: TargetRow) -> None:
    """Draw the menu of the growth year by year."""
    name = f"{name_of(scores(view), row)}_years"
    draw_menu(view, Taken(name, lambda m: _named(name, growth_pictures(m, row)), _PATH, {}))


def _named(name: str, pictures: Iterable[Picture]) -> Picture:
    """Return the picture of that name; raises LookupError where the page draws another chart."""
    for one in pictures:
        if one.name == name:
            return one
    raise LookupError(f"no picture is called {name}")
