"""Files made to break a reader end in a finding that can be said, within limits."""

from __future__ import annotations

import resource

import pytest

from plantrack import words
from plantrack.intake.findings import Verdict, remedy, sentence
from plantrack.update.decisions import Decisions, File
from plantrack.worker import Ended, Failed, Limits, Outcome, Worker
from plantrack.worker.process import Watcher
from plantrack.worker.reading import Cancelled, read_file
from tests.intake.reading import PLAN, read, rows
from tests.intake.small_plan import CURRENT
from tests.worker.hostile import FILES

GOOD = rows("GRDP per capita,,2026,70.50,million VND,preliminary,first count").encode()
# What a reader cannot know beforehand; everything else is met before it costs anything.
ENDED_BY_LIMITS = ("nested elements",)
LIMITS_MET = {"reading_too_long", "reading_too_much_memory"}


def computed() -> float:
    """CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# Read within the limits all the same: what is hostile about it is never looked at.
HARMLESS = ("shared strings",)


@pytest.mark.parametrize("what", FILES)
def test_a_hostile_file_ends_in_findings_within_its_limits(
    what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    name, content = FILES[what]()
    before = computed()
    reading = read_file(Worker(), File(name, content), PLAN, CURRENT, Decisions())
    assert computed() - before < Limits.of_file(len(content)).cpu_seconds + 1
    assert reading.verdict is Verdict.REFUSED or what in HARMLESS
    assert reading.findings or reading.rows
    for finding in reading.findings:
        for language in ("vi", "en"):
            assert sentence(finding, words.of(language))
            assert remedy(finding, words.of(language))
    said = capfd.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    if what not in ENDED_BY_LIMITS:
        assert not {one.code for one in reading.findings} & LIMITS_MET


def test_an_honest_file_reads_in_a_child_as_it_reads_here() -> None:
    reading = read_file(Worker(), File("figures.csv", GOOD), PLAN, CURRENT, Decisions())
    here = read(GOOD)
    assert [row.cell for row in reading.rows] == [row.cell for row in here.rows]
    assert reading.findings == here.findings
    assert reading.verdict is here.verdict


class Broken(Worker):
    """A worker whose child ended like this."""

    def __init__(self, answer: Outcome | Failed) -> None:
        super().__init__()
        self.answer = answer

    def run(
        self,
        task: str,  # noqa: ARG002
        arguments: object,  # noqa: ARG002
        limits: Limits,  # noqa: ARG002
        watch: Watcher = lambda _: None,  # noqa: ARG002
    ) -> Outcome | Failed:
        return self.answer


@pytest.mark.parametrize(
    ("answer", "english", "vietnamese"),
    [
        (
            Failed(Ended.TOO_LONG),
            "Reading the file took longer than a table of figures needs, so it was stopped."
            " Copy the figures alone into a fresh template and upload that.",
            "Việc đọc tệp kéo dài hơn mức cần thiết cho một bảng số liệu nên đã dừng lại."
            " Chỉ chép phần số liệu sang một biểu mẫu mới rồi tải lên.",
        ),
        (
            Failed(Ended.TOO_MUCH_MEMORY),
            "Reading the file needed more memory than a table of figures needs."
            " Copy the figures alone into a fresh template and upload that.",
            "Việc đọc tệp cần nhiều bộ nhớ hơn mức cần thiết cho một bảng số liệu."
            " Chỉ chép phần số liệu sang một biểu mẫu mới rồi tải lên.",
        ),
        (
            Failed(Ended.FAILED, "PanicException: index out of bounds"),
            "The reader broke off at something in the file it does not know."
            " Copy the figures into a fresh template and upload that; send this file to whoever"
            " maintains the program.",
            "Việc đọc tệp bị dừng do gặp nội dung chương trình chưa biết."
            " Chép số liệu sang một biểu mẫu mới rồi tải lên; gửi tệp này cho người bảo trì"
            " chương trình.",
        ),
    ],
    ids=lambda value: value.why if isinstance(value, Failed) else "",
)
def test_how_a_child_ended_is_said_with_what_to_do(
    answer: Failed, english: str, vietnamese: str
) -> None:
    reading = read_file(Broken(answer), File("a.csv", GOOD), PLAN, CURRENT, Decisions())
    (finding,) = reading.findings
    for language, told in (("en", english), ("vi", vietnamese)):
        say = words.of(language)
        assert f"{sentence(finding, say)} {remedy(finding, say)}" == told
    assert reading.verdict is Verdict.REFUSED


def test_a_check_that_was_cancelled_read_nothing() -> None:
    with pytest.raises(Cancelled):
        read_file(Broken(Failed(Ended.CANCELLED)), File("a.csv", GOOD), PLAN, CURRENT, Decisions())
