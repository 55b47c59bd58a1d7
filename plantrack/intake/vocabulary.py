"""The labels a file may use for the nouns of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from plantrack import words
from plantrack.intake.matching import Labels, Match, folded
from plantrack.model import LANGUAGES, Alias, Formula, Indicator, Series, Status, Text, Unit
from plantrack.plan import Plan
from plantrack.words import Say
from plantrack.words.terms import status_word

# Beside the words the program itself uses; officials write these in their tables.
STATUS_ALIASES: Final = {
    Status.OFFICIAL: ("final", "số liệu chính thức"),
    Status.PRELIMINARY: ("prel", "prel.", "số liệu sơ bộ"),
    Status.ESTIMATE: ("estimated", "ước", "ước thực hiện", "số liệu ước tính"),
    Status.NOT_STATED: ("not stated", "không nêu"),
    Status.PROJECTION: ("projected", "forecast", "dự kiến"),
}
_BRACKETS: Final = re.compile(r"\(([^()]+)\)$")


class Vocabulary:
    """Built once for a plan; finds indicators, series, units and statuses by label."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._indicators = Labels(
            [
                *_named(plan.indicators.values()),
                *(
                    (alias.indicator, alias.text)
                    for alias in plan.aliases
                    if not _part(alias, plan)
                ),
            ]
        )
        parts = ((alias.indicator, _part(alias, plan)) for alias in plan.aliases)
        self._parts = Labels((identifier, text) for identifier, text in parts if text)
        names = (text for _, text in _named(plan.indicators.values()))
        ends = (_BRACKETS.search(t) for t in (*names, *(alias.text for alias in plan.aliases)))
        self._in_brackets = frozenset(folded(end[1]) for end in ends if end is not None)
        self._units = Labels(_named(plan.units.values()))
        self._statuses = Labels(_status_names())

    def indicators(self, label: str) -> Match:
        return self._indicators.find(label)

    def indicators_named(self, label: str) -> tuple[str, ...]:
        """Return the indicators a label names exactly (case, diacritics and marks aside)."""
        return self._indicators.named(label)

    def told_apart_by(self, unit: str) -> bool:
        """Whether a name of an indicator ends with this in brackets: "GRDP per capita (USD)"."""
        return folded(unit) in self._in_brackets

    def parts_named(self, label: str) -> tuple[str, ...]:
        """Return the indicators a label names as parts of a whole that stands beside it."""
        return self._parts.named(label)

    def units(self, label: str) -> Match:
        return self._units.find(label)

    def statuses(self, label: str) -> Match:
        return self._statuses.find(label)

    def series(self, indicator: str, label: str) -> Match:
        """Series of `indicator` by their id, or their compiler's id or name."""
        names: list[tuple[str, str]] = []
        for one in self.plan.series_of(indicator):
            compiler = self.compiler_name(one)
            names += [(one.id, text) for text in (one.id, one.compiler, compiler.vi, compiler.en)]
        return Labels(names).find(label)

    def compiler_name(self, series: Series) -> Text:
        compiler = self.plan.compilers.get(series.compiler)
        return Text(series.compiler, series.compiler) if compiler is None else compiler.name

    def indicator_label(self, indicator: Indicator, say: Say) -> str:
        """Return the name that finds this indicator again, or its id where the name is shared."""
        name = say.text(indicator.name)
        return name if self.indicators(name).only == indicator.id else indicator.id

    def series_label(self, series: Series, say: Say) -> str:
        """Return the compiler's name, or the id where a compiler has several such series."""
        name = say.text(self.compiler_name(series))
        return name if self.series(series.indicator, name).only == series.id else series.id

    def computed(self, indicator: str) -> Formula | None:
        """Return how an indicator is computed; one with a series is stored, formula or not."""
        return None if self.plan.series_of(indicator) else self.plan.formula(indicator)

    def in_percent(self, unit: Unit) -> bool:
        """Whether "7 %" is a value in `unit`: percent of anything, since the indicator says what.

        Percentage points are not: their name does not begin with the sign.
        """
        return all(name.startswith("%") for name in (unit.name.vi, unit.name.en))


def _part(alias: Alias, plan: Plan) -> str:
    """Return "Services" of the alias "grdp_structure / Services", "" for an alias by itself."""
    whole, mark, part = alias.text.partition(" / ")
    return part.strip() if mark and whole.strip() in plan.indicators else ""


def _named(nouns: Iterable[Indicator | Unit]) -> Iterator[tuple[str, str]]:
    for noun in nouns:
        for text in (noun.id, noun.name.vi, noun.name.en):
            yield noun.id, text


def _status_names() -> Iterator[tuple[str, str]]:
    for status in Status:
        spoken = (status_word(status, words.of(language)) for language in LANGUAGES)
        for text in (status.value, *spoken, *STATUS_ALIASES[status]):
            yield status.value, text
