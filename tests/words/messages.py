"""Every message of the program and every translation of the catalogues."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_file

from plantrack.words import catalogues

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {"say": None, "mark": None, "many": (1, 2)}

Key = str | tuple[str, str]


@dataclass(frozen=True)
class Used:
    """One message where the program says it."""

    key: Key
    place: str


def sources() -> list[Path]:
    return [
        *sorted((ROOT / "plantrack").rglob("*.py")),
        *sorted((ROOT / "pages").glob("*.py")),
        ROOT / "dashboard.py",
    ]


def used() -> list[Used]:
    """Every literal message given to `say(...)`, `say.many(...)` and `mark(...)`."""
    return [
        Used(_key(message), f"{path.relative_to(ROOT)}:{line}")
        for path in sources()
        for line, message, _comments, _context in extract_from_file("python", path, KEYWORDS)
    ]


def _key(message: str | tuple[str, ...]) -> Key:
    return message if isinstance(message, str) else (message[0], message[1])


def unextractable() -> list[str]:
    """Places where a message is put together, so that no catalogue can hold it."""
    return [place for path in sources() for place in _put_together(path)]


def _put_together(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or _called(node.func) not in KEYWORDS:
            continue
        for argument in node.args[:2]:
            if isinstance(argument, ast.JoinedStr | ast.BinOp):
                yield f"{path.relative_to(ROOT)}:{node.lineno}"


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


@dataclass(frozen=True)
class Translated:
    """One translation where a catalogue has it."""

    message: Message
    place: str

    @property
    def key(self) -> Key:
        return _key(self.message.id)

    @property
    def forms(self) -> tuple[str, ...]:
        """The Vietnamese: one text, or the plural forms."""
        text = self.message.string
        return (text,) if isinstance(text, str) else tuple(text)


def translated() -> list[Translated]:
    return [
        Translated(message, f"{path.name}:{message.lineno}")
        for path in sorted(catalogues.CATALOGUES.glob("*.po"))
        for message in catalogues.read(path)
        if message.id
    ]
