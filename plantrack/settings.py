"""Every setting of the program: the PLANTRACK_ names, read once at start and checked together.

Sentences stand here in both languages because nothing below this module can say them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

PREFIX = "PLANTRACK_"
ROOT = Path(__file__).resolve().parent.parent
DEFAULT_SEEDS = ROOT / "seeds"
DEFAULT_DATA = ROOT / "data"


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


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one setting and what to do, in both languages."""

    setting: str
    en: str
    vi: str


class SettingsProblem(Exception):
    """Every setting that cannot be used, at once; `str()` gives all sentences."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(f"{p.vi}\n{p.en}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment asks for. Paths are absolute; a given relative path is taken from
    the folder the program was started in.
    """

    seeds: Path = DEFAULT_SEEDS
    data: Path = DEFAULT_DATA
    ledger: Path | None = None  # as given; None = chosen by plan, see `ledger_for`
    backups: Path | None = None  # as given; None = beside the ledger's uploads
    backup_hours: int = 24
    backups_kept: int = 30
    host: str = "127.0.0.1"
    port: int = 8501
    user: str | None = None
    log: Path | None = None  # None = standard error
    max_upload_mb: int = 25
    test_long: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read and check the settings in `environment` (default: the process's own).

        An empty value counts as unset. Raises `SettingsProblem` with every problem.
        """
        variables = os.environ if environment is None else environment
        given = {
            name: value.strip()
            for name, value in variables.items()
            if name.startswith(PREFIX) and value.strip()
        }
        problems = [_unknown(name) for name in sorted(given) if name not in _READERS]
        values: dict[str, object] = {}
        for name, (attribute, read) in _READERS.items():
            if name not in given:
                continue
            value = read(name, given[name])
            if isinstance(value, Problem):
                problems.append(value)
            else:
                values[attribute] = value
        if problems:
            raise SettingsProblem(tuple(problems))
        return cls(**values)  # type: ignore[arg-type]  # each reader returns its field's type

    def ledger_for(self, plan_id: str) -> Path:
        """Return the ledger file of a plan: the one given, else one file a plan.

        The default seeds keep `plan.duckdb`; other seeds get a file under their own id, so that
        trying another plan never meets the first plan's ledger.
        """
        if self.ledger is not None:
            return self.ledger
        own = self.seeds.resolve() == DEFAULT_SEEDS
        return self.data / ("plan.duckdb" if own else f"{plan_id}.duckdb")

    @staticmethod
    def describe() -> tuple[Setting, ...]:
        """Return the table of settings, as the documentation shows it."""
        return TABLE


def _unknown(name: str) -> Problem:
    nearest = get_close_matches(name, [s.name for s in TABLE], n=1, cutoff=0.0)[0]
    return Problem(
        name,
        f"{name} is not a setting. Did you mean {nearest}? Correct or remove it.",
        f"{name} không phải là một thiết đặt. Ý bạn là {nearest}? Hãy sửa hoặc bỏ đi.",
    )


def _existing_folder(name: str, value: str) -> Path | Problem:
    folder = Path(value).absolute()
    if folder.is_dir():
        return folder
    return Problem(
        name,
        f"{name} is “{value}”, which is not a folder: give the path of an existing folder.",
        f"{name} là “{value}”, không phải thư mục: hãy ghi đường dẫn một thư mục đã có.",
    )


def _folder_to_make(name: str, value: str) -> Path | Problem:
    folder = Path(value).absolute()
    if folder.is_dir() or not folder.exists():
        return folder
    return Problem(
        name,
        f"{name} is “{value}”, which is a file: give the path of a folder.",
        f"{name} là “{value}”, đó là một tệp: hãy ghi đường dẫn một thư mục.",
    )


def _file(name: str, value: str) -> Path | Problem:
    file = Path(value).absolute()
    if not file.is_dir() and file.parent.is_dir():
        return file
    return Problem(
        name,
        f"{name} is “{value}”: give a file in an existing folder.",
        f"{name} là “{value}”: hãy ghi một tệp trong một thư mục đã có.",
    )


def _line(name: str, value: str) -> str | Problem:
    if value.isprintable() and len(value) <= 100:
        return value
    return Problem(
        name,
        f"{name} must be one line of at most 100 printable characters.",
        f"{name} phải là một dòng không quá 100 ký tự in được.",
    )


def _whole(lowest: int, highest: int) -> Callable[[str, str], int | Problem]:
    def read(name: str, value: str) -> int | Problem:
        if value.isascii() and value.isdigit() and lowest <= int(value) <= highest:
            return int(value)
        return Problem(
            name,
            f"{name} is “{value}”: write a whole number from {lowest} to {highest}.",
            f"{name} là “{value}”: hãy ghi một số nguyên từ {lowest} đến {highest}.",
        )

    return read


def _yes(name: str, value: str) -> bool | Problem:
    if value in {"0", "1"}:
        return value == "1"
    return Problem(
        name, f"{name} is “{value}”: write 1 or 0.", f"{name} là “{value}”: ghi 1 hoặc 0."
    )


_READERS: Mapping[str, tuple[str, Callable[[str, str], object]]] = {
    "PLANTRACK_SEEDS": ("seeds", _existing_folder),
    "PLANTRACK_DATA": ("data", _folder_to_make),
    "PLANTRACK_LEDGER": ("ledger", _file),
    "PLANTRACK_BACKUPS": ("backups", _folder_to_make),
    "PLANTRACK_BACKUP_HOURS": ("backup_hours", _whole(0, 24 * 365)),
    "PLANTRACK_BACKUPS_KEPT": ("backups_kept", _whole(1, 10_000)),
    "PLANTRACK_HOST": ("host", _line),
    "PLANTRACK_PORT": ("port", _whole(1, 65535)),
    "PLANTRACK_USER": ("user", _line),
    "PLANTRACK_LOG": ("log", _file),
    "PLANTRACK_MAX_UPLOAD_MB": ("max_upload_mb", _whole(1, 500)),
    "PLANTRACK_TEST_LONG": ("test_long", _yes),
}
