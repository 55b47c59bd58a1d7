"""Workbooks to look at: of both plans, as made, changed by hand, and saved by an office program."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from plantrack import seeds
from plantrack.exports.files import KINDS, made
from plantrack.exports.material import Material
from plantrack.intake.reading import Reading
from plantrack.intake.rules import read_file
from plantrack.model import Revision, RevisionKind, Text
from plantrack.seeds import Seeds
from tests.exports.materials import SEEDS

MADE = Revision(
    7,
    RevisionKind.SEED,
    datetime.fromisoformat("2026-01-02T03:04:05"),
    "Ana",
    "",
    "",
    "0",
    None,
    1,
    None,
    None,
)


HOSTILE = (
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@cmd",
    "{=1}",
    "https://example.org/?a=1&b=2",
    "0012",
    "_x0041_",
    "a\x07b\tc\nd",
    "<b>&\"quotes\" 'of all kinds'</b>",
    "Tên dài " * 40,
)


@cache
def loaded(plan: str) -> Seeds:
    return seeds.load(SEEDS[plan])


def material(plan: str = "second", language: str = "en", **changes: Any) -> Material:
    found = loaded(plan)
    usual = Material(
        plan=found.plan,
        figures=tuple(found.figures),
        sources=found.plan.sources,
        made=MADE,
        target_set=found.plan.default_target_set,
        language=language,
    )
    return replace(usual, **changes)


def renamed(of: Material, text: str) -> Material:
    """A plan in which everything somebody may name is named so."""
    plan = of.plan
    name = Text(text, text)
    first = next(iter(plan.targets.values())).indicator
    indicator = replace(plan.indicators[first], name=name)
    target_set = plan.target_sets[of.target_set]
    sources = {key: replace(one, title=text, note=name) for key, one in of.sources.items()}
    return replace(
        of,
        plan=replace(
            plan,
            name=name,
            indicators={**plan.indicators, first: indicator},
            units={key: replace(one, name=_named(text, key)) for key, one in plan.units.items()},
            target_sets={**plan.target_sets, of.target_set: replace(target_set, name=name)},
            sources=sources,
        ),
        sources=sources,
        figures=tuple(replace(one, note=name, locator=text) for one in of.figures),
    )


def _named(text: str, key: str) -> Text:
    """Units must stay apart, or no reader could tell them."""
    return Text(f"{text} {key}", f"{text} {key}")


def workbook(of: Material) -> bytes:
    return made(KINDS["workbook.xlsx"], of).content


def opened(data: bytes, *, results: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=results)


def read_back(data: bytes, of: Material) -> Reading:
    return read_file(data, "workbook.xlsx", of.plan, of.figures, origin="paper")


def changed(data: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """Return a workbook as an official saves it after changing something by hand."""
    book = opened(data)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def saved_by_office(files: Mapping[str, bytes], folder: Path, kind: str) -> dict[str, bytes]:
    """Return files as LibreOffice opens, computes and saves them, under the same names."""
    inside, out = folder / "in", folder / "out"
    for place in (inside, out):
        place.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (inside / f"{name}.xlsx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(out),
        *(str(inside / f"{name}.xlsx") for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    extension = kind.partition(":")[0]
    return {name: (out / f"{name}.{extension}").read_bytes() for name in files}
