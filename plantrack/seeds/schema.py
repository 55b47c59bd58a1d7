"""The tables of a plan: their columns, what a cell may hold, and where it points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from plantrack.model import (
    Direction,
    Form,
    GeographyLevel,
    Measure,
    Operation,
    PriceBasis,
    Qualifier,
    Standing,
    Status,
    Use,
)


class Kind(StrEnum):
    """What a cell holds."""

    ID = "id"
    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    YES_NO = "yes_no"
    WORD = "word"
    OPERANDS = "operands"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `table` names the table an id refers to, `words` what a word may be."""

    name: str
    kind: Kind
    required: bool = True
    table: str = ""
    words: tuple[str, ...] = ()


def _columns(kind: Kind, names: str) -> tuple[Column, ...]:
    """Columns of one kind; a name ending in "?" may be empty."""
    return tuple(
        Column(name.removesuffix("?"), kind, required=not name.endswith("?"))
        for name in names.split()
    )


def _to(table: str, name: str) -> Column:
    return Column(name.removesuffix("?"), Kind.ID, required=not name.endswith("?"), table=table)


def _word(name: str, words: type[StrEnum]) -> Column:
    return Column(name, Kind.WORD, words=tuple(word.value for word in words))


_ID = Column("id", Kind.ID)
_NAMES = _columns(Kind.TEXT, "name_vi name_en")
_NOTES = _columns(Kind.TEXT, "note_vi? note_en?")
_PERIOD = _columns(Kind.DATE, "period_start period_end")
_VALID = _columns(Kind.DATE, "valid_from? valid_to?")
_BOUNDS = _columns(Kind.NUMBER, "low? high?")

SCHEMA: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "plan": (
            _ID,
            *_NAMES,
            _to("geographies", "geography"),
            *_columns(Kind.WHOLE, "first_year last_year"),
            Column("time_zone", Kind.TEXT),
            _to("target_sets", "default_target_set"),
        ),
        "sources": (
            _ID,
            *_columns(Kind.TEXT, "title publisher published url? licence"),
            *_NOTES,
        ),
        "geographies": (
            _ID,
            *_NAMES,
            _word("level", GeographyLevel),
            _to("geographies", "parent?"),
            _to("geographies", "successor?"),
            *_VALID,
        ),
        "peer_sets": (_ID, *_VALID, _to("geographies", "geography")),
        "themes": (_ID, *_NAMES, _to("themes", "parent?")),
        "units": (_ID, *_NAMES, Column("quantity", Kind.ID), Column("factor", Kind.NUMBER)),
        "indicators": (
            _ID,
            *_NAMES,
            _to("units", "unit"),
            Column("decimals", Kind.WHOLE),
            _word("price_basis", PriceBasis),
            _word("measure", Measure),
            *_columns(Kind.NUMBER, "floor? ceiling?"),
            _to("themes", "theme"),
            _to("indicators", "parent?"),
        ),
        "aliases": (_to("indicators", "indicator"), Column("text", Kind.TEXT)),
        "compilers": (_ID, *_NAMES),
        "series": (
            _ID,
            _to("indicators", "indicator"),
            _to("compilers", "compiler"),
            Column("scope", Kind.ID),
            _word("price_basis", PriceBasis),
            Column("geography_version", Kind.ID),
            Column("preferred", Kind.YES_NO),
            *_NOTES,
        ),
        "breaks": (
            _to("series", "series"),
            Column("first_year_after", Kind.WHOLE),
            *_columns(Kind.TEXT, "reason_vi reason_en"),
        ),
        "first_estimates": (_to("series", "series"), _to("series", "first")),
        "figures": (
            _to("series", "series"),
            _to("geographies", "geography"),
            *_PERIOD,
            Column("value", Kind.NUMBER, required=False),
            Column("decimals", Kind.WHOLE, required=False),
            _word("status", Status),
            _word("qualifier", Qualifier),
            _word("use", Use),
            _to("sources", "origin?"),
            Column("locator", Kind.TEXT, required=False),
            *_NOTES,
        ),
        "target_sets": (
            _ID,
            *_NAMES,
            Column("document", Kind.TEXT),
            *_columns(Kind.DATE, "adopted? in_force_from? in_force_to?"),
            _to("sources", "source"),
        ),
        "targets": (
            _ID,
            _to("target_sets", "target_set"),
            _to("indicators", "indicator"),
            _to("geographies", "geography"),
            _word("form", Form),
            *_BOUNDS,
            _word("direction", Direction),
            *_PERIOD,
            Column("baseline_period", Kind.WHOLE),
            _word("qualifier", Qualifier),
            _word("price_basis", PriceBasis),
            _to("peer_sets", "peer_set?"),
            Column("k", Kind.WHOLE, required=False),
            _to("sources", "origin"),
            *_NOTES,
        ),
        "milestones": (
            _to("targets", "target"),
            Column("period_end", Kind.DATE),
            *_BOUNDS,
        ),
        "thresholds": (
            Column("method", Kind.ID),
            Column("from_ratio", Kind.NUMBER, required=False),
            _word("standing", Standing),
            _to("sources", "origin"),
        ),
        "formulas": (
            _to("indicators", "indicator"),
            _word("operation", Operation),
            Column("applies_to", Kind.WORD, words=("any", "merged", "growth")),
            Column("operands", Kind.OPERANDS, table="indicators"),
        ),
        "frame": (
            _ID,
            Column("kind", Kind.ID),
            _to("frame", "parent?"),
            *_columns(Kind.TEXT, "text_vi text_en"),
            _to("indicators", "indicator?"),
        ),
    }
)

# A peer set's id stands once for each member; every other id names one row.
SHARED_IDS = frozenset({"peer_sets"})


def file_of(table: str) -> str:
    return f"{table}.csv"
