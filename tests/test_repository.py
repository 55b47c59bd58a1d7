"""What a clone must hold, and must not hold, to work on any machine and from any mirror."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
HOST = re.compile(r"://|\b[a-z0-9-]+\.(?:org|com|net|io|dev|vn|edu)\b|--(?:index|extra|find|trust)")
MACHINE_PATH = re.compile(r"(?<![\w.}/])(?:/(?:work|home|root|Users|mnt)/|[A-Z]:\\Users\\)")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


def text_of(file: Path) -> str | None:
    """The text of a file, or None for fonts, workbooks and images."""
    content = file.read_bytes()
    return None if b"\0" in content else content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_address(name: str) -> None:
    assert HOST.findall((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_one_version_with_its_digests(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    assert entries
    for entry in entries:
        first, *digests = [line.strip(" \\") for line in entry.splitlines()]
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", first), first
        assert digests, first
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", digest) for digest in digests)


def test_the_two_sets_of_requirements_agree_where_they_overlap() -> None:
    runtime, development = (
        dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in REQUIREMENTS
    )
    shared = runtime.keys() & development.keys()
    assert {name: runtime[name] for name in shared} == {name: development[name] for name in shared}


def test_everything_asked_for_is_pinned() -> None:
    for name in REQUIREMENTS:
        pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(), re.MULTILINE))
        asked = (ROOT / name).with_suffix(".in").read_text(encoding="utf-8")
        assert set(re.findall(r"^([a-z][a-z0-9-]*)", asked, re.MULTILINE)) <= pinned


def test_no_tracked_file_names_a_place_on_one_machine() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in tracked()
        for match in MACHINE_PATH.finditer(text_of(file) or "")
    ]
    assert found == []


@pytest.mark.parametrize("before", ["", '"', "at ", "="])
@pytest.mark.parametrize("folder", ["home/lan", "root", "Users/lan"])
def test_the_search_for_machine_paths_finds_one(before: str, folder: str) -> None:
    assert MACHINE_PATH.search(f"{before}/{folder}/plan.csv")


def test_every_file_the_commands_name_is_there_and_scripts_can_be_run() -> None:
    commands = (ROOT / "Makefile").read_text() + (ROOT / "tools/debian-packages.sh").read_text()
    named = set(re.findall(r"\b(?:tools|tests)/[\w.-]+\.\w+", commands))
    assert named >= {"tools/python.sh", "tools/environment.py", "tests/debian-packages.txt"}
    for name in sorted(named):
        assert (ROOT / name).is_file(), name
    for script in [*(ROOT / "tools").glob("*.sh"), ROOT / ".ci" / "run"]:
        assert script.stat().st_mode & 0o111, f"{script.name} cannot be run"


def test_the_checks_of_the_repository_are_the_test_command_of_the_readme() -> None:
    assert "make test 2>&1" in (ROOT / ".ci" / "run").read_text()
    assert "make test\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_pictures_are_those_the_readme_shows_and_small() -> None:
    shown = set(re.findall(r"docs/screens/([\w-]+\.png)", (ROOT / "README.md").read_text("utf-8")))
    kept = {picture.name: picture.stat().st_size for picture in (ROOT / "docs/screens").iterdir()}
    assert shown == set(kept)
    assert {name: size for name, size in kept.items() if size > 200_000} == {}
