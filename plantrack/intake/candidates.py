"""A row that reads as a figure, before it is held against other rows and the past."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plantrack.intake.findings import Amount, Place
from plantrack.intake.numbers import Number
from plantrack.model import Figure, Indicator, Period, Qualifier, Series, Status, Text, Unit, Use


@dataclass(slots=True)  # not frozen, as an `Entry` is not: a file can hold very many
class Candidate:
    """`number` is in the indicator's unit.

    `as_printed`: its decimals are those of a text; a numeric cell has lost its trailing zeros.
    """

    row: Place  # the value's own cell where a row holds several figures
    cell: Place  # of the value
    indicator: Indicator
    series: Series
    unit: Unit
    year: int
    number: Number
    as_printed: bool
    status: Status | None  # None = the cell is empty
    note: str
    table: str = ""

    @property
    def value(self) -> Decimal:
        return self.number.value

    @property
    def key(self) -> tuple[str, int]:
        return (self.series.id, self.year)

    @property
    def amount(self) -> Amount:
        return Amount(self.value, self.unit.name)

    @property
    def decimals(self) -> int | None:
        """The decimals its origin prints, None where they are the indicator's."""
        printed, usual = self.number.decimals, self.indicator.decimals
        return printed if printed > usual or (printed < usual and self.as_printed) else None

    def figure(self, geography: str, origin: str) -> Figure:
        return Figure(
            series=self.series.id,
            geography=geography,
            period=Period.of_year(self.year),
            value=self.value,
            decimals=self.decimals,
            status=self.status or Status.NOT_STATED,
            qualifier=Qualifier.EXACT,
            use=Use.FIGURE,
            origin=origin,
            locator=self.cell.cell,
            note=Text(self.note, self.note),
        )
