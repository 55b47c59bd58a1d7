"""The words of a drawing apart from its lines and shapes: SVG as the charts are rendered to."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Final
from xml.etree import ElementTree

_SVG: Final = "http://www.w3.org/2000/svg"
_TRANSFORM: Final = re.compile(r"(translate|rotate)\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words: where its anchor lies, in pixels, and how it is set."""

    x: float
    y: float
    angle: float  # degrees, clockwise
    anchor: str  # "start", "middle", "end"
    size: float
    weight: int
    colour: str
    words: str

    def as_value(self) -> dict[str, object]:
        return asdict(self)


def parted(svg: str) -> tuple[str, list[Line]]:
    """Return the drawing without its words, and the words in their order.

    Raises ValueError where words stand otherwise than moved and turned as a whole.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)  # noqa: S314  # our own renderer wrote it
    lines: list[Line] = []
    _walk(root, 0.0, 0.0, lines)
    return ElementTree.tostring(root, encoding="unicode"), lines


def _walk(parent: ElementTree.Element, x: float, y: float, lines: list[Line]) -> None:
    for child in list(parent):
        dx, dy, angle = _moved(child.get("transform", ""))
        if child.tag == f"{{{_SVG}}}text":
            lines.extend(_lines(child, x + dx, y + dy, angle))
            parent.remove(child)
        else:
            if angle and next(child.iter(f"{{{_SVG}}}text"), None) is not None:
                raise ValueError("words inside a turned group")
            _walk(child, x + dx, y + dy, lines)


def _lines(text: ElementTree.Element, x: float, y: float, angle: float) -> list[Line]:
    found, down = [], 0.0
    for part in list(text) or [text]:
        down += float(part.get("dy", "0"))
        words = "".join(part.itertext())
        if not words.strip() or text.get("opacity") == "0":
            continue
        if angle and down:
            raise ValueError("several turned lines")
        found.append(
            Line(
                x=x,
                y=y + down,
                angle=angle,
                anchor=text.get("text-anchor", "start"),
                size=float(text.get("font-size", "").removesuffix("px")),
                weight=int(text.get("font-weight", "400")),
                colour=text.get("fill", "#000000"),
                words=words,
            )
        )
    return found


def _moved(transform: str) -> tuple[float, float, float]:
    """How far a transform moves, and by how much it turns."""
    x = y = angle = 0.0
    for kind, given in _TRANSFORM.findall(transform):
        numbers = [float(one) for one in given.replace(",", " ").split()]
        if kind == "translate":
            x, y = x + numbers[0], y + (numbers[1] if len(numbers) > 1 else 0.0)
        else:
            angle += numbers[0]
    return x, y, angle
