"""A file to accepted rows and findings: the one way in for figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.intake.candidates import Candidate
from plantrack.intake.entries import STAYS_OUT, EntryReader
from plantrack.intake.findings import Finding, Place, Severity, Verdict, found, in_order
from plantrack.intake.layout import Table, read_tables
from plantrack.intake.past import Past, together_with
from plantrack.intake.shares import share_sets
from plantrack.intake.twins import without_twins
from plantrack.intake.vocabulary import Vocabulary
from plantrack.intake.workbook import read_workbook
from plantrack.model import Figure
from plantrack.plan import PREFERRED, Plan


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """A figure that can be recorded, after a tick where one of its findings warns."""

    figure: Figure
    cell: str
    needs_tick: bool
    finding_codes: tuple[str, ...]
    share_set: str | None = None  # rows with the same one are recorded together or not at all


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that passed, and the set of shares it belongs to."""

    candidate: Candidate
    share_set: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: rows in its order, findings by place, and the verdict."""

    rows: tuple[AcceptedRow, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict


def read_template(
    data: bytes,
    filename: str,
    plan: Plan,
    current: Sequence[Figure],
    *,
    series_choice: str = PREFERRED,
    origin: str,
) -> Reading:
    """Return the accepted rows of a filled template and everything found in it.

    `current` are the figures that stand; `series_choice` (a compiler id or "preferred") is used
    where a row names no series; `origin` is the id of the source the figures are taken from.
    Bad data never raises: it is a finding.
    """
    workbook = read_workbook(data, filename)
    if isinstance(workbook, Finding):
        return Reading((), (workbook,), Verdict.REFUSED)
    tables, findings = read_tables(workbook)
    past = Past(plan, current)
    reader = EntryReader(Vocabulary(plan), series_choice, past.has_figure)
    candidates, more = _candidates(tables, reader)
    accepted, checks = checked(candidates, past)
    findings = (*findings, *more, *checks)
    rows = accepted_rows(accepted, findings, plan.geography, origin)
    return Reading(rows, *judged(rows, findings))


def _candidates(
    tables: Sequence[Table], reader: EntryReader
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    for table in tables:
        for entry in table.entries:
            candidate, more = reader.read(entry, table.decimal_mark)
            findings += more
            if candidate is not None:
                candidates.append(candidate)
    return tuple(candidates), tuple(findings)


def checked(
    candidates: Sequence[Candidate], past: Past
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
    in_file_order = sorted(accepted.values(), key=lambda one: one.candidate.row.order)
    return tuple(in_file_order), tuple(findings)


def accepted_rows(
    accepted: Sequence[Accepted], findings: Sequence[Finding], geography: str, origin: str
) -> tuple[AcceptedRow, ...]:
    about: dict[tuple[int, int | None], list[Finding]] = {}
    for finding in findings:
        about.setdefault(_row_of(finding.place), []).append(finding)
    said = [about.get(_row_of(one.candidate.row), []) for one in accepted]
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
            finding_codes=tuple(sorted({finding.code for finding in findings_of_row})),
            share_set=one.share_set,
        )
        for one, findings_of_row, warning in zip(accepted, said, warned, strict=True)
    )


def _row_of(place: Place) -> tuple[int, int | None]:
    return (place.sheet_number, place.row)


def judged(
    rows: Sequence[AcceptedRow], findings: Sequence[Finding]
) -> tuple[tuple[Finding, ...], Verdict]:
    if not rows:
        explained = any(finding.severity in STAYS_OUT for finding in findings)
        nothing = () if explained else (found("nothing_to_record", Place()),)
        return in_order((*findings, *nothing)), Verdict.REFUSED
    quiet = all(finding.severity is Severity.NOTES for finding in findings)
    return in_order(findings), Verdict.ACCEPTED if quiet else Verdict.ACCEPTED_WITH_WARNINGS
