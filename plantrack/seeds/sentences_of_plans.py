"""Sentences about the plan, its indicators, series and target sets: what, why, what to do."""

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
