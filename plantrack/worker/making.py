"""Making a file that leaves, in a child: it takes no time from whoever else looks at the pages."""

from __future__ import annotations

from typing import Final

from plantrack import log
from plantrack.charts import render
from plantrack.exports.files import KINDS, File, Report, made
from plantrack.exports.material import Material
from plantrack.worker.limits import GIGABYTE, Limits
from plantrack.worker.process import Ended, Failed, Outcome, Watcher, Worker

# As a worker names them.
MAKE: Final = f"{__name__}:make"
SCRIPTS: Final = f"{__name__}:scripts"
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


def scripts(_report: Report) -> str:
    """Return the scripts of pages that draw by themselves; called in the child."""
    return render.scripts()


def make_file(
    worker: Worker, kind: str, material: Material, watch: Watcher = lambda _: None
) -> File:
    """Return the file of a kind, made in a child; raises `NotMade` with the reason."""
    made = _made(kind, worker.run(MAKE, (kind, material), _LIMITS, watch))
    if isinstance(made, File):
        return made
    raise NotMade(Ended.FAILED)


def make_scripts(worker: Worker) -> str:
    """Return the scripts of pages that draw by themselves, put together in a child.

    It takes seconds in which nothing else of its process runs. Raises `NotMade`.
    """
    made = _made("scripts", worker.run(SCRIPTS, (), _LIMITS))
    if isinstance(made, str):
        return made
    raise NotMade(Ended.FAILED)


def _made(what: str, answer: Outcome | Failed) -> object:
    if isinstance(answer, Outcome):
        return answer.value
    if answer.why is not Ended.CANCELLED:
        log.event("export_ended", file=what, why=answer.why.value, detail=answer.detail)
    raise NotMade(answer.why)
