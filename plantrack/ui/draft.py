"""One update on its way: the file, where its figures come from, what was read, what it changes.

It lives in the session and not in the widgets, so that it survives another language, another
page and back. Nothing of it is stored before it is recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Final

import streamlit as st

from plantrack import log
from plantrack.intake.rules import AcceptedRow, Reading, read_template
from plantrack.model import Figure, RevisionKind, Source, Text
from plantrack.review import Review, review
from plantrack.ui.kept_file import FILE_NAME
from plantrack.ui.recorder import recorder
from plantrack.ui.scores import kept
from plantrack.ui.view import View

_DRAFT: Final = "update_draft"
_LONGEST_NAME: Final = 120  # characters of a file's name
_NO_ORIGIN: Final = ""  # until it is stated: it decides neither findings nor comparison


@dataclass(frozen=True, slots=True)
class Draft:
    """An uploaded file; `turn` counts the session's uploads and names the draft's widgets."""

    name: str
    content: bytes
    turn: int
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", sha256(self.content).hexdigest())

    def key(self, name: str) -> str:
        """Return the key of one of the draft's widgets: another file starts without any tick."""
        return f"update_{name}_{self.turn}"


def draft() -> Draft | None:
    """Return what this session is working on."""
    found = st.session_state.get(_DRAFT)
    return found if isinstance(found, Draft) else None


def start(name: str, content: bytes) -> None:
    """Take a file in: from now on it is what the page is about."""
    turn = st.session_state.get(f"{_DRAFT}_turn", 0) + 1
    st.session_state[f"{_DRAFT}_turn"] = turn
    st.session_state[_DRAFT] = Draft(one_line(name)[-_LONGEST_NAME:], content, turn)


def drop() -> None:
    """Let go of the file."""
    st.session_state.pop(_DRAFT, None)


def one_line(text: str) -> str:
    """Return a text on one line, without characters that only steer how others are shown.

    >>> one_line(" Niên giám\\n thống kê\\u202e 2026 ")
    'Niên giám thống kê 2026'
    """
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


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
    plan, figures, series = view.plan, view.snapshot.figures, view.series

    def reading() -> Reading:
        return read_template(
            draft.content, draft.name, plan, figures, series_choice=series, origin=_NO_ORIGIN
        )

    found = kept(view, "reading", reading, draft.digest, draft.name)
    _log_check(view, draft, found)
    return found


def _log_check(view: View, draft: Draft, found: Reading) -> None:
    """Once a file and revision, not on every run of the page."""
    checked, key = st.session_state.get("update_checked"), (draft.turn, view.revision, view.series)
    if checked == key:
        return
    st.session_state["update_checked"] = key
    log.event(
        "checked",
        who=recorder(),
        file=draft.digest,
        verdict=found.verdict.value,
        rows=len(found.rows),
        findings=len(found.findings),
        revision=view.revision,
    )


def recorded_as(view: View, draft: Draft) -> int | None:
    """Return the standing revision that was recorded from this very file, the latest of them."""
    found = (
        entry.number
        for entry in reversed(view.store.history())
        if entry.raw_digest == draft.digest and entry.stands
    )
    return next(found, None)


def consents(reading: Reading) -> Mapping[str, tuple[AcceptedRow, ...]]:
    """Return the rows that need a tick: alone, or the whole set of shares they belong to.

    The key names what was found, too: a tick answers certain findings, and where others are
    found (a figure somebody recorded meanwhile) it is asked for again.
    """
    sets: dict[str, list[AcceptedRow]] = {}
    for row in reading.rows:
        if row.needs_tick:
            sets.setdefault(row.share_set or row.cell, []).append(row)
    return {
        "+".join("/".join((row.cell, *row.finding_codes)) for row in rows): tuple(rows)
        for rows in sets.values()
    }


def chosen_rows(reading: Reading, ticked: Mapping[str, bool]) -> tuple[AcceptedRow, ...]:
    """Return the rows to record: those without a warning and those whose warning was ticked."""
    agreed = {
        row.cell for key, rows in consents(reading).items() if ticked.get(key) for row in rows
    }
    return tuple(row for row in reading.rows if not row.needs_tick or row.cell in agreed)


def compared(view: View, draft: Draft, rows: Sequence[AcceptedRow]) -> Review:
    figures = [row.figure for row in rows]
    plan, current, series = view.plan, view.snapshot.figures, view.series
    cells = tuple(row.cell for row in rows)
    return kept(view, "review", lambda: review(plan, current, figures, series), draft.digest, cells)


def with_rows(view: View, rows: Sequence[AcceptedRow]) -> tuple[Figure, ...]:
    """Return the figures as they would stand with the rows recorded."""
    after = {figure.key: figure for figure in view.snapshot.figures}
    after.update({row.figure.key: row.figure for row in rows})
    return tuple(after.values())


def record(
    view: View,
    draft: Draft,
    reading: Reading,
    rows: Sequence[AcceptedRow],
    source: Source,
    *,
    by: str,
    note: str,
) -> int:
    """Append the rows as one revision and return its number; raises the ledger's refusals."""
    cells = {row.cell for row in rows}
    decisions: dict[str, object] = {
        FILE_NAME: draft.name,
        "series": view.series,
        "sources": [asdict(source)],
        "ticked": [row.cell for row in rows if row.needs_tick],
        "left_out": [row.cell for row in reading.rows if row.cell not in cells],
    }
    number = view.store.commit(
        RevisionKind.RECORD,
        [replace(row.figure, origin=source.id) for row in rows],
        expecting=view.revision,
        by=by,
        note=note,
        raw=view.store.keep(draft.content, draft.name),
        decisions=decisions,
    )
    log.event("recorded", who=by, file=draft.digest, rows=len(rows), revision=number)
    return number
