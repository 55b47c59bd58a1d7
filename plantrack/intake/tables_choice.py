"""Tables of one file that disagree: the reader says which one is meant."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.intake.candidates import Candidate
from plantrack.intake.entry import Table
from plantrack.intake.findings import Finding, found
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice


def of_chosen_table(
    candidates: tuple[Candidate, ...], tables: Sequence[Table], asking: Asking
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    """Return the candidates with disagreements between tables settled by the reader's answer.

    Until it is given, what the tables disagree about stays out, and one finding for each table
    after the first says so.
    """
    first: dict[tuple[str, int], Candidate] = {}
    disagreeing: dict[tuple[str, int], set[str]] = {}
    for one in candidates:
        known = first.setdefault(one.key, one)
        if known.table != one.table and known.value != one.value:
            disagreeing.setdefault(one.key, {known.table}).add(one.table)
    if not disagreeing:
        return candidates, ()
    involved = {table for group in disagreeing.values() for table in group}
    found_tables = [table.found for table in tables if table.found.id in involved]
    names = tuple(_name(t.sheet, t.header_rows[0], t.title) for t in found_tables)
    example = next(one for one in candidates if one.key in disagreeing)
    place = example.cell._replace(by_cell=True)
    about = {"indicator": example.indicator.name, "year": example.year, "tables": names}
    finding = found("which_table", place, **about)
    choices = [Choice(t.id, name) for t, name in zip(found_tables, names, strict=True)]
    answer = asking.ask("table", finding, choices)
    if answer is None or answer == LEAVE_OUT:
        return tuple(one for one in candidates if one.key not in disagreeing), (finding,)
    return tuple(one for one in candidates if one.key not in disagreeing or one.table == answer), ()


def _name(sheet: str | None, row: int, title: str) -> str:
    where = f"{sheet}!A{row}" if sheet is not None else f"A{row}"
    return f"{where}: {title}"[:80] if title else where
