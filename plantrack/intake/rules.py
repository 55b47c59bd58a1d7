"""A file to accepted rows and findings: the one way in for figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from plantrack.intake.candidates import Candidate
from plantrack.intake.cross_checks import Stated, cross_checks, product_check
from plantrack.intake.entries import STAYS_OUT, EntryReader
from plantrack.intake.entry import Row, Table
from plantrack.intake.findings import Finding, Severity, Verdict
from plantrack.intake.layout import LayoutReader
from plantrack.intake.matchings import fingerprint
from plantrack.intake.past import Past, together_with
from plantrack.intake.places import Places
from plantrack.intake.questions import Asking
from plantrack.intake.reading import (
    Accepted,
    AcceptedRow,
    Reading,
    accepted_rows,
    judged,
    of_target_set,
)
from plantrack.intake.repairs import repaired
from plantrack.intake.rows_alike import RowReader
from plantrack.intake.shares import share_sets
from plantrack.intake.sheets_left_out import without_sheets_left_out
from plantrack.intake.skipped import skipped_cells
from plantrack.intake.tables_choice import of_chosen_table
from plantrack.intake.targets.reading import read_target_set
from plantrack.intake.targets.sheets import is_target_set
from plantrack.intake.twins import without_twins
from plantrack.intake.vocabulary import Vocabulary
from plantrack.intake.workbook import PASTED, read_workbook
from plantrack.model import Figure
from plantrack.plan import PREFERRED, Plan

__all__ = ["PASTED", "AcceptedRow", "Reading", "pasted", "read_file", "read_template"]

Report = Callable[[float], None]
# Shares of the whole work, as measured on a large workbook.
_CELLS_READ: Final = 0.4
_TABLES_FOUND: Final = 0.55
_FIGURES_READ: Final = 0.95
_TOLD_EVERY: Final = 5_000  # rows
NO_ANSWERS: Mapping[str, str] = {}


def read_file(
    data: bytes,
    filename: str,
    plan: Plan,
    current: Sequence[Figure],
    *,
    answers: Mapping[str, str] = NO_ANSWERS,
    series_choice: str = PREFERRED,
    origin: str,
    today: date | None = None,
    report: Report = lambda _: None,
) -> Reading:
    """Return the accepted rows of a file, everything found in it, and what it leaves open.

    `current` are the figures that stand; `answers` are those to the reading's questions, by id;
    `series_choice` (a compiler id or "preferred") is used where a figure names no series;
    `origin` is the id of the source the figures are taken from; `today` is the day no document
    may be dated after, nor a figure's year begin after (None = today where the plan is); `report`
    hears how far the reading is, from 0 to 1. The same arguments give the same
    reading. Bad data never raises: it is a finding.
    """
    workbook = read_workbook(data, filename)
    if isinstance(workbook, Finding):
        return Reading((), (workbook,), Verdict.REFUSED)
    workbook = repaired(without_sheets_left_out(workbook), answers)
    report(_CELLS_READ)
    on = today or datetime.now(ZoneInfo(plan.time_zone)).date()
    asking, past = Asking(answers), Past(plan, current, on.year)
    if is_target_set(workbook):
        read = read_target_set(
            workbook, plan, current, today=on, asking=asking, series_choice=series_choice
        )
        return of_target_set(read, asking)
    vocabulary = Vocabulary(plan)
    tables, findings = LayoutReader(vocabulary, Places(plan), asking, filename).read(workbook)
    report(_TABLES_FOUND)
    reader = EntryReader(vocabulary, series_choice, past.has_figure, asking)
    candidates, more = _candidates(tables, reader, report)
    candidates, choice = of_chosen_table(candidates, tables, asking)
    accepted, checks = checked(candidates, past, reader.stated)
    kept = _without_idle_warnings((*findings, *more), candidates, past)
    findings = (*kept, *choice, *checks)
    findings = (*findings, *skipped_cells(workbook, tables, findings))
    rows = accepted_rows(accepted, findings, plan.geography, origin)
    return Reading(
        rows,
        *judged(rows, findings),
        questions=asking.questions,
        tables=tuple(table.found for table in tables),
        fingerprint=fingerprint(tables),
    )


def read_template(
    data: bytes,
    filename: str,
    plan: Plan,
    current: Sequence[Figure],
    *,
    series_choice: str = PREFERRED,
    origin: str,
) -> Reading:
    """Return `read_file` without answers: the template is one layout among the others."""
    return read_file(data, filename, plan, current, series_choice=series_choice, origin=origin)


def pasted(text: str) -> bytes:
    """Return cells pasted from a spreadsheet as the content of a file named `PASTED`."""
    return text.encode()


def _candidates(
    tables: Sequence[Table], reader: EntryReader, report: Report
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    count = sum(table.found.last_row - table.found.first_row for table in tables) + 1
    rows = RowReader(reader)
    lines = (line for table in tables for line in table.lines())
    for number, line in enumerate(lines):
        if number % _TOLD_EVERY == 0:
            done = min(number / count, 1)
            report(_TABLES_FOUND + (_FIGURES_READ - _TABLES_FOUND) * done)
        read = (rows.read(line),) if isinstance(line, Row) else reader.read_line(line)
        for candidate, more in read:
            if more:
                findings += more
            if candidate is not None:
                candidates.append(candidate)
    return tuple(candidates), tuple(findings)


def checked(
    candidates: Sequence[Candidate], past: Past, stated: Sequence[Stated] = ()
) -> tuple[tuple[Accepted, ...], tuple[Finding, ...]]:
    """Hold the candidates against each other, the past, and the wholes they are shares of."""
    single, twins = without_twins(candidates)
    together = together_with(past, single)
    said = [(one, past.findings(one, together[one.series.id])) for one in single]
    findings = [*twins, *(finding for _, about in said for finding in about)]
    passed = [one for one, about in said if not any(f.severity in STAYS_OUT for f in about)]
    accepted = {one.key: Accepted(one) for one in passed if not past.unchanged(one)}
    for group in share_sets(past.plan, passed):
        if not any(one.key in accepted for one in group.members):
            continue  # nothing of the set is new
        refusal = group.finding()
        for one in group.printed_alike():
            # The set is recorded whole, unchanged shares too, or not at all: it has one origin.
            accepted[one.key] = Accepted(one, group.id)
            if refusal is not None:
                del accepted[one.key]
        findings += [] if refusal is None else [refusal]
    new = [one.candidate for one in accepted.values()]
    findings += [*cross_checks(past, new), *product_check(past, new, stated)]
    in_file_order = sorted(accepted.values(), key=lambda one: one.candidate.row.order)
    return tuple(in_file_order), tuple(findings)


def _without_idle_warnings(
    findings: Sequence[Finding], candidates: Sequence[Candidate], past: Past
) -> tuple[Finding, ...]:
    """Leave out what asks for a tick on a figure that is recorded already and will not be again."""
    idle = {one.row for one in candidates if one.row.by_cell and past.unchanged(one)}
    if not idle:
        return tuple(findings)
    return tuple(f for f in findings if not (f.severity is Severity.WARNS and f.place in idle))
