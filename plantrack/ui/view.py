"""What a page is given: the words, the plan, the figures that hold, and the way to other pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from plantrack.ledger.store import Snapshot, Store
from plantrack.model import Revision, TargetSet
from plantrack.plan import Plan
from plantrack.ui.address import Address
from plantrack.ui.document import Screen
from plantrack.ui.pages import PAGES, Page
from plantrack.ui.session import Choices
from plantrack.words import Say

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class View:
    """One run of one page for one reader.

    `snapshot` holds the figures that stood at `revision`; `newest` is the ledger's newest
    revision. `address` is what the address says, checked against the plan; a page reads its own
    keys from it (`view.address.target`) and writes them with `remember`. `screen` tells how
    much room charts have.
    """

    page: Page
    say: Say
    plan: Plan
    store: Store
    snapshot: Snapshot
    newest: int
    choices: Choices
    address: Address
    theme: Theme
    screen: Screen
    record: Revision | None

    @property
    def revision(self) -> int:
        return self.snapshot.revision

    @property
    def as_of(self) -> bool:
        """Whether the reader asked for a certain revision: read-only, and it never moves."""
        return self.choices.revision is not None

    @property
    def day(self) -> date:
        """Today where the plan is; of an earlier revision the day it was made."""
        zone = ZoneInfo(self.plan.time_zone)
        if self.as_of and self.record is not None:
            return self.record.made_at.replace(tzinfo=UTC).astimezone(zone).date()
        return datetime.now(zone).date()

    @property
    def narrow(self) -> bool:
        """Whether the screen is a phone's."""
        return self.screen == "phone"

    @property
    def target_set(self) -> TargetSet:
        return self.plan.target_sets[self.choices.target_set]

    @property
    def series(self) -> str:
        """The series choice for `Plan.series_in_use`: "preferred" or a compiler's id."""
        return self.choices.series

    @property
    def key(self) -> tuple[str | int | bool, ...]:
        """What everything shown depends on: the key of a cached chart or table.

        The moment a revision was made tells ledgers apart that hold the same plan.
        """
        return (
            self.plan.id,
            self.plan.digest,
            self.revision,
            self.record.made_at.isoformat() if self.record is not None else "",
            self.choices.target_set,
            self.series,
            self.say.language,
            self.theme,
            self.screen,
        )

    def link(self, page: str, **changes: str | int | None) -> str:
        """Return the address of `page` with this view's choices: for tables and charts."""
        return self.choices.address.link(page, **changes)

    def page_link(self, page: str, label: str, **changes: str | int | None) -> None:
        """Draw a link to `page` that stays in this session."""
        address = self.choices.address.shared(**changes)
        st.page_link(PAGES[page].native(self.say), label=label, query_params=address.parameters())

    def remember(self, **keys: str | None) -> None:
        """Write a page's own keys (theme, standing, target ...) to the address; None drops one.

        Raises TypeError for what is not a key of the address.
        """
        Address(**keys)  # type: ignore[arg-type]  # refuses an unknown key
        for key, value in keys.items():
            if value is None:
                if key in st.query_params:
                    del st.query_params[key]
            elif st.query_params.get(key) != value:
                st.query_params[key] = value
