"""Sentences about figures: what, why, what to do."""

from __future__ import annotations

from plantrack.model import Text

FIGURES = {
    "origin_missing": Text(
        vi="Số liệu không có nguồn. Không lưu số liệu khi không rõ nguồn: hãy ghi mã nguồn trong "
        "sources.csv.",
        en="The figure has no origin. No figure is kept without one: name a source of sources.csv.",
    ),
    "reason_missing": Text(
        vi="Dòng không có số hoặc không dùng phải ghi lý do bằng cả hai ngôn ngữ. Hãy điền note_vi "
        "và note_en.",
        en="A row without a value, or one that is not used, must say why in both languages. Fill "
        "in note_vi and note_en.",
    ),
    "reject_without_value": Text(
        vi="Dòng ghi reject nhưng không có số nào để loại. Hãy điền số như nguồn in, hoặc đổi cột "
        "use.",
        en="The row says reject but has no value to reject. Write the value as printed, or change "
        "use.",
    ),
    "two_values": Text(
        vi="{written} đứng cạnh {other} ở dòng {first} cho cùng chuỗi, địa bàn và kỳ. Mỗi kỳ chỉ "
        "có một số: hãy giữ một số (số chi tiết hơn nếu chỉ khác do làm tròn) và ghi reject cho số "
        "kia.",
        en="{written} stands beside {other} in row {first} for the same series, place and period. "
        "A period has one figure: keep one (the finer if they agree after rounding) and mark the "
        "other reject.",
    ),
    "shares_sum": Text(
        vi="Cơ cấu “{whole}” {period} cộng lại bằng {sum}, không phải {expected} (sai số làm tròn "
        "cho phép {tolerance}). Hãy kiểm tra xem các số có cùng một nguồn không.",
        en="The parts of “{whole}” for {period} sum to {sum}, not {expected} (rounding allows "
        "{tolerance}). Check that they come from one publication.",
    ),
    "shares_origins": Text(
        vi="Cơ cấu “{whole}” {period} lấy từ nhiều nguồn ({origins}). Hãy lấy trọn bộ từ một "
        "nguồn.",
        en="The parts of “{whole}” for {period} come from several origins ({origins}). Take the "
        "whole set from one.",
    ),
}
