"""A cell no row could be read from is put right, read again, and told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack.intake.edits import Edit
from plantrack.intake.findings import Severity
from plantrack.intake.rules import Reading, read_file
from plantrack.update.blocked import blocked_cells
from plantrack.update.decisions import Decisions, File, stated_source
from plantrack.update.reading import read as read_anew
from plantrack.update.recording import record, repeated, update_of
from tests.intake.reading import PLAN, rows, said, sheet
from tests.intake.small_plan import CURRENT
from tests.update.updates import HEADER, seeded

UNREADABLE = "literacy,,2026,about 97,%,,"
WIDE = (
    "Indicator;Unit;2024;2025;2026\n"
    "Literacy rate;%;97,4;9x;192\n"
    "GRDP per capita;million VND;61,8;66,0;\n"
)
SOURCE = stated_source("Yearbook", "Bureau", "2026", "")


def read(content: str | bytes, *edits: Edit, name: str = "a.csv") -> Reading:
    data = content if isinstance(content, bytes) else content.encode()
    return read_file(data, name, PLAN, CURRENT, answers=Decisions(edits=edits).given, origin="")


def told(reading: Reading, language: str) -> list[str]:
    return [said(one, language) for one in reading.findings if one.code.startswith("cell_")]


def test_a_number_in_place_of_words_is_read_and_both_are_told() -> None:
    found = read(rows(UNREADABLE), Edit("D2", "asked", text="97.6"))
    assert [str(row.figure.value) for row in found.rows] == ["97.6"]
    assert told(found, "en") == [
        "notes: Cell D2: “about 97” was read as “97.6”, as entered on the review."
        " What the file says and what was entered are kept with the revision."
    ]
    assert told(found, "vi") == [
        "notes: Ô D2: “about 97” được đọc là “97,6” theo nội dung nhập khi rà soát."
        " Nội dung trong tệp và nội dung nhập thay được lưu cùng phiên bản."
    ]


def test_of_two_that_disagree_one_is_left_out() -> None:
    twice = rows("literacy,,2026,97.6,%,,", "literacy,,2026,97.9,%,,")
    assert [one.cell for one in blocked_cells(read(twice))] == ["D2", "D3"]
    found = read(twice, Edit("D3", "", drop=True, text=""))
    assert [row.cell for row in found.rows] == ["D2"]
    assert told(found, "en")[0].startswith("notes: Cell D3: “97.9” was left out on the review.")
    assert told(found, "vi")[0].startswith("notes: Ô D3: “97.9” đã được bỏ ra khi rà soát.")


def test_what_was_typed_meets_every_check() -> None:
    found = read(rows(UNREADABLE), Edit("D2", "slip", text="976"))
    assert not found.rows
    assert "above_ceiling" in {one.code for one in found.findings}


@pytest.mark.parametrize("cell", ["D2000", "ZZ2", "Other!D2", "nonsense", "!", "D0"])
def test_a_cell_that_is_not_in_the_file_changes_nothing(cell: str) -> None:
    assert read(rows(UNREADABLE), Edit(cell, "x", text="97.6")) == read(rows(UNREADABLE))


def test_a_cell_of_a_sheet_is_named_with_it() -> None:
    data = sheet(("Indicator", "Year", "Value", "Unit"), ("literacy", 2026, "about 97", "%"))
    (blocked,) = blocked_cells(read(data, name="a.xlsx"))
    assert (blocked.cell, blocked.text, blocked.around) == (
        "Figures!C2",
        "about 97",
        ("literacy", "2026"),
    )
    found = read(data, Edit(blocked.cell, "x", text="97.6"), name="a.xlsx")
    assert [row.cell for row in found.rows] == [blocked.cell]


def test_a_wide_table_offers_each_cell_with_its_label_and_year() -> None:
    offered = {one.cell: one.around for one in blocked_cells(read(WIDE))}
    assert offered == {"D2": ("Literacy rate", "2025"), "E2": ("Literacy rate", "2026")}


def test_shares_that_do_not_sum_offer_their_year_and_nothing_that_is_wrong_otherwise() -> None:
    shares = (f"{name},,2026,{value},%,," for name, value in (("farming", 20), ("industry", 32)))
    found = read(rows(*shares, "services,,2026,38,%,,", UNREADABLE, "literacy,,2025,197,%,,"))
    assert {one.cell: one.finding.code for one in blocked_cells(found)} == {
        "D2": "shares_do_not_sum",
        "D3": "shares_do_not_sum",
        "D4": "shares_do_not_sum",
        "D5": "not_a_number",
        "D6": "above_ceiling",
    }


def test_nothing_is_offered_where_a_question_is_open_or_nothing_is_blocked() -> None:
    asked = read(rows("literasy,,2026,97.6,%,,"))
    assert asked.questions
    assert blocked_cells(asked) == ()
    fine = read(rows("literacy,,2026,97.6,%,,"))
    assert all(one.severity is not Severity.BLOCKS for one in fine.findings)
    assert blocked_cells(fine) == ()


def test_a_revision_keeps_the_cell_as_the_file_has_it_and_is_repeated_with_it(
    tmp_path: Path,
) -> None:
    store = seeded(tmp_path / "plan.duckdb")
    file = File("a.csv", f"{HEADER}\nrecycling,,2025,many,%,,\n".encode())
    decisions = Decisions(edits=(Edit("D2", "by telephone", text="40.5"),))
    current = store.current().figures
    reading = read_anew(
        lambda _: None, file.content, file.name, store.plan, current, "preferred", decisions.given
    )
    update = update_of(file, decisions, reading, store.plan, current)
    record(store, update, SOURCE, expecting=1, by="Ana", note="")
    entry = store.history()[-1]
    (kept,) = entry.decisions["edits"]  # type: ignore[misc]
    assert (kept["read"], kept["recorded"], kept["reason"]) == (  # type: ignore[index]
        {"text": "many"},
        {"text": "40.5"},
        "by telephone",
    )
    assert repeated(store, entry) == store.figures_of(2)
    store.close()
