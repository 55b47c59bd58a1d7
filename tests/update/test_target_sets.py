"""A target set recorded by a person: it joins the plan, old sets stay, and it can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plantrack.ledger import (
    AlreadyRecorded,
    CannotWithdraw,
    EmbeddedStore,
    Irrevocable,
    StaleRevision,
    read_only,
)
from plantrack.ledger.raw import KeptFiles
from plantrack.model import Direction, Form, RevisionKind, Standing
from plantrack.opening import Opened, open_plan
from plantrack.safekeeping.doctor import examine_open
from plantrack.safekeeping.rebuilding import definitions_of, rebuild
from plantrack.safekeeping.replay_sources import FromFiles, FromLedger
from plantrack.seeds import SeedProblems, load, plan_from_definition
from plantrack.update.set_comparison import SetCause
from plantrack.update.set_recording import record_set
from tests.safekeeping.journeys import example, settings_in, upload
from tests.seed_edits import edit
from tests.update.target_sets import (
    GROWTH,
    HEADER,
    MORE_POVERTY,
    OUTPUT,
    POVERTY,
    RANK,
    RECYCLING,
    TODAY,
    compared,
    file,
    read_set,
    recorded,
    update,
)
from tests.update.updates import SECOND

SET = "set_council_12_2026"
SIX = (POVERTY, OUTPUT, GROWTH, RECYCLING, RANK)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = open_plan(settings_in(tmp_path / "data"))
    yield opened
    opened.close()


@pytest.fixture
def store(opened: Opened) -> EmbeddedStore:
    return opened.store


# Recording


def test_recorded_set_joins_the_plan_and_the_other_sets_stay_as_they_were(
    store: EmbeddedStore,
) -> None:
    before = store.plan
    assert recorded(store, *SIX) == 2
    plan = store.plan
    assert [*plan.target_sets] == [*before.target_sets, SET]
    assert {name: plan.target_sets[name] for name in before.target_sets} == before.target_sets
    assert {name: plan.targets[name] for name in before.targets} == before.targets
    added = plan.targets_of(SET)
    assert [(one.indicator, one.form) for one in added] == [
        ("poverty", Form.AT_MOST),
        ("output_per_person", Form.AT_LEAST),
        ("output_growth", Form.RANGE_MORE),
        ("recycling", Form.PATH),
        ("service_rank", Form.TOP),
    ]
    assert added[0].direction is Direction.LESS, "the form says it"
    assert plan.sources[added[0].origin].title == "On the adjusted goals"
    assert [(m.year, m.low) for m in plan.milestones if m.target == added[3].id] == [
        (2027, 50),
        (2029, 60),
    ]


def test_revision_keeps_file_and_set_and_is_one_of_the_plan(store: EmbeddedStore) -> None:
    recorded(store, *SIX)
    entry = store.history()[-1]
    assert (entry.kind, entry.rows, entry.made_by) == (RevisionKind.PLAN, 0, "Ana")
    assert store.raw(entry.raw_digest or "") == file(*SIX).content
    assert entry.decisions["file_name"] == "goals.csv"
    assert plan_from_definition(store.definition(entry.plan_digest)) == store.plan
    assert store.examine() == ()


def test_figures_recorded_later_stand_under_the_plan_with_the_set(
    opened: Opened, store: EmbeddedStore
) -> None:
    recorded(store, *SIX)
    upload(Opened(store.plan, store, ()), example(opened))
    assert store.history()[-1].plan_digest == store.plan.digest
    assert SET in store.plan.target_sets


def test_a_set_outlives_the_program(tmp_path: Path, store: EmbeddedStore) -> None:
    recorded(store, *SIX)
    plan = store.plan
    store.close()
    again = open_plan(settings_in(tmp_path / "data"))
    assert again.plan == plan
    assert again.store.revision() == 2, "a start adds nothing for it"
    again.close()


def test_views_before_the_set_do_not_know_it(store: EmbeddedStore) -> None:
    recorded(store, *SIX)
    earlier = plan_from_definition(store.definition(store.as_of(1).plan_digest))
    assert SET not in earlier.target_sets


def test_the_same_file_is_recorded_once(store: EmbeddedStore) -> None:
    made = update(store, file(*SIX))
    record_set(store, made, expecting=1, by="Ana", note="")
    with pytest.raises(AlreadyRecorded):
        record_set(store, made, expecting=2, by="Ana", note="")


def test_second_of_two_people_is_told_and_records_nothing(store: EmbeddedStore) -> None:
    made = update(store, file(*SIX))
    recorded(store, GROWTH, line_2="Council 13/2026", line_0="Khác", line_1="Other")
    with pytest.raises(StaleRevision):
        record_set(store, made, expecting=1, by="Boris", note="")
    assert SET not in store.plan.target_sets


def test_two_sets_stand_side_by_side(store: EmbeddedStore) -> None:
    recorded(store, *SIX)
    recorded(store, GROWTH, line_2="Council 13/2026", line_0="Khác", line_1="Other")
    assert [*store.plan.target_sets][-2:] == [SET, "set_council_13_2026"]


# Which set leads


def test_a_set_leads_only_from_the_day_its_document_replaces_the_one_in_force(
    store: EmbeddedStore,
) -> None:
    recorded(store, *SIX)
    leading = store.plan.target_set_in_force(date(2026, 8, 1))
    assert leading is not None
    assert leading.id == "charter_2019", "nothing says that it replaces the charter"
    store.withdraw(2, expecting=2, by="Ana", reason="the document replaces the charter")
    recorded(store, *SIX, line_8="Charter 2019–2029")
    plan = store.plan
    assert plan.target_sets["charter_2019"].in_force_to == date(2026, 6, 30)
    on = {day: plan.target_set_in_force(day) for day in (date(2026, 6, 30), date(2026, 7, 1))}
    assert [one.id if one else None for one in on.values()] == ["charter_2019", SET]


def test_a_later_document_beside_the_one_that_leads_does_not_take_its_place(
    store: EmbeddedStore,
) -> None:
    recorded(store, *SIX, line_8="charter_2019")
    other = {"line_2": "Council 13/2026", "line_0": "Khác", "line_1": "Other"}
    recorded(store, GROWTH, line_5="20/05/2026", line_6="1/8/2026", **other)
    leading = store.plan.target_set_in_force(date(2026, 9, 1))
    assert leading is not None
    assert leading.id == SET


# Taking back


def test_withdrawn_set_is_gone_and_comes_back_with_its_withdrawal_withdrawn(
    store: EmbeddedStore,
) -> None:
    seeded = store.plan
    recorded(store, *SIX, line_8="charter_2019")
    with_set = store.plan
    assert store.plan_without(2) == seeded, "what a withdrawal would leave can be looked at"
    store.withdraw(2, expecting=2, by="Ana", reason="not issued after all")
    assert store.plan == seeded
    assert store.current().plan_digest == seeded.digest
    store.withdraw(3, expecting=3, by="Ana", reason="issued")
    assert store.plan == with_set
    assert store.current().plan_digest == with_set.digest


def test_withdrawal_that_would_bring_a_document_in_twice_is_refused(store: EmbeddedStore) -> None:
    recorded(store, *SIX)
    store.withdraw(2, expecting=2, by="Ana", reason="typing error")
    recorded(store, POVERTY)
    with pytest.raises(CannotWithdraw) as refusal:
        store.withdraw(3, expecting=4, by="Ana", reason="no error")
    assert refusal.value.reason is Irrevocable.SET_UNFIT
    assert len(store.plan.targets_of(SET)) == 1


# Old seeds, new seeds


def test_changed_seeds_keep_the_recorded_set(tmp_path: Path, store: EmbeddedStore) -> None:
    recorded(store, *SIX)
    store.close()
    seeds = Path(shutil.copytree(SECOND, tmp_path / "seeds"))
    edit(seeds, "targets|6|high|7")
    again = open_plan(settings_in(tmp_path / "data", seeds=seeds))
    assert [entry.kind for entry in again.store.history()][-1] is RevisionKind.PLAN
    assert again.plan.targets["poverty_2029"].high == 7
    assert SET in again.plan.target_sets
    again.close()


def test_seeds_a_recorded_set_no_longer_fits_are_refused_by_the_revision_it_stands_in(
    tmp_path: Path, store: EmbeddedStore
) -> None:
    recorded(store, POVERTY)
    store.close()
    seeds = Path(shutil.copytree(SECOND, tmp_path / "seeds"))
    edit(seeds, "plan|2|last_year|2028")
    edit(seeds, " && ".join(f"targets|{row}|period_end|2028-12-31" for row in range(2, 15)))
    for row in (3, 4, 5, 6, 7, 8, 9, 12):
        edit(seeds, f"targets|{row}|period_start|2028-01-01")
    edit(seeds, "milestones|4|period_end|2028-12-31")
    assert load(seeds).plan.last_year == 2028
    with pytest.raises(SeedProblems, match="recorded in revision 2 no longer fits the plan"):
        open_plan(settings_in(tmp_path / "data", seeds=seeds))


# Nothing lost


def test_rebuild_backup_and_doctor_know_the_set(
    tmp_path: Path, opened: Opened, store: EmbeddedStore
) -> None:
    settings = settings_in(tmp_path / "data")
    recorded(store, *SIX)
    upload(Opened(store.plan, store, ()), example(opened))
    store.withdraw(2, expecting=3, by="Boris", reason="wrong")
    store.withdraw(4, expecting=4, by="Boris", reason="right")
    report = examine_open(opened, settings)
    assert not [one for one in report.findings if one.severity.value == "problem"]
    store.backup(tmp_path / "copy" / "plan.duckdb")
    plan, history = store.plan, store.history()
    store.close()
    with read_only(store.location) as ledger:
        made = tmp_path / "made" / "plan.duckdb"
        steps = rebuild(FromLedger(ledger), made, definitions_of(ledger))
    assert [step.outcome.value for step in steps] == ["equal"] * 5
    kept = KeptFiles.beside(store.location)
    alone = rebuild(FromFiles(kept), tmp_path / "alone" / "plan.duckdb", {})
    assert [step.outcome.value for step in alone] == ["repeated"] * 5
    for folder in ("copy", "made", "alone"):
        again = EmbeddedStore(tmp_path / folder / "plan.duckdb", load(SECOND).plan)
        assert again.plan == plan, folder
        assert [one.plan_digest for one in again.history()] == [
            one.plan_digest for one in history
        ], folder
        again.close()


# The review


def test_review_sets_each_target_beside_the_one_in_force_and_says_what_differs(
    store: EmbeddedStore,
) -> None:
    found = compared(store, file(*SIX))
    assert found.leading is not None
    assert found.leading.id == "charter_2019"
    beside = {one.asked.target.indicator: one for one in found.targets}
    stood = beside["output_per_person"].stood
    assert stood is not None
    assert stood.target.id == "output_per_person_2029"
    assert beside["output_per_person"].causes == (SetCause.BOUND, SetCause.BASELINE)
    assert beside["recycling"].causes == (SetCause.PERIOD, SetCause.BASELINE, SetCause.OTHER)
    assert "unemployment" in {row.target.indicator for row in found.dropped}


def test_direction_entered_the_wrong_way_shows_the_standing_it_flips_and_needs_its_own_tick(
    store: EmbeddedStore,
) -> None:
    """Elsewhere a direction with the wrong sign published "target achieved"."""
    given = file(MORE_POVERTY, GROWTH)
    assert [one.code for one in read_set(store, given).findings] == ["direction_opposite"]
    found = compared(store, given)
    wrong = found.targets[0]
    assert wrong.stood is not None
    assert wrong.stood.standing is not Standing.REACHED
    assert (wrong.asked.standing, wrong.opposite, wrong.flips) == (Standing.REACHED, True, True)
    assert wrong.causes[:3] == (SetCause.DIRECTION, SetCause.FORM, SetCause.BOUND)
    (key,) = (key for key, one in found.asked_ticks.items() if one is wrong)
    others = [one for one in found.asked_ticks if one != key]
    with pytest.raises(ValueError, match="agreed to"):
        record_set(store, update(store, given, others), expecting=1, by="Ana", note="")
    assert store.revision() == 1
    record_set(store, update(store, given, [key, *others]), expecting=1, by="Ana", note="")
    assert store.revision() == 2


def test_a_row_unlike_the_documents_own_words_needs_its_own_tick_and_keeps_the_words(
    store: EmbeddedStore,
) -> None:
    header = f"{HEADER},As worded in the document"
    same = "poverty,at most,,8,%,,,2029,2018,,,,,,"
    alike, unlike = f"{same},không quá 8%", f"{same},đạt trên 8%"
    assert compared(store, file(alike, header=header)).agreed(())
    given = file(unlike, header=header)
    (finding,) = read_set(store, given).findings
    assert finding.code == "wording_contradicts"
    (key,) = compared(store, given).asked_ticks
    with pytest.raises(ValueError, match="agreed to"):
        record_set(store, update(store, given, []), expecting=1, by="Ana", note="")
    record_set(store, update(store, given, [key]), expecting=1, by="Ana", note="")
    (target,) = store.plan.targets_of(SET)
    assert target.note.vi == "Nguyên văn trong văn bản: “đạt trên 8%”"
    assert target.note.en == "As worded in the document: “đạt trên 8%”"


def test_a_tick_lapses_when_what_was_looked_at_changed(store: EmbeddedStore) -> None:
    ticks = list(compared(store, file(MORE_POVERTY)).asked_ticks)
    other = MORE_POVERTY.replace(",8,", ",7,")
    assert not update(store, file(other), ticks).agreed


def test_a_set_that_flips_nothing_needs_no_tick(store: EmbeddedStore) -> None:
    same = "poverty,at most,,8,%,,,2029,2018,,,,,,"
    found = compared(store, file(same))
    assert found.targets[0].causes == ()
    assert found.agreed(())


def test_the_day_decides_which_set_it_is_held_against(store: EmbeddedStore) -> None:
    found = compared(store, file(POVERTY), TODAY)
    assert found.leading is not None
    before_all = compared(store, file(POVERTY, line_5="1/1/2018"), date(2018, 1, 1))
    assert before_all.leading is None
    assert before_all.targets[0].stood is None
