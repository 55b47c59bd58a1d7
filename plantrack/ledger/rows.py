"""Between the nouns of the plan and the rows of a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any

import duckdb

from plantrack.model import Figure, Period, Qualifier, Source, Status, Text, Use

FIGURE_COLUMNS = (
    "series, geography, period_start, period_end, value, decimals, status, qualifier, use, "
    "origin, locator, note_vi, note_en, revision"
)

_SCALE = Decimal("1e-8")
_LIMIT = Decimal("1e16")  # DECIMAL(24, 8)
_STATUS = {status.value: status for status in Status}
_QUALIFIER = {qualifier.value: qualifier for qualifier in Qualifier}
_USE = {use.value: use for use in Use}
_period = lru_cache(maxsize=4096)(Period)
_note = lru_cache(maxsize=4096)(Text)


def append(cursor: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """Append rows given in the table's column order.

    Whole columns go in as lists of text, which the table's types read: 100,000 rows take less
    than a second where row-by-row inserts take more than a minute.
    """
    if not rows:
        return
    columns = [[_text(value) for value in column] for column in zip(*rows, strict=True)]
    unnested = ", ".join("unnest(?::VARCHAR[])" for _ in columns)
    cursor.execute(f"INSERT INTO {table} SELECT {unnested}", columns)


def figure_row(figure: Figure) -> tuple[object, ...]:
    return (
        figure.series,
        figure.geography,
        figure.period.start,
        figure.period.end,
        storable(figure.value),
        figure.decimals,
        figure.status.value,
        figure.qualifier.value,
        figure.use.value,
        figure.origin,
        figure.locator,
        figure.note.vi,
        figure.note.en,
    )


class UnreadableRow(Exception):
    """A ledger holds what no program of this kind writes: it was changed from outside."""


@contextmanager
def reading_rows() -> Iterator[None]:
    """Turn what a value no program writes raises into `UnreadableRow`."""
    try:
        yield
    except (KeyError, ValueError) as problem:
        raise UnreadableRow(str(problem)) from problem


def figures(rows: Iterable[Sequence[Any]]) -> tuple[Figure, ...]:
    """Return figures from rows of `FIGURE_COLUMNS`. Raises `UnreadableRow`."""
    with reading_rows():
        return _figures(rows)


def _figures(rows: Iterable[Sequence[Any]]) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            series=row[0],
            geography=row[1],
            period=_period(row[2], row[3]),
            value=plain(row[4]),
            decimals=row[5],
            status=_STATUS[row[6]],
            qualifier=_QUALIFIER[row[7]],
            use=_USE[row[8]],
            origin=row[9],
            locator=row[10],
            note=_note(row[11], row[12]),
            revision=row[13],
        )
        for row in rows
    )


def rows_digest(rows: Sequence[Figure]) -> str:
    """Return the SHA-256 of the rows' content, whatever their order."""
    lines = sorted("\x1f".join(_text(cell) or "" for cell in figure_row(row)) for row in rows)
    return sha256("\x1e".join(lines).encode()).hexdigest()


def refuse_repeated(rows: Sequence[Figure]) -> None:
    repeated = [key for key, count in Counter(row.key for row in rows).items() if count > 1]
    if repeated:
        raise ValueError(f"more than one row for {repeated[0]}")


def storable(value: Decimal) -> Decimal:
    """Return `value` when DECIMAL(24, 8) holds it exactly; ValueError otherwise."""
    if not value.is_finite() or abs(value) >= _LIMIT or value.quantize(_SCALE) != value:
        raise ValueError(f"{value} does not fit DECIMAL(24, 8)")
    return plain(value)


def plain(value: Decimal) -> Decimal:
    """Return an equal value without trailing zeros or an exponent."""
    whole = value.to_integral_value()
    return abs(whole) if value == 0 else whole.quantize(1) if value == whole else value.normalize()


def source_row(source: Source) -> tuple[object, ...]:
    return (
        source.id,
        source.title,
        source.publisher,
        source.published,
        source.url,
        source.licence,
        source.note.vi,
        source.note.en,
    )


def source(row: Sequence[str]) -> Source:
    return Source(row[0], row[1], row[2], row[3], row[4], row[5], Text(row[6], row[7]))


def declared_sources(decisions: Mapping[str, Any]) -> tuple[Source, ...]:
    """Return the origins a person declared with an upload, `decisions["sources"]`."""
    return tuple(
        Source(**{**fields, "note": Text(**fields["note"])})
        for fields in decisions.get("sources", ())
    )


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)
