"""What one transaction appends to an embedded ledger."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import duckdb

from plantrack import __version__
from plantrack.ledger import definition
from plantrack.ledger.rows import (
    append,
    declared_sources,
    figure_row,
    refuse_repeated,
    rows_digest,
    source_row,
)
from plantrack.ledger.schema import transaction
from plantrack.model import Figure, RevisionKind
from plantrack.plan import Plan


@dataclass(frozen=True, slots=True)
class Draft:
    """A revision before it has its number."""

    kind: RevisionKind
    rows: Sequence[Figure]
    by: str
    note: str
    raw: str | None = None
    withdraws: int | None = None
    decisions: Mapping[str, object] = field(default_factory=dict)
    rows_digest: str = field(init=False)
    decisions_text: str = field(init=False)

    def __post_init__(self) -> None:
        refuse_repeated(self.rows)
        object.__setattr__(self, "rows_digest", rows_digest(self.rows))
        object.__setattr__(
            self, "decisions_text", json.dumps(self.decisions, ensure_ascii=False, sort_keys=True)
        )

    def refuse_unknown_origins(self, known: set[str]) -> None:
        """Raise ValueError for a row whose origin is neither known nor declared with it."""
        known = known | {source.id for source in declared_sources(self.decisions)}
        unknown = sorted({row.origin for row in self.rows} - known)
        if unknown:
            raise ValueError(f"origins neither in the plan nor declared: {', '.join(unknown)}")

    def described(self, number: int, made_at: datetime, plan: Plan) -> dict[str, object]:
        """Return what is written beside the kept file the revision was made from."""
        return {
            "plan": plan.id,
            "plan_digest": plan.digest,
            "revision": number,
            "kind": self.kind.value,
            "made_at": made_at.isoformat(),
            "made_by": self.by,
            "note": self.note,
            "withdraws": self.withdraws,
            "program_version": __version__,
            "decisions": dict(self.decisions),
        }


def append_revision(
    cursor: duckdb.DuckDBPyConnection, plan: Plan, draft: Draft, number: int, made_at: datetime
) -> None:
    """Append the revision, its rows, its origins and, when new, its plan definition."""
    with transaction(cursor):
        definition.ensure_kept(cursor, plan)
        cursor.execute(
            "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                plan.id,
                number,
                draft.kind.value,
                made_at,
                draft.by,
                draft.note,
                plan.digest,
                __version__,
                draft.raw,
                len(draft.rows),
                draft.rows_digest,
                draft.withdraws,
                draft.decisions_text,
            ],
        )
        rows = [(plan.id, number, i, *figure_row(row)) for i, row in enumerate(draft.rows, 1)]
        append(cursor, "figures", rows)
        sources = declared_sources(draft.decisions)
        append(cursor, "origins", [(plan.id, number, *source_row(source)) for source in sources])
