"""The names of standings, statuses, measures and the like: one term for one thing."""

from __future__ import annotations

from typing import Final

from plantrack.model import (
    Direction,
    Form,
    Measure,
    PriceBasis,
    Qualifier,
    RevisionKind,
    Standing,
    Status,
    Use,
)
from plantrack.words import Say, mark

STANDINGS: Final = {
    Standing.MISSED: mark("missed"),
    Standing.MOVING_AWAY: mark("moving away from the target"),
    Standing.FAR_BEHIND: mark("far behind"),
    Standing.BEHIND: mark("behind"),
    Standing.OVERSHOT: mark("outside the target range"),
    Standing.NOT_MET_YET: mark("rank not met yet"),
    Standing.NOT_ASSESSED: mark("cannot be assessed yet"),
    Standing.ON_TRACK: mark("on track"),
    Standing.REACHED: mark("reached"),
}

STATUSES: Final = {
    Status.OFFICIAL: mark("official"),
    Status.PRELIMINARY: mark("preliminary"),
    Status.ESTIMATE: mark("estimate"),
    Status.NOT_STATED: mark("status not stated"),
    Status.PROJECTION: mark("projection"),
}

QUALIFIERS: Final = {
    Qualifier.EXACT: mark("exactly"),
    Qualifier.ABOUT: mark("about"),
    Qualifier.OVER: mark("over"),
    Qualifier.UP_TO: mark("up to"),
}

USES: Final = {
    Use.FIGURE: mark("used for the standing"),
    Use.CONTEXT: mark("shown as context only"),
    Use.REJECT: mark("not used"),
}

MEASURES: Final = {
    Measure.COMPOUND: mark("average growth rate"),
    Measure.POINTS: mark("average change in points"),
    Measure.AVERAGE_GROWTH: mark("average growth over the period"),
    Measure.RANK: mark("rank"),
}

PRICE_BASES: Final = {
    PriceBasis.CURRENT: mark("current prices"),
    PriceBasis.CONSTANT_2010: mark("constant 2010 prices"),
    PriceBasis.NONE: mark("no price basis"),
}

DIRECTIONS: Final = {
    Direction.MORE: mark("more is better"),
    Direction.LESS: mark("less is better"),
}

FORMS: Final = {
    Form.AT_LEAST: mark("at least"),
    Form.AT_MOST: mark("at most"),
    Form.RANGE_MORE: mark("range, more is better"),
    Form.RANGE_LESS: mark("range, less is better"),
    Form.BETWEEN: mark("corridor"),
    Form.TOP: mark("among the first"),
    Form.HOLD: mark("hold every year"),
    Form.PATH: mark("dated milestones"),
    Form.CHANGE_PER_YEAR: mark("change a year"),
    Form.CUMULATIVE: mark("sum over the period"),
}

REVISION_KINDS: Final = {
    RevisionKind.SEED: mark("plan's own figures"),
    RevisionKind.RECORD: mark("recorded figures"),
    RevisionKind.WITHDRAWAL: mark("withdrawal"),
    RevisionKind.PLAN: mark("changed plan definition"),
    RevisionKind.NOTE: mark("note"),
}


def standing_word(standing: Standing, say: Say) -> str:
    """Return "far behind" / "chậm nhiều so với tiến độ" and the like."""
    return say(STANDINGS[standing])


def status_word(status: Status, say: Say) -> str:
    return say(STATUSES[status])


def qualifier_word(qualifier: Qualifier, say: Say) -> str:
    return say(QUALIFIERS[qualifier])


def qualified(qualifier: Qualifier, value: str, say: Say) -> str:
    """Return the written `value` with its origin's word before it: "over 22,000"."""
    if qualifier is Qualifier.EXACT:
        return value
    return f"{say(QUALIFIERS[qualifier])} {value}"


def use_word(use: Use, say: Say) -> str:
    return say(USES[use])


def price_basis_word(price_basis: PriceBasis, say: Say) -> str:
    return say(PRICE_BASES[price_basis])


def direction_word(direction: Direction, say: Say) -> str:
    return say(DIRECTIONS[direction])


def form_word(form: Form, say: Say) -> str:
    return say(FORMS[form])


def kind_word(kind: RevisionKind, say: Say) -> str:
    """Return what a revision of the ledger is."""
    return say(REVISION_KINDS[kind])
