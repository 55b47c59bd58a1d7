"""The calculation file as a table: one row a target, everything it rests on in the row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import cast

from plantrack.exports.calculation import Json, Stand, calculation, flat, stand_of
from plantrack.exports.cells import inert
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.scorecard import Scorecard


def calculation_csv(card: Scorecard, stand: Stand) -> bytes:
    """Return the calculation as CSV (UTF-8 with a byte order mark, commas, decimal points).

    Each row names plan, revision, target set and cut-offs, so that a row stands by itself; a
    target set without targets has one row that says no more.
    Lists (figures, milestones, cut-offs, peers) are JSON within their cell. Text that would run
    as a formula is prefixed with an apostrophe; a negative number is a number and stays one.
    """
    content = calculation(card, stand)
    targets = cast("Sequence[Json]", content.pop("targets"))
    content.pop("published_methods")  # each target's own say which bands it fell into
    head = flat(_head(content))
    rows = [head | flat(_cells(target)) for target in targets] or [head]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def csv_file(material: Material, report: Report) -> bytes:
    """Return the calculation of a material as CSV."""
    content = calculation_csv(material.card, stand_of(material))
    report(1.0)
    return content


def _head(content: Mapping[str, object]) -> Json:
    return {name: value for name, value in content.items() if name != "format"}


def _cells(target: Json) -> Json:
    """What varies in shape from target to target stays one cell; the result becomes columns."""
    kept_whole = ("computed_from", "peers", "without_estimates")
    return {
        name: _json(value) if name in kept_whole and value is not None else value
        for name, value in target.items()
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _json(value) if isinstance(value, list) else repr(value)
