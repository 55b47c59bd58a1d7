"""One upload on its way: the file, where its figures come from, what was read, what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

import streamlit as st

from plantrack.intake.rules import AcceptedRow, Reading, read_template
from plantrack.model import Figure, RevisionKind, Source, Text
from plantrack.review import Review, review
from plantrack.ui.view import View


@dataclass(frozen=True, slots=True)
class Draft:
    """A file with the origin its reader stated. Nothing of it is stored before it is recorded."""

    name: str
    content: bytes
    source: Source

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def stated_source(title: str, publisher: str, published: str, url: str) -> Source:
    """Return the origin as stated on the page; the same statement gives the same id."""
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


def read(view: View, draft: Draft) -> Reading:
    """Return what the file holds against the figures that stand at this view's revision."""
    return _read(
        (view.plan.digest, view.revision, view.series, draft.digest, draft.name, draft.source.id),
        view,
        draft,
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def _read(key: tuple[str | int, ...], _view: View, _draft: Draft) -> Reading:  # noqa: ARG001  # what it is kept under
    return read_template(
        _draft.content,
        _draft.name,
        _view.plan,
        _view.snapshot.figures,
        series_choice=_view.series,
        origin=_draft.source.id,
    )


def consent_key(row: AcceptedRow) -> str:
    """What is ticked together: a whole set of shares, or one row."""
    return row.share_set or row.cell


def chosen_rows(reading: Reading, ticked: Mapping[str, bool]) -> tuple[AcceptedRow, ...]:
    """Return the rows to record: those without a warning and those whose warning was ticked."""
    return tuple(
        row for row in reading.rows if not row.needs_tick or ticked.get(consent_key(row), False)
    )


def compared(view: View, rows: Sequence[AcceptedRow]) -> Review:
    figures = [row.figure for row in rows]
    return review(view.plan, view.snapshot.figures, figures, view.series)


def with_rows(view: View, rows: Sequence[AcceptedRow]) -> tuple[Figure, ...]:
    """Return the figures as they would stand with the rows recorded."""
    after = {figure.key: figure for figure in view.snapshot.figures}
    after.update({row.figure.key: row.figure for row in rows})
    return tuple(after.values())


def record(
    view: View, draft: Draft, reading: Reading, rows: Sequence[AcceptedRow], by: str, note: str
) -> int:
    """Append the rows as one revision and return its number; raises the ledger's refusals."""
    cells = {row.cell for row in rows}
    decisions: dict[str, object] = {
        "file": draft.name,
        "series": view.series,
        "sources": [asdict(draft.source)],
        "ticked": [row.cell for row in rows if row.needs_tick],
        "left_out": [row.cell for row in reading.rows if row.cell not in cells],
    }
    return view.store.commit(
        RevisionKind.RECORD,
        [row.figure for row in rows],
        expecting=view.revision,
        by=by,
        note=note,
        raw=view.store.keep(draft.content, draft.name),
        decisions=decisions,
    )
