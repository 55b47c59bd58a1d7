"""Tables of both files: the targets of a set, and any table of written values."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from plantrack.model import Form
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import (
    asked,
    averaged,
    latest_value,
    latest_years,
    observed,
    observed_years,
    required,
    status_note,
    years,
)
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word

EMPTY: Final = "–"
_NUMBER: Final = re.compile(r"[+\N{MINUS SIGN}]?\d[^ ]*( ?\S{1,12}){0,2}")
_NARROWEST, _WIDEST = 8, 60  # letters a column is counted as
_POWER: Final = 0.75  # long texts break, short ones cannot
_WHOLE: Final = 40.0  # widths that fill the page

Data = dict[str, Any]


def score_headings(say: Say) -> list[str]:
    return [
        say("Indicator"),
        say("Latest figure"),
        say("Target"),
        say("Required a year from now"),
        say("Observed a year"),
        say("Standing"),
    ]


def score_rows(rows: Sequence[TargetRow], say: Say, *, whole: bool = True) -> list[Data]:
    """Return what is known and asked of each target, under `score_headings`.

    Unless `whole`, what was required from the baseline stands only where nothing else is known.
    """
    return [
        {
            "name": say.text(row.indicator.name),
            "cells": [
                _cell(latest_value(row, say), _latest_note(row, say)),
                _cell(asked(row, say), _asked_years(row, say)),
                _required(row, say, whole=whole),
                _cell(observed(row, say), observed_years(row, say) if observed(row, say) else ""),
            ],
            **standing(row, say),
        }
        for row in rows
    ]


def counts(card: Scorecard, say: Say) -> list[Data]:
    """Return how many targets have each standing, worst first; those with none are absent."""
    return [
        {"standing": one.value, "count": count, "word": capitalised(standing_word(one, say))}
        for one, count in card.counts.items()
    ]


def standing(row: TargetRow, say: Say) -> Data:
    return {"standing": row.standing.value, "word": capitalised(standing_word(row.standing, say))}


def _cell(value: str, note: str) -> Data:
    return {"value": value or EMPTY, "note": note}


def _latest_note(row: TargetRow, say: Say) -> str:
    latest = row.assessment.latest
    if latest is None:
        return ""
    told = (latest_years(row, say), status_note(latest.status, say))
    return ", ".join(part for part in told if part)


def _asked_years(row: TargetRow, say: Say) -> str:
    if averaged(row) or row.target.form is Form.CUMULATIVE:
        return years(row.target.period.start.year, row.target.year, say)
    goal = row.assessment.goal  # of a path the milestone that decides
    return str(row.target.year if goal is None else goal.year)


def _required(row: TargetRow, say: Say, *, whole: bool) -> Data:
    pace, ahead = required(row, say), required(row, say, from_now=True)
    told = say("from the baseline: {pace}", pace=pace) if pace else ""
    return _cell(ahead, told if whole or not ahead else "")


def written_table(rows: Sequence[Mapping[str, str]]) -> Data | None:
    """Return rows of written values under their headings; None for none.

    Columns are as wide as their words ask for; a column of numbers stands at the right.
    """
    if not rows:
        return None
    columns = [[row[name] for row in rows] for name in rows[0]]
    others = columns[1:]
    widths = [_width(name, column) for name, column in zip(rows[0], columns, strict=True)]
    return {
        "headings": list(rows[0]),
        "rows": [[cell or EMPTY for cell in row.values()] for row in rows],
        "sides": ["left", *("right" if _numbers(column) else "left" for column in others)],
        "widths": widths,
        "share": round(min(1.0, sum(widths) / _WHOLE), 2),
    }


def _numbers(column: Sequence[str]) -> bool:
    known = [cell for cell in column if cell]
    return bool(known) and all(_NUMBER.fullmatch(cell) for cell in known)


def _width(heading: str, column: Sequence[str]) -> float:
    longest = max(len(heading) * 0.6, *(len(cell) for cell in column))
    return round(math.pow(min(max(longest, _NARROWEST), _WIDEST), _POWER), 2)
