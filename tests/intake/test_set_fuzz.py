"""Whatever is uploaded in place of a target set ends in findings or a set, never an exception."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack import seeds, words
from plantrack.intake.findings import Verdict
from plantrack.intake.rules import Reading, read_file
from plantrack.intake.targets.columns import FIELDS, HEADERS
from plantrack.intake.targets.template import write_set_example
from plantrack.intake.template import FileKind
from plantrack.seeds import plan_with_sets
from tests.conftest import LONG
from tests.intake.reading import said
from tests.intake.test_fuzz import scrambled
from tests.intake.test_workbook import repacked

FILES = 3_000 if LONG else 100
SECOND = seeds.load(Path(__file__).resolve().parents[1] / "plans" / "second")
TODAY = date(2026, 6, 1)
EXAMPLES = {
    (kind, language): write_set_example(
        SECOND.plan, SECOND.figures, words.of(language), kind, TODAY
    )
    for kind in FileKind
    for language in ("vi", "en")
}
WORDS = (
    *("poverty", "service_rank", "recycling", "output_growth", "output_size", "share_farming"),
    *("at least", "at most", "corridor", "among the first", "dated milestones", "hold every year"),
    *("change a year", "sum over the period", "more is better", "less is better", "%", "basin"),
    *("2024", "2026", "2029", "2031", "0", "9", "101", "-3", "1,234", "2", "2027: 40; 2029: 55"),
    *("31/12/2025", "2026-01-01", "charter_2019", "Charter 1/2019", "=1+1", "∞", "1e99", ""),
)
cells = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))


def read(data: bytes, name: str) -> Reading:
    return read_file(data, name, SECOND.plan, SECOND.figures, origin="", today=TODAY)


def check(reading: Reading) -> None:
    """A reading is whole: everything can be said, and what is to be recorded fits the plan."""
    for finding in reading.findings:
        assert all(said(finding, language) for language in ("vi", "en"))
    found = reading.target_set
    if found is None:
        return
    assert (reading.verdict is Verdict.REFUSED) == (found.recorded is None)
    if found.recorded is not None:
        plan = plan_with_sets(SECOND.plan, {2: found.recorded})
        assert {target.id for target in plan.targets_of(found.id)} == set(found.rows)
    else:
        assert reading.findings


@settings(max_examples=FILES)
@given(st.sampled_from(("vi", "en")), st.integers(0, 2**32))
def test_scrambled_text_is_read_or_refused(language: str, seed: int) -> None:
    check(read(scrambled(EXAMPLES[FileKind.CSV, language], seed), "a.csv"))


@settings(max_examples=FILES)
@given(st.integers(0, 2**32))
def test_scrambled_workbook_is_read_or_refused(seed: int) -> None:
    with_seed = random.Random(seed)  # noqa: S311 - no secret depends on it

    def change(_: str, content: bytes) -> bytes:
        return scrambled(content, seed) if with_seed.random() < 0.3 else content

    check(read(repacked(EXAMPLES[FileKind.XLSX, "en"], change), "a.xlsx"))


@settings(max_examples=FILES)
@given(
    st.lists(cells, min_size=len(FIELDS), max_size=len(FIELDS)),
    st.lists(st.lists(cells, min_size=len(HEADERS), max_size=len(HEADERS)), max_size=4),
)
def test_any_cells_are_read_or_refused(lines: list[str], rows: list[list[str]]) -> None:
    width = len(HEADERS)
    table = [
        *(
            [label.en, line, *[""] * (width - 2)]
            for label, line in zip(FIELDS.values(), lines, strict=True)
        ),
        [header.en for header in HEADERS.values()],
        *rows,
    ]
    text = "\n".join(",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in table)
    check(read(text.encode(errors="replace"), "a.csv"))


@settings(max_examples=FILES)
@given(
    st.tuples(
        st.sampled_from(("poverty", "recycling", "output_growth", "dwellings_built", "bus_reach")),
        st.sampled_from(WORDS[6:14]),
        st.sampled_from(("", "1", "40", "9", "-2")),
        st.sampled_from(("", "2", "8", "60")),
        st.sampled_from(("%", "dwellings")),
        st.sampled_from(("", "more is better", "less is better")),
        st.sampled_from(("", "2025", "2026")),
        st.sampled_from(("2027", "2029")),
        st.sampled_from(("2018", "2024")),
        st.sampled_from(("", "10.7", "3")),
    )
)
def test_any_likely_target_is_recorded_as_it_reads_or_refused(row: tuple[str, ...]) -> None:
    document = ("Mục tiêu", "Goals", "C 1/2026", "On goals", "Council", "1/5/2026", "1/7/2026")
    table = [
        *(f"{label.en},{line}" for label, line in zip(FIELDS.values(), document, strict=False)),
        ",".join(header.en for header in HEADERS.values()),
        ",".join(row),
    ]
    check(read("\n".join(table).encode(), "a.csv"))
