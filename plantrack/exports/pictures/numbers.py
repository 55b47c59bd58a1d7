"""The numbers of a picture as CSV, with what they rest on below them."""

from __future__ import annotations

import csv
import io

from plantrack.exports.cells import inert
from plantrack.exports.pictures.picture import Picture
from plantrack.intake.columns import DELIMITERS
from plantrack.words.letters import writable


def csv_file(picture: Picture) -> bytes:
    """Return the table as UTF-8 with a byte order mark, the marks of the picture's language.

    As below a table in print, a blank row parts the numbers from the finding and the sources.
    No cell can run as a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITERS[picture.language], lineterminator="\r\n")
    if picture.table:
        writer.writerow([_cell(heading) for heading in picture.table[0]])
    writer.writerows([_cell(one) for one in row.values()] for row in picture.table)
    writer.writerow([])
    writer.writerows([_cell(line)] for line in (picture.title, *picture.foot))
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return inert(writable(text))
