"""The series of a native chart as XML, in the order the format asks for."""

from __future__ import annotations

from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from plantrack.charts.native import Kind, Native, Role, Series
from plantrack.exports.slides.chart_labels import Placed, label
from plantrack.exports.slides.chart_style import (
    BARS,
    COLUMNS,
    MARKERS,
    ON_PARTS,
    PARTS,
    STYLES,
    solid,
    stroke,
)
from plantrack.model import Status
from plantrack.words.letters import writable

SHEET = "Sheet1"
Labels = dict[tuple[int, int], Placed]  # by series and place


def line_series(chart: Native, place: int, labels: Labels, language: str) -> str:
    one = chart.series[place]
    style = STYLES[one.role]
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/>{_marker(MARKERS[status][0], MARKERS[status][1], 9)}'
        f'<c:bubble3D val="0"/><c:spPr>{stroke(style.colour, style.line, style.dash)}</c:spPr>'
        "</c:dPt>"
        for at, status in sorted(one.statuses.items())
    )
    marker = (
        '<c:marker><c:symbol val="none"/></c:marker>'
        if style.marker == "none"
        else _marker(style.marker, "full", style.size, style.colour)
    )
    return (
        f"<c:ser>{_head(one, place)}"
        f"<c:spPr>{stroke(style.colour, style.line, style.dash)}</c:spPr>"
        f"{marker}{points}{_labels(place, labels, 'r', language)}{_data(chart, place)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _marker(symbol: str, cover: str, size: int, colour: str = "accent1") -> str:
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f'<c:spPr>{solid(colour, cover)}<a:ln w="25400">{solid(colour)}</a:ln></c:spPr>'
        "</c:marker>"
    )


def bar_series(chart: Native, place: int, labels: Labels, language: str) -> str:
    one = chart.series[place]
    fill = _fill(chart, one, place)
    return (
        f"<c:ser>{_head(one, place)}<c:spPr>{fill}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{_bar_points(chart, one)}'
        f"{_labels(place, labels, _where(chart), language)}{_data(chart, place)}</c:ser>"
    )


def _where(chart: Native) -> str:
    """A stacked column refuses labels at its outside."""
    return "ctr" if chart.kind is Kind.STACKED else "inBase"


def _fill(chart: Native, one: Series, place: int) -> str:
    if chart.kind is Kind.STACKED:
        return solid(PARTS[place % len(PARTS)]) + stroke("bg1", 1)
    if chart.kind is Kind.BARS and chart.subject is not None:
        return solid("accent5")
    return solid(BARS[one.role])


def _bar_points(chart: Native, one: Series) -> str:
    """The bars that differ: the subject among its peers, columns by the status of their figure."""
    found = {}
    if chart.kind is Kind.BARS and chart.subject is not None and chart.subject >= 0:
        found[chart.subject] = solid("accent1")
    if chart.kind is Kind.COLUMNS and one.role is Role.FIGURE:
        for at, status in one.statuses.items():
            found[at] = solid("accent1", COLUMNS[status][0]) + stroke("accent1", 1.5)
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{shape}</c:spPr></c:dPt>"
        for at, shape in sorted(found.items())
    )


def written_on(chart: Native, place: int, at: int) -> str:
    """Return the colour of words on a part or on a column, which a settled figure fills."""
    if chart.kind is Kind.STACKED:
        return ON_PARTS[place % len(ON_PARTS)]
    status = chart.series[place].statuses.get(at, Status.OFFICIAL)
    return "bg1" if COLUMNS[status][0] == "full" else "tx1"


def _head(one: Series, place: int) -> str:
    cell = f"{SHEET}!${xl_col_to_name(place + 1)}$1"
    name = escape(writable(one.name))
    return (
        f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{cell}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def _labels(place: int, labels: Labels, where: str, language: str) -> str:
    mine = "".join(
        label(at, one, where, language)
        for (series, at), one in sorted(labels.items(), key=lambda pair: pair[0])
        if series == place
    )
    shown = "".join(
        f'<c:show{what} val="0"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return f"<c:dLbls>{mine}{shown}</c:dLbls>"


def _data(chart: Native, place: int) -> str:
    last, letter = len(chart.categories) + 1, xl_col_to_name(place + 1)
    names = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(writable(name))}</c:v></c:pt>'
        for at, name in enumerate(chart.categories)
    )
    values = "".join(
        f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>'
        for at, value in enumerate(chart.series[place].values)
        if value is not None
    )
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>"
        f"<c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f>"
        f"<c:numCache><c:formatCode>{number_format(chart.decimals)}</c:formatCode>{count}{values}"
        "</c:numCache></c:numRef></c:val>"
    )


def number_format(decimals: int) -> str:
    """Return the format of the values: the machine that shows them puts in its own marks."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
