"""A child kept in reserve is as fresh and as confined as one started for its task."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from plantrack.settings import ROOT
from plantrack.worker import Ended, Failed, Limits, Outcome, Worker
from plantrack.worker.children import RESERVE
from tests.worker.test_process import ENOUGH, MEGABYTE, TASKS, done, gone

READY = f"{TASKS}:process"


def in_reserve() -> int:
    assert RESERVE.waiting is not None
    return RESERVE.waiting


def gone_soon(process: int) -> bool:
    begun = monotonic()
    while not gone(process) and monotonic() - begun < 30:
        sleep(0.02)
    return gone(process)


def test_a_child_in_reserve_serves_one_task_and_another_takes_its_place() -> None:
    with RESERVE.kept(READY):
        first = in_reserve()
        assert done("process") == Outcome(first)
        assert gone(first)
        second = in_reserve()
        assert second != first
        assert done("process") == Outcome(second)


def test_what_one_task_leaves_behind_reaches_no_other() -> None:
    with RESERVE.kept(READY):
        assert [done("remember", number) for number in (1, 2)] == [Outcome([1]), Outcome([2])]


def test_none_is_kept_unless_it_is_asked_for() -> None:
    assert isinstance(done("process"), Outcome)
    assert RESERVE.waiting is None


def test_the_reserve_ends_with_the_block_that_keeps_it() -> None:
    with RESERVE.kept(READY):
        process = in_reserve()
    assert gone(process)
    assert RESERVE.waiting is None


def test_a_child_that_ended_in_reserve_is_replaced() -> None:
    with RESERVE.kept(READY):
        process = in_reserve()
        os.kill(process, signal.SIGKILL)
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
        outcome = done("process")
    assert isinstance(outcome, Outcome)
    assert outcome.value != process


def test_a_task_of_another_module_gets_a_child_of_its_own() -> None:
    with RESERVE.kept("json:dumps"):
        process = in_reserve()
        outcome = done("process")
        assert isinstance(outcome, Outcome)
        assert outcome.value != process == in_reserve()


def test_a_child_in_reserve_is_held_to_the_limits_of_its_task(tmp_path: Path) -> None:
    with RESERVE.kept(READY):
        assert done("hold", 400) == Failed(Ended.TOO_MUCH_MEMORY)
        assert done("hold", 150) == Outcome(150)
        trace = tmp_path / "trace"
        assert isinstance(done("leave_a_trace", str(trace)), Failed)
        ended = done("compute_for_ever", limits=Limits(1, 60.0, 300 * MEGABYTE))
    assert isinstance(ended, Failed)
    assert ended.why is Ended.TOO_LONG
    assert not trace.exists() or trace.stat().st_size == 0


def test_the_limits_stand_before_the_file_arrives() -> None:
    """What cannot be held within them is refused while it is handed over."""
    with RESERVE.kept(READY):
        ended = Worker().run(f"{TASKS}:length", (bytes(400 * MEGABYTE),), ENOUGH)
    assert ended == Failed(Ended.TOO_MUCH_MEMORY)


def test_a_module_that_cannot_be_loaded_is_told_by_the_task() -> None:
    with RESERVE.kept("no_such_module:task"):
        ended = Worker().run("no_such_module:task", (), ENOUGH)
    assert isinstance(ended, Failed)
    assert ended.why is Ended.FAILED
    assert "no_such_module" in ended.detail


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_no_child_outlives_the_program_it_is_kept_for(how: signal.Signals) -> None:
    program = (
        "import time\nfrom plantrack.worker.children import RESERVE\n"
        f"with RESERVE.kept({READY!r}):\n    print(RESERVE.waiting, flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT
    ) as parent:
        assert parent.stdout is not None
        process = int(parent.stdout.readline())
        assert not gone(process)
        parent.send_signal(how)
        parent.wait()
    assert gone_soon(process)
