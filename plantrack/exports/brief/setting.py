"""From data to PDF: Typst reads a template and the data beside it, all from memory.

Texts reach Typst as data, so nothing in a label is ever markup. The file is PDF/UA-1, for screen
readers, and PDF/A-2a, for archives.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import typst

from plantrack.charts.finish import Spec
from plantrack.charts.palette import palette
from plantrack.charts.render import svg
from plantrack.charts.shapes import standing_svg
from plantrack.exports.brief.glyphs import printable
from plantrack.exports.brief.together import WHOLE, together
from plantrack.exports.drawing import Drawing, taken_apart
from plantrack.exports.material import Material
from plantrack.exports.typesetting import PLACING, fonts, placing
from plantrack.model import Standing

_READABLE: Final[list[typst.PDFStandard]] = ["ua-1"]
_KEPT: Final[list[typst.PDFStandard]] = ["ua-1", "a-2a"]  # an archive asks for a date
_DATA: Final = "data.json"
_COLOURS: Final = palette("light")

Data = Mapping[str, Any]


def drawing(spec: Spec) -> Drawing:
    """Return a finished chart as the templates draw it, in letters the font has."""
    return taken_apart(svg(spec), printable)


def pdf(template: str, data: Data, material: Material) -> bytes:
    """Return the PDF of a template; its date is the day the revision was made."""
    made = material.made
    content = typst.compile(
        _files(template, data, material),
        format="pdf",
        font_paths=fonts(),
        pdf_standards=_READABLE if made is None else _KEPT,
        timestamp=0 if made is None else made.made_at.replace(microsecond=0, tzinfo=UTC),
    )
    if not isinstance(content, bytes):
        raise TypeError(f"the template {template} gave no PDF")
    return content


def pages(template: str, data: Data, material: Material) -> int:
    """Return how many pages a template takes; its last page carries the label `<last>`."""
    files = _files(template, data, material)
    return int(json.loads(typst.query(files, "<last>", "value", one=True, font_paths=fonts())))


def _files(template: str, data: Data, material: Material) -> Any:
    """The files Typst sees by name, "main" first; its stubs do not know that it takes them so."""
    folder = Path(__file__).parent
    files = {"main": (folder / f"{template}.typ").read_bytes()}
    files |= {"parts.typ": (folder / "parts.typ").read_bytes(), PLACING: placing()}
    files |= {f"{one.value}.svg": _mark(one) for one in Standing}
    kept = together(material.plan, material.say)
    whole = {
        **_plain({**data, "footer": material.footer}, files, lambda text: kept(printable(text))),
        "language": material.language,
        "dated": material.made is not None,
        "whole": WHOLE,
        "colours": _colours(),
    }
    files[_DATA] = json.dumps(whole, ensure_ascii=False).encode()
    return files


def _plain(value: Any, files: dict[str, bytes], text: Callable[[str], str]) -> Any:
    """Return values as JSON holds them, texts as `text` gives them; drawings become files."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Drawing):
        name = f"drawing-{len(files)}.svg"
        files[name] = value.shapes
        return {
            "file": name,
            "width": value.width,
            "height": value.height,
            "labels": [asdict(label) for label in value.labels],
        }
    if isinstance(value, Mapping):
        return {key: _plain(one, files, text) for key, one in value.items()}
    if isinstance(value, Sequence):
        return [_plain(one, files, text) for one in value]
    return value


def _colours() -> dict[str, str]:
    plain = ("text", "muted", "grey", "grid", "track", "band", "main")
    found = {name: str(getattr(_COLOURS, name)) for name in plain}
    return found | {one.value: colour for one, colour in _COLOURS.standings.items()}


def _mark(standing: Standing) -> bytes:
    return standing_svg(standing, _COLOURS.standings[standing]).encode()
