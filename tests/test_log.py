"""The log says who did what to which revision, and never a figure."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from plantrack import log


def test_an_event_is_one_line_with_its_time_in_utc(log_file: Path) -> None:
    log.event("recorded", who="Trần Thị Lan", revision=8)
    (line,) = log_file.read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.pop("time"))
    assert entry == {"event": "recorded", "who": "Trần Thị Lan", "revision": 8}


def test_a_line_break_in_a_name_does_not_forge_a_second_line(log_file: Path) -> None:
    log.event("recorded", who='x\n{"event": "withdrawn"}')
    assert len(log_file.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("figure", [70.95, Decimal("70.95"), [1]])
def test_a_figure_is_refused(log_file: Path, figure: object) -> None:
    with pytest.raises(TypeError, match=r"value is a .*: the log carries no figures"):
        log.event("recorded", value=figure)  # type: ignore[arg-type]
    assert not log_file.exists()


def test_an_event_has_a_plain_name(log_file: Path) -> None:
    with pytest.raises(ValueError, match="lower case"):
        log.event("Recorded it")
    assert not log_file.exists()


def test_lines_of_many_threads_stay_whole(log_file: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: log.event("recorded", revision=n), range(200)))
    revisions = [json.loads(line)["revision"] for line in log_file.read_text().splitlines()]
    assert sorted(revisions) == list(range(200))


def test_without_a_file_the_log_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    log.event("served")
    captured = capsys.readouterr()
    assert json.loads(captured.err)["event"] == "served"
    assert captured.out == ""


def test_a_log_that_cannot_be_written_is_said_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.write_to(tmp_path)
    log.event("recorded", revision=8)
    log.write_to(None)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["recorded", "log_unavailable"]
