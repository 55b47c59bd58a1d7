"""The commands as an administrator types them, with the dashboards running or stopped."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from plantrack.__main__ import main
from plantrack.ledger import backups_in, read_only
from plantrack.settings import ROOT, Settings
from tests.safekeeping.journeys import environment_of

PATIENCE = 90  # seconds a start may take on a busy machine


def command(
    settings: Settings, *arguments: str, cwd: Path = ROOT, **others: str
) -> subprocess.CompletedProcess[str]:
    environment = {n: t for n, t in os.environ.items() if not n.startswith("PLANTRACK_")}
    environment |= environment_of(settings) | others | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "plantrack", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@dataclass(frozen=True)
class Typed:
    returncode: int
    stdout: str
    stderr: str


def typed(settings: Settings, *arguments: str) -> Typed:
    """Run a command in this process: the same, without the seconds a new process takes."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in environment_of(settings).items():
            patch.setenv(name, value)
        status = main(list(arguments))
    return Typed(status, out.getvalue(), err.getvalue())


@pytest.fixture
def served(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """The dashboards, running on the ledger of the settings."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    environment = {n: t for n, t in os.environ.items() if not n.startswith("PLANTRACK_")}
    environment |= environment_of(settings) | {"PLANTRACK_PORT": str(port)}
    server = subprocess.Popen(
        [sys.executable, "-m", "plantrack", "serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    assert server.stdout.readline().startswith("Mở / Open")
    yield server
    server.kill()
    server.communicate()


def test_while_the_dashboards_run_they_back_up_by_themselves_and_when_asked(
    settings: Settings, served: subprocess.Popen[str], tmp_path: Path
) -> None:
    place = settings.data / "backups"
    deadline = time.monotonic() + PATIENCE
    while not backups_in(place):
        assert time.monotonic() < deadline, "the first scheduled backup is due at once"
        time.sleep(0.1)
    asked = command(settings, "backup", "--to", str(tmp_path / "stick"))
    assert asked.returncode == 0, asked.stderr
    assert [one.manifest.occasion.value for one in backups_in(place)] == ["scheduled", "asked"]
    assert f"Backed up to revision 5 in {tmp_path / 'stick'}; reopened and compared" in asked.stdout
    assert list((place / "requests").iterdir()) == [], "nothing of the request is left"

    found = command(settings, "doctor")
    assert (found.returncode, found.stderr) == (0, "")
    assert "Nothing to act on; examined up to revision 5." in found.stdout

    taken = command(settings, "export", "--to", str(tmp_path / "out"), "--only", "figures.csv")
    assert taken.returncode == 0, taken.stderr
    assert len(list((tmp_path / "out").iterdir())) == 2, "of the checked copy the program made"

    assert settings.ledger is not None
    elsewhere = settings.ledger.rename(tmp_path / "moved by mistake")
    moved = command(settings, "doctor")
    assert moved.returncode == 5
    assert "was moved, deleted or replaced while the program runs" in moved.stdout
    saved = command(settings, "backup")
    assert saved.returncode == 0, "the running program still has everything"
    assert "Backed up to revision 5" in saved.stdout
    elsewhere.rename(settings.ledger)

    held = command(settings, "restore", "latest", "--replace")
    assert held.returncode == 1
    assert f"is open in another program (PID {served.pid})" in held.stderr
    refused = command(settings, "rebuild")
    assert refused.returncode == 1
    assert "rebuild from it with rebuild --from" in refused.stderr
    assert served.poll() is None

    carried = shutil.move(tmp_path / "stick", tmp_path / "other machine")
    other = Settings(seeds=settings.seeds, data=tmp_path, ledger=tmp_path / "new" / "plan.duckdb")
    restored = command(other, "restore", str(carried), cwd=tmp_path, PLANTRACK_LEDGER="")
    assert restored.returncode == 0
    assert (tmp_path / "dolina.duckdb").is_file(), "the file the plan has unless told otherwise"
    (tmp_path / "new").mkdir()
    restored = command(other, "restore", str(carried), cwd=tmp_path)
    assert restored.returncode == 0, restored.stderr
    with read_only(tmp_path / "new" / "plan.duckdb") as ledger:
        assert ledger.revision() == 5
        assert ledger.examine() == ()


def test_a_ledger_held_by_another_program_is_told_with_a_way_out(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plantrack.commands import CannotRun
    from plantrack.commands.backup import make_backup
    from plantrack.safekeeping import requests

    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(settings.ledger)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    monkeypatch.setattr(requests.ask, "__defaults__", (0.3,))
    try:
        with pytest.raises(CannotRun) as refused:
            make_backup(settings)
    finally:
        holder.communicate("\n")
    assert refused.value.sentence.en == (
        f"The ledger {settings.ledger} is open in another program, which does not answer. Only "
        "“python -m plantrack serve” backs up while it runs: stop the other program, then run "
        "this command again."
    )
    assert list((settings.data / "backups" / "requests").iterdir()) == []


def test_back_up_lose_everything_restore_and_rebuild(settings: Settings, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert typed(settings, "backup", "--to", str(stick)).returncode == 0
    again = typed(settings, "backup", "--to", str(stick))
    assert again.returncode == 1
    assert "a backup overwrites nothing" in again.stderr

    shutil.rmtree(settings.data)
    settings.data.mkdir()
    doctor = typed(settings, "doctor")
    assert doctor.returncode == 5
    assert "[ACT NOW] There is no ledger" in doctor.stdout

    assert typed(settings, "restore", str(stick)).returncode == 0
    refused = typed(settings, "restore", str(stick))
    assert refused.returncode == 1
    assert "nothing is overwritten" in refused.stderr

    rebuilt = typed(settings, "rebuild")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert [line for line in rebuilt.stdout.splitlines() if line.startswith("Revision")] == [
        f"Revision {number}: equal." for number in range(1, 6)
    ]
    latest = typed(settings, "restore", "latest", "--replace")
    assert latest.returncode == 1, "a rebuilt ledger is never the latest backup"
    (made,) = backups_in(settings.data / "backups")
    assert typed(settings, "restore", str(made.folder), "--replace").returncode == 0
    looked = typed(settings, "doctor")
    assert looked.returncode == 4, "there is no backup yet"
    assert "[LOOK AT] There is no backup in" in looked.stdout


def test_the_doctor_tells_of_seeds_that_name_no_plan_and_no_ledger(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, value in environment_of(settings).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PLANTRACK_SEEDS", str(seeds))
    monkeypatch.setenv("PLANTRACK_LEDGER", "")
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["doctor"]) == 5
    assert "[ACT NOW] plan.csv: The file plan.csv is missing." in out.getvalue()


def test_what_is_not_there_is_said_with_a_way_out(settings: Settings, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    for arguments, sentence in (
        (("restore", "latest"), "There is no backup of this plan in"),
        (("restore", nowhere), "is not a backup of this program (No such file or directory)."),
        (("rebuild", "--from", nowhere), f"There is no file plan.duckdb in {nowhere}"),
        (("rebuild", "--files", nowhere), f"no original file of a recorded revision in {nowhere}"),
    ):
        refused = typed(settings, *arguments)
        assert refused.returncode == 1
        vietnamese, english = refused.stderr.splitlines()
        assert sentence in english
        assert vietnamese != english


def test_a_place_no_sentence_was_foreseen_for_is_named_all_the_same(settings: Settings) -> None:
    (settings.data / "backups").write_text("in the way")
    for command in ("backup", "rebuild"):
        refused = typed(settings, command)
        assert refused.returncode == 1
        assert f"{settings.data / 'backups'} could not be read or written" in refused.stderr
    assert typed(settings, "doctor").returncode == 5


def test_when_nothing_is_left_of_the_first_revision_the_file_to_look_for_is_named(
    settings: Settings,
) -> None:
    uploads = settings.data / "uploads"
    (seeds,) = uploads.glob("*.zip")
    seeds.unlink()
    refused = typed(settings, "rebuild", "--files", str(uploads))
    assert refused.returncode == 1
    assert f"{uploads} no longer holds the original file of revision 1" in refused.stderr


def test_a_lost_ledger_is_made_again_from_the_original_files(settings: Settings) -> None:
    assert settings.ledger is not None
    settings.ledger.unlink()
    rebuilt = typed(settings, "rebuild", "--files", str(settings.data / "uploads"))
    assert rebuilt.returncode == 4, "nothing is left to compare it with"
    assert "Revision 5: made again; there is no ledger left to compare it with." in rebuilt.stdout
    (made,) = backups_in(settings.data / "backups")
    assert typed(settings, "restore", str(made.folder)).returncode == 0
    with read_only(settings.ledger) as ledger:
        assert [entry.kind.value for entry in ledger.history()] == [
            "seed",
            "record",
            "note",
            "withdrawal",
            "withdrawal",
        ]
    nothing = typed(settings, "rebuild", "--files", str(settings.data / "backups"))
    assert nothing.returncode == 1
    assert "There is no original file of a recorded revision" in nothing.stderr
