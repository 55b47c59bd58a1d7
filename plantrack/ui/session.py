"""What one reader chose: kept for the session, always written to the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from plantrack.model import LANGUAGES
from plantrack.plan import PREFERRED, Plan
from plantrack.ui.address import Address, Ignored, asked_revision, parse
from plantrack.ui.pages import PAGES, Page

_CHOICES = "frame_choices"
_PAGE = "frame_page"
_BEFORE_PIN = "frame_revision_before_pin"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the frame shares with every page; `revision` None is the newest."""

    language: str
    target_set: str
    series: str
    revision: int | None

    @property
    def address(self) -> Address:
        return Address(self.language, self.target_set, self.series, self.revision)


def choices(
    plan_at: Callable[[int], Plan], newest: int, page: Page
) -> tuple[Choices, Address, tuple[Ignored, ...]]:
    """Return what holds in this run, the address as read, and what in it was ignored.

    The address decides; what it leaves out holds as before. The one exception is `revision`,
    whose absence means the newest - unless the reader only changed the page, which drops
    every key from the address. A page that pins takes the newest once and keeps it until it is
    left. The rest is read against the plan that revision knew.
    """
    before = st.session_state.get(_CHOICES)
    kept = _revision_so_far(before, page) or (newest if page.pins else None) or None
    plan = plan_at(asked_revision(st.query_params, newest) or kept or newest)
    address, ignored = parse(st.query_params, plan, newest)
    if not isinstance(before, Choices):
        before = _first(plan)
    chosen = Choices(
        language=address.lang or before.language,
        target_set=address.set or _still(before.target_set, plan),
        series=address.series or before.series,
        revision=address.revision or kept,
    )
    st.session_state[_PAGE] = page.stem
    _keep(chosen)
    return chosen, address, ignored


def _revision_so_far(before: object, page: Page) -> int | None:
    """What a reader who changed the page brings along: not what only the page left had pinned."""
    left = PAGES.get(st.session_state.get(_PAGE, ""))
    if left == page or not isinstance(before, Choices):
        return None
    pinned = left is not None and left.pins
    brought: int | None = st.session_state.get(_BEFORE_PIN) if pinned else before.revision
    st.session_state[_BEFORE_PIN] = brought
    return brought


def choose(**changes: str | int | None) -> None:
    """Change the reader's choices (fields of `Choices`) and write them to the address.

    For callbacks: the run that follows shows the change.
    """
    before = st.session_state[_CHOICES]
    _keep(replace(before, **changes))


def language_so_far() -> str:
    """Return the language before the plan is known: for pages that report why it is not."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        return str(asked)
    before = st.session_state.get(_CHOICES)
    return before.language if isinstance(before, Choices) else browser_language(_headers())


def browser_language(headers: Mapping[str, str]) -> str:
    """Return the first of our languages the browser accepts, else Vietnamese.

    >>> browser_language({"Accept-Language": "fr-FR,en-US;q=0.8,vi;q=0.5"})
    'en'
    """
    wanted = []
    for position, entry in enumerate(headers.get("Accept-Language", "").split(",")):
        tag, _, weight = entry.strip().partition(";q=")
        wanted.append((-_weight(weight), position, tag.strip().lower().partition("-")[0]))
    return next((tag for _, _, tag in sorted(wanted) if tag in LANGUAGES), LANGUAGES[0])


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:  # a browser that writes nonsense wants this language least
        return 0.0


def _first(plan: Plan) -> Choices:
    return Choices(browser_language(_headers()), _in_force(plan), PREFERRED, None)


def _headers() -> Mapping[str, str]:
    return st.context.headers.to_dict()


def _still(target_set: str, plan: Plan) -> str:
    return target_set if target_set in plan.target_sets else _in_force(plan)


def _in_force(plan: Plan) -> str:
    return plan.leading_target_set(datetime.now(ZoneInfo(plan.time_zone)).date()).id


def _keep(chosen: Choices) -> None:
    st.session_state[_CHOICES] = chosen
    present = chosen.address.parameters()
    if any(st.query_params.get(key) != value for key, value in present.items()):
        st.query_params.update(present)  # at once: the browser counts each write as a step back
    if chosen.revision is None and "revision" in st.query_params:
        del st.query_params["revision"]
