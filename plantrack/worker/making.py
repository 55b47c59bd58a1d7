"""Making a file that leaves, in a child: it takes no time from whoever else looks at the pages."""

from __future__ import annotations

from typing import Final

from plantrack import log
from plantrack.exports.files import KINDS, File, Report, made
from plantrack.exports.material import Material
from plantrack.worker.limits import MEGABYTE, Limits
from plantrack.worker.process import Ended, Outcome, Watcher, Worker

# As a worker names it.
MAKE: Final = f"{__name__}:make"
_LIMITS: Final = Limits(cpu_seconds=60, wall_seconds=180.0, memory=4096 * MEGABYTE)


class NotMade(Exception):
    """No file: the reader ended it, or the child did not finish."""

    def __init__(self, why: Ended) -> None:
        super().__init__(why.value)
        self.why = why


def make(report: Report, kind: str, material: Material) -> File:
    """Return the file of a kind; called in the child."""
    return made(KINDS[kind], material, report)


def make_file(
    worker: Worker, kind: str, material: Material, watch: Watcher = lambda _: None
) -> File:
    """Return the file of a kind, made in a child; raises `NotMade` with the reason."""
    answer = worker.run(MAKE, (kind, material), _LIMITS, watch)
    if isinstance(answer, Outcome) and isinstance(answer.value, File):
        return answer.value
    if isinstance(answer, Outcome):
        raise NotMade(Ended.FAILED)
    if answer.why is not Ended.CANCELLED:
        log.event("export_ended", file=kind, why=answer.why.value, detail=answer.detail)
    raise NotMade(answer.why)
