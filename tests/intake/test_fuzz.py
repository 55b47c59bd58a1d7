"""Whatever is uploaded ends in findings or rows that can be said, never in an exception."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack import words
from plantrack.intake.findings import Verdict
from plantrack.intake.rules import Reading, pasted
from plantrack.intake.template import FileKind, write_example
from tests.conftest import LONG
from tests.intake.files import old_workbook, open_document, page, text, workbook
from tests.intake.old_files import BOOKS, old
from tests.intake.reading import ENGLISH, PLAN, read, said
from tests.intake.small_plan import CURRENT
from tests.intake.test_workbook import repacked

FILES = 10_000 if LONG else 300
EXAMPLES = {
    (kind, language): write_example(PLAN, CURRENT, words.of(language), kind)
    for kind in FileKind
    for language in ("vi", "en")
}
WORDS = ("GRDP per capita", "literacy", "farming", "ước tính", "2021-2022", "Q1", "%", "=1+1", "∞")
TABLE = (
    ("Kinh tế tỉnh Đồi", "", "", "ĐVT: %"),
    ("TT", "Chỉ tiêu", "Đơn vị", "Năm 2025", "Ước 2026"),
    ("I", "KINH TẾ"),
    ("1", "GRDP/người", "triệu đồng", 66.5, 70.5),
    ("2", "Cơ cấu kinh tế", "%"),
    ("", "- Nông nghiệp", "%", 20.5, 20.1),
    ("", "- Dịch vụ (*)", "%", "47,43", "..."),
)
LONG_TABLE = (
    ("Tỉnh", "Chỉ tiêu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu"),
    ("Tỉnh Đồi", "GRDP/người", 2026, 70.5, "triệu đồng", "ước"),
    ("Tỉnh Đồi", "Dịch vụ", 2026, "47,43", "%", "sơ bộ"),
    ("Tỉnh Núi", "GRDP/người", 2026, 61.2, "triệu đồng", "ước"),
)
YEARS_DOWN = (("GRDP/người (triệu đồng)",), ("Năm", "GRDP/người"), (2025, 66.5), ("Ước 2026", 70.5))
PLACES_DOWN = (
    ("E03.12 GRDP per capita by province", "", "Mill. dongs"),
    ("", 2024, "Prel. 2025", "Est. 2026"),
    ("WHOLE COUNTRY", 100.1, 110.2, 120.3),
    ("Hill Province", 60.5, 66.5, 70.5),
)
LAYOUTS = {"wide": TABLE, "long": LONG_TABLE, "years": YEARS_DOWN, "places": PLACES_DOWN}


def in_every_kind(table: tuple[tuple[object, ...], ...]) -> dict[str, bytes]:
    return {
        "xlsx": workbook(table, merges=[(0, 0, 0, 2)] if table is TABLE else (), hidden_rows=[3]),
        "ods": open_document(table),
        "xls": old_workbook(table),
        "html": page(table),
        "csv": text(table).encode(),
        "tsv": text(table, "\t").encode("utf-16"),
        "txt": pasted(text(table, "\t")),
    }


TABLES = {
    (layout, kind): data
    for layout, table in LAYOUTS.items()
    for kind, data in in_every_kind(table).items()
}
TABLES |= {(f"old {name}", "xls"): old(name) for name in BOOKS}
HEADINGS = ("Năm 2025", "Ước 2026", "2026", "Prel. 2026", "KH 2027", "6 tháng 2026", "2021-2025")
LABELS = ("Chỉ tiêu", "Đơn vị", "GRDP/người", "Dịch vụ", "Cơ cấu kinh tế", "Hill Province", "I", "")
cells = st.one_of(
    st.sampled_from(WORDS),
    st.integers(2018, 2032).map(str),
    st.from_regex(r"-?[0-9]{1,9}([.,][0-9]{1,9})?%?", fullmatch=True),
    st.text(max_size=12),
)


def check(reading: Reading) -> None:
    """A reading is whole: everything can be said, and the verdict follows from the rows."""
    for finding in reading.findings:
        assert all(said(finding, language) for language in ("vi", "en"))
    assert (reading.verdict is Verdict.REFUSED) == (not reading.rows)
    assert reading.rows or reading.findings
    assert all(question.choices for question in reading.questions)
    keys = [row.figure.key for row in reading.rows]
    assert len(keys) == len(set(keys))


def scrambled(data: bytes, seed: int) -> bytes:
    """Change, drop, repeat or cut a few bytes."""
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    content = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(content) + 1)
        match chance.randrange(4):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[at : at + chance.randint(1, 40)]
            case 2:
                content[at:at] = content[at : at + chance.randint(1, 40)]
            case _:
                content[at:] = content[at : at + chance.randrange(len(content) + 1)]
    return bytes(content)


@settings(max_examples=FILES)
@given(st.sampled_from(sorted(EXAMPLES)), st.integers(0, 2**32))
def test_scrambled_file_is_read_or_refused(which: tuple[FileKind, str], seed: int) -> None:
    check(read(scrambled(EXAMPLES[which], seed), f"a.{which[0]}"))


@settings(max_examples=FILES)
@given(st.sampled_from(("vi", "en")), st.integers(0, 2**32))
def test_workbook_with_scrambled_parts_is_read_or_refused(language: str, seed: int) -> None:
    """Scrambled inside the package, so that the damage gets past the checksums."""
    with_seed = random.Random(seed)  # noqa: S311 - no secret depends on it

    def change(_: str, content: bytes) -> bytes:
        return scrambled(content, seed) if with_seed.random() < 0.3 else content

    data = repacked(EXAMPLES[FileKind.XLSX, language], change)
    check(read(data, "a.xlsx"))


@settings(max_examples=FILES)
@given(st.lists(st.lists(cells, min_size=7, max_size=7), max_size=8))
def test_any_cells_are_read_or_refused(table: list[list[str]]) -> None:
    lines = [",".join(f'"{cell.replace(chr(34), "")}"' for cell in line) for line in table]
    check(read("\n".join([ENGLISH, *lines])))


@settings(max_examples=FILES)
@given(st.binary(max_size=400), st.sampled_from(("a.csv", "a.xlsx", "a.xls", "a", "a.tsv")))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    check(read(data, name))


@settings(max_examples=FILES)
@given(st.sampled_from(sorted(TABLES)), st.integers(0, 2**32))
def test_scrambled_table_of_any_kind_is_read_or_refused(which: tuple[str, str], seed: int) -> None:
    check(read(scrambled(TABLES[which], seed), f"a.{which[1]}"))


@pytest.mark.parametrize("which", sorted(TABLES))
def test_a_table_is_found_before_it_is_scrambled(which: tuple[str, str]) -> None:
    assert read(TABLES[which], f"a.{which[1]}").tables


@settings(max_examples=FILES)
@given(st.sampled_from(sorted(LAYOUTS)), st.sampled_from(("xlsx", "ods")), st.integers(0, 2**32))
def test_table_with_scrambled_parts_is_read_or_refused(layout: str, kind: str, seed: int) -> None:
    with_seed = random.Random(seed)  # noqa: S311 - no secret depends on it

    def change(_: str, content: bytes) -> bytes:
        return scrambled(content, seed) if with_seed.random() < 0.3 else content

    check(read(repacked(TABLES[layout, kind], change), f"a.{kind}"))


@settings(max_examples=FILES)
@given(
    st.lists(
        st.lists(st.one_of(st.sampled_from((*HEADINGS, *LABELS)), cells), max_size=7), max_size=9
    )
)
def test_any_table_is_read_or_refused(table: list[list[str]]) -> None:
    lines = [";".join(cell.replace(";", "").replace('"', "") for cell in line) for line in table]
    check(read("\n".join(lines)))
