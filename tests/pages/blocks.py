"""What a page shows, as one text: headings, sentences, and the tables drawn as HTML."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

_TAG = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-!|<>~$:^])")


def shown(session: AppTest) -> str:
    """Return all words of a page, without markup and with plain spaces."""
    told = [
        element.value
        for kind in ("header", "subheader", "markdown", "caption", "info", "warning")
        for element in session.get(kind)
    ]
    told += tables(session)
    return _plain("\n".join(told))


def tables(session: AppTest) -> list[str]:
    """Return the HTML of each block drawn as HTML."""
    return [element.proto.body for element in session.get("html")]


def rows(session: AppTest, caption: str) -> list[list[str]]:
    """Return the cells of the table with this caption as texts, without its headings."""
    body = next(t for t in tables(session) if f"<caption>{caption}</caption>" in _spaced(t))
    found = re.findall(r"<tr>(.*?)</tr>", body.partition("<tbody>")[2], re.DOTALL)
    return [
        [_plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in found
    ]


def _plain(text: str) -> str:
    bare = _ESCAPED.sub(r"\1", unescape(_TAG.sub(" ", text)))
    return re.sub(r"[^\S\n]+", " ", _spaced(bare)).strip()


def _spaced(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")
