"""What a recorder corrected or left out on the review, as the history tells it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from plantrack.intake.edits import NO_REASON
from plantrack.model import Revision, Status
from plantrack.ui.view import View
from plantrack.words import Say
from plantrack.words.terms import status_word


def edit_sentences(view: View, entry: Revision) -> list[str]:
    """Return a sentence for each row that was not recorded as it was read."""
    edits = entry.decisions.get("edits")
    return [_sentence(view, edit) for edit in edits] if isinstance(edits, list | tuple) else []


def _sentence(view: View, edit: Mapping[str, Any]) -> str:
    say = view.say
    reason = edit["reason"] or say(NO_REASON)
    if edit["edit"].get("text") is not None:
        return _of_cell(edit, reason, say)
    series = view.plan.series.get(edit["series"])
    name = edit["series"]
    if series is not None:
        name = say.text(view.plan.indicators[series.indicator].name)
    about = {"indicator": name, "year": edit["year"], "cell": edit["cell"]}
    read, recorded = edit["read"], edit["recorded"]
    if edit["edit"]["drop"]:
        return say(
            "{indicator}, {year} (cell {cell}): {read} was left out: {reason}",
            read=_told(read, say),
            reason=reason,
            **about,
        )
    if recorded is None:
        return say(
            "{indicator}, {year} (cell {cell}): {read} was corrected and then not recorded: "
            "{reason}",
            read=_told(read, say),
            reason=reason,
            **about,
        )
    return say(
        "{indicator}, {year} (cell {cell}): the file says {read}, recorded was {recorded}: "
        "{reason}",
        read=_told(read, say),
        recorded=_told(recorded, say),
        reason=reason,
        **about,
    )


def _of_cell(edit: Mapping[str, Any], reason: str, say: Say) -> str:
    """Tell of a cell no row could be read from as it stands."""
    about = {"cell": edit["cell"], "read": edit["read"]["text"], "reason": reason}
    if edit["recorded"] is None:
        return say("Cell {cell}: “{read}” was left out: {reason}", **about)
    return say(
        "Cell {cell}: the file says “{read}”, it was read as “{recorded}”: {reason}",
        recorded=edit["recorded"]["text"],
        **about,
    )


def _told(figure: Mapping[str, Any], say: Say) -> str:
    value = say.number(Decimal(figure["value"]), figure["decimals"])
    told = [value, status_word(Status(figure["status"]), say)]
    return ", ".join([*told, f"“{figure['note']}”"] if figure["note"] else told)
