"""What a table says about itself: its title, unit, labels and places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from plantrack.intake.crosstab import Block
from plantrack.intake.crosstab_columns import (
    LabelColumns,
    ValueColumn,
    label_columns,
    value_columns,
)
from plantrack.intake.crosstab_header import is_value, may_be_meant
from plantrack.intake.crosstab_places import TablePlaces
from plantrack.intake.findings import Place
from plantrack.intake.headings import title_labels
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS, Places
from plantrack.intake.row_labels import RowLabel, read_label
from plantrack.intake.tables_found import LayoutKind
from plantrack.intake.unit_words import is_index, is_percent, is_unit, unit_line
from plantrack.intake.vocabulary import Vocabulary

_SHAPE = 400  # rows of places that tell a table's shape: what they are called says nothing more
_DASHES = str.maketrans({"–": "-", "—": "-"})
_BEFORE = 6  # rows above that may say what a row is a part of


@dataclass(frozen=True)
class TableText:
    block: Block
    vocabulary: Vocabulary
    places: Places

    @cached_property
    def title(self) -> str:
        """The lines above the header that are no unit line, one after the other."""
        texts = (cell.text for _, _, cell in self.block.title_cells)
        return " ".join(dict.fromkeys(t for t in texts if _unit_alone(t) is None))

    @cached_property
    def about(self) -> str:
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
        return label_columns(self.block, lambda text: self.places.find(text) is not None)

    @cached_property
    def rows_of_places(self) -> bool:
        """Whether the rows are places: their heading says so, or several of them are known."""
        if self.left.place is not None:
            return False
        block, label = self.block, self.left.label
        heads = {folded(block.sheet.cell(r, label).text) for r in block.header}
        if heads & PLACE_WORDS:
            return True
        places = {r: place for r in block.body if (place := self.places.find(self._at(r, label)))}
        known = {
            place for r, place in places.items() if self.has_figures(r)
        }  # else it is a heading
        named = self.vocabulary.indicators_named
        if known and any(named(self._at(r, label)) for r in block.body if self.has_figures(r)):
            return False  # rows of districts under the row of their province
        return len(known) > 1 or (known == {self.places.own} and not block.years_down)

    def _at(self, r: int, column: int) -> str:
        return self.block.sheet.cell(r, column).text

    @cached_property
    def kind(self) -> LayoutKind:
        if self.rows_of_places:
            return LayoutKind.PLACES_AS_ROWS
        if self.block.years_down:
            return LayoutKind.YEARS_AS_ROWS
        years = {c.heading.year for c in self.columns if c.heading is not None}
        return LayoutKind.YEARS_AS_COLUMNS if len(years) > 1 else LayoutKind.ONE_YEAR

    def title_place(self) -> Place:
        sheet = self.block.sheet
        first = next(self.block.title_cells, None)
        row = self.block.header.start if first is None else first[0]
        return sheet.place(row) if first is None else sheet.cell_place(row, first[1])

    @cached_property
    def labels(self) -> dict[int, tuple[RowLabel, tuple[str, ...]]]:
        """Each row's label with the labels above it that it belongs to, nearest first."""
        sheet, left = self.block.sheet, self.left
        above: list[RowLabel] = []
        labels: dict[int, tuple[RowLabel, tuple[str, ...]]] = {}
        body, columns = self.block.body, [one.column for one in self.columns]
        for r in body[:_SHAPE] if self.rows_of_places else body:
            row = sheet.rows[r]
            text = self.beside(r, left.label)
            if not text or not (self.rows_of_places or self.whose.is_own(r)):
                continue
            numbering = "" if left.numbering is None else sheet.cell(r, left.numbering).text
            label = self._with_unit(self._in_one_language(read_label(text, numbering)), r)
            if not above and self.places.is_total(label.text):
                label = self._of_title(label)
            if not any(c < len(row) and is_value(row[c]) for c in columns):
                # A row without figures heads the rows below it that are numbered like it or not.
                label = replace(label, level=label.level - 0.5)
            while above and above[-1].level >= label.level:
                above.pop()
            labels[r] = (label, tuple([one.full for one in reversed(above)]) if above else ())
            above.append(label)
        return labels

    def _in_one_language(self, label: RowLabel) -> RowLabel:
        """Return the first of two labels that name the same: "Dân số - Population"."""
        named = self.vocabulary.indicators_named
        parts = _parts(label.full)
        if len(parts) == 1 or named(label.full) or named(label.text):
            return label
        read = [read_label(part) for part in parts]
        ids = {named(one.full) or named(one.text) for one in read}
        if len(ids) == 1 and len(*ids) == 1:
            return replace(read[0], level=label.level)
        totals = all(self.places.is_total(one.text) for one in read)
        return replace(read[0], level=label.level) if totals else label

    def _of_title(self, total: RowLabel) -> RowLabel:
        """Return what the title names for the row of its total, where it names an indicator."""
        label = None if self.title_label is None else self.title_label[0]
        named = self.vocabulary.indicators_named
        if label is None or not (named(label.full) or named(label.text)):
            return total
        return replace(label, level=total.level)

    def _with_unit(self, label: RowLabel, r: int) -> RowLabel:
        """Return a label with the unit beside it in brackets where that names another indicator.

        A percent sign tells none apart: shares and growth are both in percent.
        """
        if label.unit is not None or self.left.unit is None:
            return label
        unit = self.beside(r, self.left.unit)
        if not self.vocabulary.told_apart_by(unit) or is_percent(unit):
            return label
        full = f"{label.text} ({unit})"
        named = self.vocabulary.indicators_named
        return replace(label, full=full) if named(full) and named(label.text) else label

    def beside(self, r: int, column: int) -> str:
        """Return a text beside the figures of a row; one merged downwards holds for all of it."""
        merged = self._merged_from
        row = self.block.sheet.rows[merged.get((r, column), r) if merged else r]
        return row[column].text if column < len(row) else ""

    @cached_property
    def _merged_from(self) -> dict[tuple[int, int], int]:
        """The row above in which the text of a merged cell left of the figures stands."""
        body, end = self.block.body, self.block.labels_end
        rows: dict[tuple[int, int], int] = {}
        room = len(body) * end  # merged cells do not overlap: there cannot be more
        for top, left, bottom, _ in self.block.sheet.merges:
            if left < end and bottom > top >= body.start:
                below = range(top + 1, min(bottom + 1, body.stop))
                room -= len(below)
                if room < 0:
                    break
                rows.update(((r, left), top) for r in below)
        return rows

    def before(self, r: int) -> tuple[str, ...]:
        """Return the labels of the rows just above a row, nearest first."""
        number = self._numbers.get(r)
        if number is None:
            return ()
        return tuple(self._written[max(0, number - _BEFORE) : number][::-1])

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {r: number for number, r in enumerate(self.labels)}

    @cached_property
    def _written(self) -> list[str]:
        return [label.full for label, _ in self.labels.values()]

    @cached_property
    def title_label(self) -> tuple[RowLabel, tuple[int, int], tuple[str, ...]] | None:
        """The line above (or the sheet's name) that names an indicator, else the first line."""
        lines = [(cell.text, (r, c)) for r, c, cell in self.block.title_cells]
        lines = [line for line in lines if _unit_alone(line[0]) is None]
        lines.append((self.block.sheet.name or "", (self.block.header.start, self.left.label)))
        for text, at in lines:
            for name in title_labels(text):
                label = self._in_one_language(read_label(name))
                known = self.vocabulary.indicators_named
                if label.text and (known(label.full) or known(label.text)):
                    return label, at, ()
        text, at = lines[0]
        label = read_label(title_labels(text)[-1])
        return (label, at, ()) if label.full else None

    @cached_property
    def whose(self) -> TablePlaces:
        """Whose figures the rows are."""
        left = self.left
        column = left.label if self.rows_of_places else left.place
        return TablePlaces(
            self.block,
            self.places,
            column,
            left.label,
            self.beside,
            self.has_figures,
            left.numbering,
        )

    def has_figures(self, r: int) -> bool:
        """Whether a row has a figure, readable or not, in a column of figures."""
        cells = (self.block.sheet.cell(r, one.column) for one in self.columns)
        return any(is_value(cell) or may_be_meant(cell) for cell in cells)


@lru_cache(maxsize=8_192)
def _parts(label: str) -> tuple[str, ...]:
    return tuple(label.translate(_DASHES).replace("\n", " - ").split(" - "))


def _unit_alone(text: str) -> str | None:
    """Return the unit of a line that says nothing else: "ĐVT: triệu đồng", "Million VND"."""
    line = unit_line(text)
    alone = line is None and is_unit(text) and not is_index(text)
    return text if alone else line
