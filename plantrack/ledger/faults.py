"""What can be wrong with a ledger or its kept files: one sentence each, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plantrack.model import Text


class Broken(StrEnum):
    """Which promise of a ledger does not hold."""

    NUMBERS = "numbers"
    ROWS = "rows"
    ROWS_DIGEST = "rows_digest"
    STRAY_ROWS = "stray_rows"
    DEFINITION = "definition"
    WITHDRAWAL = "withdrawal"
    TIME = "time"
    FUTURE = "future"
    ORIGIN = "origin"
    RECEIPTS = "receipts"
    PLAN = "plan"
    VIEW = "view"
    KEPT_FILE_GONE = "kept_file_gone"
    KEPT_FILE_CHANGED = "kept_file_changed"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Fault:
    broken: Broken
    detail: str

    @property
    def sentence(self) -> Text:
        said = _SENTENCES[self.broken]
        return Text(said.vi.format(detail=self.detail), said.en.format(detail=self.detail))


_RESTORE = Text(
    "Hãy khôi phục bản sao lưu gần nhất bằng lệnh restore.",
    "Restore the latest backup with the command restore.",
)
_COPY_BACK = Text(
    "Hãy chép lại tệp này từ thư mục uploads của bản sao lưu gần nhất còn giữ tệp.",
    "Copy it back from the folder uploads of the latest backup that has it.",
)


def _and(vi: str, en: str, remedy: Text = _RESTORE) -> Text:
    return Text(f"{vi} {remedy.vi}", f"{en} {remedy.en}")


_SENTENCES = {
    Broken.NUMBERS: _and(
        "Số thứ tự các phiên bản số liệu không liên tục: {detail}.",
        "The numbers of the revisions have gaps: {detail}.",
    ),
    Broken.ROWS: _and(
        "Số dòng của phiên bản {detail} không khớp với số dòng đã ghi nhận.",
        "Revision {detail} does not have the number of rows it was recorded with.",
    ),
    Broken.ROWS_DIGEST: _and(
        "Nội dung các dòng của phiên bản {detail} khác lúc ghi.",
        "The rows of revision {detail} are not those that were recorded.",
    ),
    Broken.STRAY_ROWS: _and(
        "Có dòng số liệu không thuộc phiên bản nào hoặc trùng nhau: {detail}.",
        "There are rows that belong to no revision or stand twice in one: {detail}.",
    ),
    Broken.DEFINITION: _and(
        "Định nghĩa kế hoạch của phiên bản {detail} không có hoặc đã bị thay đổi.",
        "The plan definition of revision {detail} is gone or was changed.",
    ),
    Broken.WITHDRAWAL: _and(
        "Phiên bản {detail} thu hồi một phiên bản không tồn tại trước đó.",
        "Revision {detail} withdraws a revision that did not exist before it.",
    ),
    Broken.TIME: _and(
        "Phiên bản {detail} có thời điểm ghi trước phiên bản liền trước.",
        "Revision {detail} is dated before the revision it follows.",
    ),
    Broken.FUTURE: Text(
        "Phiên bản mới nhất có thời điểm ghi trong tương lai ({detail} UTC): đồng hồ của máy đã "
        "bị lùi lại. Hãy chỉnh đồng hồ; không có dữ liệu nào bị mất.",
        "The newest revision is dated in the future ({detail} UTC): the clock of this machine "
        "was set back. Set it right; nothing is lost.",
    ),
    Broken.ORIGIN: _and(
        "Có số liệu không rõ nguồn: {detail}.",
        "There are figures of an origin the ledger does not know: {detail}.",
    ),
    Broken.RECEIPTS: _and(
        "Các bước cấu trúc của cơ sở dữ liệu không liên tục: {detail}.",
        "The schema steps of the ledger have gaps: {detail}.",
    ),
    Broken.PLAN: _and(
        "Cơ sở dữ liệu chứa dòng của kế hoạch khác: {detail}.",
        "The ledger holds rows of another plan: {detail}.",
    ),
    Broken.VIEW: Text(
        "Khung nhìn current_figures không khớp với số liệu hiện hành ({detail}). Số liệu trên các "
        "trang vẫn đúng; hãy báo lỗi này và không dùng khung nhìn đó.",
        "The view current_figures does not show the figures that stand ({detail}). The pages are "
        "right; report this and do not use the view.",
    ),
    Broken.KEPT_FILE_GONE: _and(
        "Tệp gốc của phiên bản {detail} không còn.",
        "The original file of revision {detail} is gone.",
        _COPY_BACK,
    ),
    Broken.KEPT_FILE_CHANGED: _and(
        "Tệp gốc của phiên bản {detail} không còn như lúc ghi.",
        "The original file of revision {detail} is not what was recorded.",
        _COPY_BACK,
    ),
    Broken.DECISIONS: _and(
        "Tệp ghi các quyết định khi ghi phiên bản {detail} không còn hoặc khác cơ sở dữ liệu.",
        "The note of the decisions taken on revision {detail} is gone or differs from the ledger.",
        _COPY_BACK,
    ),
}
