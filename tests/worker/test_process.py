"""Whatever happens to a child comes back as a value, and nothing of it stays behind."""

from __future__ import annotations

import os
import resource
import signal
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from types import MappingProxyType

import pytest

from plantrack.worker import Ended, Failed, Limits, Outcome, Progress, Worker
from plantrack.worker.frames import pickled, read_frame

KILOBYTE = 2**10
MEGABYTE = 2**20
ENOUGH = Limits(cpu_seconds=20, wall_seconds=60.0, memory=300 * MEGABYTE)
TASKS = "tests.worker.tasks"


def done(name: str, *arguments: object, limits: Limits = ENOUGH) -> Outcome | Failed:
    return Worker().run(f"{TASKS}:{name}", arguments, limits)


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_what_a_task_returns_comes_back() -> None:
    seen: list[Progress] = []
    assert Worker().run(f"{TASKS}:add", (40, 2), ENOUGH, seen.append) == Outcome(42)
    assert seen[0].share is None
    assert [one.seconds for one in seen] == sorted(one.seconds for one in seen)


def test_what_a_task_prints_reaches_nobody_and_breaks_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert done("print_noise") == Outcome("quiet")
    assert capfd.readouterr() == ("", "")


def test_computing_beyond_its_seconds_is_ended_by_the_system() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    limits = Limits(cpu_seconds=1, wall_seconds=120.0, memory=300 * MEGABYTE)
    ended = done("compute_for_ever", limits=limits)
    assert isinstance(ended, Failed)
    assert ended.why is Ended.TOO_LONG
    computed = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    assert computed < 10, "by computing time, long before the clock"


def test_waiting_beyond_the_clock_is_ended_everywhere() -> None:
    assert done("sleep_for_ever", limits=Limits(20, 1.0, 300 * MEGABYTE)) == Failed(Ended.TOO_LONG)


@pytest.mark.parametrize("task", [("take_memory", 2**31), ("hold", 400)])
def test_more_memory_than_allowed_is_refused(task: tuple[str, int]) -> None:
    assert done(*task) == Failed(Ended.TOO_MUCH_MEMORY)


def test_less_memory_than_allowed_is_given() -> None:
    assert done("hold", 150) == Outcome(150)


def test_addresses_claimed_and_never_used_count_against_no_memory() -> None:
    reserving = replace(ENOUGH, reserved=8 * KILOBYTE * MEGABYTE)
    assert done("claim", 4 * KILOBYTE, limits=reserving) == Outcome(4 * KILOBYTE)
    assert isinstance(done("claim", 4 * KILOBYTE), Failed)
    assert done("hold", 400, limits=reserving) == Failed(Ended.TOO_MUCH_MEMORY)


def test_a_task_that_raises_has_failed_and_says_with_what() -> None:
    assert done("raise_something") == Failed(Ended.FAILED, "LookupError: Bảng nào?")


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (signal.SIGKILL, Ended.TOO_MUCH_MEMORY),  # a system short of memory
        (signal.SIGABRT, Ended.TOO_MUCH_MEMORY),  # a native reader refused memory
        (signal.SIGTRAP, Ended.TOO_MUCH_MEMORY),  # an engine of JavaScript refused memory
        (signal.SIGXCPU, Ended.TOO_LONG),
        (signal.SIGSEGV, Ended.FAILED),
    ],
)
def test_a_killed_child_is_told_by_how_it_ended(number: signal.Signals, why: Ended) -> None:
    ended = done("die", int(number))
    assert isinstance(ended, Failed)
    assert (ended.why, ended.detail) == (why, f"exit status -{int(number)}")


@pytest.mark.parametrize("task", ["no_such_task", "unpicklable"])
def test_a_mistake_of_the_program_is_no_exception_either(task: str) -> None:
    ended = done(task)
    assert isinstance(ended, Failed)
    assert ended.why is Ended.FAILED


def test_nothing_can_be_stored_by_a_child(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    ended = done("leave_a_trace", str(trace))
    assert isinstance(ended, Failed)
    assert "File too large" in ended.detail
    assert not trace.exists() or trace.stat().st_size == 0


def test_cancelling_ends_the_child_at_once() -> None:
    worker, begun = Worker(), monotonic()
    answers: list[Outcome | Failed] = []
    thread = Thread(
        target=lambda: answers.append(worker.run(f"{TASKS}:sleep_for_ever", (), ENOUGH))
    )
    thread.start()
    while not worker.busy:
        sleep(0.01)
    worker.cancel()
    thread.join()
    assert answers == [Failed(Ended.CANCELLED)]
    assert not worker.busy
    assert monotonic() - begun < ENOUGH.wall_seconds / 2, "long before it would end by itself"


def test_a_session_has_one_child_at_a_time() -> None:
    worker, answers = Worker(), list[Outcome | Failed]()
    thread = Thread(
        target=lambda: answers.append(worker.run(f"{TASKS}:sleep_for_ever", (), ENOUGH))
    )
    thread.start()
    while not worker.busy:
        sleep(0.01)
    assert worker.run(f"{TASKS}:add", (1, 1), ENOUGH) == Outcome(2)
    thread.join()
    assert answers == [Failed(Ended.CANCELLED)], "the one before was ended"


def test_what_a_watcher_raises_ends_the_child_and_goes_on() -> None:
    """A page that is left, or whose reader presses "stop", raises while it draws the progress."""

    class Left(Exception):
        pass

    def leave(progress: Progress) -> None:
        if progress.share == 0.25:
            raise Left

    worker = Worker()
    with pytest.raises(Left):
        worker.run(f"{TASKS}:sleep_for_ever", (), ENOUGH, leave)
    assert not worker.busy
    assert worker.run(f"{TASKS}:add", (1, 1), ENOUGH) == Outcome(2), "and there is room again"


def test_a_child_is_gone_once_its_result_is_here() -> None:
    outcome = done("process")
    assert isinstance(outcome, Outcome)
    assert gone(int(str(outcome.value)))


def test_a_read_only_mapping_travels_as_one(tmp_path: Path) -> None:
    file = tmp_path / "frame"
    file.write_bytes(pickled(MappingProxyType({"one": (1,)})))
    with file.open("rb") as stream:
        read = read_frame(stream)
        with pytest.raises(EOFError):
            read_frame(stream)
    assert isinstance(read, MappingProxyType)
    assert read == {"one": (1,)}


@pytest.mark.parametrize(
    ("size", "cpu_seconds", "megabytes"),
    [
        (1, 2, 300),
        (200 * KILOBYTE, 2, 300),
        (200 * KILOBYTE + 1, 3, 320),
        (3 * MEGABYTE, 17, 880),
        (20 * MEGABYTE, 20, 1020),
    ],
)
def test_what_a_file_really_weighs_earns_it_time(
    size: int, cpu_seconds: int, megabytes: int
) -> None:
    limits = Limits.of_file(size)
    assert (limits.cpu_seconds, limits.memory) == (cpu_seconds, megabytes * MEGABYTE)
    assert limits.wall_seconds > limits.cpu_seconds
