"""What the template of a target set asks for, and the words it is headed with."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from plantrack.intake.matching import folded
from plantrack.model import Direction, Form, Qualifier, Text
from plantrack.words.terms import DIRECTIONS, FORMS, QUALIFIERS


class DocumentField(StrEnum):
    """One line of the document's sheet: its label, and what was written beside it."""

    NAME_VI = "name_vi"
    NAME_EN = "name_en"
    DOCUMENT = "document"
    TITLE = "title"
    PUBLISHER = "publisher"
    ADOPTED = "adopted"
    FROM = "in_force_from"
    TO = "in_force_to"
    REPLACES = "replaces"
    ADDRESS = "url"


class TargetColumn(StrEnum):
    """One column of the targets' sheet."""

    INDICATOR = "indicator"
    FORM = "form"
    LOW = "low"
    HIGH = "high"
    UNIT = "unit"
    DIRECTION = "direction"
    FIRST_YEAR = "first_year"
    YEAR = "year"
    BASELINE_YEAR = "baseline_year"
    BASELINE = "baseline"
    QUALIFIER = "qualifier"
    PEERS = "peer_set"
    PLACES = "k"
    MILESTONES = "milestones"
    NOTE = "note"
    WORDING = "wording"


# Not messages of the catalogue: a reader of files must know both languages at once.
FIELDS: Final = {
    DocumentField.NAME_VI: Text("Tên bộ chỉ tiêu (tiếng Việt)", "Name of the set (Vietnamese)"),
    DocumentField.NAME_EN: Text("Tên bộ chỉ tiêu (tiếng Anh)", "Name of the set (English)"),
    DocumentField.DOCUMENT: Text("Số, ký hiệu văn bản", "Number of the document"),
    DocumentField.TITLE: Text("Trích yếu văn bản", "Title of the document"),
    DocumentField.PUBLISHER: Text("Cơ quan ban hành", "Issued by"),
    DocumentField.ADOPTED: Text("Ngày ban hành", "Date of the document"),
    DocumentField.FROM: Text("Có hiệu lực từ ngày", "In force from"),
    DocumentField.TO: Text("Hết hiệu lực sau ngày", "In force until"),
    DocumentField.REPLACES: Text("Thay thế bộ chỉ tiêu", "Replaces the target set"),
    DocumentField.ADDRESS: Text("Địa chỉ (https://…)", "Address (https://…)"),
}
NEEDED: Final = (
    DocumentField.NAME_VI,
    DocumentField.NAME_EN,
    DocumentField.DOCUMENT,
    DocumentField.TITLE,
    DocumentField.PUBLISHER,
    DocumentField.ADOPTED,
    DocumentField.FROM,
)
HEADERS: Final = {
    TargetColumn.INDICATOR: Text("Chỉ tiêu", "Indicator"),
    TargetColumn.FORM: Text("Dạng mục tiêu", "Form"),
    TargetColumn.LOW: Text("Mức thấp", "Low"),
    TargetColumn.HIGH: Text("Mức cao", "High"),
    TargetColumn.UNIT: Text("Đơn vị", "Unit"),
    TargetColumn.DIRECTION: Text("Hướng", "Direction"),
    TargetColumn.FIRST_YEAR: Text("Từ năm", "From year"),
    TargetColumn.YEAR: Text("Đến năm", "Due year"),
    TargetColumn.BASELINE_YEAR: Text("Năm cơ sở", "Baseline year"),
    TargetColumn.BASELINE: Text("Giá trị cơ sở", "Baseline value"),
    TargetColumn.QUALIFIER: Text("Mức độ chính xác", "Qualifier"),
    TargetColumn.PEERS: Text("Nhóm so sánh", "Peer set"),
    TargetColumn.PLACES: Text("Trong số đầu", "Among the first"),
    TargetColumn.MILESTONES: Text("Các mốc", "Milestones"),
    TargetColumn.NOTE: Text("Ghi chú", "Note"),
    TargetColumn.WORDING: Text("Nguyên văn trong văn bản", "As worded in the document"),
}
REQUIRED: Final = (
    TargetColumn.INDICATOR,
    TargetColumn.FORM,
    TargetColumn.LOW,
    TargetColumn.HIGH,
    TargetColumn.UNIT,
    TargetColumn.YEAR,
    TargetColumn.BASELINE_YEAR,
)

# Forms, directions and qualifiers by everything a file may call them.
FORM_ALIASES: Final = {
    Form.AT_LEAST: ("≥", ">=", "ít nhất", "trên"),
    Form.AT_MOST: ("≤", "<=", "không quá", "dưới"),
    Form.CHANGE_PER_YEAR: ("thay đổi mỗi năm",),
    Form.CUMULATIVE: ("lũy kế",),
    Form.PATH: ("lộ trình",),
}
FORM_TERMS: Final = {form: FORMS[form] for form in Form}
DIRECTION_TERMS: Final = {direction: DIRECTIONS[direction] for direction in Direction}
QUALIFIER_TERMS: Final = {qualifier: QUALIFIERS[qualifier] for qualifier in Qualifier}

FIELD_LABELS: Final = {
    folded(label): field
    for field, text in FIELDS.items()
    for label in (text.vi, text.en, field.value)
}
HEADER_LABELS: Final = {
    folded(label): (column, language)
    for column, text in HEADERS.items()
    for language, label in (("vi", text.vi), ("en", text.en), ("en", column.value))
}
