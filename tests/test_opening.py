"""What a start does with the seeds, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from plantrack.ledger import CannotWithdraw, EmbeddedStore, LedgerUnavailable
from plantrack.model import Figure, Period, RejectedFigure, RevisionKind, Text, Use
from plantrack.opening import NoticeCode, bring_in, open_plan
from plantrack.plan import Plan
from plantrack.settings import DEFAULT_SEEDS, Settings
from tests.ledger.plans import SmallSeeds, figure, plan, values

BASE, LATER = figure(2023, "57.83"), figure(2024, "63.94")
YEAR = ("income_office", 2023)


class Start:
    """A ledger that is started again and again with the seeds given."""

    def __init__(self, folder: Path) -> None:
        self.location = folder / "plan.duckdb"
        self.store: EmbeddedStore | None = None

    def __call__(self, *figures: Figure, of: Plan | None = None) -> EmbeddedStore:
        self.close()
        found = SmallSeeds(of or plan(), figures, repr((of, figures)).encode())
        self.store = EmbeddedStore(self.location, found.plan)
        self.notices = bring_in(found, self.store)  # type: ignore[arg-type]
        return self.store

    def close(self) -> None:
        if self.store is not None:
            self.store.close()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    starting = Start(tmp_path)
    yield starting
    starting.close()


def kinds(store: EmbeddedStore) -> list[str]:
    return [entry.kind.value for entry in store.history()]


def record(store: EmbeddedStore, *rows: Figure) -> int:
    return store.commit(
        RevisionKind.RECORD, rows, expecting=store.revision(), by="Lan", note="update"
    )


def withdraw(store: EmbeddedStore, revision: int) -> None:
    store.withdraw(revision, expecting=store.revision(), by="Lan", reason="wrong")


def test_the_first_start_records_all_figures_as_revision_1(start: Start) -> None:
    store = start(BASE, LATER)
    assert kinds(store) == ["seed"]
    assert len(store.current().figures) == 2
    assert store.definition(store.current().plan_digest) == plan().definition
    assert store.raw(store.history()[0].raw_digest or "") == repr((None, (BASE, LATER))).encode()


def test_a_plan_without_a_figure_starts_with_its_definition(start: Start) -> None:
    assert kinds(start()) == ["plan"]
    assert kinds(start()) == ["plan"]
    assert kinds(start(BASE)) == ["plan", "seed"]


def test_a_start_with_the_same_seeds_records_nothing(start: Start) -> None:
    start(BASE, LATER)
    assert kinds(start(BASE, LATER)) == ["seed"]
    assert start.notices == ()


def test_a_changed_definition_is_one_plan_revision(start: Start) -> None:
    start(BASE)
    changed = plan(goal="160")
    store = start(BASE, of=changed)
    assert kinds(store) == ["seed", "plan"]
    assert store.current().plan_digest == changed.digest
    assert kinds(start(BASE, of=changed)) == ["seed", "plan"]


def test_a_definition_changed_back_is_a_revision_of_its_own(start: Start) -> None:
    for goal in ("150", "160", "150", "160"):
        store = start(BASE, of=plan(goal=goal))
    assert kinds(store) == ["seed", "plan", "plan", "plan"]
    assert store.current().plan_digest == plan(goal="160").digest


def test_a_plan_revision_made_at_start_cannot_be_withdrawn(start: Start) -> None:
    start(BASE)
    store = start(BASE, of=plan(goal="160"))
    with pytest.raises(CannotWithdraw):
        withdraw(store, 2)


def test_only_new_or_different_figures_make_a_seed_revision(start: Start) -> None:
    start(BASE)
    store = start(BASE, LATER)
    assert store.figures_of(2) == (replace(LATER, revision=2),)
    store = start(replace(BASE, value=Decimal("58")), LATER)
    assert values(store.figures_of(3)) == {YEAR: Decimal(58)}
    assert kinds(store) == ["seed"] * 3


def test_figures_changed_there_and_back_and_there_again_are_followed(start: Start) -> None:
    for value in ("1", "2", "1", "2"):
        store = start(figure(2023, value))
    assert kinds(store) == ["seed"] * 4
    assert values(store.current().figures) == {YEAR: Decimal(2)}


def test_a_better_note_of_the_same_value_is_a_difference(start: Start) -> None:
    start(BASE)
    store = start(replace(BASE, locator="table 9"))
    assert kinds(store) == ["seed", "seed"]


def test_a_withdrawn_seed_revision_stays_withdrawn_after_a_start(start: Start) -> None:
    start(BASE)
    store = start(BASE, LATER)
    withdraw(store, 2)
    store = start(BASE, LATER)
    assert kinds(store) == ["seed", "seed", "withdrawal"]
    assert len(store.current().figures) == 1


def test_a_figure_a_person_recorded_is_not_replaced_by_the_seeds(start: Start) -> None:
    record(start(BASE), replace(BASE, value=Decimal(60)))
    changed = replace(BASE, value=Decimal(58))
    store = start(changed, LATER)
    assert values(store.figures_of(3)) == {("income_office", 2024): Decimal("63.94")}
    assert values(store.current().figures)[YEAR] == 60
    (notice,) = start.notices
    assert (notice.code, notice.seed) == (NoticeCode.KEPT_OUT, changed)
    assert notice.sentence.en == (
        "The seeds hold another figure for income_office, highlands, 2023, but the one recorded "
        "in revision 2 stands. To take the seeds' figure, withdraw revision 2 and start again."
    )
    assert notice.sentence.vi == (
        "Dữ liệu gốc có số liệu khác cho income_office, highlands, 2023, nhưng số liệu đã ghi ở "
        "phiên bản 2 được giữ. Muốn dùng dữ liệu gốc, hãy thu hồi phiên bản 2 rồi khởi động lại."
    )


def test_a_kept_out_figure_is_listed_at_every_start_and_enters_once_the_record_is_withdrawn(
    start: Start,
) -> None:
    record(start(BASE), replace(BASE, value=Decimal(60)))
    changed = replace(BASE, value=Decimal(58))
    start(changed)
    store = start(changed)
    assert kinds(store) == ["seed", "record"]
    assert len(start.notices) == 1
    withdraw(store, 2)
    store = start(changed)
    assert values(store.current().figures) == {YEAR: Decimal(58)}
    assert start.notices == ()


def test_seeds_that_caught_up_with_a_record_are_no_news(start: Start) -> None:
    record(start(BASE), replace(LATER, locator="cell B7"))
    store = start(BASE, LATER)
    assert kinds(store) == ["seed", "record"]
    assert start.notices == ()


def test_a_figure_gone_from_the_seeds_stands_and_is_listed(start: Start) -> None:
    start(BASE, LATER)
    store = start(BASE)
    assert len(store.current().figures) == 2
    assert kinds(store) == ["seed"]
    assert [notice.code for notice in start.notices] == [NoticeCode.GONE]
    assert "use = reject" in start.notices[0].sentence.en


def test_a_figure_the_seeds_now_reject_no_longer_carries_a_standing(start: Start) -> None:
    start(BASE, LATER)
    reason = Text("Công bố nhầm", "Misprinted")
    rejected = RejectedFigure(
        LATER.series,
        LATER.geography,
        Period.of_year(2024),
        Decimal("63.94"),
        "yearbook",
        "p. 1",
        reason,
    )
    now = replace(plan(goal="160"), rejected=(rejected,))
    store = start(BASE, of=now)
    assert kinds(store) == ["seed", "plan", "seed"]
    uses = {one.period.year: (one.use, one.note) for one in store.current().figures}
    assert uses[2024] == (Use.REJECT, reason)
    assert uses[2023][0] is Use.FIGURE
    assert kinds(start(BASE, of=now)) == ["seed", "plan", "seed"]
    assert start.notices == ()


SECOND = Path(__file__).parent / "plans" / "second"


@pytest.mark.parametrize("folder", [DEFAULT_SEEDS, SECOND])
def test_a_real_plan_opens_seeded_and_opens_again_unchanged(tmp_path: Path, folder: Path) -> None:
    settings = Settings(seeds=folder, data=tmp_path)
    opened = open_plan(settings)
    now = opened.store.current()
    assert (now.revision, opened.notices) == (1, ())
    assert opened.plan.digest == now.plan_digest
    opened.close()
    again = open_plan(settings)
    assert again.store.current() == now
    again.close()


def test_sessions_of_one_process_share_one_opened_plan(tmp_path: Path) -> None:
    settings = Settings(seeds=SECOND, data=tmp_path)
    opened = open_plan(settings)
    assert open_plan(settings) is opened
    opened.close()
    reopened = open_plan(settings)
    assert reopened is not opened
    assert reopened.store.revision() == 1
    reopened.close()


def test_the_ledger_of_one_plan_refuses_the_seeds_of_another(tmp_path: Path) -> None:
    ledger = tmp_path / "plan.duckdb"
    open_plan(Settings(seeds=SECOND, data=tmp_path, ledger=ledger)).close()
    with pytest.raises(LedgerUnavailable, match="PLANTRACK_LEDGER"):
        open_plan(Settings(data=tmp_path, ledger=ledger))


def test_a_file_set_aside_is_listed_at_start(tmp_path: Path) -> None:
    settings = Settings(seeds=SECOND, data=tmp_path)
    opened = open_plan(settings)
    digest = opened.store.keep(b"interrupted", "update.csv")
    opened.close()
    opened = open_plan(settings)
    (notice,) = opened.notices
    assert (notice.code, notice.path and notice.path.name) == (
        NoticeCode.UNCLAIMED,
        f"{digest}.csv",
    )
    opened.close()
