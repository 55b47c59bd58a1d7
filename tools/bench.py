"""Measure what a reader waits for: `make bench`.

Machines differ and drift, so every measure is taken in turn with a baseline of the same kind and
told as a ratio: what our part costs on top of what Streamlit, DuckDB or an empty page costs here.
The ledger is made anew in a temporary folder and deleted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench_workbooks import WORKBOOKS, text_table, workbook
from serving import started

from plantrack.opening import open_plan
from plantrack.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5

EMPTY_PAGE = "import streamlit as st\nst.write('empty')\n"


@dataclass(frozen=True)
class Measure:
    """One quantity of ours and the baseline it is set against, both in the same unit."""

    name: str
    unit: str
    ours: Callable[[], float]
    baseline: Callable[[], float]
    against: str
    rounds: int = ROUNDS


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        os.environ["PLANTRACK_DATA"] = data
        empty = Path(data) / "empty.py"
        empty.write_text(EMPTY_PAGE, "utf-8")
        print(f"{'ours':>10} {'baseline':>10} {'ratio':>7}   measure (medians of {ROUNDS} or 2)")
        for measure in (*measures(empty), *readings(Path(data))):
            pairs = [(measure.ours(), measure.baseline()) for _ in range(measure.rounds)]
            ours, baseline = (statistics.median(side) for side in zip(*pairs, strict=True))
            ratio = statistics.median(one / other for one, other in pairs)
            print(
                f"{ours:8.2f} {measure.unit} {baseline:8.2f} {measure.unit} {ratio:6.2f}   "
                f"{measure.name}, against {measure.against}"
            )
    return 0


def readings(folder: Path) -> Iterator[Measure]:
    """Yield what large workbooks take: read in a child, checked, compared with the ledger."""
    opened = open_plan(Settings.from_environment())
    plan, figures = opened.plan, opened.store.current().figures
    opened.close()
    for number, (what, rows) in enumerate(WORKBOOKS.items()):
        book, table = folder / f"{number}.xlsx", folder / f"{number}.csv"
        book.write_bytes(workbook(rows(plan, figures)))
        table.write_bytes(text_table(rows(plan, figures)))
        alone = partial(_in_process, _CALAMINE.format(file=str(book)))
        for file, kind in ((book, ""), (table, ", as CSV")):
            yield Measure(
                f"100,000 rows checked: {what}{kind}",
                "s ",
                partial(_in_process, _CHECKED.format(file=str(file))),
                alone,
                "reading the workbook with python-calamine alone",
                rounds=2,
            )


def measures(empty: Path) -> tuple[Measure, ...]:
    serve = [sys.executable, "-m", "plantrack", "serve"]
    plain = [sys.executable, "-m", "streamlit", "run", str(empty), "--server.headless=true"]
    return (
        Measure(
            "start until the server answers",
            "s ",
            lambda: started(serve, ROOT, ours=True).seconds,
            lambda: started(plain, ROOT, ours=False).seconds,
            "an empty Streamlit page",
        ),
        Measure(
            "memory of the server after one overview",
            "MB",
            lambda: started(serve, ROOT, ours=True, page=True).megabytes,
            lambda: started(plain, ROOT, ours=False, page=True).megabytes,
            "an empty Streamlit page",
        ),
        Measure(
            "the overview drawn again",
            "ms",
            lambda: _in_process(_REDRAWN.format(page="dashboard.py")),
            lambda: _in_process(_REDRAWN.format(page=str(empty))),
            "an empty page",
        ),
        Measure(
            "plan, figures and scorecard from the ledger",
            "ms",
            lambda: _in_process(_SCORECARD),
            lambda: _in_process(_ROWS),
            "fetching the same rows with DuckDB alone",
        ),
    )


_REDRAWN = """
import sys, time
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({page!r}, default_timeout=60)
for _ in range(4):
    began = time.perf_counter(); page.run(); took = time.perf_counter() - began
assert not page.exception, page.exception
print(took * 1000)
"""

_SCORECARD = """
import time
from plantrack.opening import open_plan
from plantrack.scorecard import scorecard
from plantrack.settings import Settings
opened = open_plan(Settings.from_environment())
plan, store = opened.plan, opened.store
store.current()
began = time.perf_counter()
scorecard(plan, store.current().figures, plan.default_target_set)
print((time.perf_counter() - began) * 1000)
"""

# What the page does with an uploaded file: what is sent to the child and back counts. As while the
# dashboards are served, a child waits ready: it has been given the time to load its modules.
_CHECKED = """
import time
from pathlib import Path
from plantrack.opening import open_plan
from plantrack.review import review
from plantrack.settings import Settings
from plantrack.update.decisions import Decisions, File
from plantrack.update.reading import READ
from plantrack.worker import Worker
from plantrack.worker.children import RESERVE
from plantrack.worker.reading import read_file
opened = open_plan(Settings.from_environment())
plan, figures = opened.plan, opened.store.current().figures
opened.close()
path = Path({file!r})
file = File(path.name, path.read_bytes())
with RESERVE.kept(READ):
    time.sleep(2)
    began = time.perf_counter()
    reading = read_file(Worker(), file, plan, figures, Decisions())
    review(plan, figures, [row.figure for row in reading.rows])
    took = time.perf_counter() - began
assert reading.tables, reading.findings
print(took)
"""

_CALAMINE = """
import io, time
from pathlib import Path
from python_calamine import load_workbook
content = Path({file!r}).read_bytes()
began = time.perf_counter()
with load_workbook(io.BytesIO(content)) as book:
    for number in range(len(book.sheet_names)):
        book.get_sheet_by_index(number).to_python(skip_empty_area=False)
print(time.perf_counter() - began)
"""

_ROWS = """
import time
import duckdb
from plantrack.opening import open_plan
from plantrack.settings import Settings
settings = Settings.from_environment()
opened = open_plan(settings)
location = settings.ledger_for(opened.plan.id)
opened.close()
connection = duckdb.connect(str(location), read_only=True)
query = "SELECT * FROM current_figures"
connection.execute(query).fetchall()
began = time.perf_counter()
connection.execute(query).fetchall()
print((time.perf_counter() - began) * 1000)
"""


def _in_process(program: str) -> float:
    """Return the number a program prints last, run in a new process."""
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return float(ended.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
