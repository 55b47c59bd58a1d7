"""The one way to write text: `say = of("vi")`, then `say("Latest figure: {value}", value=...)`.

English is the message itself; Vietnamese stands in `catalogues/*.po`, one file per area. A
message without its Vietnamese raises `MissingWord`: an English sentence on a Vietnamese page is
never an answer, and `tests/words/test_catalogues.py` extracts every message of the program, so
none can be released without one.

Name the object `say` everywhere, with literal messages: extraction goes by that name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from plantrack.model import LANGUAGES, Text
from plantrack.words import numbers
from plantrack.words.catalogues import Catalogue, MissingWord, vietnamese
from plantrack.words.dates import written_date, written_moment
from plantrack.words.numbers import Number

__all__ = ["MissingWord", "Number", "Say", "capitalised", "mark", "of"]


@cache
def of(language: str) -> Say:
    """Return the words of `language` ("vi" or "en"); raises ValueError on another."""
    if language not in LANGUAGES:
        raise ValueError(f"no words in language {language!r}")
    return Say(language, vietnamese() if language == "vi" else None)


def mark(message: str) -> str:
    """Return `message` as it is, marked for translation: kept in a table, said later."""
    return message


def capitalised(text: str) -> str:
    """Return a term as it opens a sentence or a cell: "on track" as "On track"."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Say:
    """Sentences, numbers and dates of one language."""

    language: str
    catalogue: Catalogue | None = field(repr=False, default=None)

    def __call__(self, message: str, /, **values: object) -> str:
        """Return `message` in this language with the named `values` put in.

        Texts and whole numbers (years) go in as they are; a float or Decimal raises TypeError,
        because only `number` and its like know this language's decimal mark.
        """
        text = message if self.catalogue is None else self.catalogue.message(message)
        return _filled(text, values)

    def many(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """Return the message for `count` things; "{count}" is put in with thousands marks."""
        if self.catalogue is None:
            text = singular if count == 1 else plural
        else:
            text = self.catalogue.plural(singular, plural)
        return _filled(text, {"count": self.number(count, 0), **values})

    def text(self, text: Text) -> str:
        """Return a name or note of the plan in this language."""
        return text.of(self.language)

    def number(self, value: Number, decimals: int | None = None) -> str:
        """Return 1234.5 as "1,234.5" / "1.234,5", rounded half up to `decimals`.

        Without `decimals`, a Decimal keeps every digit it has beyond trailing zeros.
        """
        return numbers.written(value, decimals, self.language)

    def signed(self, value: Number, decimals: int | None = None) -> str:
        """Return the number with its sign, "+" included; a shown zero has none."""
        return numbers.written(value, decimals, self.language, signed=True)

    def percent(self, value: Number, decimals: int | None = 1, *, signed: bool = False) -> str:
        """Return 16.2 (in percent) as "16.2 %" / "16,2%"."""
        number = numbers.written(value, decimals, self.language, signed=signed)
        return self(mark("{number}\N{NARROW NO-BREAK SPACE}%"), number=number)

    def rate(self, value: Number, decimals: int | None = 1, *, signed: bool = False) -> str:
        """Return 16.2 (in percent a year) as "16.2 % a year" / "16,2%/năm"."""
        number = numbers.written(value, decimals, self.language, signed=signed)
        return self(mark("{number}\N{NARROW NO-BREAK SPACE}% a year"), number=number)

    def points(self, value: Number, decimals: int | None = 2, *, signed: bool = False) -> str:
        """Return 1.5 as "1.50 points" / "1,50 điểm phần trăm"."""
        number = numbers.written(value, decimals, self.language, signed=signed)
        return self(mark("{number} points"), number=number)

    def points_rate(self, value: Number, decimals: int | None = 2, *, signed: bool = False) -> str:
        """Return 1.5 as "1.50 points a year" / "1,50 điểm phần trăm/năm"."""
        number = numbers.written(value, decimals, self.language, signed=signed)
        return self(mark("{number} points a year"), number=number)

    def date(self, day: date) -> str:
        """Return "12 January 2026" / "12/01/2026"."""
        return written_date(day, self.language)

    def moment(self, moment: datetime, time_zone: str) -> str:
        """Return a naive UTC `moment` as date and time of day in `time_zone` (an IANA name).

        "12 January 2026, 14:05" / "12/01/2026 14:05". Raises ValueError on an aware datetime.
        """
        return written_moment(moment, time_zone, self.language)

    def listed(self, items: Sequence[str]) -> str:
        """Return "a, b and c" / "a, b và c"; one item as it is, none as an empty text."""
        if len(items) < 2:
            return "".join(items)
        return self(mark("{first} and {last}"), first=", ".join(items[:-1]), last=items[-1])


def _filled(text: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        if not isinstance(value, str | int):
            raise TypeError(f"{{{name}}} in {text!r} needs a written text, not {value!r}")
    return text.format(**values)
