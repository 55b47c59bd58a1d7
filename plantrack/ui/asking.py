"""Asking the reader for a percentage: an assumption, shown and never stored.

A text field, because the native number field knows only the decimal point and says so in English.
"""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from plantrack.intake.numbers import Number, Unread, read_number
from plantrack.ui.literal import literal
from plantrack.ui.view import View

_MARKS = {"vi": (",", "."), "en": (".", ",")}


def read_percentage(text: str, language: str) -> Decimal | None:
    """Return the number of "16,2", "16.2" or "16,2%"; None for what is not one number.

    The mark of the language goes first; a number only the other one makes sense of is taken so,
    because what was understood is said beside the field.

    >>> read_percentage("16,2%", "vi"), read_percentage("16.2", "vi"), read_percentage("a", "vi")
    (Decimal('16.2'), Decimal('16.2'), None)
    """
    plain = text.strip().rstrip("%").strip()
    own, other = _MARKS[language]
    found = read_number(plain, own)
    if found is Unread.WRONG_MARK or found is Unread.AMBIGUOUS:
        found = read_number(plain, other)
    return found.value if isinstance(found, Number) else None


def ask_percentage(
    view: View,
    name: str,
    label: str,
    suggested: float | None,
    *,
    low: int,
    high: int,
    example: str = "7.5",
) -> float | None:
    """Draw the field and return the percentage as a decimal (0.162); None until one is given.

    `low` and `high` bound it, in percent, `low` excluded; `example` shows how one is written. The
    field starts at the suggestion, and anew with another target set, series, revision or language.
    """
    say = view.say
    start = "" if suggested is None else say.number(suggested * 100, 1)
    written = say.number(Decimal(example))
    key = "_".join(map(str, (name, *view.key[2:6])))
    text = st.text_input(label, value=start, key=key, placeholder=written, max_chars=12, width=420)
    if not text:
        return None
    value = read_percentage(text, say.language)
    if value is None or not low < value <= high:
        told = say(
            "“{text}” is not a percentage above {low} and up to {high}. Write it like {example}.",
            text=text,
            low=say.number(low),
            high=say.number(high),
            example=written,
        )
        st.warning(literal(told), icon=":material/edit:")
        return None
    if say.number(value, 1) == start and suggested is not None:
        return suggested  # as computed, not as shown
    return float(value) / 100
