"""The Vietnamese catalogues: every `catalogues/*.po`, merged when first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).with_suffix("")


class MissingWord(KeyError):
    """A message has no Vietnamese: add it to the catalogue of its area."""

    def __str__(self) -> str:
        return f"no Vietnamese for {self.args[0]!r} in plantrack/words/catalogues/*.po"


@dataclass(frozen=True)
class Catalogue:
    """Translations by message; a plural by the pair of its two messages."""

    messages: Mapping[str | tuple[str, str], str]

    def message(self, message: str) -> str:
        return self._translation(message)

    def plural(self, singular: str, plural: str) -> str:
        """Return the one form Vietnamese has; its nouns do not change with the count."""
        return self._translation((singular, plural))

    def _translation(self, key: str | tuple[str, str]) -> str:
        try:
            return self.messages[key]
        except KeyError:
            raise MissingWord(key) from None


@cache
def vietnamese() -> Catalogue:
    """Return all Vietnamese messages, read once. Fuzzy and empty translations do not count."""
    messages: dict[str | tuple[str, str], str] = {}
    for path in sorted(CATALOGUES.glob("*.po")):
        for message in read(path):
            if not message.id or message.fuzzy or not message.string:
                continue
            if isinstance(message.id, str):
                messages[message.id] = str(message.string)
            else:
                singular, plural = message.id
                messages[singular, plural] = message.string[0]
    return Catalogue(messages)


def read(path: Path) -> Catalog:
    """Return one catalogue file; raises babel's PoFileError on a broken line."""
    with path.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)
