"""What the documents say is what the program does: tables, settings, commands, numbers, links."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import duckdb
import pytest

from plantrack import __main__, seeds
from plantrack.model import Form, Measure
from plantrack.opening import open_plan
from plantrack.scorecard import scorecard
from plantrack.seeds import SeedProblems
from plantrack.seeds.schema import SCHEMA, Column, Kind
from plantrack.settings import Settings
from tests.documents import ROOT, rows, section, text
from tests.seed_edits import edit

SECOND_PLAN = ROOT / "tests" / "plans" / "second"
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / folder / "README.md" for folder in ("data", "seeds", "tools")),
    ]
)
EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


# --- Your own plan


def test_your_own_plan_names_every_table_in_order() -> None:
    document = section(text("docs/your-own-plan.md"), "## The tables")
    assert re.findall(r"^### `(\w+)`$", document, re.MULTILINE) == list(SCHEMA)


@pytest.mark.parametrize("table", SCHEMA)
def test_your_own_plan_names_every_column_with_what_it_holds(table: str) -> None:
    told = rows(section(text("docs/your-own-plan.md"), f"### `{table}`"))
    assert [row[0].strip("`") for row in told] == [column.name for column in SCHEMA[table]]
    for row, column in zip(told, SCHEMA[table], strict=True):
        assert ("may be empty" in row[1]) is not column.required, column.name
        assert named(row[1]) == allowed(column), column.name
        assert row[2]


def named(cell: str) -> list[str]:
    return re.findall(r"`(\w+)`", cell)


def allowed(column: Column) -> list[str]:
    if column.kind is Kind.WORD:
        return list(column.words)
    return [column.table] if column.table else []


def test_your_own_plan_tells_what_each_form_needs() -> None:
    told = rows(section(text("docs/your-own-plan.md"), "## What a target form needs"))
    assert {row[0].strip("`") for row in told} == {form.value for form in Form}


def test_the_tables_that_may_hold_their_header_alone_may(tmp_path: Path) -> None:
    folder = tmp_path / "my_plan"
    shutil.copytree(SECOND_PLAN, folder)
    sentence = re.search(r"`thresholds` can stay.*?\n(.*?)the header row alone", text(
        "docs/your-own-plan.md"), re.DOTALL)  # fmt: skip
    assert sentence
    bare = re.findall(r"`(\w+)`", sentence[0])[1:]
    expected = {
        "aliases",
        "breaks",
        "first_estimates",
        "peer_sets",
        "milestones",
        "formulas",
        "frame",
    }
    assert set(bare) == expected
    for table in bare:
        file = folder / f"{table}.csv"
        file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    targets = (folder / "targets.csv").read_text("utf-8").splitlines()
    kept = [line for line in targets if ",top," not in line and ",path," not in line]
    (folder / "targets.csv").write_text("\n".join(kept) + "\n", "utf-8")
    assert seeds.load(folder).plan.targets


def test_the_problems_shown_are_those_the_program_tells(tmp_path: Path) -> None:
    folder = tmp_path / "my_plan"
    shutil.copytree(SECOND_PLAN, folder)
    edit(folder, "units|1|factor|factr && figures|7|value|much")
    with pytest.raises(SeedProblems) as found:
        seeds.load(folder)
    (shown,) = re.findall(r"```text\n(.*?)\n```", text("docs/your-own-plan.md"), re.DOTALL)
    told = [problem.sentence("en") for problem in found.value.problems]
    assert set(shown.splitlines()) <= set(told)


# --- Settings, commands, packages, links


def test_the_readme_lists_every_setting_as_the_program_describes_it() -> None:
    told = rows(section(text("README.md"), "## Settings"))
    assert [[row[0].strip("`"), *row[1:]] for row in told] == [
        [one.name, one.default, one.en] for one in Settings.describe()
    ]


@EACH_PAGE
def test_every_setting_named_exists(page: Path) -> None:
    known = {setting.name for setting in Settings.describe()}
    assert set(re.findall(r"\bPLANTRACK_[A-Z_]+\b", page.read_text("utf-8"))) <= known


@EACH_PAGE
def test_every_command_named_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = page.read_text("utf-8")
    code = "\n".join(re.findall(r"```\w*\n(.*?)```", written, re.DOTALL))
    code += "\n".join(re.findall(r"`([^`\n]+)`", written))
    made = set(re.findall(r"\bmake ([a-z][a-z-]*)", code))
    assert made <= set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    with pytest.raises(SystemExit):
        __main__.main(["--help"])
    commands = re.search(r"\{([\w,]+)\}", capsys.readouterr().out)
    assert commands
    run = set(re.findall(r"python -m plantrack ([a-z]+)", code))
    assert run <= set(commands[1].split(","))


def test_the_search_for_commands_finds_them() -> None:
    assert "make run" in text("README.md")
    assert "python -m plantrack serve" in text("docs/operations.md")


def test_every_package_asked_for_has_its_reason() -> None:
    asked = re.findall(r"^([a-z][a-z0-9-]*)", text("requirements.in"), re.MULTILINE)
    told = [row[0] for row in rows(section(text("docs/design.md"), "## Dependencies"))]
    assert sorted(told) == sorted(asked)


@EACH_PAGE
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if target.startswith(("https:", "http:")):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        if anchor:
            assert anchor in anchors(linked), target


def anchors(page: Path) -> set[str]:
    """Headings as the usual viewers address them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


# --- The ledger read with DuckDB


def test_the_query_of_the_readme_reads_the_numbers_on_the_screen(tmp_path: Path) -> None:
    opened = open_plan(Settings(data=tmp_path, ledger=tmp_path / "plan.duckdb"))
    plan, figures = opened.plan, opened.store.current().figures
    opened.close()
    (query,) = re.findall(r"```sql\n(.*?)```", text("README.md"), re.DOTALL)
    with duckdb.connect(str(tmp_path / "plan.duckdb"), read_only=True) as connection:
        result = connection.execute(query)
        names = [column[0] for column in result.description]
        read = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    (target_set,) = re.findall(r"target_set = '(\w+)'", query)
    card = scorecard(plan, figures, target_set)
    assert [row["indicator"] for row in read] == [row.indicator.name.en for row in card.rows]
    compared = 0
    for row, shown in zip(read, card.rows, strict=True):
        target, verdict = shown.target, shown.assessment
        assert (row["low"], row["high"]) == (target.low, target.high)
        assert row["target_year"] == target.year
        if shown.indicator.measure not in (Measure.COMPOUND, Measure.POINTS):
            assert row["baseline"] is None  # an index or a place, computed when read
            continue
        assert verdict.latest is not None
        assert (float(row["latest"]), row["latest_year"]) == (
            verdict.latest.value,
            verdict.latest.year,
        )
        if verdict.baseline is not None:
            assert (float(row["baseline"]), row["baseline_year"]) == (
                verdict.baseline.value,
                verdict.baseline.year,
            )
        compared += 1
    assert compared >= 5
