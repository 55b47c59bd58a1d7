"""Seed files → rows as read, with their row numbers; nothing is interpreted yet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantrack.seeds.problems import Findings, Place, SeedProblem
from plantrack.seeds.schema import SCHEMA, Column, file_of


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` as a spreadsheet shows it, cells by column name, stripped."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows of every table in file order, and what was wrong while reading them.

    `complete` names the tables that were found; the others are empty.
    """

    rows: Mapping[str, tuple[Row, ...]]
    problems: tuple[SeedProblem, ...] = ()

    def __getitem__(self, table: str) -> tuple[Row, ...]:
        return self.rows[table]


def read(folder: Path) -> Tables:
    """Read every seed table of `folder`. Problems are kept with the rows, not raised."""
    findings = Findings()
    rows = {
        table: _read_table(folder / file_of(table), columns, findings)
        for table, columns in SCHEMA.items()
    }
    return Tables(rows, tuple(findings.problems))


def _read_table(path: Path, columns: tuple[Column, ...], findings: Findings) -> tuple[Row, ...]:
    place = Place(path.name)
    if not path.is_file():
        names = ", ".join(column.name for column in columns)
        findings.add("file_missing", place, file=path.name, columns=names)
        return ()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        findings.add("file_unreadable", place)
        return ()
    records = list(csv.reader(io.StringIO(text, newline="")))
    header = [name.strip() for name in records[0]] if records else []
    _check_header(header, columns, path.name, findings)
    return tuple(_rows(header, records[1:], path.name, findings))


def _check_header(
    header: list[str], columns: tuple[Column, ...], file: str, findings: Findings
) -> None:
    known = [column.name for column in columns]
    for name in known:
        if name not in header:
            findings.add("column_missing", Place(file, 1, name), column=name)
    for position, name in enumerate(header):
        if name in header[:position]:
            findings.add("column_twice", Place(file, 1, name), column=name)
        elif name not in known:
            findings.add_unknown("column_unknown", Place(file, 1, name), name, known)


def _rows(header: list[str], records: list[list[str]], file: str, findings: Findings) -> list[Row]:
    rows = []
    for number, record in enumerate(records, start=2):
        cells = [cell.strip() for cell in record]
        if not any(cells):
            continue
        if len(cells) > len(header):
            findings.add(
                "cells_beyond_header", Place(file, number), count=len(cells), expected=len(header)
            )
        padded = cells + [""] * (len(header) - len(cells))
        named = list(zip(header, padded, strict=False))
        rows.append(Row(number, dict(reversed(named))))  # the first of two like-named columns
    return rows
