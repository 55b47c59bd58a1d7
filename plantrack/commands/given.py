"""Answers and edits as a terminal gives them: JSON, or the name of a file that holds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from plantrack.intake.edits import Edit

_PARTS: Final = {"cell", "reason", "drop", "value", "status", "note", "text"}


def answers(text: str) -> dict[str, str]:
    """Return the answers of `--answers`; argparse turns the ValueError into its own sentence."""
    value = _json(text)
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ValueError(text)
    return value


def edits(text: str) -> tuple[Edit, ...]:
    """Return the edits of `--edits`: a list of objects, one a cell; raises ValueError."""
    value = _json(text)
    decided = tuple(_edit(one) for one in value) if isinstance(value, list) else ()
    if not decided or len({one.cell for one in decided}) < len(decided):
        raise ValueError(text)
    return decided


def _edit(written: Any) -> Edit:
    from plantrack.intake.repairs import parts_of
    from plantrack.update.decisions import edit_of

    if not isinstance(written, dict) or not set(written) <= _PARTS:
        raise ValueError(written)
    try:
        edit = edit_of({"reason": "", **written})
    except (KeyError, TypeError, ArithmeticError) as problem:
        raise ValueError(written) from problem
    if parts_of(edit.cell)[2] is None or (edit.value is not None and not edit.value.is_finite()):
        raise ValueError(written)
    if edit.drop is False and (edit.value, edit.status, edit.note, edit.text) == (None,) * 4:
        raise ValueError(written)
    if not (edit.reason or edit.drop or edit.text == ""):
        raise ValueError(written)  # as on the page, what is entered has a reason
    return edit


def _json(text: str) -> Any:
    """Return what a text or the file it names holds; raises ValueError where it is no JSON."""
    if text.lstrip()[:1] in ("{", "["):
        return json.loads(text)
    try:
        return json.loads(Path(text).read_text("utf-8-sig"))
    except OSError as problem:
        raise ValueError(text) from problem
