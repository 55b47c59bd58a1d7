"""A button's one effect on the ledger, however quickly it is pressed again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Pressed:
    """The revision that a press of a button made, None before.

    A press while the first is at work ends that one at its next look into the session's state: the
    ledger may have the revision by then and the session not know of it. This is written without
    that look, so the second press, or the page drawn next, can finish what the first began. What
    tells the session that all is done is written last.
    """

    number: int | None = None
