"""The numbers of a picture as CSV, with what they rest on below them."""

from __future__ import annotations

import csv
import io

from plantrack.charts.render import writable
from plantrack.exports.cells import inert
from plantrack.exports.pictures.picture import Picture
from plantrack.intake.columns import DELIMITERS


def csv_file(picture: Picture) -> bytes:
    """Return the table as UTF-8 with a byte order mark, the marks of the picture's language.

    As below a table in print, a blank row parts the numbers from the finding and the sources.
    No cell can run as a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITERS[picture.language], lineterminator="\r\n")
    if picture.table:
        writer.writerow([inert(heading) for heading in picture.table[0]])
    writer.writerows([inert(cell) for cell in row.values()] for row in picture.table)
    writer.writerow([])
    writer.writerows([inert(line)] for line in (picture.title, *picture.foot))
    content: str = writable(text.getvalue())
    return content.encode("utf-8-sig")
