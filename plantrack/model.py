"""Nouns of the plan: what is stored, and nothing that computes.

Values are `Decimal`; only `plantrack.method` turns them into floats. Ids match `[a-z0-9_]+`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

LANGUAGES = ("vi", "en")


class Status(StrEnum):
    """How settled a figure is, as its publisher says."""

    OFFICIAL = "official"
    PRELIMINARY = "preliminary"
    ESTIMATE = "estimate"
    NOT_STATED = "not_stated"
    PROJECTION = "projection"


class Qualifier(StrEnum):
    """A word the origin puts before the number ("over 22,000")."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UP_TO = "up_to"


class Use(StrEnum):
    """What a figure may do: carry a standing, be shown, or only be listed with a reason."""

    FIGURE = "figure"
    CONTEXT = "context"
    REJECT = "reject"


class Measure(StrEnum):
    """How an indicator's yearly change is measured (declared, never inferred)."""

    COMPOUND = "compound"
    POINTS = "points"
    AVERAGE_GROWTH = "average_growth"
    RANK = "rank"


class PriceBasis(StrEnum):
    CURRENT = "current"
    CONSTANT_2010 = "constant_2010"
    NONE = "none"


class Direction(StrEnum):
    """Which way an indicator should move."""

    MORE = "more"
    LESS = "less"


class Form(StrEnum):
    """The shape of a target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE_MORE = "range_more"  # low to high, more is better
    RANGE_LESS = "range_less"  # low to high, less is better
    BETWEEN = "between"  # a corridor
    TOP = "top"  # top k of a named peer set
    HOLD = "hold"  # at least or at most, every year to the last
    PATH = "path"  # dated milestones
    CHANGE_PER_YEAR = "change_per_year"
    CUMULATIVE = "cumulative"


class Standing(StrEnum):
    """Where a target stands; the order is the order on the overview, worst first."""

    MISSED = "missed"
    MOVING_AWAY = "moving_away"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    OVERSHOT = "overshot"
    NOT_MET_YET = "not_met_yet"
    NOT_ASSESSED = "not_assessed"
    ON_TRACK = "on_track"
    REACHED = "reached"


class RevisionKind(StrEnum):
    SEED = "seed"
    RECORD = "record"
    WITHDRAWAL = "withdrawal"
    PLAN = "plan"
    NOTE = "note"


class GeographyLevel(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    DISTRICT = "district"


class Operation(StrEnum):
    """How a computed indicator comes from stored ones; computed when read, never stored."""

    PRODUCT = "product"  # size = per capita x population
    SUM = "sum"  # the whole of its parts; a merged geography's amount
    WEIGHTED_MEAN = "weighted_mean"  # a merged geography's rate, weighted by another indicator
    WEIGHTED_SUM = "weighted_sum"  # total growth = sum of share x growth of each part
    RANK = "rank"  # place among the peers by another indicator
    IDENTITY = "identity"  # growth per person = real growth, prices and population together


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name in both languages."""

    vi: str
    en: str

    def of(self, language: str) -> str:
        """Return the text in `language` ("vi" or "en"); raises ValueError on another."""
        if language == "vi":
            return self.vi
        if language == "en":
            return self.en
        raise ValueError(f"no text in language {language!r}")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Inclusive first and last day. Exactly one calendar year is yearly; nothing else is."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends {self.end} before it starts {self.start}")

    @classmethod
    def of_year(cls, year: int) -> Period:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_years(cls, first: int, last: int) -> Period:
        return cls(date(first, 1, 1), date(last, 12, 31))

    @property
    def whole_years(self) -> bool:
        """Whether the period starts on 1 January and ends on 31 December."""
        return (self.start.month, self.start.day) == (1, 1) and (
            self.end.month,
            self.end.day,
        ) == (12, 31)

    @property
    def year(self) -> int | None:
        """The calendar year this period is, or None for anything else."""
        return self.start.year if self.whole_years and self.start.year == self.end.year else None

    @property
    def last_year(self) -> int:
        return self.end.year

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years a whole-year span covers; empty for half years and quarters."""
        if not self.whole_years:
            return ()
        return tuple(range(self.start.year, self.end.year + 1))


@dataclass(frozen=True, slots=True)
class Source:
    """A publication figures and targets come from."""

    id: str
    title: str
    publisher: str
    published: str  # as printed: a date, a month, a year, or words
    url: str
    licence: str
    note: Text


@dataclass(frozen=True, slots=True)
class Geography:
    """A place within dated borders; `successor` names the merged place it became part of."""

    id: str
    name: Text
    level: GeographyLevel
    parent: str | None
    successor: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PeerMember:
    """One geography's membership in a peer set, from and to (inclusive, None = open)."""

    peer_set: str
    valid_from: date | None
    valid_to: date | None
    geography: str


