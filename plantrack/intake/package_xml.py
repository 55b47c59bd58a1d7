"""Elements of an XML part with their attributes; document types and entities are refused."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat


class UnsafeXml(Exception):
    """The part declares a document type, which is where entities come from."""


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
