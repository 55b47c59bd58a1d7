"""A rendered chart for the typesetter: its lines and shapes as SVG, its words as text beside.

Typst draws words inside an SVG as well, but of letters its font puts together (ẹ, ị, ọ, ụ) only
one half can be read back then, which PDF/UA forbids. Set as text they are real text, in the same
place and size.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SVG: Final = "{http://www.w3.org/2000/svg}"
_STEP: Final = re.compile(r"(translate|rotate)\(([^)]*)\)")
_UPRIGHT, _TURNED = 0, -90
_SHARES: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the own axes of an element lie: turned by `angle` degrees around `x`, `y`."""

    x: float = 0.0
    y: float = 0.0
    angle: int = _UPRIGHT

    def moved(self, right: float, down: float) -> Place:
        if self.angle == _TURNED:
            right, down = down, -right
        return Place(self.x + right, self.y + down, self.angle)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words: where its base line starts, is centred or ends (`share` of its width)."""

    words: str
    x: float
    y: float
    size: float
    weight: int
    colour: str
    share: float
    angle: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Sizes are pixels of the layout, `shapes` an SVG of that size without any words."""

    width: float
    height: float
    shapes: bytes
    labels: tuple[Label, ...]


def taken_apart(drawing: str, shown: Callable[[str], str] = str) -> Drawing:
    """Return a chart rendered as SVG taken apart, its words as `shown` gives them.

    Raises ValueError on a turn no chart of ours makes.
    """
    root = ElementTree.fromstring(drawing)  # noqa: S314 - our own renderer made it
    labels = tuple(_taken(root, Place(), shown))
    ElementTree.register_namespace("", _SVG.strip("{}"))
    return Drawing(
        width=float(root.get("width", 0)),
        height=float(root.get("height", 0)),
        shapes=ElementTree.tostring(root, encoding="utf-8"),
        labels=labels,
    )


def _taken(parent: Element, place: Place, shown: Callable[[str], str]) -> list[Label]:
    """Take the words out of an element and return them with their places."""
    found: list[Label] = []
    for child in list(parent):
        here = _placed(place, child.get("transform", ""))
        if child.tag == f"{_SVG}text":
            found += _lines(child, here, shown)
            parent.remove(child)
        else:
            found += _taken(child, here, shown)
    return found


def _placed(place: Place, transform: str) -> Place:
    steps = _STEP.findall(transform)
    if len(steps) != transform.count("("):
        raise ValueError(f"a chart with the transformation {transform!r} cannot be taken apart")
    for kind, numbers in steps:
        values = [float(one) for one in re.split(r"[\s,]+", numbers.strip())]
        if kind == "translate":
            place = place.moved(values[0], values[1] if len(values) > 1 else 0.0)
        elif values == [_TURNED] and place.angle == _UPRIGHT:
            place = Place(place.x, place.y, _TURNED)
        elif values != [_UPRIGHT]:
            raise ValueError(f"words turned by {values} cannot be taken out of a chart")
    return place


def _lines(text: Element, place: Place, shown: Callable[[str], str]) -> list[Label]:
    found = []
    for part in list(text) or [text]:
        place = place.moved(0.0, float(part.get("dy", 0)) if part is not text else 0.0)
        words = shown(part.text or "")
        if words.strip() and text.get("opacity") != "0":
            found.append(_label(text, words, place))
    return found


def _label(text: Element, words: str, place: Place) -> Label:
    return Label(
        words=words,
        x=round(place.x, 2),
        y=round(place.y, 2),
        size=float(text.get("font-size", "0").removesuffix("px")),
        weight=int(text.get("font-weight", "400")),
        colour=text.get("fill", "#000000"),
        share=_SHARES[text.get("text-anchor", "start")],
        angle=place.angle,
    )
