"""A native chart as XML: plot, axes, key. Each element stands where the schema wants it.

python-pptx writes charts of one kind only; growth needs columns and lines in one.
"""

from __future__ import annotations

from math import ceil
from typing import Final
from xml.sax.saxutils import escape

from plantrack.charts.native import Kind, Native, Role
from plantrack.charts.scales import decimals_of
from plantrack.exports.slides import sheet
from plantrack.exports.slides.chart_labels import Placed, ending, placed
from plantrack.exports.slides.chart_series import Labels, bar_series, line_series, written_on
from plantrack.exports.slides.chart_style import solid, stroke
from plantrack.exports.slides.sheet import Box
from plantrack.words.letters import writable

_NAMES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ACROSS, _UP = 111111111, 222222222
_HEAD: Final = 30.0  # the unit above the plot
_YEARS: Final = 32.0  # the words below it
_YEAR: Final = 50.0  # how wide a year is, with what parts it from the next
_GAPS: Final = {Kind.STACKED: 50, Kind.COLUMNS: 12, Kind.BARS: 40}  # percent of a bar
_KEY_LINE: Final = 28.0
_KEY: Final = 64.0  # the mark before each word of the key, and the room after it


def chart_xml(chart: Native, room: Box, language: str) -> bytes:
    """Return the chart for a frame of `room`; bars fill it, lines and columns have axes."""
    bare = chart.kind is Kind.BARS
    plot = Box(0, 0, room.width, room.height) if bare else plot_of(chart, room)
    labels = _labels(chart, plot, room)
    text = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMES}>'
        f'<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/><c:chart>'
        f"{'' if bare else _title(chart, language)}"
        f'<c:autoTitleDeleted val="{int(bare)}"/>'
        f"<c:plotArea>{_layout(plot, room)}{_drawn(chart, labels, language)}"
        f"{_axes(chart, plot, language)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f"{'' if bare else _key(chart, language)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>'
        f"<c:spPr><a:noFill/>{stroke('tx1', 0)}</c:spPr>{_letters('tx1', language)}"
        "</c:chartSpace>"
    )
    return text.encode()


def plot_of(chart: Native, room: Box) -> Box:
    """Return where values are drawn: between the unit, the numbers, the years and the key."""
    decimals = decimals_of(list(chart.ticks))
    widest = max(sheet.width_of(f"{tick:,.{decimals}f}", sheet.TEXT) for tick in chart.ticks)
    left = widest + 14
    right = 8 if chart.kind is Kind.STACKED else max(12.0, ending(chart))
    below = _YEARS + key_lines(chart, room.width) * _KEY_LINE + 6
    return Box(left, _HEAD + 10, room.width - left - right, room.height - _HEAD - 10 - below)


def key_lines(chart: Native, width: float) -> int:
    """Return how many lines the key takes, its columns equally wide."""
    left_out = hidden(chart)
    names = [one.name for place, one in enumerate(chart.series) if place not in left_out]
    widest = max((sheet.width_of(name, sheet.TEXT) for name in names), default=0.0) + _KEY
    return ceil(len(names) / max(1, int(width * 0.94 / widest)))


def hidden(chart: Native) -> list[int]:
    """Return the series the key leaves out: a label beside their marks names them."""
    found, seen = [], set()
    for place, one in enumerate(chart.series):
        told = one.role in (Role.AIM, Role.DUE, Role.PACE) or (
            one.role is Role.BOUND and chart.kind is Kind.LINES
        )
        again = one.role in (Role.PLANNED, Role.BOUND) and one.role in seen
        if told or again:
            found.append(place)
        seen.add(one.role)
    return found


def _labels(chart: Native, plot: Box, room: Box) -> Labels:
    """Where each label stands: of columns and stacks on themselves, of lines where free."""
    if chart.kind is Kind.LINES:
        return placed(chart, plot, room)
    if chart.kind is Kind.BARS:
        return {}
    lines = Native(
        kind=Kind.LINES,
        categories=chart.categories,
        series=tuple(one for one in chart.series if one.role is not Role.FIGURE),
        ticks=chart.ticks,
    )
    shift = len(chart.series) - len(lines.series)
    found: Labels = {}
    if chart.kind is Kind.COLUMNS:
        found = {(place + shift, at): one for (place, at), one in placed(lines, plot, room).items()}
    for place, one in enumerate(chart.series):
        if one.role not in (Role.FIGURE, Role.PART):
            continue
        wide = plot.width / len(chart.categories) * 0.9
        for at, text in one.labels.items():
            if sheet.width_of(text, sheet.TEXT) * 0.93 <= wide:
                found[place, at] = Placed((text,), colour=written_on(chart, place, at))
    return found


