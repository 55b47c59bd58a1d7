"""Making a file that leaves, in a child: it takes no time from whoever else looks at the pages."""

from __future__ import annotations

from typing import Final

from plantrack import log
from plantrack.exports.files import KINDS, File, Report, made
from plantrack.exports.material import Material
from plantrack.worker.limits import GIGABYTE, Limits
from plantrack.worker.process import Ended, Outcome, Watcher, Worker

# As a worker names it.
MAKE: Final = f"{__name__}:make"
# What draws the charts runs JavaScript, whose engine claims 64 GB of addresses when it starts and
# uses almost none: without them it aborts. All charts of a plan took 0.4 GB and 17 seconds.
_LIMITS: Final = Limits(
    cpu_seconds=240, wall_seconds=600.0, memory=2 * GIGABYTE, reserved=72 * GIGABYTE
)


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
