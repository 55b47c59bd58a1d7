"""Who may build on whom. What officials are told (`method`) runs on Python alone and can be
audited alone; only the frame and the pages know Streamlit; only the ledger knows DuckDB.

The table is the rule; the test walks every import, wherever in a file it stands.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Layer:
    """One row: modules of one part may import these parts and these packages, and no others."""

    rank: int
    part: str
    builds_on: str = ""
    packages: str = ""


TABLE = (
    Layer(0, "version"),  # plantrack/__init__.py
    Layer(0, "model"),
    Layer(0, "settings"),
    Layer(0, "log"),
    Layer(1, "method", "model"),
    Layer(2, "plan", "model method"),
    Layer(2, "seeds", "model method plan"),
    Layer(3, "words", "model method plan", "babel"),
    # A recorded target set becomes part of the plan by the rules of the seeds, nowhere else.
    Layer(3, "ledger", "version model plan seeds log", "duckdb"),
    Layer(
        3,
        "intake",
        "model plan seeds method words",
        "python_calamine openpyxl rapidfuzz xlsxwriter",
    ),
    Layer(4, "opening", "version model settings log plan seeds ledger"),
    Layer(4, "scorecard", "model method plan words", "pandas"),
    Layer(5, "review", "model plan words intake scorecard"),
    Layer(5, "chronicle", "model plan ledger scorecard review"),
    Layer(5, "update", "model log plan seeds words intake ledger scorecard review"),
    Layer(5, "charts", "model words scorecard", "altair vl_convert"),
    # Notes on targets are read from the history and never touch a figure or a standing.
    Layer(5, "stewardship", "model method plan words ledger scorecard"),
    # Slides are made once, here; the screen and the files show the same ones.
    Layer(5, "deck", "model method plan words scorecard charts"),
    # What leaves is made of what the screen shows; its workbook is one the intake reads.
    Layer(
        5,
        "exports",
        "version model method plan words intake scorecard stewardship charts deck",
        "xlsxwriter pptx typst",
    ),
    Layer(5, "scenario", "model method plan scorecard"),
    Layer(
        5,
        "safekeeping",
        "version model settings log plan seeds words ledger opening update",
    ),
    Layer(6, "worker", "*"),
    Layer(6, "commands", "*"),
    Layer(6, "ui", "*", "streamlit starlette"),
    Layer(6, "__main__", "*"),
    Layer(7, "pages", "model words ui", "streamlit"),
    Layer(7, "dashboard", "model words ui", "streamlit"),
)
LAYERS = {layer.part: layer for layer in TABLE}


def sources() -> list[Path]:
    return sorted(
        [
            *(ROOT / "plantrack").rglob("*.py"),
            *(ROOT / "pages").rglob("*.py"),
            *ROOT.glob("*.py"),
        ]
    )


def name_of(source: Path, root: Path = ROOT) -> str:
    """plantrack/charts/path.py -> plantrack.charts.path"""
    parts = source.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """plantrack.charts.path -> charts; pages.target -> pages; plantrack itself -> version"""
    first, *rest = module.split(".")
    if first != "plantrack":
        return first
    return rest[0] if rest else "version"


def imports(source: str, module: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    """Yield (line, absolute module) for every import, also inside functions and type checks."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = node.module or ""
            if node.level:
                base = ".".join([*above, base]).strip(".")
            if base == "plantrack":
                yield from ((node.lineno, _inside_package(alias.name)) for alias in node.names)
            else:
                yield node.lineno, base


def _inside_package(name: str) -> str:
    """`from plantrack import log` means the part; `from plantrack import __version__` the root."""
    return "plantrack" if name == "__version__" else f"plantrack.{name}"


def broken_arrows(source: str, module: str, *, is_package: bool = False) -> list[str]:
    """Return a sentence for each import the table does not allow."""
    part = part_of(module)
    if part not in LAYERS:
        return [f"{module} is in no row of the table of layers: add one, with its reason"]
    layer = LAYERS[part]
    below = {other.part for other in TABLE if other.rank <= layer.rank}
    may_build_on = below if layer.builds_on == "*" else set(layer.builds_on.split())
    sentences = []
    for line, imported in imports(source, module, is_package=is_package):
        first = imported.partition(".")[0]
        if first in sys.stdlib_module_names:
            continue
        ours = first in {"plantrack", "pages", "dashboard"}
        target = part_of(imported) if ours else first
        allowed = may_build_on | {part} if ours else set(layer.packages.split())
        if target not in allowed:
            sentences.append(f"{module}, line {line}: {part} may not import {imported}")
    return sentences


@pytest.mark.parametrize("source", sources(), ids=name_of)
def test_a_module_imports_only_what_its_layer_allows(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert broken_arrows(text, name_of(source), is_package=source.stem == "__init__") == []


def test_no_row_of_the_table_points_upwards() -> None:
    for layer in TABLE:
        for part in layer.builds_on.replace("*", "").split():
            assert LAYERS[part].rank <= layer.rank, f"{layer.part} is below {part}"


def test_only_the_frame_and_the_pages_know_streamlit_and_only_the_ledger_knows_duckdb() -> None:
    def knowing(package: str) -> set[str]:
        return {layer.part for layer in TABLE if package in layer.packages.split()}

    assert knowing("streamlit") == {"ui", "pages", "dashboard"}
    assert knowing("duckdb") == {"ledger"}


def test_the_method_and_what_it_rests_on_need_nothing_but_python() -> None:
    for part in ("method", "model", "plan", "seeds"):
        assert LAYERS[part].packages == ""


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("plantrack.method.rates", "import pandas"),
        ("plantrack.method.rates", "from plantrack.words import of"),
        ("plantrack.method.rates", "from plantrack import words"),
        ("plantrack.method.rates", "from ..words import of"),
        ("plantrack.method.rates", "from .. import words"),
        ("plantrack.method.rates", "def f():\n    import duckdb"),
        ("plantrack.scorecard", "import duckdb.typing"),
        ("plantrack.charts.path", "import streamlit as st"),
        ("plantrack.ledger.store", "from plantrack.intake import rules"),
        ("plantrack.worker", "import pages.update"),
        ("pages.target", "from plantrack.ledger.store import Store"),
        ("pages.target", "import altair"),
        ("plantrack.helpers", "import json"),
    ],
)
def test_the_walk_sees_a_forbidden_import_however_it_is_written(module: str, line: str) -> None:
    assert len(broken_arrows(line, module)) == 1


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("plantrack.method.rates", "from .average import mean"),
        ("plantrack.method.rates", "from ..model import Measure"),
        ("plantrack.ledger.store", "from plantrack import __version__, log"),
        ("plantrack.ui.frame", "import streamlit.components.v2"),
        ("pages.target", "from plantrack import ui, words"),
    ],
)
def test_the_walk_lets_an_allowed_import_pass(module: str, line: str) -> None:
    assert broken_arrows(line, module) == []
