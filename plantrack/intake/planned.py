"""Figures under a title that announces a plan: whether they were reached all the same is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from plantrack.intake.findings import Finding, Place, Term, found
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice
from plantrack.intake.title_years import planned_years
from plantrack.words import mark

_REPORTED: Final = "reported"
REPORTED: Final = mark("They were reported")


@dataclass(frozen=True)
class Planned:
    """What stands over the table `id`: its titles, the sheet's name and the file's."""

    titles: tuple[str, ...]
    file_name: str
    asking: Asking
    id: str

    @cached_property
    def years(self) -> dict[int, str]:
        """The years of which a title, or a name, announces a plan, with what announces it."""
        told = {re.sub(r"[_.-]+", " ", self.file_name): self.file_name}
        told |= {text: text for text in self.titles}
        said = {year: text for one, text in told.items() for year in planned_years([one])}
        return {year: said[year] for year in planned_years(told)}

    def asked(self, year: int, at: Place) -> tuple[bool, Finding | None]:
        """Return whether the figures of a planned year are read, and the question left open."""
        finding = found("plan_or_report", at, year=year, text=self.years[year])
        choices = [Choice(_REPORTED, Term(REPORTED))]
        answer = self.asking.ask(f"reported:{self.id}:{year}", finding, choices)
        if answer == _REPORTED:
            return True, None
        return False, None if answer == LEAVE_OUT else finding
