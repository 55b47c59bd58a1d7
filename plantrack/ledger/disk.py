"""Writing files so that a name never stands for half a file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write under a temporary name, fsync, rename, fsync the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.unfinished")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync_folder(path.parent)


def put_in_place(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, unless the name is taken: then that file stands.

    Linking, unlike renaming, never replaces what another program put there meanwhile.
    """
    with suppress(FileExistsError):
        os.link(unfinished, path)
    unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


@contextmanager
def dropped_on_failure(unfinished: Path) -> Iterator[None]:
    """Drop a file or folder that is not finished: on a full disk it would keep taking room."""
    try:
        yield
    except BaseException:
        if unfinished.is_dir():
            shutil.rmtree(unfinished, ignore_errors=True)
        else:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        raise


def sync_file(path: Path) -> None:
    """Make sure a file written by others is on the disk itself."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows can neither open nor sync a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