def _layout(plot: Box, room: Box) -> str:
    x, y = plot.left / room.width, plot.top / room.height
    wide, high = plot.width / room.width, plot.height / room.height
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{x:.5f}"/><c:y val="{y:.5f}"/><c:w val="{wide:.5f}"/>'
        f'<c:h val="{high:.5f}"/></c:manualLayout></c:layout>'
    )


def _drawn(chart: Native, labels: Labels, language: str) -> str:
    axes = f'<c:axId val="{_ACROSS}"/><c:axId val="{_UP}"/>'
    lines = [
        place
        for place, one in enumerate(chart.series)
        if chart.kind is Kind.LINES or (chart.kind is Kind.COLUMNS and one.role is not Role.FIGURE)
    ]
    bars = [place for place in range(len(chart.series)) if place not in lines]
    found = ""
    if bars:
        told = "".join(bar_series(chart, place, labels, language) for place in bars)
        stacked = chart.kind is Kind.STACKED
        overlap = '<c:overlap val="100"/>' if stacked else ""
        found += (
            f'<c:barChart><c:barDir val="{"bar" if chart.kind is Kind.BARS else "col"}"/>'
            f'<c:grouping val="{"stacked" if stacked else "clustered"}"/>'
            f'<c:varyColors val="0"/>{told}<c:gapWidth val="{_GAPS[chart.kind]}"/>{overlap}'
            f"{axes}</c:barChart>"
        )
    if lines:
        told = "".join(line_series(chart, place, labels, language) for place in lines)
        found += (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{told}'
            f'<c:marker val="1"/>{axes}</c:lineChart>'
        )
    return found


def _axes(chart: Native, plot: Box, language: str) -> str:
    bare = chart.kind is Kind.BARS
    low, high = chart.ticks[0], chart.ticks[-1]
    step = chart.ticks[1] - low
    lined = len(chart.ticks) > 2
    decimals = decimals_of(list(chart.ticks))
    form = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    skip = ceil(_YEAR * len(chart.categories) / plot.width) if chart.kind is not Kind.STACKED else 1
    rule = f"<c:spPr>{stroke('accent4', 1)}</c:spPr>"
    grid = f"<c:majorGridlines>{rule}</c:majorGridlines>" if lined else ""
    up, across = ("t", "l") if bare else ("l", "b")
    return (
        f'<c:catAx><c:axId val="{_ACROSS}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if bare else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{across}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"none" if bare else "low"}"/>'
        f"<c:spPr>{stroke('accent5', 1)}</c:spPr>{_letters('tx2', language)}"
        f'<c:crossAx val="{_UP}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="{max(1, skip)}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_UP}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high!r}"/><c:min val="{low!r}"/></c:scaling><c:delete val="{int(bare)}"/>'
        f'<c:axPos val="{up}"/>{grid}<c:numFmt formatCode="{form}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{stroke('accent5', 0)}</c:spPr>{_letters('tx2', language)}"
        f'<c:crossAx val="{_ACROSS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{step!r}"/></c:valAx>'
    )


def _title(chart: Native, language: str) -> str:
    """The unit, above the axis and lying: turned it would be hard to read."""
    text = escape(writable(chart.unit))
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr algn="l">'
        f'<a:defRPr/></a:pPr><a:r><a:rPr lang="{language}" sz="{round(sheet.TEXT * 100)}" '
        f'b="0">{solid("tx2")}</a:rPr><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
        '<c:y val="0"/></c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
    )


def _key(chart: Native, language: str) -> str:
    left_out = "".join(
        f'<c:legendEntry><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        for place in hidden(chart)
    )
    return (
        f'<c:legend><c:legendPos val="b"/>{left_out}<c:overlay val="0"/>'
        f"{_letters('tx2', language)}</c:legend>"
    )


def _letters(colour: str, language: str) -> str:
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(sheet.TEXT * 100)}" b="0">{solid(colour)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )
