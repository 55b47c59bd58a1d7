"""What every file that leaves is made from: one revision, one target set, one series choice.

The values are plain, so that a child process can be handed them; what is computed from them
(scorecard, slides, words) is computed where it is needed and never travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date
from functools import cached_property
from zoneinfo import ZoneInfo

from plantrack import __version__, words
from plantrack.deck import Choice, Deck, Slide, deck
from plantrack.model import Figure, Revision, Source
from plantrack.plan import PREFERRED, Plan
from plantrack.scorecard import Scorecard, scorecard
from plantrack.stewardship import Stewardship
from plantrack.words import Say


@dataclass(frozen=True)
class Material:
    """One revision as it is told in one language.

    `figures` stood at the revision `made`, judged by `plan` as it was in force then; `sources`
    are the publications by id, the plan's and those stated with uploads; `stewards` what was
    stated of each target by then. `series` is "preferred" or a compiler's id. `choice` holds the
    slides picked on the present page; None is the usual deck.
    """

    plan: Plan
    figures: tuple[Figure, ...]
    sources: Mapping[str, Source]
    made: Revision | None
    target_set: str
    language: str
    series: str = PREFERRED
    stewards: Mapping[str, Stewardship] = field(default_factory=dict)
    choice: Choice | None = None

    @property
    def revision(self) -> int:
        """The revision everything is of; 0 where none is recorded."""
        return 0 if self.made is None else self.made.number

    @property
    def day(self) -> date:
        """The day of the revision where the plan is; where none is recorded, the plan's first day.

        Nothing is stated of a target before a revision records it, so that only the dates of
        files ever show the plan's first day.
        """
        if self.made is None:
            return date(self.plan.first_year, 1, 1)
        moment = self.made.made_at.replace(tzinfo=UTC)
        return moment.astimezone(ZoneInfo(self.plan.time_zone)).date()

    @cached_property
    def say(self) -> Say:
        return words.of(self.language)

    @cached_property
    def card(self) -> Scorecard:
        return scorecard(self.plan, self.figures, self.target_set, self.series)

    @cached_property
    def deck(self) -> Deck:
        """Every slide there is; `slides` are those chosen."""
        return deck(self.card, self.sources, self.made, self.say)

    @cached_property
    def slides(self) -> tuple[Slide, ...]:
        return self.deck.chosen(self.choice or self.deck.usual)

    @property
    def footer(self) -> str:
        """What stands at the foot of every page and file: plan, target set, revision, program.

        Method, series, years and publications differ from slide to slide: `Slide.footnote`.
        """
        parts = (
            self.deck.plan,
            self.deck.target_set,
            self.deck.figures,
            f"Plantrack {__version__}",
        )
        return " · ".join(parts)

    def __getstate__(self) -> dict[str, object]:
        """Leave behind what was computed: it is larger than what it comes from."""
        return {one.name: getattr(self, one.name) for one in fields(self)}
