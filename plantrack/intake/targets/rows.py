"""One row of the targets' sheet to the cells the seeds would hold for it, or what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from plantrack.intake.cells import EMPTY
from plantrack.intake.columns import Column
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Amount, Finding, Term, found
from plantrack.intake.numbers import Number
from plantrack.intake.past import Past
from plantrack.intake.questions import Asking
from plantrack.intake.subjects import parts_named, read_indicator
from plantrack.intake.targets.columns import DIRECTION_TERMS, HEADERS, TargetColumn
from plantrack.intake.targets.milestones import Milestone, read_milestones
from plantrack.intake.targets.sheets import TargetCells
from plantrack.intake.targets.wording_check import noted, wording_findings
from plantrack.intake.targets.words_read import TargetWords
from plantrack.intake.units import read_unit_of
from plantrack.intake.values import WrittenValue, in_unit_of, read_written
from plantrack.intake.vocabulary import Vocabulary
from plantrack.intake.years import Unyearly, read_year
from plantrack.model import Direction, Form, Indicator
from plantrack.seeds.target_rules import direction_of


@dataclass(frozen=True, slots=True)
class TargetRead:
    """The cells of `targets` a row gives, without ids, and its milestones.

    `unread` are columns with something in them that gave nothing, which has been said.
    """

    row: TargetCells
    indicator: Indicator
    cells: dict[str, str]
    milestones: tuple[Milestone, ...] = ()
    unread: frozenset[TargetColumn] = frozenset()


@dataclass(frozen=True, slots=True)
class TargetReader:
    """Reads the rows of one file against what stands."""

    vocabulary: Vocabulary
    past: Past
    asking: Asking
    words: TargetWords
    series_choice: str

    def read(self, row: TargetCells) -> tuple[TargetRead | None, list[Finding]]:
        """Return the target of a row (None where it cannot be told) and the row's findings."""
        indicator, findings = self._indicator(row)
        form, more = self.words.form(row)
        findings += more
        first, due, baseline, more = _years(row)
        findings += more
        qualifier, more = self.words.qualifier(row)
        findings += more
        peers, more = self.words.peers(row)
        findings += more
        findings += _miscounted(row)
        if indicator is None:
            return None, findings
        low, more = self._bound(row, TargetColumn.LOW, indicator)
        findings += more
        high, more = self._bound(row, TargetColumn.HIGH, indicator)
        findings += more
        milestones, more = read_milestones(row, lambda one: self._in_unit(row, indicator, one))
        findings += more
        direction, more = self._direction(row, indicator, form, low, high)
        findings += more
        if baseline is not None:
            findings += self._baseline(row, indicator, baseline)
        if form is None or direction is None or first is None or due is None or baseline is None:
            return None, findings
        cells = {
            "indicator": indicator.id,
            "geography": self.vocabulary.plan.geography,
            "form": form.value,
            "low": in_digits(_value(low)),
            "high": in_digits(_value(high)),
            "direction": direction.value,
            "period_start": f"{first}-01-01",
            "period_end": f"{due}-12-31",
            "baseline_period": str(baseline),
            "qualifier": qualifier.value,
            "price_basis": indicator.price_basis.value,
            "peer_set": peers,
            "k": _count(row),
            "note_vi": noted(row, "vi"),
            "note_en": noted(row, "en"),
        }
        findings += wording_findings(row, cells, indicator, self.vocabulary.plan)
        given = {
            TargetColumn.LOW: cells["low"],
            TargetColumn.HIGH: cells["high"],
            TargetColumn.PEERS: peers,
            TargetColumn.PLACES: cells["k"],
            TargetColumn.MILESTONES: milestones,
        }
        unread = frozenset(one for one, value in given.items() if row.text(one) and not value)
        return TargetRead(row, indicator, cells, milestones, unread), findings

    def _indicator(self, row: TargetCells) -> tuple[Indicator | None, list[Finding]]:
        entry = _entry(row, TargetColumn.LOW)
        parts = parts_named(entry.cells[Column.INDICATOR].text, self.vocabulary)
        indicator, findings = read_indicator(entry, parts, self.vocabulary, self.asking)
        # A computed indicator is not entered, but it may well have a target.
        return indicator, [one for one in findings if one.code != "computed_indicator"]

    def _bound(
        self, row: TargetCells, column: TargetColumn, indicator: Indicator
    ) -> tuple[Number | None, list[Finding]]:
        """Return a value in the indicator's unit; the unit is checked even without one."""
        if not row.text(column):
            return None, []
        entry = _entry(row, column)
        written, findings = read_written(entry, self.asking)
        number, more = self._converted(entry, indicator, written)
        return number, [*findings, *more]

    def _in_unit(
        self, row: TargetCells, indicator: Indicator, number: Number
    ) -> tuple[Number | None, list[Finding]]:
        entry = _entry(row, TargetColumn.MILESTONES)
        written = WrittenValue(number, percent=False, as_printed=True)
        return self._converted(entry, indicator, written)

    def _converted(
        self, entry: Entry, indicator: Indicator, written: WrittenValue | None
    ) -> tuple[Number | None, list[Finding]]:
        vocabulary, percent = self.vocabulary, written is not None and written.percent
        own = vocabulary.plan.units[indicator.unit]
        given, findings = read_unit_of(
            entry, indicator, own, vocabulary, self.asking, percent=percent
        )
        number, more = in_unit_of(entry, indicator, written, given, vocabulary)
        return number, [*findings, *more]

    def _direction(
        self,
        row: TargetCells,
        indicator: Indicator,
        form: Form | None,
        low: Number | None,
        high: Number | None,
    ) -> tuple[Direction | None, list[Finding]]:
        meant = None if form is None else direction_of(form, _value(low), _value(high))
        direction, findings = self.words.direction(row, form, meant)
        own = self.vocabulary.plan.direction_of(indicator.id)
        told = meant is not None and meant is not direction  # a contradiction in the row itself
        if direction is not None and own is not None and direction is not own and not told:
            shown = {
                "indicator": indicator.name,
                "written": Term(DIRECTION_TERMS[direction]),
                "expected": Term(DIRECTION_TERMS[own]),
            }
            findings = [found("direction_opposite", row.at(TargetColumn.DIRECTION), **shown)]
        return direction, findings

    def _baseline(self, row: TargetCells, indicator: Indicator, year: int) -> list[Finding]:
        """Hold the value the document starts from against the figure recorded of that year."""
        given, findings = self._bound(row, TargetColumn.BASELINE, indicator)
        if given is None:
            return findings
        plan, place = self.vocabulary.plan, row.at(TargetColumn.BASELINE)
        unit = plan.units[indicator.unit].name
        series = plan.series_in_use(indicator.id, self.series_choice)
        stored = None if series is None else self.past.reported(series.id).get(year)
        shown: dict[str, object] = {
            "indicator": indicator.name,
            "year": year,
            "given": Amount(given.value, unit),
        }
        if stored is None:
            return [*findings, found("baseline_unchecked", place, **shown)]
        if _rounded(stored, given.decimals) == given.value:
            return findings
        return [*findings, found("baseline_apart", place, **shown, stored=Amount(stored, unit))]


