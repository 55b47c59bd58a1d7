"""What can be wrong with settings."""

from __future__ import annotations

from dataclasses import dataclass


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
