"""A target set of another province as its office would write it, and the way it is recorded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from plantrack.intake.rules import Reading
from plantrack.ledger import Store
from plantrack.plan import PREFERRED
from plantrack.update.decisions import File
from plantrack.update.reading import read
from plantrack.update.set_comparison import SetComparison, compared_set
from plantrack.update.set_recording import SetUpdate, record_set

TODAY = date(2026, 6, 1)
DOCUMENT = (
    ("Name of the set (Vietnamese)", "Mục tiêu 2029 điều chỉnh"),
    ("Name of the set (English)", "Adjusted goals for 2029"),
    ("Number of the document", "Council 12/2026"),
    ("Title of the document", "On the adjusted goals"),
    ("Issued by", "Council of Dolina"),
    ("Date of the document", "15/05/2026"),
    ("In force from", "1/7/2026"),
    ("In force until", ""),
    ("Replaces the target set", ""),
    ("Address (https://…)", ""),
)
HEADER = (
    "Indicator,Form,Low,High,Unit,Direction,From year,Due year,Baseline year,Baseline value,"
    "Qualifier,Peer set,Among the first,Milestones,Note"
)
POVERTY = "poverty,at most,,9,%,,,2029,2024,,,,,,"
MORE_POVERTY = "poverty,at least,8,,%,more is better,,2029,2018,,,,,,"
OUTPUT = "Output per person,at least,29,,thousand euros per person,,,2029,2024,,about,,,,"
GROWTH = 'Growth of output,"range, more is better",2,3,%,,2026,2029,2024,,,,,,'
RECYCLING = "recycling,dated milestones,,,%,more is better,2026,2029,2024,,,,,2027: 50; 2029: 60,"
RANK = "service_rank,among the first,,,,,,2029,2024,,,basin,2,,"


def file(*rows: str, header: str = HEADER, name: str = "goals.csv", **document: str) -> File:
    """Return a file with these targets; `document` replaces lines by their position: line_7=…"""
    lines = [
        f'{label},"{document.get(f"line_{place}", value)}"{"," * 13}'
        for place, (label, value) in enumerate(DOCUMENT)
    ]
    return File(name, "\n".join([*lines, "," * 14, header, *rows, ""]).encode())


def read_set(store: Store, given: File, today: date = TODAY) -> Reading:
    figures = store.current().figures
    return read(
        lambda _: None, given.content, given.name, store.plan, figures, PREFERRED, {}, today
    )


def compared(store: Store, given: File, today: date = TODAY) -> SetComparison:
    return compared_set(store.plan, store.current().figures, read_set(store, given, today), today)


def update(
    store: Store, given: File, ticks: Collection[str] | None = None, today: date = TODAY
) -> SetUpdate:
    """Return the update with these ticks (None = all that are asked)."""
    found = compared(store, given, today)
    agreed = found.asked_ticks if ticks is None else ticks
    return SetUpdate(
        given, read_set(store, given, today), found, {}, tuple(agreed), PREFERRED, today
    )


def recorded(store: Store, *rows: str, by: str = "Ana", **document: str) -> int:
    """Record a set with these targets, everything ticked, and return its revision."""
    made = update(store, file(*rows, **document))
    return record_set(store, made, expecting=store.revision(), by=by, note="")
