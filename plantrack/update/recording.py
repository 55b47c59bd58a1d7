"""Recording what was decided, and repeating it from what was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from plantrack import log
from plantrack.intake.edits import Edit, with_edits
from plantrack.intake.repairs import REPAIRS
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.ledger.store import Store
from plantrack.model import Figure, Revision, RevisionKind, Source
from plantrack.plan import PREFERRED, Plan
from plantrack.seeds import plan_from_definition
from plantrack.update.choosing import chosen_rows
from plantrack.update.decisions import Decisions, File, edit_of, told_cell, told_edit
from plantrack.update.matching import KnownMatching, remember_matching
from plantrack.update.reading import read

# In the decisions of a revision: the uploaded file's name, as whoever recorded had it.
FILE_NAME: Final = "file_name"


@dataclass(frozen=True, slots=True)
class Update:
    """A file, what it holds, what was decided about it, and what is recorded of it.

    `read` is the file as it stands, `decided` with the edits made and checked; `known` is what
    was remembered for files of its shape.
    """

    file: File
    decisions: Decisions
    read: Reading
    decided: Reading
    known: KnownMatching | None = None

    @property
    def rows(self) -> tuple[AcceptedRow, ...]:
        """The rows that go in as things stand."""
        return chosen_rows(self.decided, self.decisions.ticks)


def update_of(
    file: File,
    decisions: Decisions,
    reading: Reading,
    plan: Plan,
    current: Sequence[Figure],
    known: KnownMatching | None = None,
) -> Update:
    """Return `reading` with the decisions taken on it; `current` are the figures that stand."""
    decided = with_edits(reading, decisions.edits, plan, current)
    return Update(file, decisions, reading, decided, known)


def unused_edits(reading: Reading, edits: Sequence[Edit]) -> tuple[str, ...]:
    """Return the cells of edits that change nothing, because no row was read from them."""
    read = {row.cell for row in reading.rows}
    repaired = {one.place.cell for one in reading.findings if one.code in REPAIRS}
    return tuple(
        one.cell for one in edits if one.cell not in (read if one.text is None else repaired)
    )


def record(
    store: Store, update: Update, source: Source, *, expecting: int, by: str, note: str
) -> int:
    """Append the rows as one revision and return its number; raises the ledger's refusals.

    The file is kept first: a revision without its file cannot be, a file without its revision is
    set aside at the next start. Answers worth it are remembered for the next file of this shape.
    """
    raw = store.keep(update.file.content, update.file.name)
    number = store.commit(
        RevisionKind.RECORD,
        [replace(row.figure, origin=source.id) for row in update.rows],
        expecting=expecting,
        by=by,
        note=note,
        raw=raw,
        decisions=told_decisions(update, source),
    )
    remember_matching(store, update.read, update.decisions.answers, by)
    log.event("recorded", who=by, file=update.file.digest, rows=len(update.rows), revision=number)
    return number


def told_decisions(update: Update, source: Source) -> dict[str, object]:
    """Return what the revision keeps, enough to repeat it from the kept file."""
    rows = {row.cell: row for row in update.rows}
    edits = {edit.cell: edit for edit in update.decisions.edits}
    return {
        FILE_NAME: update.file.name,
        "series": update.decisions.series,
        "answers": dict(update.decisions.answers),
        **_matched(update),
        "sources": [asdict(source)],
        "ticked": [row.cell for row in update.rows if row.needs_tick],
        "left_out": [row.cell for row in update.decided.rows if row.cell not in rows],
        "edits": [
            *(
                told_cell(edits[one.place.cell], one)
                for one in update.read.findings
                if one.code in REPAIRS and one.place.cell in edits
            ),
            *(
                told_edit(edits[row.cell], row, rows.get(row.cell))
                for row in update.read.rows
                if row.cell in edits and edits[row.cell].text is None
            ),
        ],
    }


def _matched(update: Update) -> dict[str, object]:
    """Return which answers were remembered, and from whom: the others were given on this file."""
    used = () if update.known is None else update.known.used(update.decisions.answers)
    if update.known is None or not used:
        return {}
    return {"matched": {**update.known.told(), "answers": list(used)}}


def repeated(store: Store, entry: Revision) -> tuple[Figure, ...]:
    """Return the rows a recorded revision has, made anew from its kept file and decisions.

    Read under the plan and the figures the recorder saw, by the reader of today: a difference
    from `store.figures_of` tells which rows a changed rule of reading would touch. Raises
    `LedgerUnavailable` where the file is gone, ValueError where the revision holds none.
    """
    if entry.raw_digest is None or entry.kind is not RevisionKind.RECORD:
        raise ValueError(f"revision {entry.number} was not made from an uploaded file")
    plan = plan_from_definition(store.definition(entry.plan_digest))
    current = store.as_of(entry.number - 1).figures
    rows = rows_again(store.raw(entry.raw_digest), entry.decisions, plan, current)
    return tuple(replace(row, revision=entry.number) for row in rows)


def rows_again(
    data: bytes, told: Mapping[str, object], plan: Plan, current: Sequence[Figure]
) -> tuple[Figure, ...]:
    """Return the rows a file gives under the decisions a revision keeps (`told_decisions`)."""
    name, series = str(told[FILE_NAME]), str(told.get("series", PREFERRED))
    edits = tuple(edit_of(one["edit"]) for one in _dicts(told.get("edits")))
    given = Decisions(series, _texts(told.get("answers")), edits).given
    reading = read(lambda _: None, data, name, plan, current, series, given)
    decided = with_edits(reading, edits, plan, current)
    ticked, left_out = set(_list(told.get("ticked"))), set(_list(told.get("left_out")))
    sources = _dicts(told.get("sources"))
    origin = str(sources[0]["id"]) if sources else ""
    return tuple(
        replace(row.figure, origin=origin)
        for row in decided.rows
        if row.cell not in left_out and (not row.needs_tick or row.cell in ticked)
    )


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _dicts(value: object) -> list[dict[str, Any]]:
    return [dict(one) for one in _list(value) if isinstance(one, dict)]


def _texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}
