"""The frame: navigation, language, target set, series, and which revision is shown.

`dashboard.py` draws it around every page. A deep link as the first request after a start runs
the page alone (Streamlit's old discovery of `pages/`), so every page opens with `open_page`,
which draws the frame where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from plantrack import words
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.opening import Opened
from plantrack.seeds import SeedProblems
from plantrack.settings import SettingsProblem
from plantrack.ui import errors, header, resources, session, style
from plantrack.ui.document import document
from plantrack.ui.footer import draw_footer
from plantrack.ui.pages import PAGES, Page
from plantrack.ui.taking import embedded
from plantrack.ui.view import View

# An image of our own: a named icon would be fetched from another machine.
ICON: Final = Path(__file__).resolve().parents[2] / "static" / "icon.svg"

_VIEW: Final = "frame_view"
_DRAWN: Final = "frame_drawn"


def run() -> None:
    """Draw the frame and the page the address names: all that `dashboard.py` does."""
    resources.warm_up()
    opened = _opened()
    chosen, page = _navigation(opened)
    view = _framed(opened, page)
    st.session_state[_DRAWN] = True
    if st.context.is_embedded:
        _draw_chart_alone(view)
        return
    st.session_state[_VIEW] = view
    body = st.container(key="frame_body")
    draw_footer(view.say, view.plan)  # before a page that stops early
    with body, errors.reported(page.stem):
        chosen.run()


def open_page(stem: str) -> View:
    """Return what the page `stem` shows itself with; the first line of every page."""
    view = st.session_state.pop(_VIEW, None)
    if isinstance(view, View):
        return view
    opened = _opened()
    _navigation(opened)
    if _DRAWN not in st.session_state:
        # Only on a session's first run: a later rerun would swallow the click that caused it.
        st.session_state[_DRAWN] = True
        st.rerun()
    view = _framed(opened, PAGES[stem])
    if st.context.is_embedded:
        _draw_chart_alone(view)
        st.stop()
    return view


def _draw_chart_alone(view: View) -> None:
    """Draw the chart another site shows; nothing of the page, so that nothing can be pressed."""
    with st.container(key="frame_footer"), errors.reported(view.page.stem):
        embedded.draw_embedded(view)


def _opened() -> Opened:
    with _refusals_told():
        return resources.opened()


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Show in both languages why there is no plan or no ledger to read, and stop."""
    try:
        yield
    except LedgerUnavailable as problem:
        errors.refuse(problem.sentence.vi, problem.sentence.en)
    except SeedProblems as problem:
        errors.refuse(*(_sentences(problem, language) for language in ("vi", "en")))
    except SettingsProblem as problem:
        errors.refuse(
            "\n".join(p.vi for p in problem.problems), "\n".join(p.en for p in problem.problems)
        )


def _sentences(problem: SeedProblems, language: str) -> str:
    return "\n".join(one.sentence(language) for one in problem.problems)


def _navigation(opened: Opened) -> tuple[st.Page, Page]:
    """Draw the navigation; return the native page to run and what we know of it."""
    say = words.of(session.language_so_far())
    native = {stem: page.native(say) for stem, page in PAGES.items()}
    chosen = st.navigation(
        list(native.values()), position="hidden" if st.context.is_embedded else "top"
    )
    page = next(PAGES[stem] for stem, one in native.items() if one.url_path == chosen.url_path)
    st.set_page_config(
        page_title=f"{say(page.title)} · {say.text(opened.plan.name)}",
        page_icon=ICON,
        layout="wide",
    )
    return chosen, page


def _framed(opened: Opened, page: Page) -> View:
    """Draw what stands above the page and return the page's view."""
    store = opened.store
    with _refusals_told():
        newest = store.revision()
        plan_at = partial(resources.plan_at, opened)
        choices, address, ignored = session.choices(plan_at, newest, page)
        revision = choices.revision or newest
        plan = plan_at(revision)
    view = View(
        page=page,
        say=words.of(choices.language),
        plan=plan,
        store=store,
        snapshot=resources.snapshot(store, revision),
        newest=newest,
        choices=choices,
        address=address,
        theme="dark" if st.context.theme.type == "dark" else "light",
        screen=document(words.of(choices.language)),
        record=resources.revision_record(store, revision),
    )
    style.draw_style(view)
    header.draw_header(view, ignored, whole=not st.context.is_embedded)
    return view
