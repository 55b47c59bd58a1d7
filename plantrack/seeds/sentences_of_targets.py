"""Sentences about targets and their milestones: what, why, what to do."""

from __future__ import annotations

from plantrack.model import Text

TARGETS = {
    "target_twice": Text(
        vi="Bộ này đã có mục tiêu của chỉ tiêu “{indicator}” cho cùng kỳ đến năm {year} ở dòng "
        "{first}. Mỗi kỳ chỉ có một mục tiêu: hãy giữ một dòng.",
        en="The set already asks for “{indicator}” over the same period up to {year} in row "
        "{first}. A period has one target: keep one of the rows.",
    ),
    "bound_missing": Text(
        vi="Dạng “{form}” cần cột {column} nhưng ô này trống. Hãy điền giá trị của mục tiêu.",
        en="The form “{form}” needs {column}, which is empty. Fill in the target's value.",
    ),
    "bound_extra": Text(
        vi="Dạng “{form}” không dùng cột {column}. Hãy để trống, hoặc chọn dạng khác.",
        en="The form “{form}” does not use {column}. Leave it empty, or choose another form.",
    ),
    "bounds_reversed": Text(
        vi="Giá trị thấp {low} lớn hơn giá trị cao {high}. Hãy đổi lại.",
        en="The low value {low} is above the high value {high}. Exchange them.",
    ),
    "direction_contradicts": Text(
        vi="Dạng “{form}” có nghĩa là hướng “{expected}” nhưng ô này ghi “{written}”. Hãy sửa dạng "
        "hoặc hướng.",
        en="The form “{form}” means the direction “{expected}”, but the cell says “{written}”. "
        "Correct the form or the direction.",
    ),
    "baseline_late": Text(
        vi="Năm cơ sở {baseline} không trước năm {year} của mục tiêu, nên không có khoảng thời "
        "gian để tính. Hãy chọn năm cơ sở sớm hơn.",
        en="The baseline year {baseline} is not before the target's year {year}, so there is no "
        "time to measure over. Choose an earlier baseline.",
    ),
    "period_outside": Text(
        vi="Mục tiêu đến hạn năm {year}, ngoài thời kỳ quy hoạch {first}–{last}. Hãy sửa kỳ của "
        "mục tiêu hoặc thời kỳ của quy hoạch.",
        en="The target falls due in {year}, outside the plan's years {first} to {last}. Correct "
        "the target's period or the plan's.",
    ),
    "period_not_years": Text(
        vi="Kỳ {start}–{end} không phải các năm trọn vẹn. Mục tiêu tính theo năm, từ 01-01 đến "
        "31-12.",
        en="The period {start} to {end} is not whole years. Targets run from 1 January to "
        "31 December.",
    ),
    "level_span": Text(
        vi="Mục tiêu dạng “{form}” của chỉ tiêu này là mức của một năm nhưng kỳ dài {count} năm. "
        "Chỉ mục tiêu tăng trưởng bình quân, lũy kế, giữ mức, lộ trình hoặc thay đổi mỗi năm mới "
        "kéo dài nhiều năm.",
        en="A “{form}” target of this indicator is a level of one year, but its period covers "
        "{count} years. Only average growth, cumulative, hold, path and change-per-year targets "
        "span several.",
    ),
    "target_price_basis": Text(
        vi="Mục tiêu theo {written} nhưng chỉ tiêu “{indicator}” theo {expected}. Hãy sửa loại "
        "giá.",
        en="The target is in {written} prices but the indicator “{indicator}” is in {expected}. "
        "Correct the price basis.",
    ),
    "beyond_limits": Text(
        vi="{written} nằm ngoài giới hạn tự nhiên {floor} đến {ceiling} của chỉ tiêu "
        "“{indicator}”. Hãy kiểm tra số và đơn vị.",
        en="{written} is outside the natural limits {floor} to {ceiling} of the indicator "
        "“{indicator}”. Check the number and its unit.",
    ),
    "milestone_form": Text(
        vi="Mục tiêu “{target}” có dạng “{form}”; chỉ dạng path có mốc. Hãy bỏ mốc hoặc đổi dạng.",
        en="The target “{target}” has the form “{form}”; only a path has milestones. Take the "
        "milestone out or change the form.",
    ),
    "milestone_year": Text(
        vi="Mốc năm {year} nằm ngoài khoảng sau năm cơ sở {baseline} đến năm {last} của mục tiêu "
        "“{target}”.",
        en="The milestone of {year} lies outside the years after the baseline {baseline} up to "
        "{last} of the target “{target}”.",
    ),
    "milestone_bound": Text(
        vi="Mốc không có giá trị nào. Hãy điền low, high hoặc cả hai.",
        en="The milestone has no value. Fill in low, high or both.",
    ),
    "path_end": Text(
        vi="Lộ trình “{target}” không có mốc ở năm cuối {year}. Hãy thêm mốc đó vào "
        "milestones.csv.",
        en="The path “{target}” has no milestone in its last year {year}. Add it to "
        "milestones.csv.",
    ),
}
