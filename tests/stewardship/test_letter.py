"""The letter: complete, in the form of an office, and nothing in it made up."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plantrack import words
from plantrack.exports.letter_document import letter_docx
from plantrack.scorecard import scorecard
from plantrack.seeds import Seeds
from plantrack.stewardship import Due, Stewardship, wanted_figures
from plantrack.stewardship.letter import BLANK, Letter, Sender, letter, letter_text
from tests.stewardship.statements import PLANS, ROOT, every_row, loaded

SENDER = Sender("Sở Tài chính", "UBND tỉnh", "Lạng Sơn", date(2026, 12, 15))
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def found() -> Seeds:
    return loaded(ROOT / "seeds")


def written(found: Seeds, language: str, sender: Sender = SENDER) -> Letter:
    stated = {
        f"decision_236_share_{part}": Stewardship(
            f"decision_236_share_{part}", "Thống kê tỉnh", due=Due(2026, date(2027, 1, 31))
        )
        for part in ("agriculture", "industry")
    }
    rows = scorecard(found.plan, found.figures, "decision_236").rows
    wanted = wanted_figures(rows, stated)
    return letter(found.plan, wanted, sender, ["decision_236"], words.of(language))


def test_the_vietnamese_letter_has_the_parts_of_an_official_one(found: Seeds) -> None:
    told = written(found, "vi")
    assert told.sender == ("UBND TỈNH", "SỞ TÀI CHÍNH")
    assert told.state == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert told.number == f"Số: {BLANK}"
    assert told.place_and_day == "Lạng Sơn, ngày … tháng … năm …"
    assert told.subject.startswith("V/v đề nghị cung cấp số liệu còn thiếu")
    assert told.addressed == ("Kính gửi: Thống kê tỉnh", BLANK)
    assert told.opening == (
        "Để có đủ cơ sở đánh giá mức độ thực hiện các chỉ tiêu của Quy hoạch tỉnh Lạng Sơn thời kỳ "
        "2021–2030 (Quyết định 236/QĐ-TTg ngày 19/3/2024), Sở Tài chính đề nghị quý cơ quan cung "
        "cấp các số liệu sau đây:"
    )
    assert "trước ngày 15/12/2026." in told.closing[1]
    assert told.receivers == ("Nơi nhận:", "- Như trên;", "- Lưu: VT.")


def test_figures_stand_by_department_with_unit_year_purpose_and_day(found: Seeds) -> None:
    stated, unstated = written(found, "vi").groups
    assert stated.title == "Cơ quan cung cấp: Thống kê tỉnh"
    assert unstated.title == f"Cơ quan cung cấp: {BLANK}", "a department is never made up"
    assert [row[3] for row in stated.rows] == ["2023", "2023", "2026", "2026"]
    assert stated.rows[0] == (
        "1",
        "Tỷ trọng nông, lâm nghiệp và thủy sản trong GRDP, tính theo cùng phương pháp với số liệu "
        "từ năm 2025",
        "% GRDP",
        "2023",
        "Để đánh giá mục tiêu “12–13%, năm 2030” (Quyết định 236/QĐ-TTg ngày 19/3/2024): số liệu "
        "năm cơ sở.",
        "15/12/2026",
    )
    assert stated.rows[2][4:] == (
        "Để đánh giá mục tiêu “12–13%, năm 2030” (Quyết định 236/QĐ-TTg ngày 19/3/2024): số liệu "
        "thứ hai kể từ khi điều chỉnh chuỗi số liệu.",
        "31/01/2027",
    )


def test_no_figure_is_asked_for_before_its_year_is_over(found: Seeds) -> None:
    _, unstated = written(found, "en").groups
    assert [(row[3], row[5]) for row in unstated.rows] == [
        *(("2023", "15 December 2026"),) * 2,
        *(("2026", "when it is published"),) * 2,
    ]
    later = written(found, "en", Sender(reply_by=date(2027, 1, 1)))
    assert {row[5] for row in later.groups[1].rows} == {"1 January 2027"}


def test_the_english_letter_says_the_same_without_the_heading_of_the_state(found: Seeds) -> None:
    told = written(found, "en")
    assert told.state == ()
    assert told.groups[0].rows[0][1:] == (
        "Share of agriculture, forestry and fisheries in GRDP, compiled in the same way as the "
        "figures from 2025 on",
        "% of GRDP",
        "2023",
        "To assess the target “12–13\N{NARROW NO-BREAK SPACE}%, 2030” (Decision 236/QĐ-TTg of 19 "
        "March 2024): its baseline.",
        "15 December 2026",
    )
    assert [len(group.rows) for group in told.groups] == [4, 4]


def test_what_nobody_stated_stays_to_be_filled_in(found: Seeds) -> None:
    told = written(found, "vi", Sender())
    assert told.sender == (BLANK,)
    assert told.place_and_day.startswith(BLANK)
    assert {row[5] for row in told.groups[1].rows} == {BLANK}
    assert told.closing[1].endswith(f"trước ngày {BLANK}.")


def test_no_letter_asks_for_nothing(found: Seeds) -> None:
    with pytest.raises(ValueError, match="at least one figure"):
        letter(found.plan, [], SENDER, ["decision_236"], words.of("vi"))


@pytest.mark.parametrize("folder", PLANS, ids=lambda one: one.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_text_and_document_hold_every_figure_of_every_plan(folder: Path, language: str) -> None:
    found = loaded(folder)
    wanted = wanted_figures(every_row(found), {})
    plan = found.plan
    told = letter(plan, wanted, SENDER, list(plan.target_sets), words.of(language))
    text, document = letter_text(told), paragraphs(letter_docx(told))
    rows = [row for group in told.groups for row in group.rows]
    assert len(rows) == len(wanted)
    for row in rows:
        assert row[1] in text
        assert row[4].removesuffix(".") in text
        assert all(cell in document for cell in row)
    assert all(one in document for one in (told.opening, *told.closing, *told.state))
    assert all(one in text for one in (told.opening, *told.closing, *told.signature))


def paragraphs(document: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))  # noqa: S314  # made by this test
        body = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314
    return ["".join(p.itertext()) for p in body.iter(f"{WORD}p")]


def test_word_finds_the_form_it_expects(found: Seeds) -> None:
    """Parts, relations, a paragraph after the last table, and cells that hold paragraphs."""
    content = letter_docx(written(found, "vi"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        body = ElementTree.fromstring(package.read("word/document.xml"))[0]  # noqa: S314
    assert names == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    parts = [part.tag.removeprefix(WORD) for part in body]
    assert parts[-2:] == ["p", "sectPr"]
    assert parts.count("tbl") == 4, "head, two departments, foot"
    for cell in body.iter(f"{WORD}tc"):
        assert [part.tag.removeprefix(WORD) for part in cell][-1] == "p"
    for table in body.iter(f"{WORD}tbl"):
        grid = len(list(table.iter(f"{WORD}gridCol")))
        assert {len(row.findall(f"{WORD}tc")) for row in table.iter(f"{WORD}tr")} == {grid}
    assert content == letter_docx(written(found, "vi")), "the same letter is the same file"


def test_what_people_wrote_stays_text_in_the_document(found: Seeds) -> None:
    odd = Sender("A & B <office>\x0b", "", "", None)
    told = paragraphs(letter_docx(written(found, "en", odd)))
    assert "A & B <OFFICE> " in told
