"""The small workbook behind a native chart: what "Edit data" opens."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

import xlsxwriter

from plantrack.charts.native import Native
from plantrack.exports.slides.chart_series import SHEET, number_format
from plantrack.words import Say, capitalised
from plantrack.words.letters import writable
from plantrack.words.terms import status_word

# The format holds a time of making; the same figures give the same bytes.
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no zone


def workbook(chart: Native, say: Say) -> bytes:
    """Return the values as a workbook, where the chart looks for them.

    Beside them stands how settled each figure is. Texts are written as texts: none is a formula.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        page = book.add_worksheet(SHEET)
        numbers = book.add_format({"num_format": number_format(chart.decimals)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        page.set_column(0, 0, 34)
        page.set_column(1, 2 * len(chart.series), 16)
        page.write_string(0, 0, writable(chart.unit), head)
        for at, name in enumerate(chart.categories, start=1):
            page.write_string(at, 0, writable(name))
        for place, one in enumerate(chart.series, start=1):
            page.write_string(0, place, writable(one.name), head)
            for at, value in enumerate(one.values, start=1):
                if value is not None:
                    page.write_number(at, place, value, numbers)
        settled = [one for one in chart.series if one.statuses]
        for column, one in enumerate(settled, start=len(chart.series) + 2):
            page.write_string(0, column, writable(f"{one.name}: {say('Status').lower()}"), head)
            for at, status in one.statuses.items():
                page.write_string(at + 1, column, capitalised(status_word(status, say)))
    return stream.getvalue()
