"""Tables as HTML: cells may hold drawn marks and links, numbers line up, and on a narrow screen
each row becomes a card. No native table does all three.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from plantrack.scorecard.telling.facts import Fact

# What a cell shows where a number does not apply; a narrow screen leaves such a cell out.
EMPTY = "–"

# How a written number starts; its unit may follow.
_NUMBER: Final = re.compile(r"[+\N{MINUS SIGN}]?\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's label and what it holds: "name", "text", "number", "number rate", "standing"."""

    label: str
    kind: str = "text"


def html_table(caption: str, headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> str:
    """Return a table for `st.html`. Cells are HTML: callers escape what people wrote.

    The first cell of a row is its heading; the caption is for screen readers.
    """
    head = "".join(
        f'<th scope="col" class="{heading.kind}">{escape(heading.label)}</th>'
        for heading in headings
    )
    body = "".join(f"<tr>{_cells(headings, row)}</tr>" for row in rows)
    return (
        f'<table class="shown"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def plain_table(caption: str, rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows of written values as a table; a column of nothing but numbers is one."""
    if not rows:
        return ""
    first, *others = rows[0]
    headings = [Heading(first, "name")]
    headings += [Heading(name, _kind([row[name] for row in rows])) for name in others]
    cells = [[escape(value) if value else EMPTY for value in row.values()] for row in rows]
    return html_table(caption, headings, cells)


def _kind(values: Sequence[str]) -> str:
    known = [value for value in values if value]
    return "number" if known and all(_NUMBER.match(value) for value in known) else "text"


def _cells(headings: Sequence[Heading], row: Sequence[str]) -> str:
    first, *others = row
    cells = [f'<th scope="row" class="{headings[0].kind}">{first}</th>']
    for heading, cell in zip(headings[1:], others, strict=True):
        label = escape(heading.label, quote=True)
        kind = f"{heading.kind} empty" if cell == EMPTY else heading.kind
        cells.append(f'<td class="{kind}" data-label="{label}">{cell}</td>')
    return "".join(cells)


def small(text: str) -> str:
    """Return a second line of a cell; nothing for an empty text."""
    return f"<small>{escape(text)}</small>" if text else ""


def link(address: str, text: str, *, outside: bool = False) -> str:
    """Return a link; one that leaves the dashboards opens beside them and tells nothing."""
    where = 'target="_blank" rel="noopener noreferrer"' if outside else 'target="_self"'
    return f'<a href="{escape(address, quote=True)}" {where}>{escape(text)}</a>'


def html_facts(facts: Sequence[Fact]) -> str:
    """Return a row of facts, which wraps on a narrow screen. Texts are escaped here."""
    items = "".join(
        f"<div><dt>{escape(fact.name)}</dt>"
        f"<dd>{escape(fact.value or EMPTY)}{_unit(fact.unit)}{small(fact.note)}</dd></div>"
        for fact in facts
    )
    return f'<dl class="facts">{items}</dl>'


def _unit(unit: str) -> str:
    return f' <span class="unit">{escape(unit)}</span>' if unit else ""
