"""What every ledger promises (the Store contract)."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from plantrack import __version__
from plantrack.ledger import (
    AlreadyRecorded,
    CannotWithdraw,
    Irrevocable,
    LedgerUnavailable,
    NothingToRecord,
    Snapshot,
    StaleRevision,
    Store,
    Unavailable,
)
from plantrack.model import Figure, Period, RevisionKind, Status
from tests.ledger.conftest import Open
from tests.ledger.plans import figure, plan, source, utc, values, with_sources

SEED, RECORD, PLAN, NOTE = (
    RevisionKind.SEED,
    RevisionKind.RECORD,
    RevisionKind.PLAN,
    RevisionKind.NOTE,
)


def record(store: Store, *rows: Figure, kind: RevisionKind = RECORD, raw: str | None = None) -> int:
    return store.commit(kind, rows, expecting=store.revision(), by="Lan", note="yearbook", raw=raw)


def withdraw(store: Store, revision: int) -> int:
    return store.withdraw(revision, expecting=store.revision(), by="Minh", reason="wrong table")


def test_an_empty_ledger_is_revision_zero_and_holds_nothing(store: Store) -> None:
    assert store.revision() == 0
    assert store.current() == Snapshot(0, "", (), {})
    assert store.history() == ()


def test_revisions_are_numbered_from_one_without_gaps(store: Store) -> None:
    assert [record(store, figure(2020 + n)) for n in range(1, 4)] == [1, 2, 3]
    assert [entry.number for entry in store.history()] == [1, 2, 3]


def test_a_refused_commit_uses_up_no_number(store: Store) -> None:
    record(store, figure(2021))
    with pytest.raises(ValueError, match="nobody"):
        record(store, figure(2022, origin="nobody"))
    assert record(store, figure(2022)) == 2


def test_the_current_figure_is_the_one_recorded_last(store: Store) -> None:
    record(store, figure(2023, "59.8"), figure(2024, "63.9"), kind=SEED)
    record(store, figure(2023, "57.83"))
    now = store.current()
    assert now.revision == 2
    assert values(now.figures) == {
        ("income_office", 2023): Decimal("57.83"),
        ("income_office", 2024): Decimal("63.9"),
    }
    assert [one.revision for one in now.figures] == [2, 1]


def test_every_part_of_a_figure_comes_back(store: Store) -> None:
    row = replace(
        figure(2025, "-0.00000001", status=Status.ESTIMATE, period=Period.of_years(2021, 2022)),
        decimals=1,
    )
    record(store, row)
    assert store.current().figures == (replace(row, revision=1),)


@pytest.mark.parametrize("text", ["0", "-3.5", "150", "1000000", "9999999999999999.99999999"])
def test_a_value_comes_back_equal_and_plain(store: Store, text: str) -> None:
    record(store, figure(2023, text))
    assert str(store.current().figures[0].value) == text


@pytest.mark.parametrize("text", ["0.000000001", "10000000000000000", "NaN", "Infinity"])
def test_a_value_the_ledger_would_have_to_round_is_refused(store: Store, text: str) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        record(store, figure(2023, text))
    assert store.revision() == 0


def test_two_rows_for_one_series_place_and_period_are_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="more than one row"):
        record(store, figure(2023, "1"), figure(2023, "2"))
    assert store.revision() == 0


def test_a_year_and_a_span_ending_in_it_are_two_figures(store: Store) -> None:
    record(store, figure(2022, "1"), figure(period=Period.of_years(2021, 2022), value="2"))
    assert len(store.current().figures) == 2


def test_figures_can_be_asked_for_by_place_and_series(store: Store) -> None:
    record(
        store,
        figure(2023, geography="highlands"),
        figure(2023, geography="lowlands"),
        figure(2023, series="share_office"),
    )
    assert len(store.current(geographies=["highlands"]).figures) == 2
    assert len(store.current(geographies=["highlands"], series=["share_office"]).figures) == 1
    assert store.current(series=[]).figures == ()


def test_a_seed_or_record_without_rows_is_nothing_to_record(store: Store) -> None:
    for kind in (SEED, RECORD):
        with pytest.raises(NothingToRecord):
            record(store, kind=kind)
    assert record(store, kind=PLAN) == 1
    assert record(store, kind=NOTE) == 2


def test_a_writer_who_looked_at_an_older_revision_is_told_both_numbers(store: Store) -> None:
    record(store, figure(2021))
    record(store, figure(2022))
    with pytest.raises(StaleRevision) as refused:
        store.commit(RECORD, [figure(2023)], expecting=1, by="Lan", note="")
    assert (refused.value.head, refused.value.expected) == (2, 1)
    assert refused.value.sentence.en == (
        "Revision 2 arrived while you looked at revision 1. "
        "Nothing was recorded: compare again, then record."
    )
    assert refused.value.sentence.vi == (
        "Đã có phiên bản số liệu 2 trong khi bạn xem phiên bản 1. "
        "Chưa ghi gì; hãy so sánh lại rồi ghi."
    )
    with pytest.raises(StaleRevision):
        store.withdraw(2, expecting=1, by="Lan", reason="")
    assert store.revision() == 2


def test_the_same_file_with_the_same_rows_is_recorded_once(store: Store) -> None:
    record(store, figure(2021), kind=SEED)
    raw = store.keep(b"year,value", "update.csv")
    rows = (figure(2022, "61"), figure(2023, "62.0"))
    record(store, *rows, raw=raw)
    with pytest.raises(AlreadyRecorded) as refused:
        store.commit(RECORD, (figure(2023, "62"), rows[0]), expecting=1, by="Lan", note="", raw=raw)
    assert refused.value.revision == 2
    assert record(store, rows[0], raw=raw) == 3, "other rows of the same file"


def test_a_file_whose_revision_was_withdrawn_can_be_recorded_again(store: Store) -> None:
    record(store, figure(2021), kind=SEED)
    raw = store.keep(b"year,value")
    record(store, figure(2022), raw=raw)
    withdraw(store, 2)
    assert record(store, figure(2022), raw=raw) == 4


def test_a_revision_cannot_be_made_from_a_file_that_was_not_kept(store: Store) -> None:
    with pytest.raises(LedgerUnavailable) as refused:
        record(store, figure(2022), raw="0" * 64)
    assert refused.value.reason is Unavailable.NO_KEPT_FILE
    assert store.revision() == 0


def test_a_kept_file_comes_back_byte_for_byte(store: Store) -> None:
    content = bytes(range(256))
    assert store.keep(content, "Bảng.XLSX") == store.keep(content)
    assert store.raw(store.keep(content)) == content


def test_withdrawing_brings_back_what_stood_before(store: Store) -> None:
    record(store, figure(2023, "1"), kind=SEED)
    before = store.current().figures
    record(store, figure(2023, "2"), figure(2024, "3"))
    withdraw(store, 2)
    assert store.current().figures == before
    assert store.revision() == 3


def test_withdrawing_the_withdrawal_brings_the_figures_back(store: Store) -> None:
    record(store, figure(2023, "1"), kind=SEED)
    record(store, figure(2023, "2"))
    stood = store.current().figures
    withdraw(store, 2)
    withdraw(store, 3)
    assert store.current().figures == stood
    withdraw(store, 4)
    assert values(store.current().figures) == {("income_office", 2023): Decimal(1)}


def test_history_says_who_what_under_which_plan_and_what_took_it_back(store: Store) -> None:
    record(store, figure(2023), kind=SEED)
    record(store, figure(2024), figure(2025))
    withdraw(store, 2)
    first, second, third = store.history()
    assert (second.kind, second.made_by, second.note, second.rows) == (
        RECORD,
        "Lan",
        "yearbook",
        2,
    )
    assert (second.plan_digest, second.program_version) == (plan().digest, __version__)
    assert (first.stands, second.stands, second.withdrawn_by, third.withdraws) == (
        True,
        False,
        3,
        2,
    )
    assert (third.kind, third.made_by, third.note) == (
        RevisionKind.WITHDRAWAL,
        "Minh",
        "wrong table",
    )


def test_what_cannot_be_withdrawn_says_why(store: Store) -> None:
    record(store, figure(2023), kind=SEED)
    store.commit(PLAN, (), expecting=1, by="start", note="", decisions={"seeds": plan().digest})
    store.commit(PLAN, (), expecting=2, by="Lan", note="a new target set")
    record(store, figure(2024))
    withdraw(store, 4)
    reasons = {}
    for revision in (0, 1, 2, 4, 99):
        with pytest.raises(CannotWithdraw) as refused:
            withdraw(store, revision)
        reasons[revision] = refused.value.reason
    assert reasons == {
        0: Irrevocable.UNKNOWN,
        1: Irrevocable.FIRST,
        2: Irrevocable.PLAN_AT_START,
        4: Irrevocable.ALREADY_WITHDRAWN,
        99: Irrevocable.UNKNOWN,
    }
    assert withdraw(store, 3) == 6, "a target set recorded by a person can be withdrawn"


def test_a_withdrawal_is_made_by_withdraw_alone(store: Store) -> None:
    with pytest.raises(ValueError, match="withdraw"):
        record(store, figure(2023), kind=RevisionKind.WITHDRAWAL)


def test_as_of_shows_the_ledger_as_it_was(store: Store) -> None:
    shown = [store.current()]
    for step in range(1, 4):
        record(store, figure(2023, str(step)), kind=SEED)
        shown.append(store.current())
    withdraw(store, 3)
    shown.append(store.current())
    withdraw(store, 4)
    shown.append(store.current())
    assert [store.as_of(number) for number in range(6)] == shown


def test_as_of_a_revision_that_does_not_exist_is_a_mistake(store: Store) -> None:
    record(store, figure(2023))
    for revision in (-1, 2):
        with pytest.raises(ValueError, match="no revision"):
            store.as_of(revision)


def test_a_day_ends_at_midnight_in_the_time_zone_of_the_plan(open_store: Open) -> None:
    moments = iter(
        [
            utc("2026-03-09 16:59:59.999999"),  # the last microsecond of 9 March, UTC+7
            utc("2026-03-09 17:00"),  # the first of 10 March
            utc("2026-03-11 01:00"),
        ]
    )
    store = open_store(clock=lambda: next(moments))
    for year in (2021, 2022, 2023):
        record(store, figure(year))
    days = [date(2026, 3, day) for day in (8, 9, 10, 11, 12)]
    assert [store.at(day).revision for day in days] == [0, 1, 2, 3, 3]


def test_the_day_the_clocks_change_has_its_own_end(open_store: Open) -> None:
    moments = iter([utc("2026-03-29 21:59"), utc("2026-03-29 22:00")])
    store = open_store(plan=plan(time_zone="Europe/Berlin"), clock=lambda: next(moments))
    record(store, figure(2021))
    record(store, figure(2022))
    assert store.at(date(2026, 3, 29)).revision == 1


def test_a_clock_set_back_does_not_reorder_revisions(open_store: Open) -> None:
    moments = iter([utc("2026-03-09 12:00"), utc("2026-03-08 12:00")])
    store = open_store(clock=lambda: next(moments))
    record(store, figure(2021))
    record(store, figure(2022))
    assert [entry.made_at for entry in store.history()] == [utc("2026-03-09 12:00")] * 2


def test_a_revision_shows_its_rows_and_what_they_replaced(store: Store) -> None:
    record(store, figure(2023, "59.8"), kind=SEED)
    record(store, figure(2024, "63.9"), figure(2023, "57.83"))
    record(store, figure(2023, "58"))
    new, changed = store.figures_of(2)
    assert (new.period.year, changed.period.year, new.revision) == (2024, 2023, 2)
    before = store.replaced_by(2)
    assert before[new.key] is None
    assert before[changed.key] == replace(figure(2023, "59.8"), revision=1)


def test_an_origin_outside_the_plan_comes_with_the_rows(store: Store) -> None:
    report = source("report_2025", "Report for 2025")
    with pytest.raises(ValueError, match="report_2025"):
        record(store, figure(2025, origin="report_2025"))
    store.commit(
        RECORD,
        [figure(2025, origin="report_2025")],
        expecting=0,
        by="Lan",
        note="",
        decisions={"sources": [asdict(report)], "dropped": ["B7"]},
    )
    assert store.current().sources == {"report_2025": report}
    assert store.history()[0].decisions["dropped"] == ["B7"]
    assert record(store, figure(2026, origin="report_2025")) == 2, "known from now on"


def test_a_withdrawn_wording_of_an_origin_does_not_hide_the_standing_one(store: Store) -> None:
    for number, title in enumerate(("First title", "Second title")):
        store.commit(
            RECORD,
            [figure(2025 + number, origin="report")],
            expecting=number,
            by="Lan",
            note="",
            decisions={"sources": [asdict(source("report", title))]},
        )
    assert store.current().sources["report"].title == "Second title"
    withdraw(store, 2)
    assert store.current().sources["report"].title == "First title"


def test_definitions_are_kept_whole_with_the_revisions_made_under_them(open_store: Open) -> None:
    first = open_store()
    record(first, figure(2023))
    first.close()
    changed = plan(goal="160")
    second = open_store(plan=changed)
    assert second.current().plan_digest == plan().digest
    record(second, kind=PLAN)
    assert second.current().plan_digest == changed.digest
    assert second.as_of(1).plan_digest == plan().digest
    assert second.definition(plan().digest) == plan().definition
    assert second.definition(changed.digest) == changed.definition
    with pytest.raises(LedgerUnavailable) as refused:
        second.definition("unknown")
    assert refused.value.reason is Unavailable.NO_DEFINITION


def test_everything_is_there_after_closing_and_opening_again(open_store: Open) -> None:
    store = open_store()
    raw = store.keep(b"bytes", "update.xlsx")
    record(store, figure(2023), kind=SEED)
    record(store, figure(2024), raw=raw)
    withdraw(store, 2)
    shown = (store.current(), store.history())
    store.close()
    again = open_store()
    assert (again.current(), again.history()) == shown
    assert again.raw(raw) == b"bytes"


def test_saved_things_are_kept_outside_revisions(open_store: Open) -> None:
    store = open_store()
    store.save("deck", "March", {"slides": [1, 2], "title": "Tháng Ba"}, "Lan")
    store.save("deck", "March", {"slides": [3]}, "Minh")
    store.save("matching", "March", ["GRDP"], "Lan")
    store.forget("deck", "never saved")
    store.close()
    store = open_store()
    (deck,) = store.saved("deck")
    assert (deck.name, deck.value, deck.saved_by) == ("March", {"slides": [3]}, "Minh")
    store.forget("deck", "March")
    assert store.saved("deck") == ()
    assert len(store.saved("matching")) == 1
    assert store.revision() == 0


def test_a_backup_is_a_ledger_equal_to_the_one_it_was_made_from(
    open_store: Open, tmp_path: Path
) -> None:
    store = open_store(plan=with_sources(plan(), plan().sources))
    raw = store.keep(b"bytes")
    record(store, figure(2023), kind=SEED)
    record(store, figure(2024), raw=raw)
    withdraw(store, 2)
    store.save("deck", "March", [1], "Lan")
    store.backup(tmp_path / "backups" / "march.duckdb")
    copy = open_store("backups/march.duckdb")
    assert (copy.current(), copy.history()) == (store.current(), store.history())
    assert copy.figures_of(2) == store.figures_of(2)
    assert copy.saved("deck") == store.saved("deck")
    assert copy.raw(raw) == b"bytes"
    digest = store.current().plan_digest
    assert copy.definition(digest) == store.definition(digest)
    record(copy, figure(2025))
    assert (copy.revision(), store.revision()) == (4, 3)


def test_a_backup_never_overwrites_a_file(store: Store, tmp_path: Path) -> None:
    place = tmp_path / "march.duckdb"
    place.write_text("something else")
    with pytest.raises(LedgerUnavailable) as refused:
        store.backup(place)
    assert refused.value.reason is Unavailable.PLACE_TAKEN
    assert place.read_text() == "something else"


def test_a_closed_ledger_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(LedgerUnavailable) as refused:
        store.revision()
    assert refused.value.reason is Unavailable.CLOSED
