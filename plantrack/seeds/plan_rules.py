"""What must hold among the definitions of a plan beyond single cells."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plantrack.seeds.cells import SoundRow
from plantrack.seeds.definition import is_figure
from plantrack.seeds.problems import Findings, Place

Rows = Mapping[str, tuple[SoundRow, ...]]


def repeated(
    rows: Iterable[SoundRow], key: Callable[[SoundRow], Hashable]
) -> Iterator[tuple[SoundRow, SoundRow]]:
    """Yield each row that has the key of an earlier one, with the first row that has it."""
    first: dict[Hashable, SoundRow] = {}
    for row in rows:
        other = first.setdefault(key(row), row)
        if other is not row:
            yield row, other


def check(rows: Rows, unread: frozenset[str], findings: Findings) -> None:
    """Note every inconsistency of the plan row, trees, limits, dates, names and notes."""
    _plan(rows, unread, findings)
    for table, column in (
        ("geographies", "parent"),
        ("geographies", "successor"),
        ("themes", "parent"),
        ("indicators", "parent"),
        ("frame", "parent"),
    ):
        _tree(rows[table], column, findings)
    _limits(rows, findings)
    _set_dates(rows, findings)
    _names(rows, findings)
    _pairs(rows, findings)


def _plan(rows: Rows, unread: frozenset[str], findings: Findings) -> None:
    count = len(rows["plan"])
    if count != 1 and "plan.csv" not in unread:
        findings.add("plan_rows", Place("plan.csv"), count=count)
    for plan in rows["plan"]:
        written = plan.text("time_zone")
        if not _is_time_zone(written):
            findings.add("time_zone_unknown", plan.place("time_zone"), written=written)
        first, last = plan.whole("first_year"), plan.whole("last_year")
        if last <= first:
            findings.add("years_reversed", plan.place("last_year"), first=first, last=last)
        default = plan.text("default_target_set")
        aims = any(target.text("target_set") == default for target in rows["targets"])
        if not aims and not unread & {"targets.csv", "target_sets.csv", "plan.csv"}:
            findings.add("set_empty", plan.place("default_target_set"), written=default)


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _tree(rows: tuple[SoundRow, ...], column: str, findings: Findings) -> None:
    above = {row.text("id"): row.text(column) for row in rows}
    for row in rows:
        seen = {row.text("id")}
        current = row.text(column)
        while current and current not in seen:
            seen.add(current)
            current = above.get(current, "")
        if current == row.text("id"):
            findings.add("own_ancestor", row.place(column), written=row.text("id"))


def _limits(rows: Rows, findings: Findings) -> None:
    for indicator in rows["indicators"]:
        floor, ceiling = indicator.number("floor"), indicator.number("ceiling")
        if floor is not None and ceiling is not None and floor > ceiling:
            place = indicator.place("floor")
            findings.add("limits_reversed", place, floor=floor, ceiling=ceiling)


def _set_dates(rows: Rows, findings: Findings) -> None:
    for table, first, last in (
        ("target_sets", "in_force_from", "in_force_to"),
        ("geographies", "valid_from", "valid_to"),
        ("peer_sets", "valid_from", "valid_to"),
    ):
        for row in rows[table]:
            start, end = row.day(first), row.day(last)
            if start is not None and end is not None and end < start:
                findings.add("set_dates_reversed", row.place(last), start=start, end=end)


def _names(rows: Rows, findings: Findings) -> None:
    """An alias must lead to one indicator; capitals and spaces do not tell two apart."""
    for row, other in repeated(rows["aliases"], _folded):
        findings.add(
            "alias_twice",
            row.place("text"),
            written=row.text("text"),
            other=other.text("indicator"),
            first=other.row.number,
        )


def _folded(alias: SoundRow) -> str:
    return " ".join(alias.text("text").casefold().split())


def _pairs(rows: Rows, findings: Findings) -> None:
    for table in ("sources", "series", "targets", "figures"):
        for row in rows[table]:
            note = row.both("note")
            if table == "figures" and not is_figure(row.row):
                continue  # needs its reason in both languages, which is told by itself
            if bool(note.vi) != bool(note.en):
                empty = "note_en" if note.vi else "note_vi"
                findings.add("pair_incomplete", row.place(empty))


def limits_of(rows: Rows) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """Natural floor and ceiling of each indicator; none where they contradict each other."""
    limits = {}
    for row in rows["indicators"]:
        floor, ceiling = row.number("floor"), row.number("ceiling")
        reversed_ = floor is not None and ceiling is not None and floor > ceiling
        limits[row.text("id")] = (None, None) if reversed_ else (floor, ceiling)
    return limits
