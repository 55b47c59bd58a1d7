"""A small plan with one target, and its figures, from a few words.

    row_of({2023: "57.83", 2025: "70.95 estimate"}, low="150", year=2030, baseline=2023)

A figure is written as its value with the words of its origin: "about 3.9", "up_to 98",
"8.06 estimate", "12 projection", "5 context". Years are 2025, spans (2021, 2022).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from plantrack.model import (
    Figure,
    Period,
    Qualifier,
    Status,
    Use,
)
from plantrack.scorecard import Scorecard, TargetRow, scorecard
from tests.small_plan import MONEY, NAMES, NOTHING, PERCENT, PLACE, PROJECTS, Asked, plan_of

__all__ = [
    "MONEY",
    "NAMES",
    "PERCENT",
    "PLACE",
    "PROJECTS",
    "Asked",
    "card_of",
    "figure",
    "figures_of",
    "plan_of",
    "row_of",
]

Years = int | tuple[int, int]


def figures_of(
    written: Mapping[Years, str], *, series: str = "main", geography: str = "here"
) -> tuple[Figure, ...]:
    return tuple(figure(years, text, series, geography) for years, text in written.items())


def figure(years: Years, text: str, series: str = "main", geography: str = "here") -> Figure:
    """Return one figure from its value and words: "about 70.95 estimate"."""
    words = text.split()
    value = next(word for word in words if word[0].isdigit() or word[0] == "-")
    status = next((Status(word) for word in words if word in set(Status)), Status.OFFICIAL)
    qualifier = next((Qualifier(word) for word in words if word in set(Qualifier)), Qualifier.EXACT)
    first, last = (years, years) if isinstance(years, int) else years
    return Figure(
        series=series,
        geography=geography,
        period=Period.of_years(first, last),
        value=Decimal(value),
        decimals=None,
        status=status,
        qualifier=qualifier,
        use=Use.CONTEXT if "context" in words else Use.FIGURE,
        origin="paper",
        locator="",
        note=NOTHING,
        revision=1,
    )


def card_of(
    written: Mapping[Years, str],
    others: Mapping[str, Mapping[Years, str]] | None = None,
    **asked: object,
) -> Scorecard:
    """Return the scorecard of the one target; `others` are figures of peers by place."""
    question = Asked(**asked)  # type: ignore[arg-type]
    figures = figures_of(written)
    for geography, rows in (others or {}).items():
        figures += figures_of(rows, geography=geography)
    return scorecard(plan_of(question), figures, "decision")


def row_of(
    written: Mapping[Years, str],
    others: Mapping[str, Mapping[Years, str]] | None = None,
    **asked: object,
) -> TargetRow:
    """Return the one row, assessed by a real `scorecard()` call."""
    return card_of(written, others, **asked).rows[0]
