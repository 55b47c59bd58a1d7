"""What each revision changed: figures old → new, standings before → after, and why.

Two states of the ledger are compared, each judged under the plan definition in force then, so a
revision that only changed the plan (a target, a threshold, a break) is told like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plantrack.ledger.past import Entry, Past
from plantrack.ledger.store import Store
from plantrack.model import Figure, Revision, RevisionKind
from plantrack.plan import PREFERRED, Plan
from plantrack.review import Cause, feeds, says_the_same
from plantrack.scorecard import TargetRow, scorecard


@dataclass(frozen=True, slots=True)
class State:
    """What stood when a revision was the newest: the plan in force and the figures."""

    plan: Plan
    figures: tuple[Figure, ...]


class Move(StrEnum):
    """What became of the figure of one series, place and period."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"  # only a withdrawal takes a figure away


@dataclass(frozen=True, slots=True)
class FigureMove:
    """A figure that differs between two states; at most one side is None (no figure stood)."""

    before: Figure | None
    after: Figure | None

    @property
    def figure(self) -> Figure:
        """The figure that stands afterwards, or the one taken away."""
        figure = self.after or self.before
        if figure is None:
            raise ValueError("a move needs a figure before or after")
        return figure

    @property
    def kind(self) -> Move:
        if self.before is None:
            return Move.ADDED
        return Move.REMOVED if self.after is None else Move.CHANGED


@dataclass(frozen=True, slots=True)
class StandingMove:
    """A target whose standing differs, with the figures it moved on.

    `before` is None for a target the plan did not have, `after` for one it no longer has.
    """

    before: TargetRow | None
    after: TargetRow | None
    cause: Cause
    figures: tuple[FigureMove, ...] = ()

    @property
    def row(self) -> TargetRow:
        row = self.after or self.before
        if row is None:
            raise ValueError("a move needs a target before or after")
        return row


@dataclass(frozen=True)
class Effect:
    """What lies between two states: all figures that differ, and all standings, of every set.

    `plan` is the one in force afterwards.
    """

    plan: Plan
    figures: tuple[FigureMove, ...]
    standings: tuple[StandingMove, ...]

    def of_kind(self, kind: Move) -> tuple[FigureMove, ...]:
        return tuple(move for move in self.figures if move.kind is kind)

    @cached_property
    def target_sets(self) -> tuple[str, ...]:
        """The target sets in which a standing differs."""
        return tuple(dict.fromkeys(move.row.target.target_set for move in self.standings))

    def within(self, target_set: str) -> tuple[StandingMove, ...]:
        return tuple(m for m in self.standings if m.row.target.target_set == target_set)


def effect(
    before: State | None, after: State, kind: RevisionKind, choice: str = PREFERRED
) -> Effect:
    """Compare the state at a revision of `kind` with the one `before` it (None = empty ledger).

    The first revision moves no standing: nothing had been assessed.
    """
    moves = figure_moves(before, after)
    if before is None:
        return Effect(after.plan, moves, ())
    return Effect(after.plan, moves, tuple(_standing_moves(before, after, moves, kind, choice)))


def figure_moves(before: State | None, after: State) -> tuple[FigureMove, ...]:
    """Return the figures that differ, by series in plan order, place and period.

    A figure published again unchanged is no move, whichever revision carries it.
    """
    old = {figure.key: figure for figure in (before.figures if before else ())}
    new = {figure.key: figure for figure in after.figures}
    moves = [
        FigureMove(old.get(key), figure)
        for key, figure in new.items()
        if key not in old or not says_the_same(figure, old[key])
    ]
    moves += [FigureMove(figure, None) for key, figure in old.items() if key not in new]
    order = {series: place for place, series in enumerate(after.plan.series)}

    def place(move: FigureMove) -> tuple[int, str, str, object]:
        series, geography, period = move.figure.key
        return (order.get(series, len(order)), series, geography, period)

    return tuple(sorted(moves, key=place))


def _standing_moves(
    before: State, after: State, moves: Sequence[FigureMove], kind: RevisionKind, choice: str
) -> Iterator[StandingMove]:
    old, new = _rows(before, choice), _rows(after, choice)
    for target in {**new, **old}:
        was, now = old.get(target), new.get(target)
        if was is not None and now is not None and was.standing is now.standing:
            continue
        row, plan = (now, after.plan) if now is not None else (was, before.plan)
        fed = tuple(m for m in moves if row is not None and feeds(plan, m.figure, row))
        replanned = before.plan.digest != after.plan.digest
        yield StandingMove(was, now, _cause(fed, kind, replanned=replanned), fed)


def _rows(state: State, choice: str) -> Mapping[str, TargetRow]:
    return {
        row.target.id: row
        for target_set in state.plan.target_sets
        for row in scorecard(state.plan, state.figures, target_set, choice).rows
    }


def _cause(fed: Iterable[FigureMove], kind: RevisionKind, *, replanned: bool) -> Cause:
    if kind is RevisionKind.WITHDRAWAL:
        return Cause.WITHDRAWAL
    if replanned:
        return Cause.PLAN
    kinds = {move.kind for move in fed}
    if kinds == {Move.ADDED}:
        return Cause.NEW_YEAR
    return Cause.RESTATED if kinds == {Move.CHANGED} else Cause.BOTH


def withdrawn_at(history: Sequence[Revision], revision: int) -> Mapping[int, int]:
    """Return each revision withdrawn as of `revision`, with the withdrawal that did it."""
    return Past(_entries(history[:revision])).withdrawn


def without(store: Store, revision: int) -> tuple[Figure, ...]:
    """Return the figures that would stand if `revision` were withdrawn now.

    Reads only the rows that can come back or go; the ledger itself is not touched.
    """
    history = store.history()
    now = _entries(history)
    withdrawal = Entry(len(now) + 1, revision, now[-1].made_at, now[-1].plan_digest)
    after = Past((*now, withdrawal)).withdrawn
    turned = Past(now).withdrawn.keys() ^ after.keys()
    sought = {figure.key for number in turned for figure in store.figures_of(number)}
    standing = {f.key: f for f in store.current().figures if f.key not in sought}
    for entry in reversed(history):
        if not sought:
            break
        if entry.number in after:
            continue
        found = {f.key: f for f in store.figures_of(entry.number) if f.key in sought}
        standing |= found
        sought -= found.keys()
    return tuple(standing.values())


def _entries(history: Sequence[Revision]) -> tuple[Entry, ...]:
    return tuple(Entry(r.number, r.withdraws, r.made_at, r.plan_digest) for r in history)
