"""What comes out of a file: rows that can be recorded, findings, questions and the tables found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from plantrack.intake.candidates import Candidate
from plantrack.intake.catalogue import CATALOGUE
from plantrack.intake.entries import STAYS_OUT
from plantrack.intake.finding_columns import Columns, columns_of, of_columns
from plantrack.intake.findings import Finding, Place, Severity, Verdict, found, in_order
from plantrack.intake.questions import Asking, Question
from plantrack.intake.tables_found import TableFound
from plantrack.intake.targets.reading import SetReading
from plantrack.model import Figure

_ABOUT = attrgetter("code", "place")


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """A figure that can be recorded, after a tick where one of its findings warns.

    `findings` are those about this figure alone; `cell` is where its value stands.
    """

    figure: Figure
    cell: str
    needs_tick: bool
    finding_codes: tuple[str, ...]
    share_set: str | None = None  # rows with the same one are recorded together or not at all
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that passed, and the set of shares it belongs to."""

    candidate: Candidate
    share_set: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: rows in its order, findings by place, and the verdict.

    `questions` are all that the file leaves open, answered ones with their answer; `tables` are
    what was found, for the screen; `fingerprint` names the shape of the file (see `matchings`).
    `target_set` is what the file holds instead of figures, where it is a target set.
    """

    rows: tuple[AcceptedRow, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict
    questions: tuple[Question, ...] = ()
    tables: tuple[TableFound, ...] = ()
    fingerprint: str = ""
    target_set: SetReading | None = None

    def __reduce__(self) -> tuple[Callable[..., Reading], tuple[object, ...]]:
        """Return it for pickling, its many findings by columns."""
        rows, findings, *others = (getattr(self, one.name) for one in fields(self))
        return _received, (rows, columns_of(findings), *others)


def _received(rows: tuple[AcceptedRow, ...], columns: Columns, *others: Any) -> Reading:
    return Reading(rows, of_columns(columns), *others)


def accepted_rows(
    accepted: Sequence[Accepted], findings: Sequence[Finding], geography: str, origin: str
) -> tuple[AcceptedRow, ...]:
    """Return the rows with what is said about each; a warned share warns its whole set."""
    if not accepted:
        return ()
    about: dict[tuple[int, int | None, int | None], list[Finding]] = {}
    rows = {one.candidate.row.row for one in accepted}
    for finding in findings:
        if finding.place.row in rows:
            about.setdefault(figure_at(finding.place), []).append(finding)
    said = [about.get(figure_at(one.candidate.row), []) for one in accepted]
    warned = [any(finding.severity is Severity.WARNS for finding in one) for one in said]
    warned_sets = {
        one.share_set
        for one, warning in zip(accepted, warned, strict=True)
        if warning and one.share_set is not None
    }
    return tuple(
        AcceptedRow(
            figure=one.candidate.figure(geography, origin),
            cell=one.candidate.cell.cell,
            needs_tick=warning or one.share_set in warned_sets,
            finding_codes=tuple(sorted({finding.code for finding in of_row})),
            share_set=one.share_set,
            findings=tuple(of_row),
        )
        for one, of_row, warning in zip(accepted, said, warned, strict=True)
    )


def figure_at(place: Place) -> tuple[int, int | None, int | None]:
    """Return what tells figures apart: the row, or the cell where a row holds several."""
    return (place.sheet_number, place.row, place.column if place.by_cell else None)


def judged(
    rows: Sequence[AcceptedRow], findings: Sequence[Finding]
) -> tuple[tuple[Finding, ...], Verdict]:
    """Return the findings in order, each said once, and the verdict they and the rows lead to."""
    distinct = _distinct(findings)
    if not rows:
        explained = bool(_severities(distinct) & STAYS_OUT)
        nothing = () if explained else (found("nothing_to_record", Place()),)
        return in_order((*distinct, *nothing)), Verdict.REFUSED
    quiet = _severities(distinct) <= {Severity.NOTES}
    return in_order(distinct), Verdict.ACCEPTED if quiet else Verdict.ACCEPTED_WITH_WARNINGS


def of_target_set(read: SetReading, asking: Asking) -> Reading:
    """Return the reading of a file with a target set, which goes in whole or not at all."""
    distinct = in_order(_distinct(read.findings))
    quiet = _severities(distinct) <= {Severity.NOTES}
    verdict = Verdict.ACCEPTED if quiet else Verdict.ACCEPTED_WITH_WARNINGS
    if read.recorded is None:
        verdict = Verdict.REFUSED
    return Reading((), distinct, verdict, questions=asking.questions, target_set=read)


def _severities(findings: Sequence[Finding]) -> set[Severity]:
    return {CATALOGUE[code].severity for code in {finding.code for finding in findings}}


def _distinct(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """A label is read once for each of its figures; what is wrong with it is said once."""
    if len(set(map(_ABOUT, findings))) == len(findings):
        return tuple(findings)
    kept: dict[tuple[str, Place], list[Finding]] = {}
    for finding in findings:
        same = kept.setdefault((finding.code, finding.place), [])
        if finding not in same:
            same.append(finding)
    return tuple(finding for same in kept.values() for finding in same)
