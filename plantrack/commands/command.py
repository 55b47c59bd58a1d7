"""What a command is: its name, its help in both languages, its arguments, what it does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from plantrack.model import LANGUAGES, Text
from plantrack.settings import Settings


class CannotRun(Exception):
    """Why a command cannot do what it was asked, and what to do, in both languages."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(f"{sentence.vi}\n{sentence.en}")
        self.sentence = sentence


def no_arguments(parser: ArgumentParser) -> None:
    """Take nothing but the settings of the environment."""


@dataclass(frozen=True, slots=True)
class Command:
    """`run` gets the checked settings and the parsed arguments and returns the exit status.

    It may raise `CannotRun` or `LedgerUnavailable`: their sentences go to standard error, the
    exit status is 1. A command's module imports what is slow only when it runs. `help` is
    “tiếng Việt / English”; `epilog` stands below it, line by line, with the exit statuses.
    """

    name: str
    help: str
    run: Callable[[Settings, Namespace], int]
    add_arguments: Callable[[ArgumentParser], None] = no_arguments
    epilog: str = ""


def tell(sentence: Text) -> None:
    """Print a sentence in both languages."""
    print(*(sentence.of(language) for language in LANGUAGES), sep="\n", flush=True)
