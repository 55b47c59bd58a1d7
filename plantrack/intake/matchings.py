"""Answers worth keeping for the next file of the same shape, and the shape's fingerprint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from plantrack.intake.entry import Table
from plantrack.intake.matching import bare

KIND: Final = "matching"  # what the ledger keeps it as
# A year, or which of two tables, is a question of one file; a label means the same next year.
_KEPT: Final = ("label:", "status:", "unit:", "index:", "fraction:")
_LABELS: Final = 400


@dataclass(frozen=True, slots=True)
class Matching:
    """The answers remembered for files of one shape."""

    fingerprint: str
    answers: Mapping[str, str]

    def as_value(self) -> dict[str, object]:
        """Return what is saved, as plain values."""
        return {"fingerprint": self.fingerprint, "answers": dict(self.answers)}


def fingerprint(tables: Sequence[Table]) -> str:
    """Return a digest of the labels and layouts of a file, whatever its figures and years.

    The same table a year later, with one column more, has the same fingerprint.
    """
    shapes = "\n".join(_shape(table) for table in tables)
    return sha256(shapes.encode()).hexdigest()[:16] if shapes else ""


def _shape(table: Table) -> str:
    labels = dict.fromkeys(bare(label) for label in table.labels[:_LABELS])
    return f"{table.found.layout}:{'|'.join(labels)}"


def remembered(fingerprint: str, answers: Mapping[str, str]) -> Matching | None:
    """Return what to keep of the answers given on a file, None where nothing is worth it."""
    kept = {key: value for key, value in sorted(answers.items()) if key.startswith(_KEPT)}
    return Matching(fingerprint, kept) if kept and fingerprint else None


def restored(value: Mapping[str, object]) -> Matching:
    """Return a matching from what was saved; raises TypeError on anything else."""
    name, answers = value.get("fingerprint"), value.get("answers")
    if not isinstance(name, str) or not isinstance(answers, Mapping):
        raise TypeError("a saved matching has a fingerprint and answers")
    if not all(isinstance(one, str) for pair in answers.items() for one in pair):
        raise TypeError("the answers of a saved matching are texts by texts")
    return Matching(name, {str(key): str(answer) for key, answer in answers.items()})
