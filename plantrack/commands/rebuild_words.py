"""What a rebuild says of every revision, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantrack import __version__
from plantrack.model import Figure, Text

if TYPE_CHECKING:
    from plantrack.safekeeping.outcomes import CannotReplay, Difference, Step

AS_BEFORE = ("equal", "copied")
_SHOWN = 5  # differences named of one revision

_SAID = {
    "equal": Text("giống hệt.", "equal."),
    "copied": Text(
        "giống hệt; các dòng được chép lại vì không lập từ tệp mẫu đọc lại được.",
        "equal; its rows were copied, because it was not made from a template to read again.",
    ),
    "changed_rule": Text(
        "KHÁC, do quy tắc đọc đã thay đổi: cùng tệp gốc và cùng quyết định, phiên bản chương trình "
        "{old} đã đọc khác phiên bản {new}.",
        "DIFFERENT, because a reading rule changed: the same file and decisions, read "
        "otherwise by version {old} of the program than by version {new}.",
    ),
    "consequence": Text(
        "KHÁC, vì một phiên bản trước đó khác.",
        "DIFFERENT, because an earlier revision is.",
    ),
    "repeated": Text(
        "dựng lại được; không còn cơ sở dữ liệu để đối chiếu.",
        "made again; there is no ledger left to compare it with.",
    ),
    "lost": Text(
        "KHÔNG DỰNG LẠI ĐƯỢC: không còn tệp gốc hoặc quyết định; số thứ tự được giữ lại.",
        "NOT RECOVERED: no original file or decisions are left; its number is kept.",
    ),
}


def outcome_told(step: Step) -> Text:
    """Return what became of a revision, with the first figures that differ."""
    said = _SAID[step.outcome]
    lines = "".join(f"\n  {_difference(one)}" for one in step.differences[:_SHOWN])
    left = len(step.differences) - _SHOWN
    lines += f"\n  … {left}" if left > 0 else ""
    versions = {"old": step.read_by, "new": __version__}
    vi, en = said.vi.format(**versions), said.en.format(**versions)
    return Text(f"Phiên bản {step.number}: {vi}", f"Revision {step.number}: {en}{lines}")


def _difference(one: Difference) -> str:
    series, geography, period = one.key
    when = period.year or f"{period.start}/{period.end}"
    return f"{series}, {geography}, {when}: {_value(one.before)} → {_value(one.after)}"


def _value(figure: Figure | None) -> str:
    return "–" if figure is None else f"{figure.value} {figure.status} ({figure.use})"


def summary(folder: Path, *, equal: bool) -> Text:
    """Return whether the whole ledger equals the old one, and where the new one lies."""
    if equal:
        vi, en = "Bản dựng lại giống hệt bản cũ.", "The rebuilt ledger equals the old one."
    else:
        vi, en = "Bản dựng lại không giống hệt bản cũ.", "The rebuilt ledger is not the old one."
    return Text(
        f"{vi} Bản này nằm trong {folder}; lệnh restore đưa vào sử dụng.",
        f"{en} It lies in {folder}; the command restore puts it in use.",
    )


def nothing_in(folder: Path) -> Text:
    return Text(
        f"Trong {folder} không có tệp gốc nào của một phiên bản đã ghi. Hãy chọn thư mục uploads "
        "hoặc unclaimed.",
        f"There is no original file of a recorded revision in {folder}. Choose the folder uploads "
        "or unclaimed.",
    )


def no_ledger_in(folder: Path) -> Text:
    return Text(
        f"Trong {folder} không có tệp plan.duckdb nên đó không phải là bản sao lưu. Hãy chọn một "
        "thư mục trong backups.",
        f"There is no file plan.duckdb in {folder}, so it is no backup. Choose a folder in "
        "backups.",
    )


def from_a_backup(location: Path) -> Text:
    return Text(
        f"Cơ sở dữ liệu {location} đang được chương trình mở. Hãy sao lưu bằng lệnh backup rồi "
        "dựng lại từ bản sao lưu đó bằng lệnh rebuild --from.",
        f"The ledger {location} is open in the running program. Make a backup with the command "
        "backup, then rebuild from it with rebuild --from.",
    )


def first_lost(number: int, folder: Path) -> Text:
    return Text(
        f"Không dựng lại được: trong {folder} không còn tệp gốc của phiên bản {number}, phiên bản "
        "đầu tiên chứa định nghĩa kế hoạch. Hãy chép lại từ thư mục uploads của một bản sao lưu.",
        f"Nothing can be rebuilt: {folder} no longer holds the original file of revision {number}, "
        "which brought the plan. Copy it back from the folder uploads of a backup.",
    )


def not_replayed(problem: CannotReplay) -> Text:
    return Text(
        f"Không dựng lại được phiên bản {problem.number}: chương trình phiên bản {__version__} "
        f"không chấp nhận định nghĩa kế hoạch của phiên bản đó ({problem.reason}). Hãy dùng chương "
        f"trình phiên bản {problem.version}.",
        f"Revision {problem.number} cannot be rebuilt: version {__version__} of the program does "
        f"not accept its plan definition ({problem.reason}). Use version {problem.version}.",
    )
