"""A ledger that cannot be used is refused with a way out, and left exactly as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from plantrack.ledger import EmbeddedStore, LedgerUnavailable, Unavailable
from plantrack.ledger.reasons import IRREVOCABLE, UNAVAILABLE, Irrevocable
from plantrack.model import RevisionKind, Text
from tests.ledger.plans import figure, plan


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """A closed ledger with three revisions."""
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    for count in range(3):
        rows = [figure(year, str(count)) for year in range(2021, 2025)]
        store.commit(RevisionKind.RECORD, rows, expecting=count, by="Lan", note="")
    store.close()
    return store.location


def refusal(location: Path, plan_id: str = "highlands_plan") -> LedgerUnavailable:
    """Open, expecting a refusal that changes no byte."""
    before = contents(location.parent)
    with pytest.raises(LedgerUnavailable) as refused:
        EmbeddedStore(location, plan(plan_id))
    assert contents(location.parent) == before
    assert str(location) in refused.value.sentence.vi
    return refused.value


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("content", [b"", b"not a database " * 1000])
def test_a_file_that_is_no_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "plan.duckdb"
    place.write_bytes(content)
    refused = refusal(place)
    assert refused.reason is Unavailable.DAMAGED
    assert refused.sentence.en.endswith(
        "Restore the latest backup with the command restore --replace, which keeps this file."
    )


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5])
def test_a_truncated_file_is_damaged(location: Path, share: float) -> None:
    content = location.read_bytes()
    location.write_bytes(content[: int(len(content) * share)])
    assert refusal(location).reason is Unavailable.DAMAGED


@pytest.mark.parametrize("block", range(12288, 12288 + 6 * 262144, 262144))
def test_an_overwritten_block_is_met_on_opening_or_was_free(location: Path, block: int) -> None:
    content = location.read_bytes()
    location.write_bytes(content[:block] + bytes(8192) + content[block + 8192 :])
    try:
        store = EmbeddedStore(location, plan())
    except LedgerUnavailable as refused:
        seen = str(refused.reason)
    else:
        assert {one.value for one in store.current().figures} == {2}
        seen = "whole"
        store.close()
    assert seen in {"damaged", "whole"}


def test_a_file_with_its_heads_overwritten_is_damaged(location: Path) -> None:
    content = location.read_bytes()
    location.write_bytes(content[:4096] + bytes(8192) + content[12288:])
    assert refusal(location).reason is Unavailable.DAMAGED


def test_everything_recorded_is_in_the_file_itself(location: Path) -> None:
    assert [path.name for path in location.parent.iterdir() if path.is_file()] == ["plan.duckdb"]


def test_a_damaged_log_says_that_nothing_recorded_is_in_it(location: Path, tmp_path: Path) -> None:
    log = location.with_name("plan.duckdb.wal")
    left = written_ahead(location)
    log.write_bytes(left[:40] + b"\xff" * 16 + left[56:])
    refused = refusal(location)
    assert refused.reason is Unavailable.DAMAGED_LOG
    assert refused.sentence.en.endswith(
        f"Every recorded revision is in {location} itself: "
        "move only the .wal file aside and start again."
    )
    log.rename(tmp_path / "aside")
    store = EmbeddedStore(location, plan())
    assert store.revision() == 3, "the way out works"
    store.close()


def written_ahead(location: Path) -> bytes:
    """Return a .wal that belongs to the file, as a program leaves it that dies in a commit."""
    dying = (
        "import duckdb, os, sys\n"
        "connection = duckdb.connect(sys.argv[1])\n"
        'for n in range(9): connection.execute("INSERT INTO saved VALUES '
        "('p', 'k', 'n', 'v', 'b', now()::TIMESTAMP)\")\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", dying, str(location)], check=True)
    return location.with_name("plan.duckdb.wal").read_bytes()


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
def test_a_truncated_log_costs_no_recorded_revision(location: Path, share: float) -> None:
    left = written_ahead(location)
    location.with_name("plan.duckdb.wal").write_bytes(left[: int(len(left) * share)])
    store = EmbeddedStore(location, plan())
    assert store.revision() == 3
    store.close()


def test_a_ledger_of_a_newer_program_is_left_alone(location: Path) -> None:
    with duckdb.connect(str(location)) as connection:
        connection.execute("INSERT INTO schema_steps VALUES (99, now()::TIMESTAMP, '9.0.0')")
    refused = refusal(location)
    assert refused.reason is Unavailable.NEWER_SCHEMA
    assert "Update the program and start again." in refused.sentence.en


def test_a_ledger_of_another_plan_names_the_setting(location: Path) -> None:
    refused = refusal(location, plan_id="coast_plan")
    assert refused.reason is Unavailable.OTHER_PLAN
    assert refused.sentence == Text(
        f"Cơ sở dữ liệu {location} chứa một kế hoạch khác (highlands_plan ≠ coast_plan). "
        "Tệp được giữ nguyên. "
        "Hãy đặt PLANTRACK_LEDGER là tệp của kế hoạch này hoặc một tệp mới.",
        f"The ledger {location} holds another plan (highlands_plan ≠ coast_plan). "
        "The file was left as it is. Set PLANTRACK_LEDGER to this plan's own file, "
        "or to a new one.",
    )


def test_a_database_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "sales.duckdb"
    with duckdb.connect(str(place)) as connection:
        connection.execute("CREATE TABLE sales (amount INTEGER)")
    assert refusal(place).reason is Unavailable.NOT_A_LEDGER


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "plan.duckdb"
    place.mkdir()
    assert refusal(place).reason is Unavailable.IS_A_FOLDER


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(LedgerUnavailable) as refused:
        EmbeddedStore(tmp_path / "data" / "plan.duckdb", plan())
    assert refused.value.reason is Unavailable.DISK


def test_without_permission_the_ledger_says_where(location: Path) -> None:
    opening = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from plantrack.ledger import EmbeddedStore, LedgerUnavailable\n"
        "from tests.ledger.plans import plan\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: EmbeddedStore(Path(sys.argv[1]), plan())\n"
        "except LedgerUnavailable as refused: print(refused.reason)\n"
    )
    for folder in (location.parent, location.parent.parent, location.parent.parent.parent):
        os.chmod(folder, 0o755)  # noqa: PTH101, S103 - pytest's folders are closed to others
    location.chmod(0o444)
    answer = subprocess.run(
        [sys.executable, "-c", opening, str(location)], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "no_permission\n"


def test_a_failed_open_can_be_tried_again(location: Path) -> None:
    content = location.read_bytes()
    location.write_bytes(b"")
    assert refusal(location).reason is Unavailable.DAMAGED
    location.write_bytes(content)
    store = EmbeddedStore(location, plan())
    assert store.revision() == 3
    store.close()


@pytest.mark.parametrize("sentence", [*UNAVAILABLE.values(), *IRREVOCABLE.values()])
def test_every_refusal_is_said_alike_in_both_languages(sentence: Text) -> None:
    fields = re.compile(r"{\w+}")
    assert set(fields.findall(sentence.vi)) == set(fields.findall(sentence.en))
    assert sentence.vi != sentence.en


def test_no_reason_is_without_a_sentence() -> None:
    assert set(UNAVAILABLE) == set(Unavailable)
    assert set(IRREVOCABLE) == set(Irrevocable)
