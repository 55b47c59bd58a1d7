"""The table of settings, as the documentation shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the name, what it is when unset, what it decides."""

    name: str
    default: str
    en: str
    vi: str


TABLE = (
    Setting(
        "PLANTRACK_SEEDS",
        "seeds",
        "folder with the plan and its published figures",
        "thư mục chứa kế hoạch và số liệu đã công bố",
    ),
    Setting(
        "PLANTRACK_DATA",
        "data",
        "folder for what is made at run time: ledger, uploads, drafts, backups",
        "thư mục cho dữ liệu khi chạy: cơ sở dữ liệu, tệp tải lên, bản nháp, bản sao lưu",
    ),
    Setting(
        "PLANTRACK_LEDGER",
        "plan.duckdb in the data folder for the default seeds, otherwise <plan id>.duckdb",
        "file that holds the ledger",
        "tệp cơ sở dữ liệu",
    ),
    Setting(
        "PLANTRACK_BACKUPS",
        "backups beside the ledger's uploads",
        "folder for backups; best on another disk",
        "thư mục cho bản sao lưu; nên nằm trên ổ đĩa khác",
    ),
    Setting(
        "PLANTRACK_BACKUP_HOURS",
        "24",
        "hours between the backups the running program makes by itself; 0: none",
        "số giờ giữa hai lần chương trình tự sao lưu khi đang chạy; 0: không tự sao lưu",
    ),
    Setting(
        "PLANTRACK_BACKUPS_KEPT",
        "30",
        "how many of the backups made by themselves are kept; others are never deleted",
        "số bản sao lưu tự động được giữ; các bản sao lưu khác không bao giờ bị xóa",
    ),
    Setting(
        "PLANTRACK_HOST",
        "127.0.0.1",
        "address to serve on; the default is reached from this machine only",
        "địa chỉ phục vụ; mặc định chỉ máy này truy cập được",
    ),
    Setting("PLANTRACK_PORT", "8501", "port to serve on", "cổng phục vụ"),
    Setting(
        "PLANTRACK_EMBED_ORIGINS",
        "none",
        "web sites that may show a chart of these dashboards in a page of theirs",
        "các trang web được phép nhúng biểu đồ của hệ thống này vào trang của họ",
    ),
    Setting(
        "PLANTRACK_USER",
        "nobody",
        "who records when a command in a terminal does",
        "người ghi khi ghi bằng lệnh trong cửa sổ dòng lệnh",
    ),
    Setting(
        "PLANTRACK_LOG",
        "the terminal (standard error)",
        "file the log is added to, one JSON line an event",
        "tệp nhật ký, mỗi sự kiện một dòng JSON",
    ),
    Setting(
        "PLANTRACK_MAX_UPLOAD_MB",
        "25",
        "largest file that may be uploaded, in megabytes",
        "dung lượng lớn nhất của tệp tải lên, tính bằng megabyte",
    ),
    Setting(
        "PLANTRACK_TEST_LONG",
        "0",
        "1: the tests run their large counts",
        "1: kiểm thử chạy với số lần lớn",
    ),
)
