"""Places among peers: bars from zero, in order, under named borders."""

from __future__ import annotations

import pytest

from plantrack.charts.palette import palette
from plantrack.charts.peers import Peer, Peers, peers_of
from plantrack.charts.ranking import ranking_bars
from plantrack.model import Form, Measure, Status, Text
from plantrack.scorecard import Scorecard, Value
from plantrack.words import of
from tests.builders import PLACE, card_of
from tests.charts.reading import CAPTION, label, rows, words

EN, VI = of("en"), of("vi")
PEERS = {"here": (None, None), "north": (None, None), "south": (None, None), "west": (None, None)}


def peers(**values: str) -> Peers:
    card = card_of(
        {2025: values.pop("here")},
        {name: {2025: value} for name, value in values.items()},
        unit=PLACE, measure=Measure.RANK, form=Form.TOP, k=2, decimals=0, peers=PEERS,
    )  # fmt: skip
    row = card.rows[0]
    assert row.ranking is not None
    found = peers_of(row, card.values, row.ranking.versions[0], 2025)
    assert found is not None
    return found


def test_every_bar_starts_at_zero_and_the_largest_comes_first() -> None:
    spec = ranking_bars(peers(here="3", north="5", south="9", west="1"), EN, caption=CAPTION)
    bars = sorted(rows(spec, "rect"), key=lambda bar: float(bar["y"]))
    assert [(bar["x"], bar["x2"]) for bar in bars] == [(0, 9), (0, 5), (0, 3), (0, 1)]


def test_only_the_subject_has_the_main_colour() -> None:
    spec = ranking_bars(peers(here="3", north="5", south="9", west="1"), EN, caption=CAPTION)
    main = [bar["x2"] for bar in rows(spec, "rect") if bar["fill"] == palette("light").main]
    assert main == [3]


def test_the_line_of_the_last_place_asked_for_lies_below_it() -> None:
    spec = ranking_bars(peers(here="3", north="5", south="9", west="1"), EN, caption=CAPTION)
    bars = sorted(rows(spec, "rect"), key=lambda bar: float(bar["y"]))
    line = label(spec, "top 2")
    assert bars[1]["y2"] < line["y"] < bars[2]["y"]


def test_a_negative_value_reaches_left_of_zero() -> None:
    compared = peers(here="3", north="5", south="9", west="1")
    odd = Peer("loss", Text("Lỗ", "Loss"), Value(-2.0, Status.OFFICIAL, False, ()))
    spec = ranking_bars(
        Peers(compared.indicator, compared.unit, 2025, "here", (*compared.members, odd),
              compared.version, 2), EN, caption=CAPTION,
    )  # fmt: skip
    assert min(bar["x2"] for bar in rows(spec, "rect")) == -2


def test_a_place_without_a_figure_is_named_and_gets_no_bar() -> None:
    compared = peers(here="3", north="5", south="9")
    spec = ranking_bars(compared, VI, caption=CAPTION)
    assert len(list(rows(spec, "rect"))) == 3
    assert "chưa có số liệu: West" in words(spec)


def test_equal_values_share_the_better_place() -> None:
    compared = peers(here="5", north="5", south="9", west="1")
    assert compared.place(5) == 2
    assert compared.ordered[1][0].id == "here"


def test_the_borders_are_named_in_both_versions_of_the_region(card: Scorecard) -> None:
    row = card.of_indicator("rank_grdp_per_capita")
    assert row is not None
    assert row.ranking is not None
    heads = []
    for version in row.ranking.versions:
        found = peers_of(row, card.values, version)
        assert found is not None
        spec = ranking_bars(found, VI, caption=CAPTION)
        heads.append(next(said for said in words(spec) if said.startswith("Năm ")))
    assert heads == [
        "Năm 2025, triệu đồng/người; 14 tỉnh, địa giới đến 30/06/2025",
        "Năm 2025, triệu đồng/người; 9 tỉnh, địa giới từ 01/07/2025",
    ]


def test_without_any_value_there_is_nothing_to_compare() -> None:
    compared = peers(here="3", north="5", south="9", west="1")
    nobody = tuple(Peer(peer.id, peer.name, None) for peer in compared.members)
    empty = Peers(compared.indicator, compared.unit, 2025, "here", nobody, compared.version)
    with pytest.raises(ValueError, match="no peer has a value"):
        ranking_bars(empty, EN, caption=CAPTION)
