"""What a revision changed, as tables: every figure, every standing of every target set."""

from __future__ import annotations

from html import escape

from plantrack.chronicle import Effect, FigureMove, StandingMove
from plantrack.model import Figure, Standing
from plantrack.plan import Plan
from plantrack.scorecard import TargetRow
from plantrack.ui.figure_words import figure_name, sides, told_unit, unsettled, word_changes
from plantrack.ui.history.revision_words import because, target_name
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.words import Say, capitalised
from plantrack.words.figures import written_period, written_value


def figures_table(effect: Effect, say: Say) -> str:
    """Return every figure that differs with the one it replaced and that one's revision."""
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Period")),
        Heading(say("Before"), "number"),
        Heading(say("After"), "number"),
        Heading(say("Replaces")),
    ]
    rows = [_figure(effect.plan, move, say) for move in effect.figures]
    return html_table(say("Figures this revision changed"), headings, rows)


def _figure(plan: Plan, move: FigureMove, say: Say) -> list[str]:
    before, after = move.before, move.after
    if before is not None and after is not None:
        old, new = sides(plan, before, after, say)
        beside = small(", ".join(word_changes(before, after, say)))
    else:
        old, new = (written_value(plan, f, say) if f else EMPTY for f in (before, after))
        beside = small(", ".join(unsettled(after, say))) if after is not None else ""
    return [
        escape(figure_name(plan, move.figure, say)) + small(told_unit(plan, move.figure, say)),
        escape(written_period(move.figure.period, say)),
        escape(old),
        escape(new) + beside,
        escape(_replaced(before, say)),
    ]


def _replaced(before: Figure | None, say: Say) -> str:
    if before is None or before.revision is None:
        return EMPTY
    return say("revision {number}", number=before.revision)


def standings_table(
    effect: Effect, say: Say, withdrawn: int | None = None, *, reasons: bool = True
) -> str:
    """Return every standing that differs, by target set.

    `withdrawn` is the revision a withdrawal took back.
    """
    headings = [
        Heading(say("Target"), "name"),
        Heading(say("Standing"), "standing"),
        *([Heading(say("Because"))] if reasons else []),
    ]
    rows = [
        _standing(move, say) + ([_reason(move, withdrawn, say)] if reasons else [])
        for move in effect.standings
    ]
    return html_table(say("Standings this revision changed"), headings, rows)


def _standing(move: StandingMove, say: Say) -> list[str]:
    row = move.row
    target_set = say.text(row.plan.target_sets[row.target.target_set].name)
    return [
        escape(target_name(move, say)) + small(target_set),
        # One cell: on a narrow screen two of them would not say which was before.
        f"{_mark(move.before, say)} → {_mark(move.after, say)}",
    ]


def _reason(move: StandingMove, withdrawn: int | None, say: Say) -> str:
    return escape(capitalised(because(move, withdrawn, say)))


def _mark(row: TargetRow | None, say: Say) -> str:
    standing: Standing | None = row.standing if row is not None else None
    return labelled_mark(standing, say) if standing is not None else escape(say("not a target"))
