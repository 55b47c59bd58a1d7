"""What readers get of a PDF: its text, its pages, its tags, by Debian's poppler."""

from __future__ import annotations

import re
import subprocess


def text_of(content: bytes, *options: str) -> str:
    """Return the text line by line; no-break spaces as spaces."""
    told = _run(["pdftotext", "-enc", "UTF-8", *options, "-", "-"], content)
    return told.replace("\N{NO-BREAK SPACE}", " ")


def flowing(content: bytes) -> str:
    """Return the text as one line, wherever its lines broke."""
    return flat(text_of(content))


def flat(text: str) -> str:
    """Return a text without regard to spaces, of which a PDF keeps only the places."""
    return re.sub(r"[\s\N{NO-BREAK SPACE}]+", "", text)


def info_of(content: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in _run(["pdfinfo", "-"], content).splitlines())
    return {name: value.strip() for name, _, value in lines}


def page_count(content: bytes) -> int:
    return int(info_of(content)["Pages"])


def tags_of(content: bytes) -> list[str]:
    """Return the tags of the structure tree in reading order: "H1", "Table", "TH"."""
    tree = _run(["pdfinfo", "-struct", "-"], content)
    found = (re.match(r" *([A-Z][A-Za-z0-9]*)\b", line) for line in tree.splitlines())
    return [one[1] for one in found if one]


def _run(command: list[str], content: bytes) -> str:
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")  # a tag's title is written in UTF-16
