"""The command line as it is read and explained: help and mistakes in both languages.

A help text is written “tiếng Việt / English” and shown on a line for each language.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Final, NoReturn

from plantrack.model import LANGUAGES, Text

MISTYPED: Final = 64  # exit status, as sysexits.h has it: the command cannot be understood
MISTAKEN: Final = 70  # the program itself is wrong
MISCONFIGURED: Final = 78  # a setting cannot be used

_BETWEEN: Final = " / "
_HEADINGS: Final = {
    "positional arguments": "tham số / arguments",
    "options": "tùy chọn / options",
}
_COMMAND: Final = Text("lệnh", "the command")  # the one argument named by a word, not as typed
# What argparse says, and how it is told; {0}, {1} are what it names.
_MISTAKES: Final = (
    (r"the following arguments are required: (.+)", Text("thiếu {0}", "{0} is missing")),
    (
        r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
        Text("không có {0} {1}; hãy chọn một trong: {2}", "{0} cannot be {1}: choose from {2}"),
    ),
    (r"unrecognized arguments: (.+)", Text("không có tham số {0}", "there is no argument {0}")),
    (
        r"argument (.+?): expected one argument",
        Text("sau {0} phải có một giá trị", "{0} needs a value after it"),
    ),
    (
        r"argument (.+?): not allowed with argument (.+)",
        Text("không dùng {0} cùng với {1}", "{0} does not go together with {1}"),
    ),
    (
        r"argument (.+?): ignored explicit argument (.+)",
        Text("{0} không nhận giá trị {1}", "{0} takes no value, not {1}"),
    ),
    (
        r"argument (.+?): invalid .+? value: (.+)",
        Text("{0} không nhận giá trị {1}", "{0} does not take the value {1}"),
    ),
)


class BothLanguages(argparse.RawDescriptionHelpFormatter):
    """Help with each language on lines of its own; a text of several lines is left as it is."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "cách dùng / usage: ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))

    def _split_lines(self, text: str, width: int) -> list[str]:
        wrap = super()._split_lines
        return [line for part in text.split(_BETWEEN) for line in wrap(part, width)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


class Parser(argparse.ArgumentParser):
    """A parser that explains itself, and what it cannot read, in Vietnamese and in English."""

    def __init__(self, prog: str, description: str = "", epilog: str = "", **_: object) -> None:
        super().__init__(
            prog,
            description=description,
            epilog=epilog,
            formatter_class=BothLanguages,
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument(
            "-h", "--help", action="help", help="xem hướng dẫn này / show this explanation"
        )

    def error(self, message: str) -> NoReturn:
        """Say what is mistyped and where to read how it is written; exit status 64."""
        told = mistake(message)
        print(
            f"Lệnh viết chưa đúng: {told.vi}. Xem cách viết: {self.prog} --help",
            f"The command is mistyped: {told.en}. How to write it: {self.prog} --help",
            sep="\n",
            file=sys.stderr,
        )
        sys.exit(MISTYPED)


def mistake(message: str) -> Text:
    """Return what argparse says of a mistyped command, in both languages."""
    for pattern, told in _MISTAKES:
        found = re.fullmatch(pattern, message)
        if found:
            return Text(*(_filled(told, found.groups(), language) for language in LANGUAGES))
    return Text(message, message)


def _filled(told: Text, named: tuple[str, ...], language: str) -> str:
    words = (_COMMAND.of(language) if one == "command" else one for one in named)
    return told.of(language).format(*words)
