"""The documents as tests read them: whole, a section, the cells of a table."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(document: str, heading: str) -> str:
    """The text under a heading, up to the next one of its level or above."""
    level = heading.partition(" ")[0]
    until = rf"(?=^#{{1,{len(level)}}} |\Z)"
    flags = re.MULTILINE | re.DOTALL
    found = re.search(rf"^{re.escape(heading)}\n(.*?){until}", document, flags)
    assert found, heading
    return found[1]


def rows(part: str) -> list[list[str]]:
    """The cells of a Markdown table, without its header."""
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
