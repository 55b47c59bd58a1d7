"""The promises of a ledger, held against what a file and its kept files really hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import duckdb

from plantrack.ledger import reading, schema
from plantrack.ledger.digests import tables_of
from plantrack.ledger.faults import Broken, Fault
from plantrack.ledger.raw import NO_FILE, KeptFiles
from plantrack.ledger.rows import rows_digest

_CLOCKS_DIFFER = timedelta(minutes=5)
_VIEWS_SINCE = 2  # the schema step that made the views

# Each question names what breaks the promise; no answer keeps it.
_QUESTIONS = (
    (
        Broken.NUMBERS,
        "SELECT revision FROM (SELECT revision, row_number() OVER (PARTITION BY plan_id ORDER BY "
        "revision) AS place FROM revisions) WHERE revision <> place",
    ),
    (
        Broken.ROWS,
        "SELECT revision FROM revisions LEFT JOIN (SELECT plan_id, revision, count(*) AS held, "
        "max(position) AS last FROM figures GROUP BY ALL) USING (plan_id, revision) "
        "WHERE row_count <> coalesce(held, 0) OR coalesce(last, 0) <> coalesce(held, 0)",
    ),
    (
        Broken.STRAY_ROWS,
        "SELECT revision FROM figures ANTI JOIN revisions USING (plan_id, revision) "
        "UNION ALL SELECT revision FROM origins ANTI JOIN revisions USING (plan_id, revision) "
        "UNION ALL SELECT revision FROM figures GROUP BY plan_id, revision, series, geography, "
        "period_start, period_end HAVING count(*) > 1",
    ),
    (
        Broken.WITHDRAWAL,
        "SELECT revision FROM revisions WHERE (withdraws IS NOT NULL) <> (kind = 'withdrawal') "
        "OR withdraws >= revision OR withdraws < 1",
    ),
    (
        Broken.TIME,
        "SELECT revision FROM revisions QUALIFY made_at < "
        "lag(made_at) OVER (PARTITION BY plan_id ORDER BY revision)",
    ),
    (
        Broken.ORIGIN,
        "SELECT DISTINCT origin FROM figures WHERE origin NOT IN "
        "(SELECT id FROM definition_sources UNION SELECT id FROM origins)",
    ),
    (
        Broken.RECEIPTS,
        "SELECT step FROM (SELECT step, row_number() OVER (ORDER BY step) AS place "
        "FROM schema_steps) WHERE step <> place",
    ),
)


def examine(cursor: duckdb.DuckDBPyConnection, kept: KeptFiles) -> tuple[Fault, ...]:
    """Return every promise that does not hold."""
    faults = [*examine_rows(cursor)]
    for plan in _plans(cursor):
        faults += _future(cursor, plan)
        faults += _view(cursor, plan)
    return (*faults, *_kept_files(cursor, kept))


def examine_rows(cursor: duckdb.DuckDBPyConnection) -> tuple[Fault, ...]:
    """Return every promise on recorded rows that does not hold: only a backup mends these."""
    faults = []
    for broken, question in _QUESTIONS:
        found = {row[0] for row in cursor.execute(question).fetchall()}
        if found:
            faults.append(Fault(broken, ", ".join(str(one) for one in sorted(found)[:20])))
    plans = _plans(cursor)
    faults += _other_plans(cursor, plans)
    for plan in plans:
        faults += _rows(cursor, plan)
        faults += _definitions(cursor, plan)
    return tuple(faults)


def _plans(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    return [row[0] for row in cursor.execute("SELECT plan_id FROM plans").fetchall()]


def _other_plans(cursor: duckdb.DuckDBPyConnection, plans: list[str]) -> Iterator[Fault]:
    for table in tables_of(cursor):
        if table == "schema_steps":
            continue
        question = f'SELECT DISTINCT plan_id FROM "{table}" WHERE plan_id NOT IN (SELECT unnest(?))'
        for (plan,) in cursor.execute(question, [plans]).fetchall():
            yield Fault(Broken.PLAN, f"{table}: {plan}")


def _rows(cursor: duckdb.DuckDBPyConnection, plan: str) -> Iterator[Fault]:
    for number, recorded in cursor.execute(
        "SELECT revision, rows_digest FROM revisions WHERE plan_id = ? ORDER BY revision", [plan]
    ).fetchall():
        if rows_digest(reading.figures_of(cursor, plan, number)) != recorded:
            yield Fault(Broken.ROWS_DIGEST, str(number))


def _definitions(cursor: duckdb.DuckDBPyConnection, plan: str) -> Iterator[Fault]:
    texts = dict(
        cursor.execute(
            "SELECT plan_digest, definition FROM definitions WHERE plan_id = ?", [plan]
        ).fetchall()
    )
    for number, digest in cursor.execute(
        "SELECT revision, plan_digest FROM revisions WHERE plan_id = ? ORDER BY revision", [plan]
    ).fetchall():
        if sha256(texts.get(digest, "").encode()).hexdigest() != digest:
            yield Fault(Broken.DEFINITION, str(number))


def _future(cursor: duckdb.DuckDBPyConnection, plan: str) -> Iterator[Fault]:
    entries = reading.past(cursor, plan).entries
    now = datetime.now(UTC).replace(tzinfo=None)
    if entries and entries[-1].made_at > now + _CLOCKS_DIFFER:
        yield Fault(Broken.FUTURE, entries[-1].made_at.isoformat(sep=" ", timespec="minutes"))


def _view(cursor: duckdb.DuckDBPyConnection, plan: str) -> Iterator[Fault]:
    views = cursor.execute(
        "SELECT 1 FROM duckdb_views() WHERE view_name = 'current_figures'"
    ).fetchall()
    if not views and (schema.applied_steps(cursor) or 0) < _VIEWS_SINCE:
        return
    standing = reading.standing_figures(cursor, plan, reading.past(cursor, plan))
    expected = Counter(
        (one.series, one.geography, one.period.start, one.period.end, one.value, one.revision)
        for one in standing
    )
    if not views:
        yield Fault(Broken.VIEW, str(expected.total()))
        return
    shown = Counter(
        cursor.execute(
            "SELECT series, geography, period_start, period_end, value, revision "
            "FROM current_figures WHERE plan_id = ?",
            [plan],
        ).fetchall()
    )
    if shown != expected:
        yield Fault(Broken.VIEW, str(((shown - expected) + (expected - shown)).total()))


def _kept_files(cursor: duckdb.DuckDBPyConnection, kept: KeptFiles) -> Iterator[Fault]:
    for number, digest, *noted in cursor.execute(
        "SELECT revision, raw_digest, kind, made_by, note, withdraws, decisions FROM revisions "
        "ORDER BY revision"
    ).fetchall():
        name = f"{number} ({digest[:12]}…)" if digest else str(number)
        if digest and kept.path(digest) is None:
            yield Fault(Broken.KEPT_FILE_GONE, name)
        elif digest and not kept.is_whole(digest):
            yield Fault(Broken.KEPT_FILE_CHANGED, name)
        if not _is_noted(noted, kept.described(digest or NO_FILE, number)):
            yield Fault(Broken.DECISIONS, name)


def _is_noted(held: list[object], described: Mapping[str, object] | None) -> bool:
    """Whether what is written beside the kept file is what the ledger holds of the revision."""
    *stated, decisions = held
    return described is not None and (
        [described.get(name) for name in ("kind", "made_by", "note", "withdraws")] == stated
        and json.dumps(described.get("decisions"), ensure_ascii=False, sort_keys=True) == decisions
    )
