"""The parts of a whole, year by year, with the breaks between years."""

from __future__ import annotations

from plantrack.charts import key as keys
from plantrack.charts.finish import Spec, finish
from plantrack.charts.lines import boxes, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Row, Rows, line_height, points, text, texts
from plantrack.charts.scales import Across, across
from plantrack.charts.shapes import BOX
from plantrack.charts.tables import composition_table
from plantrack.charts.tokens import EDGE
from plantrack.charts.values import noted
from plantrack.charts.wrapping import balanced, text_width, wrapped
from plantrack.model import Break, Figure
from plantrack.scorecard import telling
from plantrack.scorecard.structure import Structure, YearMix
from plantrack.words import Say, capitalised
from plantrack.words.terms import status_word

_BAR = 40
_LINES = 3  # of a name above its piece

__all__ = ["composition_chart", "composition_table"]


def composition_chart(
    structure: Structure, say: Say, *, caption: Caption, look: Look = WIDE
) -> Spec:
    """Return one bar a year, from zero to the whole, split into its parts.

    Only years with all parts are drawn. Where a series breaks between two years, a line and the
    reason stand between their bars: the parts on both sides are not comparable.
    """
    left = _left(look)
    scale = across(0, 100, left, 0, look)
    heads = _heads(structure, scale, look, say)
    tallest = max((len(lines) for lines in heads), default=0)
    years, cuts, bottom = _rows(structure, line_height(look) * tallest + 4, look, say)
    c = look.colours
    entries = [
        keys.Entry(capitalised(say.text(part.indicator.name)), BOX, full=True, colour=fill)
        for part, fill, head in zip(structure.parts, _fills(structure, look), heads, strict=True)
        if not head
    ]
    key = keys.key(entries, bottom + 22 * look.text, look)
    layers = [
        *boxes([box for mix, y in years for box in _boxes(structure, mix, y, look, say)], scale),
        *strokes([stroke(0, 100, y, c.grey, 1) for _, y in cuts], scale, dash=(4, 4)),
        *points(key.points, scale),
        *texts(
            [
                *[one for mix, y in years for one in _labels(structure, mix, y, scale, look, say)],
                *[_reason(lines, y, look, left) for lines, y in cuts],
                *_named(structure, heads, years, look),
                *key.texts,
            ],
            scale,
            look,
        ),
    ]
    return finish(layers, bottom + 10 + key.height, caption, look, say.language)


def _heads(structure: Structure, scale: Across, look: Look, say: Say) -> list[list[str]]:
    """Return each part's name in the lines that fit above its piece of the first bar.

    A piece too narrow for its name has none: it is named in the key.
    """
    if look.compact or not structure.years:
        return [[] for _ in structure.parts]
    found = []
    pieces = _pieces(structure, structure.years[0])
    for part, (_, start, end) in zip(structure.parts, pieces, strict=True):
        room = scale.pixels(end) - scale.pixels(start) - 8
        lines = balanced(capitalised(say.text(part.indicator.name)), room, look.small)
        fits = len(lines) <= _LINES and all(text_width(one, look.small) <= room for one in lines)
        found.append(lines if fits else [])
    return found


def _named(
    structure: Structure, heads: list[list[str]], years: list[tuple[YearMix, float]], look: Look
) -> Rows:
    """The names above the first bar, each where its piece begins."""
    if not years:
        return []
    mix, top = years[0]
    found = []
    for lines, (_, start, _) in zip(heads, _pieces(structure, mix), strict=True):
        y = top - 6 - line_height(look) * (len(lines) - 0.6)
        found.append(text(start, y, lines, colour=look.colours.text, size=look.small))
    return [one for one, lines in zip(found, heads, strict=True) if lines]


def _left(look: Look) -> float:
    """Where the bars begin, and the reasons between them, in pixels."""
    return (46 if look.compact else 150) * look.text


def _rows(
    structure: Structure, top: float, look: Look, say: Say
) -> tuple[list[tuple[YearMix, float]], list[tuple[list[str], float]], float]:
    """Return (year, top of its bar), (lines of a break's reason, height of its line), the end."""
    years: list[tuple[YearMix, float]] = []
    cuts: list[tuple[list[str], float]] = []
    y = top
    for place, mix in enumerate(structure.years):
        cut = cut_before(structure, mix.year) if place else None
        if cut is not None:
            said = say("break before {year}: {reason}", year=mix.year, reason=say.text(cut.reason))
            lines = wrapped(said, look.width - _left(look) - 28, look.small)
            cuts.append((lines, y + 2))
            y += line_height(look) * (len(lines) + 0.6) + 6
        years.append((mix, y))
        y += (_BAR + 10) * look.text
    return years, cuts, y


def cut_before(structure: Structure, year: int) -> Break | None:
    """The break of any part's series between the year before and `year`."""
    for part in structure.parts:
        if part.row is not None and part.row.series is not None:
            found = part.row.plan.break_at(part.row.series.id, year)
            if found is not None:
                return found
    return None


def _fills(structure: Structure, look: Look) -> list[str]:
    fills = look.colours.parts
    return [fills[place % len(fills)] for place in range(len(structure.parts))]


def _pieces(structure: Structure, mix: YearMix) -> list[tuple[Figure, float, float]]:
    """Each part with where it starts and ends along the bar."""
    found, start = [], 0.0
    for part in structure.parts:
        share = mix.shares[part.indicator.id]
        found.append((share, start, start + float(share.value)))
        start += float(share.value)
    return found


def _boxes(structure: Structure, mix: YearMix, y: float, look: Look, say: Say) -> list[Row]:
    found = []
    fills = _fills(structure, look)
    for place, (share, start, end) in enumerate(_pieces(structure, mix)):
        name = capitalised(say.text(structure.parts[place].indicator.name))
        value = say.percent(float(share.value), structure.parts[place].indicator.decimals)
        notes = (str(mix.year), telling.status_note(share.status, say))
        told = say("{name}: {value}", name=name, value=noted(value, notes, say))
        found.append(
            {
                "x": start,
                "x2": end,
                "y": y,
                "y2": y + _BAR * look.text,
                "fill": fills[place],
                "stroke": look.colours.background,
                "opacity": 1,
                "told": told,
            }
        )
    return found


def _labels(
    structure: Structure, mix: YearMix, y: float, scale: Across, look: Look, say: Say
) -> Rows:
    """The year with its status, and each share inside its piece where it has room."""
    c, middle = look.colours, y + _BAR * look.text / 2
    labels = [text(None, middle, str(mix.year), colour=c.text, size=look.body, weight=600, px=EDGE)]
    weakest = {share.status for share in mix.shares.values()}
    if not look.compact and len(weakest) == 1:
        word = status_word(next(iter(weakest)), say)
        labels.append(text(None, middle, word, colour=c.muted, size=look.small, px=58 * look.text))
    for place, (share, start, end) in enumerate(_pieces(structure, mix)):
        decimals = 0 if look.compact else structure.parts[place].indicator.decimals
        said = say.number(float(share.value), decimals)
        if scale.pixels(end) - scale.pixels(start) < text_width(said, look.small) + 3:
            continue
        ink = c.on_parts[place % len(c.on_parts)]
        at = (start + end) / 2
        labels.append(
            text(at, middle, said, colour=ink, size=look.small, weight=600, align="center")
        )
    return labels


def _reason(lines: list[str], y: float, look: Look, left: float) -> Row:
    return text(
        None,
        y + look.small,
        lines,
        colour=look.colours.muted,
        size=look.small,
        px=EDGE if look.compact else left,
    )
