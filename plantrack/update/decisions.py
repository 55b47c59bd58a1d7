"""What a reader decided about a file, in the words a draft and a revision keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Any

from plantrack.intake.edits import Edit
from plantrack.intake.findings import Finding
from plantrack.intake.repairs import as_answer
from plantrack.intake.rules import AcceptedRow
from plantrack.model import Figure, Source, Status, Text
from plantrack.plan import PREFERRED


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file under the name its owner gave it."""

    name: str
    content: bytes
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", sha256(self.content).hexdigest())


@dataclass(frozen=True, slots=True)
class Decisions:
    """How to read a file and what to take from it.

    `series` is used where a row names none; `answers` are to the reader's questions; `ticks` are
    keys of `plantrack.update.choosing.consents`.
    """

    series: str = PREFERRED
    answers: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    ticks: frozenset[str] = frozenset()

    @property
    def given(self) -> Mapping[str, str]:
        """What the reader of files is given: the answers, and the cells to read otherwise."""
        repairs = {as_answer(one.cell): one.text for one in self.edits if one.text is not None}
        return {**self.answers, **repairs}


def one_line(text: str) -> str:
    """Return a text on one line, without characters that only steer how others are shown.

    >>> one_line(" Niên giám\\n thống kê\\u202e 2026 ")
    'Niên giám thống kê 2026'
    """
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


def stated_source(title: str, publisher: str, published: str, url: str) -> Source:
    """Return the origin as its recorder states it; the same statement gives the same id."""
    stated = "\n".join((title, publisher, published, url))
    return Source(
        id=f"stated_{sha256(stated.encode()).hexdigest()[:12]}",
        title=title,
        publisher=publisher,
        published=published,
        url=url,
        licence="",
        note=Text("Do người ghi số liệu nêu.", "As stated by whoever recorded the figures."),
    )


def written_edit(edit: Edit) -> dict[str, Any]:
    """Return an edit as JSON holds it."""
    value = None if edit.value is None else str(edit.value)
    return {**asdict(edit), "value": value}


def edit_of(written: Mapping[str, Any]) -> Edit:
    """Return the edit JSON holds; raises KeyError, TypeError, ValueError or ArithmeticError."""
    value, status = written.get("value"), written.get("status")
    return Edit(
        cell=str(written["cell"]),
        reason=str(written["reason"]),
        drop=written.get("drop") is True,
        value=None if value is None else Decimal(str(value)),
        status=None if status is None else Status(status),
        note=None if written.get("note") is None else str(written["note"]),
        text=None if written.get("text") is None else str(written["text"]),
    )


def told_edit(edit: Edit, read: AcceptedRow, recorded: AcceptedRow | None) -> dict[str, Any]:
    """Return for the revision what was read, what was recorded (None = nothing) and why."""
    return {
        "cell": edit.cell,
        "series": read.figure.series,
        "year": read.figure.period.last_year,
        "reason": edit.reason,
        "edit": written_edit(edit),
        "read": _written_figure(read.figure),
        "recorded": None if recorded is None else _written_figure(recorded.figure),
    }


def told_cell(edit: Edit, finding: Finding) -> dict[str, Any]:
    """Return for the revision what a cell says, what it was read as (None = left out) and why."""
    return {
        "cell": edit.cell,
        "reason": edit.reason,
        "edit": written_edit(edit),
        "read": {"text": str(finding.values["read"])},
        "recorded": {"text": edit.text} if edit.text else None,
    }


def _written_figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": format(figure.value, "f"),
        "decimals": figure.decimals,
        "status": figure.status.value,
        "note": figure.note.vi,
    }
