"""A picture as a page of its own: one file that needs no network and, if need be, no script."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Final
from unicodedata import normalize

from plantrack.charts.finish import Spec
from plantrack.charts.render import drawable, svg
from plantrack.charts.tables import TableRow
from plantrack.exports.pictures.font import font_with
from plantrack.exports.pictures.picture import HAND, PAPER, Picture
from plantrack.words import of
from plantrack.words.letters import writable

_FONTS: Final = {400: "NotoSans-Regular.ttf", 600: "NotoSans-SemiBold.ttf"}
_LOOKS: Final = {"wide": PAPER, "narrow": HAND}
_NUMBER: Final = re.compile(r"[+\N{MINUS SIGN}]?\d")


def html_file(picture: Picture, scripts: str) -> bytes:
    """Return the page: finding, chart, numbers, basis; `scripts` are those of `charts.render`.

    Both drawings, for paper and for a phone, stand in it as they are; a script draws the one that
    suits anew, so that marks tell their values when pointed at. Fonts hold the letters used.
    """
    say = of(picture.language)
    specs = {name: drawable(picture.drawing(look)) for name, look in _LOOKS.items()}
    drawings = {name: svg(spec) for name, spec in specs.items()}
    words = {
        "language": picture.language,
        "title": escape(picture.title),
        "topic": escape(picture.topic),
        "alt": escape(picture.alt, quote=True),
        "wide": drawings["wide"],
        "narrow": _apart(drawings["narrow"]),
        "numbers": escape(say("The numbers of this chart as a table")),
        "table": _table(picture.title, picture.table),
        "foot": "".join(f"<p>{escape(one)}</p>" for one in picture.foot),
    }
    words = {name: writable(one) for name, one in words.items()}
    text = " ".join([*words.values(), json.dumps(specs, ensure_ascii=False)])
    page = _page().substitute(
        words, fonts=_faces(normalize("NFC", text)), specs=_inert(specs), engine=scripts
    )
    return normalize("NFC", page).encode()


def _faces(text: str) -> str:
    """The rules that bring the font, with the letters of the page only."""
    letters = "".join(sorted(set(text)))
    files = {w: base64.b64encode(font_with(name, letters)) for w, name in _FONTS.items()}
    return "".join(
        f'@font-face {{ font-family: "Noto Sans"; font-weight: {weight}; '
        f'src: url("data:font/ttf;base64,{file.decode()}") format("truetype"); }}\n'
        for weight, file in files.items()
    )


def _inert(specs: dict[str, Spec]) -> str:
    """The charts as a script's values: nothing in them can end the script."""
    return json.dumps(specs, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _apart(drawing: str) -> str:
    """The second drawing of a page under names of its own for what it refers to."""
    return drawing.replace(' id="', ' id="narrow-').replace("url(#", "url(#narrow-")


def _table(caption: str, rows: Sequence[TableRow]) -> str:
    if not rows:
        return ""
    kinds = {
        name: "number" if all(_NUMBER.match(row[name]) for row in rows if row[name]) else "text"
        for name in rows[0]
    }
    head = "".join(f'<th scope="col" class="{kinds[name]}">{escape(name)}</th>' for name in kinds)
    body = "".join(f"<tr>{_cells(row, kinds)}</tr>" for row in rows)
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cells(row: TableRow, kinds: dict[str, str]) -> str:
    first, *others = row
    cells = [f'<th scope="row">{escape(row[first])}</th>']
    cells += [f'<td class="{kinds[name]}">{escape(row[name]) or "–"}</td>' for name in others]
    return "".join(cells)


@cache
def _page() -> Template:
    return Template(Path(__file__).with_name("page.html").read_text("utf-8"))
