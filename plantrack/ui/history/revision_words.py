"""What a revision changed, in sentences: figures first, then the standings they moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from plantrack.chronicle import Effect, FigureMove, Move, StandingMove
from plantrack.model import Revision, RevisionKind
from plantrack.review import Cause
from plantrack.ui.figure_words import told_move, told_years
from plantrack.words import Say
from plantrack.words.terms import standing_word

SHOWN: Final = 3  # figures named in a sentence; the table has all of them
MOVES_SHOWN: Final = 4

_CLAUSES: Final[Mapping[Move, Callable[[Say, int], str]]] = {
    Move.CHANGED: lambda say, count: say.many(
        "changed {count} figure", "changed {count} figures", count
    ),
    Move.ADDED: lambda say, count: say.many("added {count} figure", "added {count} figures", count),
    Move.REMOVED: lambda say, count: say.many(
        "took out {count} figure", "took out {count} figures", count
    ),
}


def figures_sentence(entry: Revision, effect: Effect, withdrawn: str, say: Say) -> str:
    """Return what became of figures; `withdrawn` names what a withdrawal took back."""
    number = entry.number
    if not effect.figures:
        return _no_figure(entry, withdrawn, say)
    clauses = say.listed(
        [
            told(say, len(effect.of_kind(kind)))
            for kind, told in _CLAUSES.items()
            if effect.of_kind(kind)
        ]
    )
    if number == 1:
        return say("Revision {number} is the first: it {clauses}.", number=number, clauses=clauses)
    items = named_figures(effect, say)
    if entry.kind is RevisionKind.WITHDRAWAL:
        return say(
            "Revision {number} withdrew {what} and so {clauses}: {items}.",
            number=number,
            what=withdrawn,
            clauses=clauses,
            items=items,
        )
    return say("Revision {number} {clauses}: {items}.", number=number, clauses=clauses, items=items)


def _no_figure(entry: Revision, withdrawn: str, say: Say) -> str:
    number = entry.number
    match entry.kind:
        case RevisionKind.WITHDRAWAL:
            return say(
                "Revision {number} withdrew {what}; no figure changed.",
                number=number,
                what=withdrawn,
            )
        case RevisionKind.PLAN:
            return say(
                "Revision {number} changed the plan's definition and no figure.", number=number
            )
        case RevisionKind.NOTE:
            return say("Revision {number} is a note; no figure changed.", number=number)
        case _:
            return say(
                "Revision {number} changed no figure: what it holds stood already.", number=number
            )


def named_figures(effect: Effect, say: Say, shown: int = SHOWN) -> str:
    """Return the first figures that differ, changed ones first, and how many more there are."""
    ordered = [move for kind in _CLAUSES for move in effect.of_kind(kind)]
    return _cut([told_move(effect.plan, move, say) for move in ordered], shown, say)


def standings_sentence(effect: Effect, target_set: str, withdrawn: int | None, say: Say) -> str:
    """Return which standings of the target set moved and why, and how many of others did.

    `withdrawn` is the revision a withdrawal took back.
    """
    own = effect.within(target_set)
    others = len(effect.standings) - len(own)
    if not own:
        told = say("No standing of this target set changed.")
    else:
        groups: dict[str, list[StandingMove]] = {}
        for move in own:
            groups.setdefault(because(move, withdrawn, say), []).append(move)
        told = " ".join(
            say(
                "{moves}, because {reason}.",
                moves=_cut([told_standing(move, say) for move in moves], MOVES_SHOWN, say),
                reason=reason,
            )
            for reason, moves in groups.items()
        )
    if not others:
        return told
    return f"{told} " + say.many(
        "In other target sets {count} standing changed.",
        "In other target sets {count} standings changed.",
        others,
    )


def told_standing(move: StandingMove, say: Say) -> str:
    """Return "GRDP per capita moved from behind to on track" and the like."""
    name = target_name(move, say)
    if move.before is None:
        after = standing_word(move.row.standing, say)
        return say("{name} is a new target ({standing})", name=name, standing=after)
    if move.after is None:
        return say("{name} is no longer a target", name=name)
    return say(
        "{name} moved from “{before}” to “{after}”",
        name=name,
        before=standing_word(move.before.standing, say),
        after=standing_word(move.after.standing, say),
    )


def target_name(move: StandingMove, say: Say) -> str:
    """Return the indicator, with the year due where the set has several targets for it."""
    row = move.row
    name = say.text(row.indicator.name)
    twins = [
        t for t in row.plan.targets_of(row.target.target_set) if t.indicator == row.indicator.id
    ]
    if len(twins) > 1:
        name = say("{name}, {years}", name=name, years=row.target.year)
    if row.target.geography != row.plan.geography:
        place = say.text(row.plan.geographies[row.target.geography].name)
        return say("{name} ({place})", name=name, place=place)
    return name


def because(move: StandingMove, withdrawn: int | None, say: Say) -> str:
    """Return why a standing moved, as it follows "because"."""
    if withdrawn is not None:
        return say("revision {number} was withdrawn", number=withdrawn)
    if move.cause is Cause.PLAN:
        return say("the plan's definition changed")
    added = _years(move.figures, Move.ADDED, say)
    changed = _years(move.figures, Move.CHANGED, say)
    if added and changed:
        return say(
            "figures for {added} were added and those for {changed} changed",
            added=added,
            changed=changed,
        )
    if added:
        return say("figures for {years} were added", years=added)
    if changed:
        return say("figures for {years} were changed", years=changed)
    return say("figures it is computed from changed")


def withdrawn_name(entry: Revision, history: Sequence[Revision], say: Say) -> str:
    """Return what a withdrawal takes back: "revision 3", or the withdrawal of another."""
    if entry.withdraws is None:
        return ""
    return revision_name(history[entry.withdraws - 1], say)


def revision_name(entry: Revision, say: Say) -> str:
    """Return "revision 3", and of a withdrawal also what it took back."""
    if entry.withdraws is None:
        return say("revision {number}", number=entry.number)
    return say(
        "revision {number} (the withdrawal of revision {other})",
        number=entry.number,
        other=entry.withdraws,
    )


def _years(moves: Sequence[FigureMove], kind: Move, say: Say) -> str:
    return told_years([move.figure.period for move in moves if move.kind is kind], say)


def _cut(items: Sequence[str], shown: int, say: Say) -> str:
    told = "; ".join(items[:shown])
    more = len(items) - shown
    if more <= 0:
        return told
    return say.many("{told}; and {count} more", "{told}; and {count} more", more, told=told)
