"""How commands are explained and what is said of a mistyped one, in both languages."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys

import pytest

from plantrack.__main__ import main, parser
from plantrack.commands import COMMANDS
from plantrack.commands.parser import MISCONFIGURED, MISTYPED, mistake
from plantrack.settings import ROOT
from tests.documents import rows, section, text


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_every_command_is_explained_on_a_line_in_each_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = [line.strip() for line in explained(capsys).splitlines()]
    for command in COMMANDS:
        vietnamese, english = command.help.split(" / ")
        place = next(n for n, line in enumerate(lines) if line.endswith(vietnamese))
        assert lines[place].split()[0] == command.name
        assert lines[place + 1] == english


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_its_own_help_says_what_it_does_and_each_argument_in_both_languages(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    name, help_text = command.name, command.help  # type: ignore[attr-defined]
    told = explained(capsys, name)
    assert told.startswith(f"cách dùng / usage: python -m plantrack {name} [-h]")
    for sentence in help_text.split(" / "):
        assert sentence in " ".join(told.split())
    for english in ("positional arguments", "options:", "show this help message"):
        assert not re.search(rf"^{english}", told, re.MULTILINE)
    reading = argparse.ArgumentParser()
    command.add_arguments(reading)  # type: ignore[attr-defined]
    for action in reading._actions[1:]:
        assert action.help is not None
        assert action.help.count(" / ") == 1, f"{name} {action.dest}"


@pytest.mark.parametrize(
    ("typed", "vietnamese", "english"),
    [
        ("restor", "không có lệnh 'restor'; hãy chọn", "the command cannot be 'restor': choose"),
        ("", "thiếu lệnh", "the command is missing"),
        ("restore", "thiếu BACKUP", "BACKUP is missing"),
        ("restore a b", "không có tham số b", "there is no argument b"),
        ("backup --to", "sau --to phải có một giá trị", "--to needs a value after it"),
        ("doctor --rep", "không có tham số --rep", "there is no argument --rep"),
        ("restore a --repl", "không có tham số --repl", "there is no argument --repl"),
        (
            "rebuild --from a --files b",
            "không dùng --files cùng với --from",
            "--files does not go together with --from",
        ),
        (
            "restore a --replace=yes",
            "--replace không nhận giá trị 'yes'",
            "--replace takes no value, not 'yes'",
        ),
        (
            "check f --answers [",
            "--answers không nhận giá trị '['",
            "--answers does not take the value '['",
        ),
    ],
)
def test_a_mistyped_command_is_told_in_both_languages_and_has_its_exit_status(
    typed: str, vietnamese: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed.split())
    assert ended.value.code == MISTYPED == 64
    out, err = capsys.readouterr()
    assert out == ""
    first, second = err.splitlines()
    assert first.startswith(f"Lệnh viết chưa đúng: {vietnamese}")
    assert second.startswith(f"The command is mistyped: {english}")
    assert re.search(r"python -m plantrack( \w+)? --help$", second)


def test_what_no_sentence_is_known_for_is_told_as_it_is() -> None:
    assert mistake("something new").vi == mistake("something new").en == "something new"


@pytest.mark.parametrize("command", ["backup", "restore latest", "doctor", "rebuild", "serve"])
def test_a_setting_that_cannot_be_used_has_its_exit_status_whatever_the_command(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANTRACK_PORT", "eight")
    assert main(command.split()) == MISCONFIGURED == 78
    vietnamese, english = capsys.readouterr().err.splitlines()
    assert "hãy ghi một số nguyên" in vietnamese
    assert "write a whole number" in english


def test_the_documents_list_every_exit_status_the_commands_explain() -> None:
    listed = rows(section(text("docs/operations.md"), "## Exit statuses"))
    documented = {(row[0].partition(" but ")[0].strip("`"), row[1]) for row in listed}
    told = re.findall(r"^ *(\d+)  .* / (.+)$", parser().epilog or "", re.MULTILINE)
    assert {("every command", status) for status, _ in told} <= documented
    for command in COMMANDS:
        for status, _ in re.findall(r"^ *(\d+)  .* / (.+)$", command.epilog, re.MULTILINE):
            assert (command.name, status) in documented or ("every command", status) in documented


def test_the_status_reaches_the_shell() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "plantrack", "restor"], cwd=ROOT, capture_output=True, check=False
    )
    assert ended.returncode == MISTYPED
