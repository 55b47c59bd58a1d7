"""Reading a file nobody trusts: in a child, and whatever ends the child is a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from plantrack import log
from plantrack.intake.findings import Finding, Place, Verdict, found
from plantrack.intake.rules import Reading
from plantrack.intake.workbook import MAX_BYTES, read_workbook
from plantrack.model import Figure
from plantrack.plan import Plan
from plantrack.update.decisions import Decisions, File
from plantrack.update.reading import READ
from plantrack.worker.limits import Limits
from plantrack.worker.process import Ended, Outcome, Watcher, Worker

FINDINGS: Final = {
    Ended.TOO_LONG: "reading_too_long",
    Ended.TOO_MUCH_MEMORY: "reading_too_much_memory",
    Ended.FAILED: "reading_failed",
}


class Cancelled(Exception):
    """The reader of the page ended the check; nothing was read."""


def read_file(
    worker: Worker,
    file: File,
    plan: Plan,
    current: Sequence[Figure],
    decisions: Decisions,
    watch: Watcher = lambda _: None,
) -> Reading:
    """Return what `file` holds, read under limits; raises `Cancelled` and nothing else.

    `current` are the figures that stand. A child that is killed or breaks off leaves a reading
    with the one finding that says so.
    """
    if len(file.content) > MAX_BYTES:
        refusal = read_workbook(file.content, file.name)  # says so at once, whatever is in it
        if isinstance(refusal, Finding):
            return Reading((), (refusal,), Verdict.REFUSED)
    arguments = (file.content, file.name, plan, current, decisions.series, dict(decisions.given))
    answer = worker.run(READ, arguments, Limits.of_file(len(file.content)), watch)
    if isinstance(answer, Outcome) and isinstance(answer.value, Reading):
        return answer.value
    why = Ended.FAILED if isinstance(answer, Outcome) else answer.why
    if why is Ended.CANCELLED:
        raise Cancelled
    log.event("reading_ended", file=file.digest, why=why.value)
    return Reading((), (found(FINDINGS[why], Place()),), Verdict.REFUSED)