def _years(
    row: TargetCells,
) -> tuple[int | None, int | None, int | None, list[Finding]]:
    """Return first, due and baseline year; without a first year it is the due year alone."""
    years: list[int | None] = []
    findings = []
    for column in (TargetColumn.YEAR, TargetColumn.FIRST_YEAR, TargetColumn.BASELINE_YEAR):
        cell = row.cells[column].cell
        if column is TargetColumn.FIRST_YEAR and cell.empty:
            years.append(years[0])
            continue
        year = read_year(cell)
        if year is Unyearly.MISSING:
            findings.append(found("target_year_missing", row.at(column), column=HEADERS[column]))
        elif isinstance(year, Unyearly):
            findings.append(found(year.value, row.at(column), text=cell.text))
        years.append(None if isinstance(year, Unyearly) else year)
    due, first, baseline = years
    return first, due, baseline, findings


def _count(row: TargetCells) -> str:
    """Return the number of places a row states, "" where it states none."""
    text = row.text(TargetColumn.PLACES)
    return text if re.fullmatch("[1-9][0-9]{0,2}", text) else ""


def _miscounted(row: TargetCells) -> list[Finding]:
    text = row.text(TargetColumn.PLACES)
    if not text or _count(row):
        return []
    return [found("not_a_count", row.at(TargetColumn.PLACES), text=text)]


def _entry(row: TargetCells, column: TargetColumn) -> Entry:
    """Return one value of the row as the readers of figures take it."""
    at = {
        Column.INDICATOR: TargetColumn.INDICATOR,
        Column.VALUE: column,
        Column.UNIT: TargetColumn.UNIT,
    }
    cells = dict.fromkeys(Column, EMPTY)
    cells.update({one: row.cells[own].cell for one, own in at.items()})
    places = {one: row.at(own) for one, own in at.items()}
    return Entry(row.place, cells, places, decimal_mark=row.decimal_mark, table="targets")


def _value(number: Number | None) -> Decimal | None:
    return None if number is None else number.value


def in_digits(number: Decimal | None) -> str:
    """Return a number as the seeds would hold it: the same value in the same digits."""
    return "" if number is None else format(number.normalize(), "f")


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
