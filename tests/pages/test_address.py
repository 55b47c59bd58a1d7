"""The address: what it may say, and the one way to write it."""

from __future__ import annotations

import pytest

from plantrack.plan import Plan
from plantrack.seeds import load
from plantrack.ui.address import Address, Ignored, parse
from plantrack.ui.session import browser_language
from tests.second_plan import SECOND_PLAN


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load(SECOND_PLAN).plan


def test_a_link_carries_what_the_frame_shares_and_what_it_is_about() -> None:
    here = Address(lang="vi", set="s", series="preferred", revision=3, target="old", theme="t")
    assert here.link("target", target="new") == (
        "./target?lang=vi&set=s&series=preferred&revision=3&target=new"
    )


def test_the_overview_lives_at_the_root() -> None:
    assert Address(lang="en").link("overview") == "./?lang=en"


def test_a_link_to_the_newest_says_no_revision() -> None:
    assert Address(lang="en", revision=3).link("growth", revision=None) == "./growth?lang=en"


def test_a_link_cannot_hold_a_key_nobody_reads() -> None:
    with pytest.raises(TypeError, match="colour"):
        Address().link("target", colour="red")


def test_values_are_quoted() -> None:
    assert Address().link("target", draft="a&b c") == "./target?draft=a%26b+c"


def test_what_the_plan_holds_is_read_back(plan: Plan) -> None:
    target = next(iter(plan.targets.values()))
    said = Address(
        lang="en",
        set=target.target_set,
        series="preferred",
        revision=2,
        theme=next(iter(plan.themes)),
        standing="far_behind",
        target=target.id,
        draft="d1",
    )
    assert parse(said.parameters(), plan, newest=2) == (said, ())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("lang", "fr"),
        ("set", "x"),
        ("series", "x"),
        ("revision", "3"),
        ("revision", "0"),
        ("revision", "-1"),
        ("revision", "²"),
        ("theme", "x"),
        ("standing", "excellent"),
        ("target", ""),
        ("peers", "x"),
        ("draft", ""),
        ("colour", "red"),
    ],
)
def test_what_does_not_exist_is_ignored_and_named(plan: Plan, key: str, value: str) -> None:
    assert parse({key: value}, plan, newest=2) == (Address(), (Ignored(key, value),))


def test_streamlits_own_keys_are_left_alone(plan: Plan) -> None:
    assert parse({"embed": "true"}, plan, newest=1) == (Address(), ())


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "vi"),
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("en-GB,en;q=0.9", "en"),
        ("fr-FR,en-US;q=0.8,vi;q=0.5", "en"),
        ("vi;q=0.1,en;q=0.9", "en"),
        ("en;q=oops,vi;q=0.2", "vi"),
        ("ja", "vi"),
    ],
)
def test_the_language_follows_the_browser(accepted: str, language: str) -> None:
    assert browser_language({"Accept-Language": accepted}) == language
