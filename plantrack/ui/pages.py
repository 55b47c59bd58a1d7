"""The pages in the order of the navigation, with their names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from plantrack.ui.address import DEFAULT_PAGE, path_of
from plantrack.words import Say, mark

FOLDER: Final = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class Page:
    """`follows`: whether an open page shows a newer revision by itself or offers it in a bar.

    `pins`: whether the page stays at the revision it was opened with, until the reader leaves it.
    """

    stem: str
    title: str
    follows: bool = True
    pins: bool = False

    def native(self, say: Say) -> st.Page:
        """Return what Streamlit's navigation and links take for this page.

        Without an icon: Streamlit makes it the tab's icon and fetches it from another machine.
        """
        return st.Page(
            FOLDER / f"{self.stem}.py",
            title=say(self.title),
            url_path=path_of(self.stem) or None,
            default=self.stem == DEFAULT_PAGE,
        )


_IN_ORDER = (
    Page("overview", mark("Overview")),
    Page("target", mark("One target")),
    Page("structure", mark("Structure")),
    Page("growth", mark("Growth")),
    Page("plan", mark("Plan")),
    Page("update", mark("Update figures"), follows=False),
    Page("history", mark("History")),
    Page("present", mark("Present"), pins=True),
    Page("export", mark("Export"), follows=False),
    Page("sources", mark("Sources and method")),
    Page("health", mark("Safekeeping")),
)

PAGES: Final = {page.stem: page for page in _IN_ORDER}
