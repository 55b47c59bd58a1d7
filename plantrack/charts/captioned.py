"""A finished chart as it goes alone: its title above it, what it rests on below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from plantrack.charts.finish import PADDING, Spec
from plantrack.charts.look import Look
from plantrack.charts.wrapping import wrapped

_ABOVE_FOOT: Final = 22  # pixels between the drawing and its foot
_EDGE: Final = 20  # pixels around all of it: a picture is pasted close to other things


def captioned(spec: Spec, title: str, foot: Sequence[str], look: Look) -> Spec:
    """Return the finished chart `spec`, drawn for `look`, with a title and lines below it.

    The foot is part of the drawing, because a picture is passed on without the page around it.
    """
    sides = PADDING["left"] + PADDING["right"]
    room = look.width - sides
    lines = [line for one in foot if one for line in wrapped(one, room, look.small)]
    step = round(look.small * 1.4)
    height = spec["height"] + _ABOVE_FOOT + step * len(lines)
    below = {
        "data": {"values": [{}]},
        "mark": {
            "type": "text",
            "text": lines,
            "align": "left",
            "baseline": "top",
            "fontSize": look.small,
            "lineHeight": step,
            "color": look.colours.muted,
            "limit": 0,
            "aria": False,
        },
        "encoding": {"x": {"value": 0}, "y": {"value": spec["height"] + _ABOVE_FOOT}},
    }
    return {
        **spec,
        "padding": dict.fromkeys(("left", "top", "right", "bottom"), _EDGE),
        "width": spec["width"] + 2 * _EDGE - sides,
        "title": {"text": wrapped(title, room, look.title * 1.04)},
        "height": height,
        "layer": [*spec["layer"], below],
    }
