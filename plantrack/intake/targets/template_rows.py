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
_SPANNING: Final = frozenset({Form.HOLD, Form.PATH, Form.CHANGE_PER_YEAR, Form.CUMULATIVE})
# Forms whose bounds are levels of the indicator: only those are moved.
_LEVELS: Final = frozenset({Form.AT_LEAST, Form.AT_MOST, Form.RANGE_MORE, Form.RANGE_LESS})


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
    """Return an invented set: the levels of the set in force, due in the plan's last year.

    They start from the newest year with a figure. Empty rows where the plan has no year left.
    """
    vocabulary, past = Vocabulary(plan), Past(plan, current)
    leading = plan.target_set_in_force(day) or plan.target_sets[plan.default_target_set]
    rows = []
    for target in plan.targets_of(leading.id):
        known = _newest(plan, past, target, series_choice)
        if known is not None and target.form in _LEVELS and target.period.year is not None:
            texts = _invented(plan, target, known, say)
            rows.append(_row(plan.indicators[target.indicator], vocabulary, say, texts))
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


def _newest(
    plan: Plan, past: Past, target: Target, series_choice: str
) -> tuple[int, Decimal] | None:
    """Return the newest figure of a target's indicator that leaves a year to measure over."""
    series = plan.series_in_use(target.indicator, series_choice)
    if series is None or target.geography != plan.geography:
        return None
    known = {y: v for y, v in past.reported(series.id).items() if y < plan.last_year}
    return max(known.items()) if known else None


def _invented(
    plan: Plan, target: Target, known: tuple[int, Decimal], say: Say
) -> dict[TargetColumn, str]:
    indicator, mark = plan.indicators[target.indicator], DECIMAL_MARKS[say.language]
    year, value = known

    def written(number: Decimal) -> str:
        return format(number.normalize(), "f").replace(".", mark)

    bounds = {
        column: written(_moved(bound, indicator))
        for column, bound in ((TargetColumn.LOW, target.low), (TargetColumn.HIGH, target.high))
        if bound is not None
    }
    return {
        TargetColumn.FORM: form_word(target.form, say),
        **bounds,
        TargetColumn.YEAR: str(plan.last_year),
        TargetColumn.BASELINE_YEAR: str(year),
        TargetColumn.BASELINE: written(value),
        TargetColumn.NOTE: FICTITIOUS,
    }


def _moved(bound: Decimal, indicator: Indicator) -> Decimal:
    """Return a bound a little higher, within the natural limits."""
    moved = (bound * _MORE).quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)
    limits = [one for one in (indicator.ceiling,) if one is not None]
    return min([moved, *limits])
