"""Figures and the publications they come from, as tables every page can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from plantrack.model import Figure, Source, Use
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.tables import Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words.figures import written_period, written_value
from plantrack.words.publication import NOT_STATED, published, stated
from plantrack.words.terms import status_word, use_word


def source_of(view: View, origin: str) -> Source | None:
    """Return the publication an origin names: of the plan, or stated with an upload."""
    return view.plan.sources.get(origin) or view.snapshot.sources.get(origin)


def figures_table(view: View, figures: Sequence[Figure], caption: str) -> str:
    """Return the figures newest first, each with status, origin and revision."""
    say = view.say
    headings = [
        Heading(say("Period"), "name"),
        Heading(say("Value"), "number"),
        Heading(say("Status")),
        Heading(say("Origin")),
        Heading(say("Revision"), "number"),
    ]
    rows = [_figure(view, figure) for figure in sorted(figures, key=lambda f: f.period)[::-1]]
    return html_table(caption, headings, rows)


def _figure(view: View, figure: Figure) -> list[str]:
    say = view.say
    status = f"{status_mark(figure.status, say)} {escape(status_word(figure.status, say))}"
    use = small(use_word(figure.use, say)) if figure.use is not Use.FIGURE else ""
    return [
        escape(written_period(figure.period, say)),
        escape(written_value(view.plan, figure, say)),
        status + use,
        origin_cell(view, figure.origin, figure.locator) + small(say.text(figure.note)),
        escape(say("no. {number}", number=figure.revision)) if figure.revision else "",
    ]


def origin_cell(view: View, origin: str, locator: str = "") -> str:
    """Return title, publisher and place of a publication, linked where it has an address."""
    source = source_of(view, origin)
    if source is None:
        return escape(view.say("computed when read"))
    title = link(source.url, source.title, outside=True) if _web(source) else escape(source.title)
    parts = (source.publisher, published(source.published, view.say), locator)
    told = ", ".join(part for part in parts if part not in ("", NOT_STATED))
    return title + small(told)


def _web(source: Source) -> bool:
    return source.url.startswith(("https://", "http://"))


def sources_table(view: View, origins: Iterable[str], caption: str) -> str:
    """Return the publications named by `origins`, each once, in the order first met."""
    say = view.say
    met = (source_of(view, origin) for origin in dict.fromkeys(origins))
    found: Mapping[str, Source] = {source.id: source for source in met if source is not None}
    headings = [
        Heading(say("Publication"), "name"),
        Heading(say("Publisher")),
        Heading(say("Published")),
        Heading(say("Licence")),
        Heading(say("Note")),
    ]
    rows = [
        [
            link(source.url, source.title, outside=True) if _web(source) else escape(source.title),
            escape(stated(source.publisher, say)),
            escape(stated(published(source.published, say), say)),
            escape(stated(source.licence, say)),
            escape(say.text(source.note)),
        ]
        for source in found.values()
    ]
    return html_table(caption, headings, rows)
