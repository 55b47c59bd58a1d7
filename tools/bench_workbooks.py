"""Workbooks of 100,000 rows for `make bench`, as large ones really come: none is like another.

What is in them is drawn from the plan's own labels, units and figures, so that a part of each is
read, and from labels and places no plan knows, which is most of what a national dump holds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, cycle, islice, product
from typing import Final

import xlsxwriter

from plantrack.model import Figure
from plantrack.plan import Plan

ROWS: Final = 100_000
Row = Sequence[object]
Make = Callable[[Plan, Sequence[Figure]], Iterator[Row]]


def workbook(rows: Iterator[Row]) -> bytes:
    """Return an XLSX file of the first `ROWS` rows and their header."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("Bieu 1")
    for number, row in enumerate(islice(rows, ROWS + 1)):
        page.write_row(number, 0, row)
    book.close()
    return data.getvalue()


def text_table(rows: Iterator[Row]) -> bytes:
    """Return the same rows as a CSV file with decimal commas."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(
        [str(one).replace(".", ",") if isinstance(one, float) else one for one in row]
        for row in islice(rows, ROWS + 1)
    )
    return text.getvalue().encode()


def _stored(plan: Plan) -> list[tuple[str, str]]:
    """The stored indicators' names and units."""
    stored = (one for one in plan.indicators.values() if plan.series_of(one.id))
    return [(one.name.vi, plan.units[one.unit].name.vi) for one in stored]


def _labels(plan: Plan, count: int) -> list[tuple[str, str]]:
    """The plan's labels and units, and others it does not know."""
    others = ((f"Sản lượng mặt hàng thứ {number}", "nghìn tấn") for number in range(count))
    return list(islice(chain(_stored(plan), others), count))


def _value(number: int) -> float:
    return round(20 + (number * 7919) % 70_001 / 1_000, 3)


def _national(plan: Plan, _: Sequence[Figure]) -> Iterator[Row]:
    own = plan.geographies[plan.geography].name.vi
    places = [own, *(f"Tỉnh thứ {number}" for number in range(2, 64))]
    yield ("Tỉnh", "Chỉ tiêu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu")
    cells = product(places, _labels(plan, 122), range(2011, 2025))
    for number, (place, (label, unit), year) in enumerate(cells):
        yield (place, label, year, _value(number), unit, "chính thức")


def _unknown(plan: Plan, _: Sequence[Figure]) -> Iterator[Row]:
    yield ("Chỉ tiêu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu", "Ghi chú")
    cells = product(_labels(plan, 5_000), range(2005, 2025))
    for number, ((label, unit), year) in enumerate(cells):
        yield (label, year, _value(number), unit, "sơ bộ", "")


def _repeated(plan: Plan, current: Sequence[Figure]) -> Iterator[Row]:
    yield ("Chỉ tiêu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu", "Ghi chú")
    indicators = {one.id: plan.indicators[one.indicator] for one in plan.series.values()}
    rows = [
        (
            indicators[one.series].name.vi,
            one.period.year,
            float(one.value),
            plan.units[indicators[one.series].unit].name.vi,
            one.status.value,
            "",
        )
        for one in current
        if one.geography == plan.geography and one.period.year is not None
    ]
    yield from cycle(rows)


def _restated(plan: Plan, current: Sequence[Figure]) -> Iterator[Row]:
    header, *rows = islice(_repeated(plan, current), len(current))
    yield header
    for number, (label, year, _, *others) in enumerate(cycle(rows)):
        yield (label, year, _value(number), *others)


def _blocked(plan: Plan, _: Sequence[Figure]) -> Iterator[Row]:
    yield ("Chỉ tiêu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu", "Ghi chú")
    cells = cycle(product(_stored(plan), range(2005, 2025), ("lít", "sào", "")))
    for number, ((label, _unit), year, unit) in enumerate(cells):
        yield (label, year, _value(number), unit, "sơ bộ", "")


def _wide(plan: Plan, _: Sequence[Figure]) -> Iterator[Row]:
    yield ("TT", "Chỉ tiêu", "Đơn vị", *(f"Năm {year}" for year in range(2018, 2024)), "Sơ bộ 2024")
    for number, (label, unit) in enumerate(cycle(_labels(plan, 5_000))):
        yield (number + 1, label, unit, *(_value(number + offset) for offset in range(7)))


def _matrix(plan: Plan, _: Sequence[Figure]) -> Iterator[Row]:
    own = plan.geographies[plan.geography].name.vi
    yield (_stored(plan)[0][0],)
    yield ("Địa phương", *range(2016, 2025))
    yield (own, *(_value(year) for year in range(2016, 2025)))
    for number in range(ROWS):
        yield (f"Xã thứ {number}", *(_value(number + offset) for offset in range(9)))


WORKBOOKS: Final[dict[str, Make]] = {
    "long, 63 places x 122 indicators": _national,
    "long, 5,000 labels, most unknown": _unknown,
    "long, the plan's figures over and over": _repeated,
    "long, the plan's figures, each value another": _restated,
    "long, every row in a wrong unit or none": _blocked,
    "years as columns, 5,000 labels": _wide,
    "places as rows, years as columns": _matrix,
}
"""What each workbook is, and the rows it is made of."""
