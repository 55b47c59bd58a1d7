"""A table found on a sheet to its figures: label, place, year, unit and status of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plantrack.intake.cells import EMPTY, Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.crosstab import Block, is_value
from plantrack.intake.crosstab_columns import (
    LabelColumns,
    ValueColumn,
    label_columns,
    value_columns,
)
from plantrack.intake.decimal_marks import MARKS, MarkEvidence, evidence
from plantrack.intake.entry import Entry, Table
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.headings import Heading, part_of_a_year, read_heading, title_labels, years_in
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS, Places, examples
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice
from plantrack.intake.row_labels import RowLabel, read_label
from plantrack.intake.tables_found import CellUse, LayoutKind, TableFound, cells_found
from plantrack.intake.unit_words import is_index, is_unit, unit_line
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import GeographyLevel, Status

_BEFORE = 6  # rows above that may say what a row is a part of
_STATUS_TEXT: dict[Status | None, str] = {None: "", **{one: one.value for one in Status}}


@dataclass(frozen=True)
class CrosstabReader:
    """Reads one block. `file_name` may name a place or a year when the table does not."""

    vocabulary: Vocabulary
    places: Places
    asking: Asking
    block: Block
    id: str
    file_name: str

    def read(self) -> tuple[Table, tuple[Finding, ...]]:
        """Return the table with its figures, and what is said about it as a whole."""
        refusal = self._refusal()
        findings = list(refusal)
        entries: list[Entry] = []
        if not refusal:
            columns, more = self._columns_in_use()
            findings += [*more, *self._about_places()]
            missing = next((f for f in more if f.code == "year_not_found"), None)
            if missing is None and not self._own_place_missing:
                entries = list(self._entries(columns))
                findings += self._about_marks()
        table = self._found(entries)
        labels = tuple(label.full for label, _ in self._labels.values())
        return Table(tuple(entries), table, labels), tuple(findings)

    # -- what the table says about itself ------------------------------------------------------

    @cached_property
    def title(self) -> str:
        """The lines above the header that are no unit line, one after the other."""
        texts = (cell.text for _, _, cell in self.block.title_cells)
        return " ".join(dict.fromkeys(t for t in texts if _unit_alone(t) is None))

    @cached_property
    def _about(self) -> str:
        return " ".join(part for part in (self.title, self.block.sheet.name or "") if part)

    @cached_property
    def unit(self) -> str:
        """The unit that holds for the whole table, "" where none is stated."""
        lines = [_unit_alone(cell.text) for _, _, cell in self.block.title_cells]
        in_header = (
            unit_line(self.block.sheet.cell(r, c).text)
            for r in self.block.header
            for c in range(self.block.width)
        )
        stated = next((line for line in (*lines, *in_header) if line), None)
        return stated or read_label(self.title).unit or ""

    @cached_property
    def index(self) -> bool:
        return is_index(self.title) or is_index(self.unit)

    @cached_property
    def columns(self) -> tuple[ValueColumn, ...]:
        return value_columns(self.block)

    @cached_property
    def left(self) -> LabelColumns:
        return label_columns(self.block)

    @cached_property
    def rows_of_places(self) -> bool:
        """Whether the rows are places: their heading says so, or several of them are known."""
        block, label = self.block, self.left.label
        heads = {folded(block.sheet.cell(r, label).text) for r in block.header}
        if heads & PLACE_WORDS:
            return True
        labels = [block.sheet.cell(r, label).text for r in block.body]
        known = {place for text in labels if text and (place := self.places.find(text))}
        return len(known) > 1 or (known == {self.places.own} and not block.years_down)

    @cached_property
    def kind(self) -> LayoutKind:
        if self.rows_of_places:
            return LayoutKind.PLACES_AS_ROWS
        if self.block.years_down:
            return LayoutKind.YEARS_AS_ROWS
        years = {c.heading.year for c in self.columns if c.heading is not None}
        return LayoutKind.YEARS_AS_COLUMNS if len(years) > 1 else LayoutKind.ONE_YEAR

    # -- what keeps the whole table out --------------------------------------------------------

    def _refusal(self) -> list[Finding]:
        place = self._title_place()
        if self.title and part_of_a_year(self.title):
            return [found("part_of_a_year", place, text=self.title)]
        named = self.places.named_in(f"{self._about} {self.file_name}")
        others = [
            one
            for one in sorted(named - {self.places.own})
            if self.vocabulary.plan.geographies[one].level is GeographyLevel.PROVINCE
        ]
        if others and self.places.own not in named and not self.rows_of_places:
            names = tuple(self.vocabulary.plan.geographies[one].name for one in others)
            return [found("another_place", place, places=names)]
        return []

    def _title_place(self) -> Place:
        sheet = self.block.sheet
        first = next(self.block.title_cells, None)
        row = self.block.header.start if first is None else first[0]
        return replace(
            sheet.place(row, None if first is None else first[1]), by_cell=first is not None
        )

    # -- columns -------------------------------------------------------------------------------

    def _columns_in_use(self) -> tuple[list[ValueColumn], list[Finding]]:
        """Return the columns of one calendar year each, and why others are not read."""
        findings: dict[tuple[str, Place], Finding] = {}
        used: list[ValueColumn] = []
        dated = self.block.years_down or any(c.heading is not None for c in self.columns)
        year = None if dated else self._year_of_table(findings)
        for column in self.columns:
            heading = column.heading or (year if not dated else None)
            finding = self._unused(column, heading)
            if finding is not None:
                findings.setdefault((finding.code, finding.place), finding)
            elif heading is not None or self.block.years_down:
                used.append(self._without_own_place(replace(column, heading=heading)))
        return used, list(findings.values())

    def _unused(self, column: ValueColumn, heading: Heading | None) -> Finding | None:
        sheet = self.block.sheet
        others = [
            label
            for label in column.labels
            if (self.places.find(label) or self.places.is_country(label))
            and not self.places.is_own(label)
        ]
        at = replace(sheet.place(*column.label_at), by_cell=True)
        if others:
            return found("column_of_another_place", at, column=others[0])
        if heading is None:
            if self.block.years_down or not any(c.heading for c in self.columns):
                return None
            text = sheet.cell(*column.label_at).text
            return found("column_not_read", at, column=text) if text else None
        at = replace(sheet.place(*column.heading_at), by_cell=True)
        text = sheet.cell(*column.heading_at).text
        if heading.year is None:
            return found("span_as_year", at, text=text)
        if heading.status is Status.PROJECTION:
            return found("projection_as_figure", at)
        return None

    def _without_own_place(self, column: ValueColumn) -> ValueColumn:
        labels = tuple(label for label in column.labels if not self.places.is_own(label))
        return replace(column, labels=labels)

    def _year_of_table(self, findings: dict[tuple[str, Place], Finding]) -> Heading | None:
        """The year the title names, or the reader's answer."""
        years = [year for year in years_in(self._about) if year]
        if len(years) == 1 and not part_of_a_year(self._about):
            return Heading(years[0], self._status_of_title(years[0]))
        place = self._title_place()
        finding = found("year_not_found", place)
        offered = years or list(years_in(self.file_name)) or [self.vocabulary.plan.last_year]
        choices = [Choice(str(year), str(year)) for year in offered]
        answer = self.asking.ask(f"year:{self.id}", finding, choices, open_to=range(1950, 2100))
        if answer is None or answer == LEAVE_OUT:
            findings[finding.code, place] = finding
            return None
        return Heading(int(answer))

    def _status_of_title(self, year: int) -> Status | None:
        words = folded(self._about).split()
        for size in (5, 4, 3, 2):
            for start in range(len(words) - size + 1):
                phrase = " ".join(words[start : start + size])
                if str(year) in phrase and (read := read_heading(Cell(phrase))) and read.status:
                    return read.status
        return None

    # -- rows ----------------------------------------------------------------------------------

    @cached_property
    def _labels(self) -> dict[int, tuple[RowLabel, tuple[str, ...]]]:
        """Each row's label with the labels above it that it belongs to, nearest first."""
        sheet, left = self.block.sheet, self.left
        above: list[RowLabel] = []
        labels: dict[int, tuple[RowLabel, tuple[str, ...]]] = {}
        for r in self.block.body:
            text = sheet.cell(r, left.label).text
            if not text:
                continue
            numbering = "" if left.numbering is None else sheet.cell(r, left.numbering).text
            label = read_label(text, numbering)
            if not any(is_value(sheet.cell(r, c.column)) for c in self.columns):
                # A row without figures heads the rows below it that are numbered like it or not.
                label = replace(label, level=label.level - 0.5)
            while above and above[-1].level >= label.level:
                above.pop()
            labels[r] = (label, tuple(one.full for one in reversed(above)))
            above.append(label)
        return labels

    @cached_property
    def _before(self) -> dict[int, tuple[str, ...]]:
        """The labels of the rows just above each row, nearest first."""
        rows = list(self._labels)
        return {
            r: tuple(self._labels[one][0].full for one in reversed(rows[max(0, i - _BEFORE) : i]))
            for i, r in enumerate(rows)
        }

    def _entries(self, columns: Sequence[ValueColumn]) -> Iterator[Entry]:
        sheet = self.block.sheet
        for r in self.block.body:
            if self.rows_of_places and not self.places.is_own(sheet.cell(r, self.left.label).text):
                continue
            for column in columns:
                cell = sheet.cell(r, column.column)
                if not cell.empty:
                    entry = self._entry(r, column, cell)
                    if entry is not None:
                        yield entry

    def _entry(self, r: int, column: ValueColumn, cell: Cell) -> Entry | None:
        sheet, block = self.block.sheet, self.block
        at = replace(sheet.place(r, column.column), by_cell=True)
        year_at, heading = column.heading_at, column.heading
        if block.years_down and not self.rows_of_places:
            first = block.labels_end - 1
            heading, year_at = read_heading(sheet.cell(r, first)), (r, first)
            if heading is None:
                return None
        if heading is None:
            return None
        found_label = self._label_of(r, column)
        if found_label is None:
            return None
        label, label_at, contexts = found_label
        year = Cell(str(heading.year)) if heading.year is not None else sheet.cell(*year_at)
        unit = self._unit_of(r, column, label)
        index = self.index or is_index(unit.text) or is_index(column.unit or "")
        return Entry(
            place=at,
            cells={
                Column.INDICATOR: Cell(label.full),
                Column.SERIES: EMPTY,
                Column.YEAR: year,
                Column.VALUE: cell,
                Column.UNIT: Cell("%") if index else unit,
                Column.STATUS: Cell(_STATUS_TEXT[heading.status]),
                Column.NOTE: EMPTY,
            },
            places={
                Column.INDICATOR: replace(sheet.place(*label_at), by_cell=True),
                Column.YEAR: replace(sheet.place(*year_at), by_cell=True),
            },
            decimal_mark=self._marks.get(column.column),
            table=self.id,
            contexts=contexts,
            before=self._before.get(r, ()),
            index=index,
            fraction_possible=not sheet.formats_known and cell.kind is Kind.NUMBER,
        )

    def _label_of(
        self, r: int, column: ValueColumn
    ) -> tuple[RowLabel, tuple[int, int], tuple[str, ...]] | None:
        """Return what names the indicator of a cell, where it stands, and what is around it."""
        if self.rows_of_places or self.block.years_down:
            if not column.labels:
                return self._title_label
            label = read_label(column.labels[-1])
            return label, column.label_at, (*reversed(column.labels[:-1]), self.title)
        known = self._labels.get(r)
        if known is None:
            return None
        label, above = known
        contexts = (*reversed(column.labels), *above, self.title)
        return label, (r, self.left.label), tuple(text for text in contexts if text)

    @cached_property
    def _title_label(self) -> tuple[RowLabel, tuple[int, int], tuple[str, ...]] | None:
        """The line above (or the sheet's name) that names an indicator, else the first line."""
        lines = [(cell.text, (r, c)) for r, c, cell in self.block.title_cells]
        lines = [line for line in lines if _unit_alone(line[0]) is None]
        lines.append((self.block.sheet.name or "", (self.block.header.start, self.left.label)))
        for text, at in lines:
            for name in title_labels(text):
                label = read_label(name)
                known = self.vocabulary.indicators_named
                if label.text and (known(label.full) or known(label.text)):
                    return label, at, ()
        text, at = lines[0]
        label = read_label(title_labels(text)[-1])
        return (label, at, ()) if label.full else None

    def _unit_of(self, r: int, column: ValueColumn, label: RowLabel) -> Cell:
        own = EMPTY if self.left.unit is None else self.block.sheet.cell(r, self.left.unit)
        stated = column.unit or label.unit or own.text or self.unit
        return Cell(stated)

    # -- numbers -------------------------------------------------------------------------------

    @cached_property
    def _evidence(self) -> dict[int, MarkEvidence]:
        sheet = self.block.sheet
        return {
            column.column: evidence(
                cell.text
                for r in self.block.body
                if (cell := sheet.cell(r, column.column)).kind is Kind.TEXT and cell.text
            )
            for column in self.columns
        }

    @cached_property
    def _unsettled(self) -> Finding | None:
        """What leaves a decimal mark open: texts that both marks fit, or both marks in a column."""
        shown = self._evidence.values()
        settled = {mark for one in shown for mark in one.settled}
        mixed = next((one for one in shown if one.contradicts), None)
        place = self.block.sheet.place(self.block.header.stop - 1)
        if mixed is not None:
            texts = tuple(mixed.settled.values())
            return found("decimal_marks_mixed", place, texts=texts)
        open_to_both = next(
            (one.undecided for one in shown if one.undecided and not one.mark), None
        )
        if open_to_both is None or len(settled) == 1:
            return None
        return found("decimal_mark_unknown", place, text=open_to_both)

    @cached_property
    def _marks(self) -> dict[int, str | None]:
        """The decimal mark of each column: its own, the table's, or the reader's answer."""
        shown = self._evidence.values()
        settled = {mark for one in shown for mark in one.settled}
        of_table = next(iter(settled)) if len(settled) == 1 else None
        if self._unsettled is not None:
            choices = [Choice(one, one) for one in MARKS]
            answer = self.asking.ask(f"mark:{self.id}", self._unsettled, choices)
            of_table = answer if answer in MARKS else None
        return {c: one.mark or of_table for c, one in self._evidence.items()}

    def _about_marks(self) -> Iterator[Finding]:
        """Say under which decimal mark texts were read and what settled it, or that nothing did."""
        if self._unsettled is not None and None in self._marks.values():
            yield self._unsettled
        marks = {mark for mark in self._marks.values() if mark is not None}
        if len(marks) == 1:
            (mark,) = marks
            shown = [one.settled[mark] for one in self._evidence.values() if mark in one.settled]
            if shown:
                place = self.block.sheet.place(self.block.header.stop - 1)
                yield found("decimal_mark_inferred", place, mark=mark, text=shown[0])

    # -- places --------------------------------------------------------------------------------

    @cached_property
    def _other_places(self) -> Counter[str]:
        if not self.rows_of_places:
            return Counter()
        cells = (self.block.sheet.cell(r, self.left.label).text for r in self.block.body)
        return Counter(text for text in cells if text and not self.places.is_own(text))

    @cached_property
    def _own_place_missing(self) -> bool:
        if not self.rows_of_places:
            return False
        cells = (self.block.sheet.cell(r, self.left.label).text for r in self.block.body)
        return not any(self.places.is_own(text) for text in cells if text)

    def _about_places(self) -> Iterator[Finding]:
        if not self.rows_of_places:
            return
        place = self.block.sheet.place(self.block.header.stop - 1)
        if self._own_place_missing:
            yield found("own_place_missing", place, place=self.places.own_name)
        elif self._other_places:
            count, names = self._other_places.total(), examples(self._other_places)
            yield found("other_places_not_read", place, count=count, examples=names)

    # -- what is shown -------------------------------------------------------------------------

    def _found(self, entries: Sequence[Entry]) -> TableFound:
        block, uses = self.block, self._uses(entries)
        first, last = block.first_title, block.last
        cells, clipped = cells_found(block.sheet, first, last, uses)
        marks = {mark for mark in self._marks.values() if mark is not None}
        return TableFound(
            id=self.id,
            layout=self.kind,
            sheet=block.sheet.name,
            sheet_number=block.sheet.number,
            title=self.title,
            header_rows=tuple(r + 1 for r in block.header),
            first_row=first + 1,
            last_row=last + 1,
            decimal_mark=next(iter(marks)) if len(marks) == 1 else None,
            figures=len(entries),
            cells=cells,
            clipped=clipped,
        )

    def _uses(self, entries: Sequence[Entry]) -> dict[tuple[int, int], CellUse]:
        uses: dict[tuple[int, int], CellUse] = {}
        for entry in entries:
            row, column = (entry.place.row or 1) - 1, entry.place.column or 0
            uses[row, column] = CellUse.VALUE
            for part, use in ((Column.INDICATOR, CellUse.LABEL), (Column.YEAR, CellUse.YEAR)):
                at = entry.places[part]
                uses.setdefault(((at.row or 1) - 1, at.column or 0), use)
            if self.rows_of_places:
                uses.setdefault((row, self.left.label), CellUse.PLACE)
            if self.left.unit is not None:
                uses.setdefault((row, self.left.unit), CellUse.UNIT)
        for r in self.block.header:
            for c in range(self.block.width):
                uses.setdefault((r, c), CellUse.HEADER)
        return uses


def _unit_alone(text: str) -> str | None:
    """Return the unit of a line that says nothing else: "ĐVT: triệu đồng", "Million VND"."""
    line = unit_line(text)
    alone = line is None and is_unit(text) and not is_index(text)
    return text if alone else line
