"""What a number format of a spreadsheet does to the number it shows."""

from __future__ import annotations

import re
from typing import Final

BUILT_IN_PERCENT: Final = frozenset({9, 10})  # 0% and 0.00%, known by their numbers alone
_LITERAL: Final = re.compile(r'"[^"]*"?|\\.|_.|\*.', re.DOTALL)


def shows_percent(code: str) -> bool:
    """Whether a format shows a hundred times what is stored; a sign in quotes is only a letter.

    >>> shows_percent("0.0%"), shows_percent('0.0"%"'), shows_percent(r"0.0\\%")
    (True, False, False)
    """
    return "%" in _LITERAL.sub("", code)
