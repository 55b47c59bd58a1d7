"""What can be wrong with seed files: where, what, why and what to do, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from plantrack.model import Text
from plantrack.seeds.sentences import SENTENCES


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell of a seed file; `row` as a spreadsheet shows it (0 = the whole file)."""

    file: str
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class SeedProblem:
    """One inconsistency of the seed files; `named` are the values its sentence was filled with."""

    place: Place
    code: str
    text: Text
    named: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def file(self) -> str:
        return self.place.file

    @property
    def row(self) -> int:
        return self.place.row

    @property
    def column(self) -> str:
        return self.place.column

    def sentence(self, language: str) -> str:
        """Return place and text, e.g. "figures.csv, row 7, value: ..."."""
        words = {"vi": ("dòng", "cột"), "en": ("row", "column")}[language]
        parts = [self.file]
        if self.row:
            parts.append(f"{words[0]} {self.row}")
        if self.column:
            parts.append(f"{words[1]} {self.column}")
        return f"{', '.join(parts)}: {self.text.of(language)}"


class SeedProblems(Exception):
    """The seed files do not make up a plan; `problems` lists every reason, sorted by place."""

    def __init__(self, problems: Iterable[SeedProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.place, p.code, p.text.en)))
        super().__init__("\n".join(p.sentence("en") for p in self.problems))


class Findings:
    """Collects problems while the files are read, so that all of them are told at once."""

    def __init__(self, found: Iterable[SeedProblem] = ()) -> None:
        self.problems: list[SeedProblem] = list(found)

    def add(self, code: str, place: Place, **named: object) -> None:
        """Note the problem `code` at `place`; `named` fills the fields of its sentence."""
        said = SENTENCES[code]
        text = Text(vi=said.vi.format(**named), en=said.en.format(**named))
        self.problems.append(SeedProblem(place, code, text, named))

    def add_unknown(
        self, code: str, place: Place, written: str, known: Iterable[str], **named: object
    ) -> None:
        """Note an unknown word; offer the nearest known one, or list what is known."""
        choices = sorted(known)
        nearest = get_close_matches(written, choices, n=1, cutoff=0.6)
        if nearest:
            self.add(f"{code}_nearest", place, written=written, nearest=nearest[0], **named)
        else:
            self.add(code, place, written=written, known=", ".join(choices) or "–", **named)

    def raise_if_any(self) -> None:
        if self.problems:
            raise SeedProblems(self.problems)
