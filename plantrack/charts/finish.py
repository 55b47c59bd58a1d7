"""The one last step of every chart, for screen and export: words, fonts, colours, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

import altair as alt

from plantrack.charts.look import Caption, Look
from plantrack.charts.wrapping import balanced
from plantrack.words.letters import writable

Spec = dict[str, Any]

# The first family is the one the program brings; the second is any the machine has.
FONT: Final = "Noto Sans, sans-serif"
PADDING: Final = MappingProxyType({"left": 0, "top": 6, "right": 0, "bottom": 6})  # pixels

_NUMBERS: Final = {
    "vi": {
        "decimal": ",",
        "thousands": ".",
        "grouping": [3],
        "currency": ["", "\N{NO-BREAK SPACE}₫"],
        "minus": "\N{MINUS SIGN}",
        "percent": "%",
    },
    "en": {
        "decimal": ".",
        "thousands": ",",
        "grouping": [3],
        "currency": ["", "\N{NO-BREAK SPACE}VND"],
        "minus": "\N{MINUS SIGN}",
        "percent": "\N{NARROW NO-BREAK SPACE}%",
    },
}
_MONTHS: Final = {
    "vi": [f"tháng {month}" for month in range(1, 13)],
    "en": [
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ],
}
_DAYS: Final = {
    "vi": ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"],
    "en": ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
}
_TIMES: Final = {
    language: {
        "dateTime": "%d/%m/%Y %H:%M" if language == "vi" else "%-d %B %Y, %H:%M",
        "date": "%d/%m/%Y" if language == "vi" else "%-d %B %Y",
        "time": "%H:%M",
        "periods": ["SA", "CH"] if language == "vi" else ["AM", "PM"],
        "days": _DAYS[language],
        "shortDays": ["CN", "T2", "T3", "T4", "T5", "T6", "T7"]
        if language == "vi"
        else [day[:3] for day in _DAYS["en"]],
        "months": _MONTHS[language],
        "shortMonths": [f"T{month}" for month in range(1, 13)]
        if language == "vi"
        else [month[:3] for month in _MONTHS["en"]],
    }
    for language in ("vi", "en")
}


def finish(
    layers: Sequence[alt.Chart], height: float, caption: Caption, look: Look, language: str
) -> Spec:
    """Return the ready specification: title, text alternative, type, colours and locale.

    The layers share one view `height` pixels high, whose width is the look's and follows the
    screen. The same dict goes to the screen and to `render`; its data stand inline.
    Raises KeyError for a language other than "vi" and "en".
    """
    chart = alt.layer(
        *layers,
        description=caption.description,
        background=look.colours.background,
        # Streamlit writes into this object; a bare number breaks its drawing.
        padding=dict(PADDING),
        width=look.width,
        height=height,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )
    if caption.title:
        lines = balanced(caption.title, look.width - 12, look.title * 1.06)  # semibold is wider
        chart.title = alt.TitleParams(text=lines)
    spec: Spec = chart.to_dict()
    spec["config"] = _config(look, language)
    datasets = spec.pop("datasets", {})
    return {key: _inline(value, datasets) for key, value in spec.items()}


def _config(look: Look, language: str) -> Spec:
    colours = look.colours
    return {
        "font": FONT,
        "locale": {"number": _NUMBERS[language], "time": _TIMES[language]},
        "view": {"stroke": None, "cursor": "default"},
        # The description and the table say it; every dot read out by its pixels would not.
        "aria": False,
        "mark": {"aria": False},
        "title": {
            "anchor": "start",
            "color": colours.text,
            "fontSize": look.title,
            "fontWeight": 600,
            "lineHeight": round(look.title * 1.3),
            "offset": 14,
            "frame": "group",
            "limit": 0,  # lines are broken above; Vega would cut one at a width of its own
        },
        "axis": {
            "labelColor": colours.muted,
            "titleColor": colours.muted,
            "labelFontSize": look.small,
            "titleFontSize": look.small,
            "titleFontWeight": 400,
            "gridColor": colours.grid,
            "domainColor": colours.grey,
            "tickColor": colours.grey,
            "labelPadding": 6,
        },
        "text": {"font": FONT},
    }


def _inline(part: Any, datasets: Spec) -> Any:
    """Put each named data set back where it is used.

    Streamlit would turn named data into Arrow at every rerun, at many times the chart's cost.
    """
    if isinstance(part, str):
        return writable(part)
    if isinstance(part, list):
        return [_inline(one, datasets) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("name") in datasets and len(part) == 1:
        return {"values": _inline(datasets[part["name"]], {})}
    return {key: _inline(value, datasets) for key, value in part.items()}
