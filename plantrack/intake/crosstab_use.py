"""Which columns of a table hold a calendar year of the plan's place, and why others do not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from plantrack.intake.cells import Cell
from plantrack.intake.crosstab_columns import ValueColumn
from plantrack.intake.crosstab_text import TableText
from plantrack.intake.findings import Finding, Place, column_letters, found
from plantrack.intake.headings import (
    FIRST_YEAR,
    LAST_YEAR,
    Heading,
    part_of_a_year,
    read_heading,
    years_in,
    years_in_part,
)
from plantrack.intake.matching import folded
from plantrack.intake.planned import Planned
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice
from plantrack.intake.row_labels import read_label
from plantrack.intake.title_years import years_of_title
from plantrack.model import Status


@dataclass(frozen=True)
class TableUse:
    """`file_name` may name a place or a year when the table does not."""

    text: TableText
    asking: Asking
    id: str
    file_name: str

    def refusal(self) -> list[Finding]:
        cells = {cell.text: (r, c) for r, c, cell in reversed([*self.text.block.title_cells])}
        place = self.text.title_place()
        if part_of_a_year(self.text.about):
            title = self.text.title if part_of_a_year(self.text.title) else self.text.about
            says = next((at for text, at in cells.items() if part_of_a_year(text)), None)
            at = place if says is None else self.text.block.sheet.cell_place(*says)
            return [found("part_of_a_year", at, text=title)]
        names = (self.text.block.sheet.name or "", self.file_name)
        another = self.text.places.another([*reversed(cells), *names])
        if another is None or self._names_its_rows():
            return []
        text, others = another
        at = self.text.block.sheet.cell_place(*cells[text]) if text in cells else place
        return [found("another_place", at, places=others)]

    def _names_its_rows(self) -> bool:
        """Whether rows or columns say by name whose figures they are."""
        whose, by_name = self.text.whose, self.text.places.is_own_by_name
        if whose.column is not None and not whose.own_by_total:
            return True
        rows = (self.text.beside(r, whose.label) for r in self.text.block.body)
        columns = (label for one in self.text.columns for label in one.labels)
        return any(map(by_name, rows)) or any(map(by_name, columns))

    def columns_in_use(self) -> tuple[list[ValueColumn], list[Finding]]:
        """Return the columns of one calendar year each, and why others are not read."""
        findings: dict[tuple[str, Place], Finding] = {}
        used: list[ValueColumn] = []
        dated = self.text.block.years_down or any(c.heading is not None for c in self.text.columns)
        year = None if dated else self._year_of_table(findings)
        for column in self.text.columns:
            heading = column.heading or (year if not dated else None)
            finding = self._unused(column, heading)
            if finding is not None:
                findings.setdefault((finding.code, finding.place), finding)
            elif heading is not None or self.text.block.years_down:
                used.append(self._without_own_place(replace(column, heading=heading)))
        return used, list(findings.values())

    def _unused(self, column: ValueColumn, heading: Heading | None) -> Finding | None:
        sheet = self.text.block.sheet
        others = [
            label
            for label in column.labels
            if (self.text.places.find(label) or self.text.places.is_country(label))
            and not self.text.places.is_own(label)
        ]
        at = sheet.cell_place(*column.label_at)
        if others:
            return found("column_of_another_place", at, column=others[0])
        if not self._understood(column):
            text = sheet.cell(*column.label_at).text
            dated = column.heading is not None or years_in(text)
            return found("column_not_understood" if dated else "column_not_read", at, column=text)
        if heading is None:
            if self.text.block.years_down or not any(c.heading for c in self.text.columns):
                return None
            text = sheet.cell(*column.label_at).text or column_letters(column.column)
            return found("column_not_read", at, column=text)
        at = sheet.cell_place(*column.heading_at)
        text = sheet.cell(*column.heading_at).text
        if heading.year is None:
            return found("span_as_year", at, text=text)
        if heading.status is Status.PROJECTION:
            return found("projection_as_figure", at)
        if heading.year in years_in_part(self.file_name):
            return found("part_of_a_year", at, text=self.file_name)
        return self._of_a_plan(heading, at)

    def _of_a_plan(self, heading: Heading, at: Place) -> Finding | None:
        """Ask whether figures under a title that announces a plan are reported all the same."""
        if heading.status is not None or heading.year not in self._planned.years:
            return None
        read, open_question = self._planned.asked(heading.year, at)
        left_out = found("column_not_read", at, column=str(heading.year))
        return None if read else open_question or left_out

    @cached_property
    def _planned(self) -> Planned:
        titles = [cell.text for _, _, cell in self.text.block.title_cells]
        names = (self.text.block.sheet.name or "", *titles)
        return Planned(names, self.file_name, self.asking, self.id)

    def _understood(self, column: ValueColumn) -> bool:
        """Whether every word over a column is accounted for: "Urban" over a figure is not.

        Where columns name the indicator, the lowest label is it; all others must be wholes that
        the figure is a part of.
        """
        labels = [one for one in column.labels if not self.text.places.is_own(one)]
        if self.text.rows_of_places or self.text.block.years_down:
            labels = labels[:-1]
        named = self.text.vocabulary.indicators_named
        return all(named(label) or named(read_label(label).text) for label in labels)

    def _without_own_place(self, column: ValueColumn) -> ValueColumn:
        labels = tuple(label for label in column.labels if not self.text.places.is_own(label))
        return replace(column, labels=labels)

    def _year_of_table(self, findings: dict[tuple[str, Place], Finding]) -> Heading | None:
        """The year the title names, or the reader's answer."""
        years, several = years_of_title(self.text.about)
        if len(years) == 1 and not part_of_a_year(self.text.about):
            return Heading(years[0], self._status_of_title(years[0]))
        place = self.text.title_place()
        if several and not years:
            title = self.text.title if years_of_title(self.text.title)[1] else self.text.about
            finding = found("span_as_year", place, text=title)
            findings[finding.code, place] = finding
            return None
        finding = found("year_not_found", place)
        offered = years or list(years_in(self.file_name)) or [self.text.vocabulary.plan.last_year]
        choices = [Choice(str(year), str(year)) for year in offered]
        answer = self.asking.ask(
            f"year:{self.id}", finding, choices, open_to=range(FIRST_YEAR, LAST_YEAR + 1)
        )
        if answer is None or answer == LEAVE_OUT:
            findings[finding.code, place] = finding
            return None
        return Heading(int(answer))

    def _status_of_title(self, year: int) -> Status | None:
        words = folded(self.text.about).split()
        for size in (5, 4, 3, 2):
            for start in range(len(words) - size + 1):
                phrase = " ".join(words[start : start + size])
                if str(year) in phrase and (read := read_heading(Cell(phrase))) and read.status:
                    return read.status
        return None
