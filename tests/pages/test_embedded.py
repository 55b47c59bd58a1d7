"""One chart without the frame, asked for by its address."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ui import resources
from tests.pages.blocks import shown, tables
from tests.pages.conftest import PATIENCE, ROOT, Reader, calm

RANK = "decision_236_rank_grdp_per_capita"


@pytest.fixture
def embed(read: Reader) -> Reader:
    """Open a page as another site's frame does."""

    def embedded(page: str = "overview", **address: str) -> AppTest:
        resources.close()
        session = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE)
        session.context["is_embedded"] = True
        session.query_params.update({"lang": "en"} | address)
        if page != "overview":
            session.run()
            session.query_params.update({"lang": "en"} | address)
            session.switch_page(f"pages/{page}.py")
        return calm(session.run())

    assert read is not None  # it sets where the ledger lies
    return embedded


def described(session: AppTest) -> list[str]:
    return [
        json.loads(chart.proto.spec)["description"]
        for chart in session.get("vega_lite_chart") or session.get("arrow_vega_lite_chart")
    ]


def source(session: AppTest) -> str:
    (line,) = [one for one in tables(session) if 'class="embedded-source"' in one]
    return line


@pytest.mark.parametrize("page", ["overview", "target", "structure", "growth"])
def test_one_chart_stands_alone_with_its_finding_and_the_way_to_the_page(
    embed: Reader, page: str
) -> None:
    session = embed(page)
    assert len(described(session)) == 1
    assert len(session.header) == 1
    assert not session.title
    assert not session.selectbox
    assert not session.button
    line = source(session)
    assert "revision 1" in line
    assert f'href="./{"" if page == "overview" else page}?lang=en' in line
    assert 'target="_blank"' in line


def test_the_address_names_the_chart(embed: Reader) -> None:
    newest = described(embed("target", target=RANK))
    earlier = described(embed("target", target=RANK, chart="rank_grdp_per_capita_peers_2025"))
    assert "6th of 9" in newest[0]
    assert "8th of 14" in earlier[0]
    pace = embed("overview", chart="overview_pace")
    assert "pace" in pace.header[0].value


def test_targets_chosen_on_the_overview_stay_chosen(embed: Reader) -> None:
    session = embed("overview", chart="overview_distance", standing="behind")
    assert "5 targets: 5 behind." in described(session)[0]
    assert "standing=behind" in source(session)


def test_a_target_of_another_set_is_not_replaced_by_one_of_this(embed: Reader) -> None:
    session = embed("target", target=RANK, set="kh_23")
    assert "There is no chart to show here." in shown(session)
    assert described(session) == []


def test_what_is_not_there_is_said(embed: Reader) -> None:
    session = embed("growth", chart="nonsense", standing="asleep")
    told = shown(session)
    assert "The address asks for a chart that is not here: nonsense." in told
    assert "standing=asleep" in told
    assert len(described(session)) == 1


@pytest.mark.parametrize("page", ["update", "history", "present", "sources"])
def test_a_page_where_something_can_be_pressed_is_not_embedded(embed: Reader, page: str) -> None:
    session = embed(page)
    assert "There is no chart to show here." in shown(session)
    assert not session.button
    assert not session.get("file_uploader")
