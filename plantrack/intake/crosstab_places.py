"""Whose figures the rows of a table are: the plan's place's, or another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from plantrack.intake.crosstab import Block
from plantrack.intake.findings import Finding, found
from plantrack.intake.places import Places, examples, is_part_of_all
from plantrack.intake.row_labels import UNNUMBERED, read_label
from plantrack.intake.title_years import may_head_a_period, not_of_a_year, of_a_year


@dataclass(frozen=True)
class TablePlaces:
    """`column` names a place in each row, None where no column does; `label` names the figures.

    `beside` gives a text left of the figures of a row, `has_figures` whether it has any;
    `numbering` is the column that numbers them.
    """

    block: Block
    places: Places
    column: int | None
    label: int
    beside: Callable[[int, int], str]
    has_figures: Callable[[int], bool]
    numbering: int | None = None

    def is_own(self, r: int) -> bool:
        """Whether nothing beside or above the figures of a row says that they are another's."""
        if self.column is None:
            return r not in self._sections and r not in self._periods
        text = self.beside(r, self.column)
        return self.places.is_own(text) or (self.own_by_total and self.places.is_total(text))

    @property
    def named(self) -> bool:
        """Whether the rows say which place they are about."""
        return self.column is not None or bool(self._sections)

    @cached_property
    def own_by_total(self) -> bool:
        """Whether only "the whole province" or the total of its parts says that rows are its own.

        A total of districts is the province's where the rows name nothing else.
        """
        if self.column is None:
            return False
        texts = [text for r in self.block.body if (text := self.beside(r, self.column))]
        found = {place for text in texts if (place := self.places.find(text))} - {self.places.own}
        by_name = any(map(self.places.is_own_by_name, texts))
        return not by_name and bool(found) and all(map(self.places.is_part, found))

    @cached_property
    def own_missing(self) -> bool:
        return self.named and not any(map(self.is_own, self.block.body))

    def findings(self) -> Iterator[Finding]:
        place = self.block.sheet.place(self.block.header.stop - 1)
        if self.own_missing:
            yield found("own_place_missing", place, place=self.places.own_name)
        for r, (code, heading) in self._periods.items():
            if r == heading:
                at = self.block.sheet.cell_place(r, self.label)
                yield found(code, at, text=self.beside(r, self.label))
        if not self.own_missing and self._others:
            count, names = self._others.total(), examples(self._others)
            yield found("other_places_not_read", place, count=count, examples=names)

    @cached_property
    def _others(self) -> Counter[str]:
        if self.column is None:
            return Counter(name for r, name in self._sections.items() if self.has_figures(r))
        return Counter(
            text or "…"
            for r in self.block.body
            if not self.is_own(r) and ((text := self.beside(r, self.column)) or self.has_figures(r))
        )

    @cached_property
    def _sections(self) -> dict[int, str]:
        """The rows that name another place, or stand under a line that does, with its name."""
        rows: dict[int, str] = {}
        other, level = "", 0.0
        for r in self.block.body:
            text = self.beside(r, self.label)
            named = text and (self.places.find(text) or self.places.is_country(text))
            part = text and is_part_of_all(text)
            if (named or part or (other and text)) and not self.has_figures(r):
                below = self._level(r)
                if named or part:
                    other, level = "" if self.places.is_own(text) else text, below
                elif below <= level < UNNUMBERED:
                    other = ""  # "III. Trade" is no more of what "II. Hill District" names
            if other:
                rows[r] = other
            elif named and not (self.places.is_own(text) or self.places.is_total(text)):
                rows[r] = text
        return rows

    @cached_property
    def _periods(self) -> dict[int, tuple[str, int]]:
        """The rows under a heading that says they are no year's, why, and the heading's row."""
        rows: dict[int, tuple[str, int]] = {}
        code: str | None = None
        heading, level = 0, 0.0
        for r in self.block.body if self.column is None else ():
            text = self.beside(r, self.label)
            if text and (code or may_head_a_period(text)) and not self.has_figures(r):
                why = not_of_a_year(text)
                if why is not None:
                    code, heading, level = why, r, self._level(r)
                elif code and (of_a_year(text) or self._level(r) <= level < UNNUMBERED):
                    code = None
            if code:
                rows[r] = (code, heading)
        return rows

    def _level(self, r: int) -> float:
        numbering = "" if self.numbering is None else self.block.sheet.cell(r, self.numbering).text
        return read_label(self.beside(r, self.label), numbering).level
