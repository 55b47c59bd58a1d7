"""What the machine gives: room on the disk, permissions, versions."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from plantrack.ledger.raw import KeptFiles
from plantrack.safekeeping.findings import Area, Finding, Severity, both
from plantrack.settings import ROOT
from plantrack.words import Say

FULL = 0.9  # share of a disk in use from which it is said
_MEGABYTE = 2**20
_SMALLEST = 50 * _MEGABYTE  # room the program needs whatever the ledger's size
_PYTHONS = ((3, 11), (3, 13))
_PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?P<marker> ;)?")


@dataclass(frozen=True, slots=True)
class Room:
    """What a disk holds, in bytes."""

    total: int
    free: int


def disk(location: Path, kept: KeptFiles, backups: Path) -> Iterator[Finding]:
    """Yield what is wrong with the room for the ledger and for its backups."""
    size = sum(
        path.stat().st_size for path in (location, *kept.uploads.glob("*")) if path.is_file()
    )
    places = dict.fromkeys(_existing(path) for path in (location.parent, backups))
    for place in places:
        used = shutil.disk_usage(place)
        yield from room_findings(place, Room(used.total, used.free), needed=2 * size + _SMALLEST)


def room_findings(place: Path, room: Room, needed: int) -> Iterator[Finding]:
    """Yield a problem when there is no room for what comes next, a warning when it gets near."""
    if room.free < needed:
        yield Finding(
            Severity.PROBLEM,
            Area.DISK,
            both(
                lambda say: say(
                    "The disk of {folder} has only {free} MB left, and recording with a backup "
                    "may need {needed} MB. Make room; nothing recorded is lost.",
                    folder=str(place),
                    free=_megabytes(room.free, say),
                    needed=_megabytes(needed, say),
                )
            ),
        )
    elif room.free < (1 - FULL) * room.total:
        yield Finding(
            Severity.WARNING,
            Area.DISK,
            both(
                lambda say: say(
                    "The disk of {folder} is {share} full, {free} MB are left. Make room before "
                    "it is needed.",
                    folder=str(place),
                    share=say.percent(100 * (1 - room.free / room.total), 0),
                    free=_megabytes(room.free, say),
                )
            ),
        )


def _megabytes(count: int, say: Say) -> str:
    return say.number(count // _MEGABYTE, 0)


def permissions(location: Path, kept: KeptFiles, backups: Path) -> Iterator[Finding]:
    """Yield every place this program must write and may not, and files anyone may change."""
    places = [_existing(path) for path in (location.parent, kept.uploads, backups)]
    places += [path for path in (location,) if path.is_file()]
    for place in dict.fromkeys(places):
        if not os.access(place, os.R_OK | os.W_OK):
            yield _closed(place)
        elif place != location and not place.is_dir():
            yield _in_the_way(place)
        elif os.name == "posix" and place.is_file() and place.stat().st_mode & 0o002:
            yield _open_to_all(place)


def _closed(place: Path) -> Finding:
    return Finding(
        Severity.PROBLEM,
        Area.PERMISSIONS,
        both(
            lambda say: say(
                "This program may not read and write {place}. Give it the permission.",
                place=str(place),
            )
        ),
    )


def _in_the_way(place: Path) -> Finding:
    return Finding(
        Severity.PROBLEM,
        Area.PERMISSIONS,
        both(
            lambda say: say(
                "{place} is a file, and the program needs a folder there. Move the file away.",
                place=str(place),
            )
        ),
    )


def _open_to_all(place: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        Area.PERMISSIONS,
        both(
            lambda say: say(
                "Anyone on this machine may change {place}. Take that permission away.",
                place=str(place),
            )
        ),
    )


def versions() -> Iterator[Finding]:
    """Yield a Python or packages other than those the program is tested with."""
    if not _PYTHONS[0] <= sys.version_info[:2] <= _PYTHONS[1]:
        yield Finding(
            Severity.WARNING,
            Area.VERSIONS,
            both(
                lambda say: say(
                    "Python {version} is not one the program is tested with (3.11 to 3.13).",
                    version=".".join(str(part) for part in sys.version_info[:3]),
                )
            ),
        )
    other = other_packages((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    if other:
        yield Finding(
            Severity.WARNING,
            Area.VERSIONS,
            both(
                lambda say: say(
                    "Packages other than those in requirements.txt are installed: {packages}. "
                    "Install the listed ones.",
                    packages=", ".join(other),
                )
            ),
        )


def other_packages(requirements: str) -> tuple[str, ...]:
    """Return the pinned packages that are missing or of another version, as installed."""
    other = []
    for line in requirements.splitlines():
        pinned = _PINNED.match(line)
        if pinned is None:
            continue
        try:
            installed = metadata.version(pinned["name"])
        except metadata.PackageNotFoundError:
            installed = "" if pinned["marker"] is None else pinned["version"]
        if installed != pinned["version"]:
            other.append(f"{pinned['name']} {installed or '–'} ≠ {pinned['version']}")
    return tuple(other)


def _existing(path: Path) -> Path:
    """Return the nearest folder that exists: what is not made yet will be made there."""
    return next(one for one in (path, *path.parents) if one.exists())
