"""Sentences about plan, series, targets and figures: what, why, what to do."""

from __future__ import annotations

from plantrack.model import Text

PLAN = {
    "plan_rows": Text(
        vi="Bảng có {count} dòng nhưng một thư mục chỉ chứa một quy hoạch. Hãy giữ đúng một dòng.",
        en="The table has {count} rows but a folder holds one plan. Keep exactly one row.",
    ),
    "time_zone_unknown": Text(
        vi="“{written}” không phải múi giờ. Hãy dùng tên trong cơ sở dữ liệu IANA, ví dụ "
        "Asia/Ho_Chi_Minh.",
        en="“{written}” is not a time zone. Use a name of the IANA database, for example "
        "Asia/Ho_Chi_Minh.",
    ),
    "years_reversed": Text(
        vi="Năm cuối ({last}) không sau năm đầu ({first}). Hãy sửa thời kỳ của quy hoạch.",
        en="The last year ({last}) is not after the first ({first}). Correct the plan's period.",
    ),
    "own_ancestor": Text(
        vi="“{written}” là cấp trên của chính nó. Hãy sửa cột parent để cây có gốc.",
        en="“{written}” is its own ancestor. Correct the parent so that the tree has a root.",
    ),
    "limits_reversed": Text(
        vi="Giới hạn dưới {floor} cao hơn giới hạn trên {ceiling}. Hãy đổi lại.",
        en="The floor {floor} is above the ceiling {ceiling}. Exchange them.",
    ),
    "preferred_twice": Text(
        vi="Chỉ tiêu “{indicator}” có hai chuỗi ưu tiên ({series}). Mặc định chỉ dùng một chuỗi: "
        "hãy đặt no cho các chuỗi còn lại.",
        en="The indicator “{indicator}” has two preferred series ({series}). One is used by "
        "default: set the others to no.",
    ),
    "preferred_none": Text(
        vi="Chỉ tiêu “{indicator}” có chuỗi số liệu nhưng không chuỗi nào là ưu tiên. Hãy đặt yes "
        "cho đúng một chuỗi trong: {series}.",
        en="The indicator “{indicator}” has series but none is preferred. Set exactly one of "
        "{series} to yes.",
    ),
    "compiler_twice": Text(
        vi="“{compiler}” đã có chuỗi “{series}” của chỉ tiêu này, nên người xem không chọn được "
        "theo cơ quan. Hãy gộp hai chuỗi hoặc dùng một mã cơ quan khác.",
        en="“{compiler}” already has the series “{series}” of this indicator, so a reader could "
        "not choose by compiler. Join the two or name another compiler.",
    ),
    "series_price_basis": Text(
        vi="Chuỗi theo {written} nhưng chỉ tiêu “{indicator}” theo {expected}. Không so sánh số "
        "liệu khác loại giá: hãy sửa, hoặc lập chỉ tiêu riêng.",
        en="The series is in {written} prices but the indicator “{indicator}” is in {expected}. "
        "Different price bases are never compared: correct it, or make another indicator.",
    ),
    "break_twice": Text(
        vi="Chuỗi “{series}” đã có điểm gián đoạn năm {year}. Hãy bỏ một dòng.",
        en="The series “{series}” already has a break at {year}. Take one row out.",
    ),
    "first_estimates_twice": Text(
        vi="Chuỗi “{series}” đã có chuỗi ước tính lần đầu ở dòng trên. Hãy bỏ một dòng.",
        en="The series “{series}” has its first estimates named above. Take one row out.",
    ),
    "first_estimates_other": Text(
        vi="“{first}” phải là một chuỗi khác của cùng chỉ tiêu với “{series}”: chỉ so sánh ước "
        "tính lần đầu với số liệu sau này của chính chỉ tiêu đó.",
        en="“{first}” must be another series of the same indicator as “{series}”: first estimates "
        "are held only against later figures of the same indicator.",
    ),
    "formula_operands": Text(
        vi="Phép “{operation}” cần {expected} nhưng có {count}. Hãy viết các mã chỉ tiêu cách "
        "nhau bằng dấu cách.",
        en="The operation “{operation}” needs {expected} but has {count}. Write indicator ids "
        "separated by spaces.",
    ),
    "identity_applies": Text(
        vi="Phép “{operation}” không đi với giá trị này của applies_to: identity chỉ nối các tốc "
        "độ tăng (growth), và chỉ identity dùng growth. Hãy sửa một trong hai ô.",
        en="The operation “{operation}” does not go with this applies_to: an identity holds among "
        "growth rates (growth), and only an identity does. Correct one of the two cells.",
    ),
    "identity_operand": Text(
        vi="Chỉ tiêu “{indicator}” phải có measure {measure} và price_basis {basis} ở vị trí này. "
        "Phép identity cần: giá trị bình quân đầu người theo giá hiện hành; tốc độ tăng thực; "
        "dân số.",
        en="The indicator “{indicator}” must have measure {measure} and price_basis {basis} in "
        "this place. An identity needs: the amount per person at current prices; the real growth "
        "of the whole; the population.",
    ),
    "thresholds_order": Text(
        vi="Ngưỡng {written} không thấp hơn ngưỡng của dòng trước ({previous}). Hãy xếp từ cao "
        "xuống thấp.",
        en="The threshold {written} is not below the one before it ({previous}). Order them from "
        "the highest down.",
    ),
    "thresholds_open": Text(
        vi="Phương pháp “{method}” không có dòng cuối để trống ngưỡng, nên tỷ lệ thấp nhất không "
        "có đánh giá. Hãy thêm một dòng có from_ratio để trống.",
        en="The method “{method}” has no last row with an empty threshold, so the lowest ratios "
        "would earn no standing. Add one with from_ratio empty.",
    ),
    "thresholds_missing": Text(
        vi="Thiếu phương pháp “{method}”, phương pháp dùng để đánh giá mọi mục tiêu. Hãy thêm các "
        "ngưỡng của phương pháp này.",
        en="The method “{method}”, by which every target is judged, is not there. Add its "
        "thresholds.",
    ),
    "set_dates_reversed": Text(
        vi="Hết hiệu lực ({end}) trước khi có hiệu lực ({start}). Hãy sửa một trong hai ngày.",
        en="It ceases to be in force ({end}) before it comes into force ({start}). Correct one of "
        "the two dates.",
    ),
    "set_empty": Text(
        vi="Bộ chỉ tiêu mặc định “{written}” không có mục tiêu nào trong targets.csv. Hãy thêm "
        "mục tiêu hoặc chọn bộ khác.",
        en="The default target set “{written}” has no target in targets.csv. Add targets or choose "
        "another set.",
    ),
    "alias_twice": Text(
        vi="“{written}” đã là tên của chỉ tiêu “{other}” (dòng {first}), nên tệp nạp lên sẽ "
        "không rõ là chỉ tiêu nào. Hãy bỏ một dòng.",
        en="“{written}” already names the indicator “{other}” (row {first}), so an uploaded file "
        "could mean either. Take one row out.",
    ),
    "factor_bad": Text(
        vi="Hệ số {written} không lớn hơn 0 nên không quy đổi được. Hãy ghi số đơn vị gốc "
        "trong một đơn vị này.",
        en="The factor {written} is not above zero, so nothing can be converted. Write how many "
        "base units one of this unit holds.",
    ),
    "pair_incomplete": Text(
        vi="Ô này trống trong khi ngôn ngữ kia có nội dung. Hãy viết cả hai ngôn ngữ, hoặc bỏ "
        "cả hai.",
        en="The cell is empty while the other language says something. Write both languages, or "
        "neither.",
    ),
}

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
