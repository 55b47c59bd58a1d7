"""A row that repeats another but for its number is read as if it stood alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack import seeds
from plantrack.intake.cells import Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.entries import EntryReader
from plantrack.intake.entry import LongRows, Row
from plantrack.intake.findings import in_order
from plantrack.intake.past import Past
from plantrack.intake.questions import Asking
from plantrack.intake.rows_alike import RowReader
from plantrack.intake.vocabulary import Vocabulary
from plantrack.plan import PREFERRED
from tests.conftest import LONG

ROOT = Path(__file__).resolve().parents[2]
DECIMAL_MARKS = (",", ".")
COLUMNS = {column: number for number, column in enumerate(Column)}
ERROR = Cell(kind=Kind.ERROR)
NUMBERS = ("7.2", "-3.5", "106.84", "0.125", "0", "150", "1234567.123456789", "99999999999999999")
TEXTS = ("7,2", "7.2", "1.234", "7,2*", "7,2 %", "…", "-", "", "bảy", "0,125")
VALUES = (
    *(Cell(text, Kind.NUMBER) for text in NUMBERS),
    *(Cell(text) for text in TEXTS),
    Cell("0.07", Kind.NUMBER, percent=True),
    Cell("7.2", Kind.NUMBER, formula=True),
    ERROR,
)
YEARS = tuple(map(Cell, ("2024", "Ước 2025", "1990", "2021-2025", "6 tháng 2024", "")))
STATUSES = tuple(map(Cell, ("", "sơ bộ", "dự báo", "chưa rõ")))
UNITS = tuple(map(Cell, ("%", "triệu đồng", "nghìn đồng", "lít", "")))


PLANS = {folder: seeds.load(ROOT / folder) for folder in ("seeds", "tests/plans/second")}
READERS = {folder: Vocabulary(loaded.plan) for folder, loaded in PLANS.items()}


def of_file(folder: str, answers: Mapping[str, str]) -> EntryReader:
    loaded = PLANS[folder]
    past = Past(loaded.plan, loaded.figures)
    return EntryReader(READERS[folder], PREFERRED, past.has_figure, Asking(answers))


@st.composite
def tables(draw: st.DrawFn, folder: str) -> list[Row]:
    """Rows of two tables whose cells are few, and shared as a reader of files shares them."""
    indicators = PLANS[folder].plan.indicators.values()
    names = [*(one.name.vi for one in indicators), "Sản lượng thép", ""]
    pools = {
        Column.INDICATOR: [Cell(name) for name in names],
        Column.SERIES: [Cell(), Cell("chưa rõ")],
        Column.YEAR: YEARS,
        Column.VALUE: VALUES,
        Column.UNIT: UNITS,
        Column.STATUS: STATUSES,
        Column.NOTE: [Cell(), Cell("theo báo cáo"), ERROR],
    }
    few = {
        column: draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3))
        for column, pool in pools.items()
        if column is not Column.VALUE
    }
    few[Column.VALUE] = list(VALUES)
    cells = st.tuples(*(st.sampled_from(few[column]) for column in Column))
    marks = st.sampled_from(DECIMAL_MARKS)
    return [
        Row(number, row, table)
        for sheet in (0, 1)
        for table in [LongRows("Bieu", sheet, COLUMNS, draw(marks), f"{sheet}.0", sheet == 1)]
        for number, row in enumerate(draw(st.lists(cells, max_size=12)), start=2)
    ]


@pytest.mark.parametrize("folder", PLANS)
@given(data=st.data())
@settings(max_examples=2_000 if LONG else 150, deadline=None)
def test_a_row_like_another_is_read_as_if_it_stood_alone(folder: str, data: st.DataObject) -> None:
    rows = data.draw(tables(folder))
    answers: dict[str, str] = {}
    for _ in range(2):
        one_by_one, together = of_file(folder, answers), of_file(folder, answers)
        reader = RowReader(together)
        for row in rows:
            candidate, findings = one_by_one.read(row.entry())
            like, said = reader.read(row)
            assert like == candidate
            assert in_order(said) == in_order(findings)
        assert together.stated == one_by_one.stated
        assert together.asking.questions == one_by_one.asking.questions
        answers = {
            question.id: data.draw(st.sampled_from(question.choices)).value
            for question in together.asking.questions
            if question.choices
        }
