"""A short history to read and to take back: what a bureau published, recorded and withdrawn."""

from __future__ import annotations

from dataclasses import asdict, replace

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from plantrack.ledger import EmbeddedStore
from plantrack.model import RevisionKind, Source, Text
from plantrack.ui.history.kept_file import FILE_NAME
from tests.second_plan import output

FILE = b"Indicator,2025\nOutput per person,24.5\n"
REPORT = Source("report", "Half-year report", "Bureau", "2026", "", "open", Text("", ""))


def record_report(store: EmbeddedStore) -> None:
    """Revision 2 restates 2024 and adds 2025, from a file, by Ana *Kovač*."""
    published = output(store, 2024, "23.9"), output(store, 2025, "24.5")
    store.commit(
        RevisionKind.RECORD,
        [replace(one, origin=REPORT.id) for one in published],
        expecting=1,
        by="Ana *Kovač*",
        note="From the <b>report</b>",
        raw=store.keep(FILE, "report.csv"),
        decisions={"sources": [asdict(REPORT)], FILE_NAME: "report_2025.csv"},
    )


def withdraw_and_take_back(store: EmbeddedStore) -> None:
    """Revision 3 withdraws revision 2, and revision 4 withdraws revision 3."""
    store.withdraw(2, expecting=2, by="Boris", reason="wrong place")
    store.withdraw(3, expecting=3, by="Cilka", reason="right after all")


def shown(session: AppTest) -> str:
    """Everything a reader reads, without the backslashes that keep Markdown out."""
    kinds = ("header", "subheader", "markdown", "caption")
    elements = [one for kind in kinds for one in session.get(kind) if isinstance(one, Element)]
    return "\n".join(one.value for one in elements).replace("\\", "")