@dataclass(frozen=True, slots=True)
class Theme:
    id: str
    name: Text
    parent: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` converts one of this unit to the quantity's base unit."""

    id: str
    name: Text
    quantity: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    id: str
    name: Text
    unit: str
    decimals: int
    price_basis: PriceBasis
    measure: Measure
    floor: Decimal | None
    ceiling: Decimal | None
    theme: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another way files write an indicator's name."""

    indicator: str
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One consistent run of figures: one compiler, definition, scope, borders, price basis."""

    id: str
    indicator: str
    compiler: str
    scope: str
    price_basis: PriceBasis
    geography_version: str
    preferred: bool
    note: Text


@dataclass(frozen=True, slots=True)
class Compiler:
    """Who compiles series; the reader chooses among them by name."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Break:
    """Figures up to and after a break are not comparable; nothing is computed across it."""

    series: str
    first_year_after: int
    reason: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value of a series for a place and period."""

    series: str
    geography: str
    period: Period
    value: Decimal
    decimals: int | None  # as the origin prints the series; None = the indicator's
    status: Status
    qualifier: Qualifier
    use: Use
    origin: str  # a Source id
    locator: str  # table, page, paragraph, or cell of the uploaded file
    note: Text
    revision: int | None = None  # set by the ledger

    @property
    def key(self) -> tuple[str, str, Period]:
        """What at most one current figure exists for."""
        return (self.series, self.geography, self.period)


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """A figure looked for and not found, with the reason and whom to ask."""

    series: str
    geography: str
    period: Period
    origin: str
    reason: Text


@dataclass(frozen=True, slots=True)
class RejectedFigure:
    """A published figure that is not loaded, with the reason; `value` stays as printed."""

    series: str
    geography: str
    period: Period
    value: Decimal
    origin: str
    locator: str
    reason: Text


@dataclass(frozen=True, slots=True)
class TargetSet:
    """An issuing document's targets: stored side by side, never overwritten."""

    id: str
    name: Text
    document: str
    adopted: date | None
    in_force_from: date | None
    in_force_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a target set asks of an indicator. Values are in the indicator's unit."""

    id: str
    target_set: str
    indicator: str
    geography: str
    form: Form
    low: Decimal | None
    high: Decimal | None
    direction: Direction
    period: Period  # one year for a level; the whole span for an average or cumulated target
    baseline_year: int
    qualifier: Qualifier
    price_basis: PriceBasis
    peer_set: str | None
    k: int | None
    origin: str
    note: Text

    @property
    def year(self) -> int:
        """The year the target falls due."""
        return self.period.last_year


@dataclass(frozen=True, slots=True)
class Milestone:
    target: str
    year: int
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A ratio at or above `from_ratio` earns `standing` under `method`."""

    method: str
    from_ratio: Decimal | None  # None = no lower end
    standing: Standing
    origin: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A computed indicator or merged geography; operands are indicator ids.

    A `weighted_sum` operand pairs two ids as "growth*share". An `identity` holds among growth
    rates only: its indicator is the amount per person at current prices, its operands are the
    real growth of the whole and the population.
    """

    indicator: str
    operation: Operation
    applies_to: str  # "any", "merged" or "growth"
    operands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameItem:
    """The plan's words: goal, breakthroughs, tasks, industries, projects."""

    id: str
    kind: str
    parent: str | None
    text: Text
    indicator: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of the ledger's history."""

    number: int
    kind: RevisionKind
    made_at: datetime  # UTC, naive
    made_by: str
    note: str
    plan_digest: str
    program_version: str
    raw_digest: str | None
    rows: int
    withdraws: int | None  # the revision a withdrawal takes back
    withdrawn_by: int | None  # the standing withdrawal that takes this one back
    decisions: Mapping[str, object] = field(default_factory=dict)

    @property
    def stands(self) -> bool:
        return self.withdrawn_by is None
