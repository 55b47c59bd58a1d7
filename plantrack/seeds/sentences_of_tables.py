"""Sentences about files, columns and cells: what is wrong, why it matters, what to do."""

from __future__ import annotations

from plantrack.model import Text

FILES = {
    "file_missing": Text(
        vi="Thiếu tệp {file}. Quy hoạch cần đủ các bảng: hãy thêm tệp với các cột {columns}.",
        en="The file {file} is missing. A plan needs every table: add it with the columns "
        "{columns}.",
    ),
    "file_unreadable": Text(
        vi="Tệp không phải văn bản UTF-8 nên chữ có dấu sẽ sai. Hãy lưu lại dạng CSV UTF-8.",
        en="The file is not UTF-8 text, so letters would be misread. Save it as CSV UTF-8.",
    ),
    "column_missing": Text(
        vi="Thiếu cột “{column}”. Hãy thêm cột này vào dòng tiêu đề.",
        en="The column “{column}” is missing. Add it to the header row.",
    ),
    "column_unknown_nearest": Text(
        vi="“{written}” không phải cột của bảng này. Có phải là “{nearest}”?",
        en="“{written}” is not a column of this table. Did you mean “{nearest}”?",
    ),
    "column_unknown": Text(
        vi="“{written}” không phải cột của bảng này. Các cột của bảng: {known}.",
        en="“{written}” is not a column of this table. Its columns are: {known}.",
    ),
    "column_twice": Text(
        vi="Cột “{column}” xuất hiện hai lần. Hãy giữ một cột.",
        en="The column “{column}” stands twice. Keep one of them.",
    ),
    "cells_beyond_header": Text(
        vi="Dòng có {count} ô nhưng tiêu đề có {expected} cột. Nội dung có dấu phẩy phải đặt "
        "trong ngoặc kép.",
        en="The row has {count} cells but the header has {expected} columns. Put text that "
        "contains a comma in quotation marks.",
    ),
}

CELLS = {
    "empty": Text(
        vi="Ô trống nhưng bảng này bắt buộc có giá trị. Hãy điền, hoặc bỏ cả dòng.",
        en="The cell is empty but this table needs it. Fill it in, or take the row out.",
    ),
    "id_bad": Text(
        vi="“{written}” không dùng làm mã được. Mã chỉ gồm chữ thường a–z, chữ số và gạch dưới.",
        en="“{written}” cannot be an id. Use lower-case letters a–z, digits and underscores only.",
    ),
    "id_twice": Text(
        vi="Mã “{written}” đã có ở dòng {first}. Mỗi mã chỉ đặt cho một dòng: hãy đổi một trong "
        "hai mã.",
        en="The id “{written}” already stands in row {first}. An id names one row: change one of "
        "them.",
    ),
    "number_bad": Text(
        vi="“{written}” không phải là số. Hãy viết chữ số với dấu chấm thập phân, không kèm đơn "
        "vị, ví dụ 7.25.",
        en="“{written}” is not a number. Write digits with a decimal point and no unit, "
        "for example 7.25.",
    ),
    "number_comma": Text(
        vi="“{written}” có dấu phẩy nên không rõ là thập phân hay hàng nghìn. Tệp này dùng dấu "
        "chấm thập phân và không ngăn cách hàng nghìn.",
        en="“{written}” has a comma, which may mean decimals or thousands. These files use a "
        "decimal point and no thousands mark.",
    ),
    "whole_bad": Text(
        vi="“{written}” không phải số nguyên. Hãy viết chữ số, ví dụ 2 hoặc 2025.",
        en="“{written}” is not a whole number. Write digits only, for example 2 or 2025.",
    ),
    "date_bad": Text(
        vi="“{written}” không phải ngày hợp lệ. Hãy viết năm-tháng-ngày, ví dụ 2025-12-31.",
        en="“{written}” is not a date. Write year-month-day, for example 2025-12-31.",
    ),
    "yes_no_bad": Text(
        vi="“{written}” phải là yes hoặc no.",
        en="“{written}” must be yes or no.",
    ),
    "word_unknown_nearest": Text(
        vi="“{written}” không phải giá trị của cột này. Có phải là “{nearest}”?",
        en="“{written}” is not a word this column knows. Did you mean “{nearest}”?",
    ),
    "word_unknown": Text(
        vi="“{written}” không phải giá trị của cột này. Các giá trị dùng được: {known}.",
        en="“{written}” is not a word this column knows. It knows: {known}.",
    ),
    "reference_unknown_nearest": Text(
        vi="“{written}” không có trong {table}.csv. Có phải là “{nearest}”?",
        en="“{written}” is not in {table}.csv. Did you mean “{nearest}”?",
    ),
    "reference_unknown": Text(
        vi="“{written}” không có trong {table}.csv. Hãy thêm vào đó, hoặc dùng một mã đã có: "
        "{known}.",
        en="“{written}” is not in {table}.csv. Add it there, or use an id it has: {known}.",
    ),
    "period_reversed": Text(
        vi="Kỳ kết thúc ({end}) trước khi bắt đầu ({start}). Hãy sửa một trong hai ngày.",
        en="The period ends ({end}) before it starts ({start}). Correct one of the two dates.",
    ),
}
