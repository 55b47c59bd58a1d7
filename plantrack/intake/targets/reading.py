"""A file to a target set: what a revision would keep of it, and everything found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plantrack.intake.cells import Workbook
from plantrack.intake.entries import STAYS_OUT
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.past import Past
from plantrack.intake.questions import Asking
from plantrack.intake.targets.columns import DocumentField
from plantrack.intake.targets.document import Document, read_document
from plantrack.intake.targets.rows import TargetRead, TargetReader, in_digits
from plantrack.intake.targets.rules import rule_findings
from plantrack.intake.targets.sheets import cells_of
from plantrack.intake.targets.words_read import TargetWords
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Figure, Text
from plantrack.plan import Plan
from plantrack.seeds import Recorded

_NOT_STATED = "not stated"  # what the seeds write where a publication names no licence


@dataclass(frozen=True, slots=True)
class SetReading:
    """A target set as its file states it. A set goes in whole or not at all.

    `recorded` is what a revision keeps (None = something keeps the set out), `id` the set's id in
    the plan, `rows` the sheet and row where each target stands, by the target's id.
    """

    id: str
    name: Text
    recorded: Recorded | None
    rows: Mapping[str, tuple[str | None, int | None]]
    findings: tuple[Finding, ...]


def read_target_set(
    workbook: Workbook,
    plan: Plan,
    current: Sequence[Figure],
    *,
    today: date,
    asking: Asking,
    series_choice: str,
) -> SetReading:
    """Return the target set of a workbook (`sheets.is_target_set`); bad data is a finding."""
    cells = cells_of(workbook)
    document = read_document(cells, plan, today)
    vocabulary = Vocabulary(plan)
    reader = TargetReader(vocabulary, Past(plan, current), asking, TargetWords(plan), series_choice)
    read, findings = [], [*cells.findings, *document.findings]
    for row in cells.targets:
        target, said = reader.read(row)
        findings += said
        read += [] if target is None else [target]
    if not cells.targets and not cells.findings:
        findings.append(found("no_targets", Place()))
    recorded, targets = _recorded(document, read)
    findings += rule_findings(plan, recorded, document, targets, cells.document)
    kept_out = any(one.severity in STAYS_OUT for one in findings)
    texts = document.texts
    return SetReading(
        id=document.id,
        name=Text(texts.get(DocumentField.NAME_VI, ""), texts.get(DocumentField.NAME_EN, "")),
        recorded=None if kept_out else recorded,
        rows={name: (one.row.place.sheet, one.row.place.row) for name, one in targets.items()},
        findings=tuple(findings),
    )


def _recorded(
    document: Document, read: Sequence[TargetRead]
) -> tuple[Recorded, Mapping[str, TargetRead]]:
    """Return the set as the seeds' tables would hold it, and its targets by id.

    Where the document lacks a line its place is held by a dash, so that the targets can be
    judged all the same; such a set is never recorded.
    """
    name, source = document.id, document.id
    targets: dict[str, TargetRead] = {}
    used: Counter[str] = Counter()
    for one in read:
        identifier = f"{name}_{one.indicator.id}_{one.cells['period_end'][:4]}"
        used[identifier] += 1
        again = f"_{used[identifier]}" if used[identifier] > 1 else ""
        targets[f"{identifier}{again}"] = one
    rows = {
        "sources": [_source(document, source)],
        "target_sets": [_target_set(document, source)],
        "targets": [
            {**one.cells, "id": identifier, "target_set": name, "origin": source}
            for identifier, one in targets.items()
        ],
        "milestones": [
            row for identifier, one in targets.items() for row in _milestones(identifier, one)
        ],
    }
    first = document.days.get(DocumentField.FROM)
    if document.replaces is None or first is None:
        return {"rows": rows, "ends": {}}, targets
    last = (first - timedelta(days=1)).isoformat()
    return {"rows": rows, "ends": {document.replaces.id: last}}, targets


def _source(document: Document, name: str) -> dict[str, str]:
    texts = document.texts
    return {
        "id": name,
        "title": texts.get(DocumentField.TITLE) or "–",
        "publisher": texts.get(DocumentField.PUBLISHER) or "–",
        "published": _day(document, DocumentField.ADOPTED) or "–",
        "url": texts.get(DocumentField.ADDRESS, ""),
        "licence": _NOT_STATED,
    }


def _target_set(document: Document, source: str) -> dict[str, str]:
    texts = document.texts
    return {
        "id": document.id,
        "name_vi": texts.get(DocumentField.NAME_VI) or "–",
        "name_en": texts.get(DocumentField.NAME_EN) or "–",
        "document": texts.get(DocumentField.DOCUMENT) or "–",
        "adopted": _day(document, DocumentField.ADOPTED),
        "in_force_from": _day(document, DocumentField.FROM),
        "in_force_to": _day(document, DocumentField.TO),
        "source": source,
    }


def _day(document: Document, name: DocumentField) -> str:
    day = document.days.get(name)
    return "" if day is None else day.isoformat()


def _milestones(identifier: str, one: TargetRead) -> list[dict[str, str]]:
    """One value is a floor where more is better, a cap where less is."""
    rows = []
    for milestone in one.milestones:
        value = in_digits(milestone.value)
        if milestone.high is not None:
            low, high = value, in_digits(milestone.high)
        else:
            low, high = (value, "") if one.cells["direction"] == "more" else ("", value)
        end = f"{milestone.year}-12-31"
        rows.append({"target": identifier, "period_end": end, "low": low, "high": high})
    return rows
