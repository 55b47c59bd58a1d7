"""The page for leaders: one sheet, with the scorecard's own sentences and numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import is_normalized

import pytest

from plantrack.exports.brief.leaders import pdf_file
from plantrack.exports.material import Material
from plantrack.scorecard.telling import asked, headline, latest_value, observed, required
from plantrack.words import capitalised
from plantrack.words.terms import standing_word
from tests.exports.brief.reading import flat, flowing, info_of, page_count, tags_of, text_of
from tests.exports.materials import SEEDS, before_any_figure, named, seeded, with_targets

HOSTILE = '#pagebreak() $x$ *b* _i_ [c] @ref \\d <l> "q" `r` ~ -- = + // /* & <b>&amp;'


def made(material: Material) -> bytes:
    return pdf_file(material, lambda _: None)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("plan", SEEDS)
def test_one_page_tells_what_the_scorecard_tells(plan: str, language: str) -> None:
    material = seeded(plan, language)
    content, say = made(material), material.say
    assert page_count(content) == 1
    text = flowing(content)
    assert flat(headline(material.card, say)) in text
    for standing, count in material.card.counts.items():
        assert flat(f"{count} {capitalised(standing_word(standing, say))}") in text
    for row in material.card.rows:
        assert flat(say.text(row.indicator.name)) in text
        for told in (latest_value(row, say), asked(row, say), observed(row, say)):
            assert flat(told) in text
        assert flat(required(row, say, from_now=True)) in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_foot_names_plan_set_revision_program_and_method(language: str) -> None:
    material = seeded("first", language)
    text = flowing(made(material))
    assert flat(material.footer) in text
    assert flat(material.say("Compound rates (Eurostat family)")) in text
    assert "1/1" in text


def test_of_forty_targets_those_without_room_are_counted() -> None:
    material = replace(with_targets(seeded("first", "en"), 40), language="en")
    content = made(material)
    assert page_count(content) == 1
    text = text_of(content)
    left = re.search(r"(\d+) more targets have no room here; the full report has them", text)
    assert left is not None
    listed = len(re.findall(r"^2030$|^2021–2030$", text, re.MULTILINE))
    assert 0 < 40 - int(left[1]) <= listed


def test_what_cannot_be_assessed_is_named_with_its_reason_once() -> None:
    content = made(seeded("first", "en"))
    reason = "the series was revised in 2025, so the first figure to count is that of 2026"
    assert flowing(content).count(flat(reason)) == 1


def test_a_label_is_never_markup() -> None:
    material = named(seeded("second", "en"), lambda _: HOSTILE)
    content = made(material)
    assert page_count(content) == 1
    assert flowing(content).count(flat(HOSTILE)) >= 2 * 3  # drawing and table


def test_names_too_long_for_any_column_still_leave_one_page() -> None:
    long = "Tỷ lệ rất dài của một chỉ tiêu " * 10
    assert page_count(made(named(with_targets(seeded("first", "vi"), 40), lambda _: long))) == 1


def test_letters_the_font_lacks_do_not_keep_the_page_from_being_made() -> None:
    material = named(seeded("first", "vi"), lambda _: "Đúng 👍🏽 hạn 漢 a\u0301\x07b")
    assert "Đúng\N{REPLACEMENT CHARACTER}" in flowing(made(material))


def test_no_line_parts_a_number_from_its_unit_or_a_revision_from_its_number() -> None:
    names = iter(range(200))
    told = "phiên bản 7 giai đoạn 2026–2030 đạt 150 triệu đồng/người"
    awaiting = before_any_figure(seeded("first", "vi"))  # a drawing breaks its own lines
    text = text_of(made(named(awaiting, lambda _: "m " * (next(names) % 23) + told)))
    for one in ("phiên bản 7", "giai đoạn 2026–2030", "150 triệu", "đồng/người"):
        letters = (re.escape(letter) for letter in one if letter != " ")
        anywhere = len(re.findall(r"\s*".join(letters), text))
        assert text.count(one) == anywhere > 12, one


def test_a_set_without_targets_and_a_plan_without_figures_have_true_pages() -> None:
    material = seeded("first", "en")
    empty = replace(material, plan=replace(material.plan, targets={}))
    assert flat("This target set has no targets.") in flowing(made(empty))
    awaiting = before_any_figure(seeded("second", "en"))
    assert page_count(made(awaiting)) == 1
    assert flat("What is not known") in flowing(made(awaiting))
    nothing = replace(material, figures=(), made=None)
    assert flat("Figures: none recorded yet") in flowing(made(nothing))


def test_a_screen_reader_finds_title_language_headings_picture_and_table() -> None:
    content = made(seeded("first", "vi"))
    tags = tags_of(content)
    assert next(tag for tag in tags if re.fullmatch(r"H\d", tag)) == "H1"
    assert tags.count("Figure") == 1
    assert tags.count("Table") == 1
    assert tags.count("TH") == 6
    assert info_of(content)["Tagged"] == "yes"
    assert info_of(content)["Title"] == "Báo cáo tóm tắt: Quy hoạch tỉnh Lạng Sơn thời kỳ 2021–2030"
    assert b"pdfuaid:part" in content
    assert b"/Lang(vi)" in content.replace(b" ", b"")


def test_text_is_read_back_in_composed_letters() -> None:
    text = text_of(made(seeded("first", "vi")))
    assert is_normalized("NFC", text)
    assert "\N{REPLACEMENT CHARACTER}" not in text
