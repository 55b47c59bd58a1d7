"""What a finished chart shows, read from its specification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plantrack.charts.finish import Spec
from plantrack.charts.look import Caption
from plantrack.charts.shapes import CIRCLE, DIAMOND

CAPTION = Caption("Finding", "Text alternative")


def rows(spec: Spec, mark: str) -> Iterator[dict[str, Any]]:
    for layer in spec["layer"]:
        kind = layer["mark"] if isinstance(layer["mark"], str) else layer["mark"]["type"]
        if kind == mark:
            yield from layer["data"]["values"]


def words(spec: Spec) -> list[str]:
    """Every label, its lines joined."""
    return [row["words"].replace("\n", " ") for row in rows(spec, "text")]


def label(spec: Spec, said: str) -> dict[str, Any]:
    """The one label that says exactly this."""
    found = [row for row in rows(spec, "text") if row["words"].replace("\n", " ") == said]
    assert len(found) == 1, f"{said!r} stands {len(found)} times in {words(spec)}"
    return found[0]


def circles(spec: Spec) -> list[dict[str, Any]]:
    """The figures drawn, without those of the key (which stand at the edge)."""
    rings = (row for row in rows(spec, "point") if row["shape"] == CIRCLE and "status" in row)
    return [ring for ring in rings if "px" not in ring and ring["stroke"] != "transparent"]


def diamonds(spec: Spec) -> list[dict[str, Any]]:
    return [r for r in rows(spec, "point") if r["shape"] == DIAMOND and "px" not in r]


def shapes(spec: Spec, shape: str) -> list[dict[str, Any]]:
    return [r for r in rows(spec, "point") if r["shape"] == shape and "px" not in r]


def domain(spec: Spec) -> tuple[float, float]:
    """The ends of the horizontal scale, which all layers share."""
    found = {
        tuple(layer["encoding"]["x"]["scale"]["domain"])
        for layer in spec["layer"]
        if "scale" in layer["encoding"].get("x", {})
    }
    assert len(found) == 1
    low, high = found.pop()
    return low, high
