"""All charts of a revision in every format, as one folder in a ZIP file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from plantrack.charts.render import scripts
from plantrack.exports.files import File, Report
from plantrack.exports.material import Material
from plantrack.exports.pictures.building import every_picture
from plantrack.exports.pictures.formats import FORMATS, picture_file
from plantrack.exports.pictures.picture import Picture
from plantrack.words import Say

_EARLIEST = date(1980, 1, 1)  # a ZIP file knows no day before


def zip_file(material: Material, report: Report) -> bytes:
    """Return the charts of the overview, of every target, of structure and growth.

    One folder a format; `contents.txt` lists each chart with its finding. The day of the
    revision is the day of every file, so that the same revision gives the same bytes.
    """
    pictures, day = every_picture(material), max(material.day, _EARLIEST)
    content = io.BytesIO()
    with ZipFile(content, "w") as folder:
        _add(folder, "contents.txt", _contents(material, pictures), day)
        for place, file in enumerate(_files(material, pictures), start=1):
            extension = file.name.rpartition(".")[2]
            _add(folder, f"{extension}/{file.name}", file.content, day)
            report(place / (len(pictures) * len(FORMATS)))
    report(1.0)
    return content.getvalue()


def _files(material: Material, pictures: Sequence[Picture]) -> Iterator[File]:
    for picture in pictures:
        for extension in FORMATS:
            yield picture_file(material, picture, extension, scripts)


def _contents(material: Material, pictures: Sequence[Picture]) -> bytes:
    say: Say = material.say
    lines = [material.footer, ""]
    if not pictures:
        told = say("This target set has no targets, so there is nothing to show. Choose another.")
        lines.append(told)
    for picture in pictures:
        lines += [
            picture.name,
            f"    {picture.title}",
            *(f"    {one}" for one in picture.foot[:-1]),
        ]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _add(folder: ZipFile, name: str, content: bytes, day: date) -> None:
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    folder.writestr(entry, content)
