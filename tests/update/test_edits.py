"""A row edited or dropped on the review meets every check again, and says what was decided."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plantrack.intake.edits import Edit, with_edits
from plantrack.intake.findings import Verdict
from plantrack.intake.rules import Reading
from plantrack.model import Status, Text
from plantrack.update.choosing import chosen_rows
from tests.intake.reading import PLAN, read, rows, said, sheet
from tests.intake.small_plan import CURRENT

MISPRINT = "per_capita,,2025,13.6,million VND,estimate,"
LITERACY = "literacy,,2026,97.6,%,estimate,"
SHARES = (
    "farming,,2026,20.00,%,estimate,",
    "industry,,2026,32.00,%,estimate,",
    "services,,2026,48.00,%,estimate,",
)


def decided(reading: Reading, *edits: Edit) -> Reading:
    return with_edits(reading, edits, PLAN, CURRENT)


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def edit(cell: str, value: str | None = None, **parts: object) -> Edit:
    number = None if value is None else Decimal(value)
    return Edit(cell, "misprint", value=number, **parts)  # type: ignore[arg-type]


def test_without_an_edit_nothing_is_said_anew() -> None:
    reading = read(rows(MISPRINT, LITERACY))
    assert decided(reading) is reading
    assert decided(reading, edit("D99", "1")) is reading, "no row was read from that cell"


def test_a_misprint_put_right_loses_its_jump_and_keeps_its_restatement() -> None:
    """13.6 in place of 66.0 is stopped; the value as printed restates by a little."""
    reading = read(rows(MISPRINT, LITERACY))
    assert codes(reading) == ["jump", "restated"]
    right = decided(reading, edit("D2", "66.40"))
    assert codes(right) == ["restated", "value_edited"]
    row = right.rows[0]
    assert (row.figure.value, row.figure.decimals, row.cell) == (Decimal("66.40"), None, "D2")
    assert row.needs_tick
    assert right.rows[1] == reading.rows[1], "the other row is as it was read"


def test_a_wrong_value_is_stopped_at_the_review() -> None:
    """A published incident: 13.6 where 46.2 was meant moved a national indicator for a day."""
    reading = read(rows("per_capita,,2020,13.6,million VND,official,"))
    assert codes(reading) == ["jump", "restated"]
    assert "46.2 million VND" in said(reading.findings[1], "en")
    assert chosen_rows(reading, ()) == (), "nothing goes in without a tick on both"
    right = decided(reading, edit("D2", "46.20"))
    assert right.rows == ()
    assert "unchanged" in codes(right)


def test_an_edit_is_no_way_around_a_check() -> None:
    reading = read(rows("per_capita,,2026,70.00,million VND,estimate,", LITERACY))
    assert codes(reading) == []
    wrong = decided(reading, edit("D2", "13.6"))
    assert codes(wrong) == ["jump", "value_edited"]
    assert wrong.verdict is Verdict.ACCEPTED_WITH_WARNINGS
    assert wrong.rows[0].needs_tick
    thousands = decided(reading, edit("D2", "70000"))
    assert "unit_slip_larger" in codes(thousands)
    assert [row.figure.series for row in thousands.rows] == ["literacy_office"]


@pytest.mark.parametrize(("value", "code"), [("-0.1", "below_floor"), ("100.1", "above_ceiling")])
def test_an_edited_value_beyond_its_limits_stays_out(value: str, code: str) -> None:
    found = decided(read(rows(LITERACY)), edit("D2", value))
    assert codes(found) == [code, "value_edited"]
    assert found.rows == ()
    assert found.verdict is Verdict.REFUSED


def test_decimals_are_those_that_were_typed() -> None:
    found = decided(read(rows(LITERACY)), edit("D2", "97.65"))
    assert [row.figure.decimals for row in found.rows] == [2]


def test_a_dropped_row_is_gone_and_the_rest_stays() -> None:
    found = decided(read(rows(MISPRINT, LITERACY)), edit("D2", drop=True))
    assert [row.cell for row in found.rows] == ["D3"]
    assert codes(found) == ["row_dropped"]


def test_dropping_every_row_leaves_nothing_to_record() -> None:
    found = decided(read(rows(LITERACY)), edit("D2", drop=True))
    assert found.rows == ()
    assert found.verdict is Verdict.REFUSED
    assert codes(found) == ["nothing_to_record", "row_dropped"]


def test_shares_stand_or_fall_together_after_an_edit_too() -> None:
    reading = read(rows(*SHARES))
    assert [row.cell for row in reading.rows] == ["D2", "D3", "D4"]
    summed = decided(reading, edit("D2", "21.00"), edit("D3", "31.00"))
    assert [str(row.figure.value) for row in summed.rows] == ["21.00", "31.00", "48.00"]
    unsummed = decided(reading, edit("D2", "21.00"))
    assert unsummed.rows == ()
    assert "shares_do_not_sum" in codes(unsummed)
    without_one = decided(reading, edit("D3", drop=True))
    assert without_one.rows == ()
    assert "shares_incomplete" in codes(without_one)


def test_status_and_note_can_be_corrected_and_the_value_stays() -> None:
    found = decided(
        read(rows(LITERACY)), edit("D2", status=Status.PRELIMINARY, note="from the report")
    )
    (row,) = found.rows
    assert row.figure.status is Status.PRELIMINARY
    assert row.figure.note == Text("from the report", "from the report")
    assert str(row.figure.value) == "97.6"
    assert codes(found) == ["note_edited", "status_edited"]


def test_how_a_cell_was_read_says_nothing_about_a_value_typed_in_its_place() -> None:
    header = ("Indicator", "Year", "Value", "Unit")
    data = sheet(header, ("literacy", 2026, 0.976, "%"), formats={(1, 2): "0.0%"})
    reading = read(data, "a.xlsx")
    assert codes(reading) == ["percent_cell"]
    assert codes(decided(reading, edit("Figures!C2", "97.7"))) == ["value_edited"]
    kept = decided(reading, edit("Figures!C2", status=Status.ESTIMATE))
    assert codes(kept) == ["percent_cell", "status_edited"]
    assert kept.rows[0].needs_tick


def test_an_edit_that_repeats_what_stands_leaves_nothing_to_record() -> None:
    found = decided(read(rows(MISPRINT)), edit("D2", "66.00"))
    assert found.rows == ()
    assert codes(found) == ["nothing_to_record", "unchanged", "value_edited"]


@pytest.mark.parametrize(
    ("decision", "english", "vietnamese"),
    [
        (
            edit("D2", "97.7"),
            "notes: Row 2: Literacy rate, 2026: 97.7\u202f% was entered on the review in place of"
            " 97.6\u202f%. Both values and the reason (“misprint”) are kept with the revision.",
            "notes: Dòng 2: Tỷ lệ biết chữ, năm 2026: khi rà soát đã nhập 97,7% thay cho 97,6%."
            " Cả hai giá trị và lý do (“misprint”) được lưu cùng phiên bản.",
        ),
        (
            edit("D2", status=Status.OFFICIAL),
            "notes: Row 2: Literacy rate, 2026: the status official was chosen on the review in"
            " place of estimate. Both statuses and the reason (“misprint”) are kept with the"
            " revision.",
            "notes: Dòng 2: Tỷ lệ biết chữ, năm 2026: khi rà soát đã chọn tình trạng chính thức"
            " thay cho ước tính. Cả hai tình trạng và lý do (“misprint”) được lưu cùng phiên bản.",
        ),
        (
            edit("D2", note="x"),
            "notes: Row 2: Literacy rate, 2026: the note was changed on the review. Both notes and"
            " the reason (“misprint”) are kept with the revision.",
            "notes: Dòng 2: Tỷ lệ biết chữ, năm 2026: ghi chú đã được sửa khi rà soát. Cả hai ghi"
            " chú và lý do (“misprint”) được lưu cùng phiên bản.",
        ),
        (
            edit("D2", drop=True),
            "notes: Row 2: Literacy rate, 2026: the row was left out on the review (97.6\u202f%)."
            " The row is kept with the revision; reason: misprint.",
            "notes: Dòng 2: Tỷ lệ biết chữ, năm 2026: dòng này đã được bỏ ra khi rà soát (97,6%)."
            " Nội dung dòng vẫn được lưu cùng phiên bản; lý do: misprint.",
        ),
    ],
    ids=["value", "status", "note", "drop"],
)
def test_what_was_decided_is_said(decision: Edit, english: str, vietnamese: str) -> None:
    found = decided(read(rows(LITERACY)), decision)
    (told,) = [one for one in found.findings if one.code != "nothing_to_record"]
    assert said(told, "en") == english
    assert said(told, "vi") == vietnamese


def test_a_place_without_a_cell_is_a_programmers_error() -> None:
    reading = read(rows(LITERACY))
    odd = Reading(
        (type(reading.rows[0])(reading.rows[0].figure, "?", False, ()),), (), reading.verdict
    )
    with pytest.raises(ValueError, match="is not a cell"):
        decided(odd, edit("?", "1"))
