"""The document of a target set: its names, number, dates, and the set it replaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.matching import Labels, folded
from plantrack.intake.targets.columns import FIELDS, NEEDED, DocumentField
from plantrack.intake.targets.sheets import SetCells, Written
from plantrack.model import TargetSet
from plantrack.plan import Plan

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEB = ("https://", "http://")
_LONGEST_ID = 40  # letters
_DATES = (DocumentField.ADOPTED, DocumentField.FROM, DocumentField.TO)


@dataclass(frozen=True, slots=True)
class Document:
    """What the document's lines say; `id` is made from its number, "" where it has none."""

    texts: Mapping[DocumentField, str]
    days: Mapping[DocumentField, date]
    replaces: TargetSet | None
    findings: tuple[Finding, ...] = field(default=())

    @property
    def id(self) -> str:
        number = re.sub(r"[^a-z0-9]+", "_", folded(self.texts.get(DocumentField.DOCUMENT, "")))
        return f"set_{number.strip('_')}"[:_LONGEST_ID].rstrip("_")


def read_document(cells: SetCells, plan: Plan, today: date) -> Document:
    """Return what the lines say, with everything that is wrong among them."""
    lines, findings = cells.document, list[Finding]()
    texts = {name: " ".join(one.cell.text.split()) for name, one in lines.items()}
    for name in NEEDED:
        if not texts.get(name):
            where = lines[name].place if name in lines else Place()
            findings.append(found("document_line_missing", where, field=FIELDS[name]))
    days = {}
    for name in _DATES:
        if texts.get(name):
            day = _read_day(lines[name].cell)
            if day is None:
                written = {"text": texts[name], "field": FIELDS[name]}
                findings.append(found("not_a_date", lines[name].place, **written))
            else:
                days[name] = day
    adopted = days.get(DocumentField.ADOPTED)
    if adopted is not None and adopted > today:
        place = lines[DocumentField.ADOPTED].place
        findings.append(found("document_in_future", place, day=adopted))
    address = texts.get(DocumentField.ADDRESS, "")
    if address and not address.startswith(_WEB):
        findings.append(found("address_bad", lines[DocumentField.ADDRESS].place, text=address))
    replaces, more = _replaced(lines.get(DocumentField.REPLACES), plan, days)
    document = Document(texts, days, replaces)
    findings += [*more, *_known(document, lines, plan)]
    return Document(texts, days, replaces, tuple(findings))


def _read_day(cell: Cell) -> date | None:
    """Return a date cell, "19/3/2024" (day first) or "2024-03-19"; None for anything else."""
    text = cell.text.strip()
    day = _DAY.fullmatch(text)
    try:
        if day is not None:
            return date(int(day[3]), int(day[2]), int(day[1]))
        if _ISO.fullmatch(text) or cell.kind is Kind.DATE:
            return date.fromisoformat(text[:10])
    except ValueError:
        return None
    return None


def _replaced(
    written: Written | None, plan: Plan, days: Mapping[DocumentField, date]
) -> tuple[TargetSet | None, list[Finding]]:
    """Return the set the document says it replaces, which must be in force until then."""
    if written is None or not written.cell.text:
        return None, []
    names = Labels(
        (one.id, text)
        for one in plan.target_sets.values()
        for text in (one.id, one.name.vi, one.name.en, one.document)
    )
    only = names.find(written.cell.text).only
    if only is None:
        known = tuple(one.name for one in plan.target_sets.values())
        shown = {"text": written.cell.text, "candidates": known}
        return None, [found("replaced_unknown", written.place, **shown)]
    replaced, first = plan.target_sets[only], days.get(DocumentField.FROM)
    if first is not None and replaced.in_force_to is not None and replaced.in_force_to < first:
        day = replaced.in_force_to
        return None, [found("replaced_over", written.place, set=replaced.name, day=day)]
    return replaced, []


def _known(document: Document, lines: Mapping[DocumentField, Written], plan: Plan) -> list[Finding]:
    """Say where the plan already has a set of that number or name."""
    for one in plan.target_sets.values():
        same = {
            DocumentField.DOCUMENT: (one.document, one.id.removeprefix("set_")),
            DocumentField.NAME_VI: (one.name.vi,),
            DocumentField.NAME_EN: (one.name.en,),
        }
        for name, texts in same.items():
            given = document.texts.get(name, "")
            if given and folded(given) in map(folded, texts):
                shown = {"text": given, "set": one.name}
                return [found("set_known", lines[name].place, **shown)]
        if document.texts.get(DocumentField.DOCUMENT) and document.id == one.id:
            shown = {"text": document.texts[DocumentField.DOCUMENT], "set": one.name}
            return [found("set_known", lines[DocumentField.DOCUMENT].place, **shown)]
    return []
