"""What the template of a target set is filled with: the plan's indicators, or an invented set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from plantrack.intake.columns import DECIMAL_MARKS, FICTITIOUS
from plantrack.intake.past import Past
from plantrack.intake.targets.columns import DocumentField, TargetColumn
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Figure, Form, Indicator, Target
from plantrack.plan import PREFERRED, Plan
from plantrack.words import Say
from plantrack.words.terms import direction_word, form_word

_MORE: Final = Decimal("1.02")  # how far an invented bound lies from the one it starts at


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One row of the targets' sheet, a text for each column that is filled."""

    decimals: int
    texts: Mapping[TargetColumn, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetTemplate:
    """What is written: the document's lines and the rows."""

    lines: Mapping[DocumentField, str]
    rows: tuple[TemplateRow, ...]


def empty_set(plan: Plan, say: Say) -> SetTemplate:
    """Return a row for each indicator some target of the plan's place is about."""
    vocabulary = Vocabulary(plan)
    wanted = dict.fromkeys(
        target.indicator for target in plan.targets.values() if target.geography == plan.geography
    )
    rows = (_row(plan.indicators[one], vocabulary, say, {}) for one in wanted)
    return SetTemplate({}, tuple(rows))


def fictitious_set(
    plan: Plan, current: Sequence[Figure], say: Say, day: date, series_choice: str = PREFERRED
) -> SetTemplate:
    """Return an invented set: the targets of the set in force, each bound a little higher."""
    vocabulary, past = Vocabulary(plan), Past(plan, current)
    leading = plan.leading_target_set(day)
    rows = [
        _row(
            plan.indicators[target.indicator],
            vocabulary,
            say,
            _invented(plan, past, target, say, series_choice),
        )
        for target in plan.targets_of(leading.id)
        if target.geography == plan.geography and target.form is not Form.PATH
    ]
    lines = {
        DocumentField.NAME_VI: "Bộ chỉ tiêu giả định",
        DocumentField.NAME_EN: "Fictitious target set",
        DocumentField.DOCUMENT: f"0/{day.year} (GIẢ ĐỊNH)",
        DocumentField.TITLE: FICTITIOUS,
        DocumentField.PUBLISHER: FICTITIOUS,
        DocumentField.ADOPTED: day.strftime("%d/%m/%Y"),
        DocumentField.FROM: f"01/01/{day.year + 1}",
    }
    return SetTemplate(lines, tuple(rows))


def _row(
    indicator: Indicator, vocabulary: Vocabulary, say: Say, texts: Mapping[TargetColumn, str]
) -> TemplateRow:
    own = vocabulary.plan.direction_of(indicator.id)
    filled = {
        TargetColumn.INDICATOR: vocabulary.indicator_label(indicator, say),
        TargetColumn.UNIT: say.text(vocabulary.plan.units[indicator.unit].name),
        TargetColumn.DIRECTION: "" if own is None else direction_word(own, say),
        **texts,
    }
    return TemplateRow(indicator.decimals, filled)


def _invented(
    plan: Plan, past: Past, target: Target, say: Say, series_choice: str
) -> dict[TargetColumn, str]:
    indicator, mark = plan.indicators[target.indicator], DECIMAL_MARKS[say.language]
    series = plan.series_in_use(target.indicator, series_choice)
    start = None if series is None else past.reported(series.id).get(target.baseline_year)

    def written(number: Decimal | None) -> str:
        return "" if number is None else format(number, "f").replace(".", mark)

    return {
        TargetColumn.FORM: form_word(target.form, say),
        TargetColumn.LOW: written(_moved(target.low, indicator)),
        TargetColumn.HIGH: written(_moved(target.high, indicator)),
        TargetColumn.FIRST_YEAR: "" if target.period.year else str(target.period.start.year),
        TargetColumn.YEAR: str(target.year),
        TargetColumn.BASELINE_YEAR: str(target.baseline_year),
        TargetColumn.BASELINE: written(start),
        TargetColumn.PEERS: target.peer_set or "",
        TargetColumn.PLACES: "" if target.k is None else str(target.k),
        TargetColumn.NOTE: FICTITIOUS,
    }


def _moved(bound: Decimal | None, indicator: Indicator) -> Decimal | None:
    """Return a bound a little higher, within the natural limits."""
    if bound is None:
        return None
    decimals = max(indicator.decimals, -int(bound.as_tuple().exponent))
    moved = (bound * _MORE).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return moved if indicator.ceiling is None else min(moved, indicator.ceiling)
