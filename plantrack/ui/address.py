"""The address: which keys it may hold, what they mean, and the one way to write a link.

Whatever a reader chose stands in the address, so that a link shows the same view. A key or value
that is not known is ignored with a visible line, never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from plantrack.model import LANGUAGES, Standing
from plantrack.plan import PREFERRED, Plan

DEFAULT_PAGE = "overview"

# Streamlit reads these itself and keeps them out of what a script sees, except in tests.
_STREAMLIT = frozenset({"embed", "embed_options"})


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says; the fields are its keys. None = the key is absent.

    `series` is "preferred" or a compiler's id; `revision` absent is the newest.
    """

    lang: str | None = None
    set: str | None = None
    series: str | None = None
    revision: int | None = None
    theme: str | None = None
    standing: str | None = None
    target: str | None = None
    peers: str | None = None
    deck: str | None = None
    slide: str | None = None
    draft: str | None = None
    scenario: str | None = None
    embed: str | None = None
    chart: str | None = None

    def link(self, page: str, **changes: str | int | None) -> str:
        """Return the relative address of `page` with `changes`; raises TypeError on another key.

        Only what the whole frame shares is carried over. Relative, because every page lies
        directly under the base path, whatever that is.
        """
        return "./" + path_of(page) + _query(self.shared(**changes).parameters())

    def shared(self, **changes: str | int | None) -> Address:
        """Return the choices every page shares, with `changes`."""
        kept = Address(self.lang, self.set, self.series, self.revision)
        return replace(kept, **changes)  # type: ignore[arg-type]  # replace checks the names

    def parameters(self) -> dict[str, str]:
        """Return the present keys with their values as text, in a fixed order."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: str(value) for name, value in values if value is not None}


@dataclass(frozen=True, slots=True)
class Ignored:
    """A key or value of an address that means nothing here."""

    key: str
    value: str


def path_of(page: str) -> str:
    """Return the path of a page; the default page lives at the root only."""
    return "" if page == DEFAULT_PAGE else page


def asked_revision(parameters: Mapping[str, str], newest: int) -> int | None:
    """Return the revision an address asks for, or None when it asks for none that exists."""
    value = parameters.get("revision", "")
    short = value.isascii() and value.isdigit() and len(value) < 10  # int() refuses thousands
    there = short and 1 <= int(value) <= newest
    return int(value) if there else None


def parse(
    parameters: Mapping[str, str], plan: Plan, newest: int
) -> tuple[Address, tuple[Ignored, ...]]:
    """Read an address against what the plan and its ledger (up to revision `newest`) hold."""
    known = _known(plan, newest)
    kept: dict[str, str | int] = {}
    ignored = []
    for key, value in parameters.items():
        if key in _STREAMLIT:
            continue
        if key in known and known[key](value):
            kept[key] = int(value) if key == "revision" else value
        else:
            ignored.append(Ignored(key, value))
    return Address(**kept), tuple(ignored)  # type: ignore[arg-type]  # keys are its fields


def _known(plan: Plan, newest: int) -> Mapping[str, Callable[[str], bool]]:
    """Return for each key what tells a value that exists; the rest is for its page to say."""

    def anything(value: str) -> bool:
        return bool(value)

    def revision(value: str) -> bool:
        return asked_revision({"revision": value}, newest) is not None

    return {
        "lang": LANGUAGES.__contains__,
        "set": plan.target_sets.__contains__,
        "series": ({PREFERRED} | set(plan.compilers)).__contains__,
        "revision": revision,
        "theme": plan.themes.__contains__,
        "standing": {standing.value for standing in Standing}.__contains__,
        "target": plan.targets.__contains__,
        "peers": {member.peer_set for member in plan.peers}.__contains__,
        "deck": anything,
        "slide": anything,
        "draft": anything,
        "scenario": anything,
        "chart": anything,
    }


def _query(parameters: Mapping[str, str]) -> str:
    return "?" + urlencode(parameters) if parameters else ""
