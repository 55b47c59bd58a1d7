"""How the text of each setting becomes its value, or a problem that says what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from plantrack.settings.problems import Problem
from plantrack.settings.table import TABLE

_ORIGIN: Final = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?", re.IGNORECASE)


def unknown(name: str) -> Problem:
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


def _origins(name: str, value: str) -> tuple[str, ...] | Problem:
    found = tuple(value.split())
    if all(_ORIGIN.fullmatch(one) for one in found):
        return found
    return Problem(
        name,
        f"{name} is “{value}”: write addresses of web sites without a path, separated by"
        " spaces, for example https://example.vn.",
        f"{name} là “{value}”: hãy ghi địa chỉ trang web không kèm đường dẫn, cách nhau bằng dấu"
        " cách, ví dụ https://example.vn.",
    )


READERS: Mapping[str, tuple[str, Callable[[str, str], object]]] = {
    "PLANTRACK_SEEDS": ("seeds", _existing_folder),
    "PLANTRACK_DATA": ("data", _folder_to_make),
    "PLANTRACK_LEDGER": ("ledger", _file),
    "PLANTRACK_BACKUPS": ("backups", _folder_to_make),
    "PLANTRACK_BACKUP_HOURS": ("backup_hours", _whole(0, 24 * 365)),
    "PLANTRACK_BACKUPS_KEPT": ("backups_kept", _whole(1, 10_000)),
    "PLANTRACK_HOST": ("host", _line),
    "PLANTRACK_PORT": ("port", _whole(1, 65535)),
    "PLANTRACK_EMBED_ORIGINS": ("embed_origins", _origins),
    "PLANTRACK_USER": ("user", _line),
    "PLANTRACK_LOG": ("log", _file),
    "PLANTRACK_MAX_UPLOAD_MB": ("max_upload_mb", _whole(1, 500)),
    "PLANTRACK_TEST_LONG": ("test_long", _yes),
}
