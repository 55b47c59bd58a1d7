"""Raised digits, which mark footnotes: "70,5" with a raised 1 behind it is never 70,51.

Spreadsheet readers give the letters of a cell without their height. Texts with raised digits are
read once more, and those digits written as the raised ones that Unicode has.
"""

from __future__ import annotations

from typing import Final

from plantrack.intake.package_marks import position
from plantrack.intake.package_xml import local, parser_of

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Return what stands raised: digits as raised ones, anything else as it is.

    >>> raised("12"), raised("(1)")
    ('¹²', '(1)')
    """
    return text.translate(_RAISED) if text.strip().isdecimal() else text


def raised_strings(strings: bytes) -> dict[int, str]:
    """Return the shared strings of a workbook with raised digits, by their number."""
    if b"superscript" not in strings:
        return {}
    scan = _Runs()
    texts: dict[int, str] = {}
    number = 0

    def end(name: str) -> None:
        nonlocal number
        scan.end(local(name))
        if local(name) == "si":
            if scan.any_raised:
                texts[number] = scan.taken()
            scan.clear()
            number += 1

    parser = parser_of(strings)
    parser.StartElementHandler = lambda name, values: scan.start(local(name), values)
    parser.EndElementHandler = end
    parser.CharacterDataHandler = scan.letters
    parser.Parse(strings, True)
    return texts


def raised_cells(sheet: bytes, strings: dict[int, str]) -> dict[tuple[int, int], str]:
    """Return the texts with raised digits of a worksheet, by row and column from 0."""
    if not strings and b"superscript" not in sheet:
        return {}
    scan = _Cells(strings)
    parser = parser_of(sheet)
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.letters
    parser.Parse(sheet, True)
    return scan.texts


class _Runs:
    """The runs of one text, with what is raised among them."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.any_raised = self._in_text = self._run_raised = self._phonetic = False
        self._parts: list[str] = []
        self._run: list[str] = []

    def taken(self) -> str:
        return "".join(self._parts)

    def start(self, element: str, values: dict[str, str]) -> None:
        if element == "r":
            self._run_raised = False
        elif element == "rPh":
            self._phonetic = True
        elif element == "vertAlign":
            self._run_raised = values.get("val") == "superscript"
        elif element == "t":
            self._in_text, self._run = not self._phonetic, []

    def end(self, element: str) -> None:
        if element == "t" and self._in_text:
            text = "".join(self._run)
            written = raised(text) if self._run_raised else text
            self.any_raised = self.any_raised or written != text
            self._parts.append(written)
            self._in_text = False
        elif element == "rPh":
            self._phonetic = False

    def letters(self, text: str) -> None:
        if self._in_text:
            self._run.append(text)


class _Cells:
    def __init__(self, strings: dict[int, str]) -> None:
        self.texts: dict[tuple[int, int], str] = {}
        self._strings = strings
        self._row = self._column = -1
        self._shared = self._in_value = False
        self._value: list[str] = []
        self._inline = _Runs()

    def start(self, name: str, values: dict[str, str]) -> None:
        element = local(name)
        if element == "row":
            self._row, self._column = int(values.get("r", self._row + 2)) - 1, -1
        elif element == "c":
            if "r" in values:
                self._row, self._column = position(values["r"])
            else:
                self._column += 1
            self._shared, self._value = values.get("t") == "s", []
            self._inline.clear()
        elif element == "v":
            self._in_value = True
        else:
            self._inline.start(element, values)

    def end(self, name: str) -> None:
        element = local(name)
        self._inline.end(element)
        if element == "v":
            self._in_value = False
        elif element == "c":
            value = "".join(self._value).strip()
            text = self._strings.get(int(value)) if self._shared and value.isdecimal() else None
            if self._inline.any_raised:
                text = self._inline.taken()
            if text is not None:
                self.texts[self._row, self._column] = text

    def letters(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)
        self._inline.letters(text)
