"""Who may frame the dashboards: nobody, but for a chart on the sites the settings name."""

from __future__ import annotations

import pytest

from plantrack.ui.server import headers

SITES = ("https://example.vn", "http://intranet:8080")


def policy(query: str, origins: tuple[str, ...] = SITES) -> str:
    return dict(headers(query, origins))[b"content-security-policy"].decode()


def test_an_embedded_chart_may_be_framed_by_the_sites_named() -> None:
    allowed = policy("lang=vi&embed=true&target=growth")
    assert allowed == "frame-ancestors 'self' https://example.vn http://intranet:8080"
    assert b"x-frame-options" not in dict(headers("embed=true", SITES))


@pytest.mark.parametrize(
    "query", ["", "lang=vi", "embed=false", "embed=true&embed=false", "notembed=true"]
)
def test_a_whole_page_may_be_framed_by_no_other_site(query: str) -> None:
    assert policy(query) == "frame-ancestors 'self'"
    assert dict(headers(query, SITES))[b"x-frame-options"] == b"SAMEORIGIN"


def test_without_a_setting_no_other_site_may_frame_a_chart() -> None:
    assert policy("embed=true", ()) == "frame-ancestors 'self'"
