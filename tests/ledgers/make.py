"""Make the fixture of the newest schema step: `python -m tests.ledgers.make`.

Run once for each new schema step, with the program that has it; never made again afterwards: a
fixture is what that program wrote.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import zipfile
from pathlib import Path

from plantrack.ledger import schema
from tests.safekeeping.journeys import five_revisions, settings_in, standings

HERE = Path(__file__).parent


def make(step: int) -> None:
    schema.STEPS = schema.STEPS[:step]
    with tempfile.TemporaryDirectory() as folder:
        opened = five_revisions(settings_in(Path(folder) / "data"))
        found = [
            (step, revision, target, standing)
            for revision in range(1, opened.store.revision() + 1)
            for target, standing in standings(opened, revision).items()
        ]
        opened.close()
        home = Path(folder) / "data"
        with zipfile.ZipFile(HERE / f"step_{step}.zip", "w", zipfile.ZIP_DEFLATED) as kept:
            for path in (home / "plan.duckdb", *sorted((home / "uploads").iterdir())):
                kept.write(path, path.relative_to(home).as_posix())
    with (HERE / f"step_{step}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["step", "revision", "target", "standing"])
        writer.writerows(found)


if __name__ == "__main__":
    make(int(sys.argv[1]) if len(sys.argv) > 1 else len(schema.STEPS))
