"""What paper needs of the program: how the sheets lie, what stands at their foot, light colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from plantrack.charts.palette import Palette, palette
from plantrack.ui.header import shown_line
from plantrack.ui.view import View

# Pages whose charts are drawn as wide as a screen; upright their words would shrink too far.
_ACROSS: Final = frozenset({"target", "structure", "growth", "plan", "present"})

_FOOT: Final = (
    f'font: 7pt "Noto Sans", sans-serif; color: {palette("light").muted}; '
    "vertical-align: top; padding-top: 3mm;"
)


def paper_rules(view: View) -> str:
    """Return the CSS of one page's sheets: size, foot, and light colours where it is dark."""
    lies, height = ("landscape", 160) if view.page.stem in _ACROSS else ("portrait", 215)
    rules = [
        f"@page {{ size: A4 {lies}; margin: 12mm 12mm 16mm;",
        f"@bottom-left {{ content: {css_text(stand(view))}; {_FOOT} width: 86%; }}",
        f'@bottom-right {{ content: counter(page) " / " counter(pages); {_FOOT} }} }}',
        f"@media print {{ .stApp {{ --sheet: {height}mm; }} }}",
    ]
    if view.theme == "dark":
        rules += ["@media print {", *_light_page(), *light_drawings(".stVegaLiteChart svg"), "}"]
    return "\n".join(rules)


def stand(view: View) -> str:
    """Return whose figures these are, of which revision, by which target set, and when drawn."""
    revision = view.say("revision {number}", number=view.revision)
    return " · ".join((view.say.text(view.plan.name), revision, shown_line(view)))


def css_text(text: str) -> str:
    """Return a text as CSS writes it; nothing in it can end the style it stands in."""
    letters = (one if one.isalnum() or one in " ·,.:-/" else f"\\{ord(one):x} " for one in text)
    return f'"{"".join(letters)}"'


def _light_page() -> Iterator[str]:
    light = palette("light")
    inked = "h1, h2, h3, h4, p, li, label, summary, input, td, th, caption, button, code, div, span"
    yield (
        ".stApp { color-scheme: light !important; background: #FFF !important; "
        f"color: {light.text} !important; }}"
    )
    yield "html, body, .stApp > *, .stMain, .stMainBlockContainer { background: #FFF !important; }"
    yield f".stApp :is({inked}):not([style*=color]):not([style*=color] *) {{"
    yield f"color: {light.text}; }}"
    yield ".stApp :is(input, code, summary, details, .stMarkdownBadge) {"
    yield "background: transparent !important; }"
    yield f".stApp [data-testid=stAlert] div {{ background: {light.surface} !important; }}"
    yield f".stApp ::placeholder {{ color: {light.muted} !important; }}"
    # Images of marks were made for a dark page: their shape says the same in black.
    yield ".stApp [data-testid=stButtonGroup] img { filter: brightness(0); }"


def light_drawings(where: str) -> Iterator[str]:
    """Yield the rules that give drawings of the dark theme, found by `where`, its light colours."""
    for dark, light in light_for_dark().items():
        yield f'{where} [fill="{dark}" i] {{ fill: {light}; }}'
        yield f'{where} [stroke="{dark}" i] {{ stroke: {light}; }}'
        yield f'{where} [style*="color: {dark}" i] {{ color: {light} !important; }}'
    yield f"{where} {{ background-color: #FFF !important; }}"


def light_for_dark() -> dict[str, str]:
    """Return the light colour that means what each dark one means; the first use decides."""
    found: dict[str, str] = {}
    for one, other in zip(_colours(palette("dark")), _colours(palette("light")), strict=True):
        found.setdefault(one, other)
    return found


def _colours(colours: Palette) -> Iterator[str]:
    for field in fields(colours):
        value = getattr(colours, field.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
        else:
            yield from value.values()
