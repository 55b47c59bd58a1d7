"""What `check` and `record` say about a file: as JSON, or as sentences in both languages."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from plantrack.commands.target_sets import described_set, tell_set
from plantrack.model import LANGUAGES

if TYPE_CHECKING:
    from plantrack.commands.files import Checked
    from plantrack.intake.findings import Finding
    from plantrack.intake.questions import Question
    from plantrack.intake.rules import AcceptedRow


def described(found: Checked) -> dict[str, Any]:
    """Return what was found as JSON holds it; values are text, as they would be recorded."""
    return {
        "verdict": found.update.decided.verdict.value,
        "revision": found.snapshot.revision,
        "figures": [_figure(found, row) for row in found.update.decided.rows],
        "findings": [_finding(one) for one in found.update.decided.findings],
        "questions": [_question(one) for one in found.update.read.questions],
        "matching": _matching(found),
        "standings": _standings(found),
        "target_set": described_set(found),
    }


def _figure(found: Checked, row: AcceptedRow) -> dict[str, Any]:
    plan, figure = found.opened.plan, row.figure
    indicator = plan.indicators[plan.series[figure.series].indicator]
    return {
        "cell": row.cell,
        "indicator": indicator.id,
        "series": figure.series,
        "geography": figure.geography,
        "period_start": figure.period.start.isoformat(),
        "period_end": figure.period.end.isoformat(),
        "value": format(figure.value, "f"),
        "unit": indicator.unit,
        "status": figure.status.value,
        "note": figure.note.vi,
        "needs_tick": row.needs_tick,
        "findings": list(row.finding_codes),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "cell": finding.place.cell,
        "sentence": {language: _said(finding)[language][0] for language in LANGUAGES},
        "remedy": {language: _said(finding)[language][1] for language in LANGUAGES},
    }


def _question(question: Question) -> dict[str, Any]:
    from plantrack import words
    from plantrack.intake.questions import meaning

    says = {language: words.of(language) for language in LANGUAGES}
    return {
        "id": question.id,
        "code": question.finding.code,
        "cell": question.finding.place.cell,
        "answer": question.answer,
        "sentence": {language: question.sentence(say) for language, say in says.items()},
        "choices": [
            {"value": one.value, **{language: meaning(one, say) for language, say in says.items()}}
            for one in question.choices
        ],
    }


def _matching(found: Checked) -> dict[str, Any] | None:
    """Return whose remembered answers were used, and which; None where none were."""
    known = found.update.known
    used = () if known is None else known.used(found.update.decisions.answers)
    return None if known is None or not used else {**known.told(), "answers": list(used)}


def _said(finding: Finding) -> Mapping[str, tuple[str, str]]:
    from plantrack import words
    from plantrack.intake.findings import remedy, sentence

    says = {language: words.of(language) for language in LANGUAGES}
    return {language: (sentence(finding, s), remedy(finding, s)) for language, s in says.items()}


def _standings(found: Checked) -> list[dict[str, str]]:
    """Return the standings that would change if every row were recorded."""
    from plantrack.review import review

    figures = [row.figure for row in found.update.decided.rows]
    compared = review(
        found.opened.plan, found.snapshot.figures, figures, found.update.decisions.series
    )
    return [
        {
            "target": change.after.target.id,
            "before": change.before.standing.value,
            "after": change.after.standing.value,
            "cause": change.cause.value,
        }
        for change in compared.standings
    ]


def tell(found: Checked) -> None:
    """Print what was found, every sentence in both languages."""
    matching = _matching(found)
    if matching is not None:
        by, at, count = matching["by"], matching["at"], len(matching["answers"])
        print(f"Theo cách khớp đã lưu / matched as on {at} UTC, {by}: {count}")
    for finding in found.update.decided.findings:
        told = _said(finding)
        print(f"[{finding.severity.value}] {finding.place.cell or found.update.file.name}")
        for language in LANGUAGES:
            print("   ", *told[language])
    for question in found.update.read.questions:
        values = " | ".join(choice.value for choice in question.choices)
        print(f"{question.id!r}: {question.answer or '?'} ({values})")
    for row in found.update.decided.rows:
        one = _figure(found, row)
        tick = " (--tick)" if row.needs_tick else ""
        print(f"{row.cell}: {one['series']} {one['period_start'][:4]} = {one['value']}{tick}")
    tell_set(found)
    for change in _standings(found):
        print(f"{change['target']}: {change['before']} -> {change['after']} ({change['cause']})")
    print(found.update.decided.verdict.value)


def tell_json(answer: Mapping[str, Any]) -> None:
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()
