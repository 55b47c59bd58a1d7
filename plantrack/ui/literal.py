"""Text from files and people, shown as it is where Streamlit would read Markdown."""

from __future__ import annotations

import re

# A name read out keeps the backslashes, so only what means something where it stands gets one: a
# colon before a name that ends in a bracket or another colon, or before slashes; the arrows, dashes
# and signs Streamlit makes of two letters; signs of lists and headings at the start of a line.
_ANYWHERE = re.compile(r"([\\`*_{}\[\]~$<^|]|:(?=[\w+/-]+[:\[]|//)|-(?=[->])|>(?==))")
_FIRST = re.compile(r"^([ \t]*)([#+>-])", re.MULTILINE)


def literal(text: str) -> str:
    """Return `text` so that Markdown shows every character of it.

    >>> print(literal("a_b $5 :red[x]"))
    a\\_b \\$5 \\:red\\[x\\]
    >>> print(literal("GRDP (new), 2025: 7.0 - 7.5"))
    GRDP (new), 2025: 7.0 - 7.5
    """
    return _FIRST.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\1", text))
