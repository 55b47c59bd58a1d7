"""Text from files and people, shown as it is where Streamlit would read Markdown."""

from __future__ import annotations

import re

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]()#+\-!|<>~$:^])")


def literal(text: str) -> str:
    """Return `text` so that Markdown shows every character of it.

    >>> print(literal("a_b $5 :red[x]"))
    a\\_b \\$5 \\:red\\[x\\]
    """
    return _MEANS_SOMETHING.sub(r"\\\1", text)
