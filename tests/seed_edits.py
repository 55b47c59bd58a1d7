"""Edits of a seed folder, written as "table|row|column|value" so that a CSV can hold them.

Row 1 is the header: a new value renames the column. A column beginning with "!" is a deed:
!copy (append a copy of the row), !drop, !cell (append a cell), !delete (the file), !latin.
"""

from __future__ import annotations

import csv
from pathlib import Path


def edit(folder: Path, edits: str) -> None:
    """Apply edits separated by " && " to the seed files of `folder`, in order."""
    for written in edits.split(" && "):
        table, row, column, value = written.split("|", 3)
        _apply(folder / f"{table}.csv", int(row), column, value)


def _apply(path: Path, row: int, column: str, value: str) -> None:
    if column == "!delete":
        path.unlink()
        return
    if column == "!latin":
        path.write_bytes("id,tên\n".encode("utf-16"))
        return
    with path.open(encoding="utf-8", newline="") as file:
        records = list(csv.reader(file))
    index = row - 1
    match column:
        case "!copy":
            records.append(list(records[index]))
        case "!drop":
            del records[index]
        case "!cell":
            records[index].append(value)
        case _:
            records[index][records[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(records)
