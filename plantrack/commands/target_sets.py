"""What `check` and `record` do with a file that holds a target set."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from plantrack.model import Text

if TYPE_CHECKING:
    from plantrack.commands.files import Checked
    from plantrack.scorecard import TargetRow
    from plantrack.update.set_comparison import Beside, SetComparison
    from plantrack.update.set_recording import SetUpdate

_NOT_AGREED: Final = Text(
    "Không ghi gì: mục tiêu có dấu (--tick) làm đánh giá hoặc hướng khác đi, hoặc có cảnh báo; "
    "nếu văn bản đúng như vậy, hãy thêm --tick all.",
    "Nothing was recorded: targets marked (--tick) flip a standing or a direction, or are warned "
    "of; if the document really says so, add --tick all.",
)


def set_update(found: Checked, *, ticked: bool) -> SetUpdate | None:
    """Return the target set of a file with its comparison; None where none can be recorded."""
    from plantrack.update.set_comparison import compared_set
    from plantrack.update.set_recording import SetUpdate

    reading, plan = found.update.read, found.opened.plan
    if reading.target_set is None or reading.target_set.recorded is None:
        return None
    day = datetime.now(ZoneInfo(plan.time_zone)).date()
    decisions = found.update.decisions
    comparison = compared_set(plan, found.snapshot.figures, reading, day, decisions.series)
    ticks = tuple(comparison.asked_ticks) if ticked else ()
    answers, file = dict(decisions.answers), found.update.file
    return SetUpdate(file, reading, comparison, answers, ticks, decisions.series, day)


def described_set(found: Checked) -> dict[str, Any] | None:
    """Return a target set as JSON holds it: what it asks, beside what stands; None for figures."""
    reading, made = found.update.read.target_set, set_update(found, ticked=False)
    if reading is None:
        return None
    targets = [] if made is None else [_target(made.comparison, b) for b in made.comparison.targets]
    leading = None if made is None else made.comparison.leading
    return {
        "id": reading.id,
        "name": {"vi": reading.name.vi, "en": reading.name.en},
        "in_force": None if leading is None else leading.id,
        "targets": targets,
    }


def _target(comparison: SetComparison, one: Beside) -> dict[str, Any]:
    asked = one in comparison.asked_ticks.values()
    return {
        **_row(one.asked),
        "in_force": None if one.stood is None else _row(one.stood),
        "differs": [cause.value for cause in one.causes],
        "flips": one.flips,
        "needs_tick": asked,
    }


def _row(row: TargetRow) -> dict[str, str]:
    from plantrack import words
    from plantrack.scorecard.telling import bounds, required

    target, say = row.target, words.of("en")
    return {
        "target": target.id,
        "indicator": target.indicator,
        "form": target.form.value,
        "direction": target.direction.value,
        "asks": bounds(row, say),
        "required_from_now": required(row, say, from_now=True) or "",
        "standing": row.standing.value,
    }


def tell_set(found: Checked) -> None:
    """Print what a set asks beside what stands, and which standings it flips."""
    described = described_set(found)
    for one in [] if described is None else described["targets"]:
        stood = one["in_force"]
        before = "–" if stood is None else f"{stood['asks']}: {stood['standing']}"
        tick = " (--tick)" if one["needs_tick"] else ""
        differs = f" ({', '.join(one['differs'])})" if one["flips"] else ""
        after = f"{one['asks']}: {one['standing']}"
        print(f"{one['target']}: {before} -> {after}{differs}{tick}")


def record_file_set(
    arguments: argparse.Namespace, found: Checked, by: str
) -> tuple[int | None, Text | None]:
    """Record the set of a file; return its revision, or None with why nothing was recorded."""
    from plantrack.ledger import Refusal
    from plantrack.update.decisions import one_line
    from plantrack.update.set_recording import record_set

    made = set_update(found, ticked=arguments.tick == "all")
    if made is None:
        return None, None
    if not made.agreed:
        return None, _NOT_AGREED
    store, expecting, note = found.opened.store, found.snapshot.revision, one_line(arguments.note)
    try:
        return record_set(store, made, expecting=expecting, by=by, note=note), None
    except Refusal as problem:
        return None, problem.sentence
