"""Elements of an XML part with their attributes; document types and entities are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

# Longer than the longest text a cell can have in any letters, and than any element.
_ENDLESS: Final = re.compile(rb"<[^<]{100000}")
_ELEMENT: Final = re.compile(rb"""<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""")
_ELEMENTS: Final = 1_000_000  # begun or ended, whatever a part weighs
_ELEMENTS_A_BYTE: Final = 4  # the cells of a real table take a packed byte or more for each
_ELEMENT_WITHIN: Final = 10_000  # bytes


class UnsafeXml(Exception):
    """The part has what no spreadsheet program writes: document types, elements without end."""


class EndlessText(Exception):
    """The part has a text longer than any cell can hold."""


def refuse_endless(content: bytes) -> None:
    """Raise where a part has an element or a text that costs much to read and cannot be a table's.

    Between one "<" and the next stand one element and the text after it.
    """
    match = _ENDLESS.search(content)
    if match is None:
        return
    if _ELEMENT.match(content, match.start(), match.start() + _ELEMENT_WITHIN):
        raise EndlessText
    raise UnsafeXml


def refuse_crowded(content: bytes, packed: int) -> None:
    """Raise where a part of `packed` bytes unpacks to more elements than cells could ever need."""
    if content.count(b"<") > _ELEMENTS + _ELEMENTS_A_BYTE * packed:
        raise UnsafeXml


def refuse_document_type(content: bytes) -> None:
    """Raise where a part that is not read declares a document type."""
    if b"<!DOCTYPE" in content:
        raise UnsafeXml


def parser_of(content: bytes) -> expat.XMLParserType:
    """Return a parser for `content` that refuses document types."""
    if not content.strip():
        raise expat.ExpatError("empty part")
    # Always UTF-8, whatever the part declares: the spreadsheet reader takes it for that as well.
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def attributes(content: bytes, wanted: frozenset[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the wanted elements, namespaces left out, in document order.

    Raises UnsafeXml, and ExpatError on XML that is not well formed.
    """
    if not wanted:
        parser_of(content).Parse(content, True)  # only whether it is well formed and harmless
        return
    elements: list[tuple[str, dict[str, str]]] = []

    def start(name: str, values: dict[str, str]) -> None:
        if local(name) in wanted:
            elements.append((local(name), {local(key): value for key, value in values.items()}))

    parser = parser_of(content)
    parser.StartElementHandler = start
    parser.Parse(content, True)
    yield from elements


def local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise UnsafeXml
