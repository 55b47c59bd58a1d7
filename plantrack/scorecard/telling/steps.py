"""A titled block of arithmetic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: what is computed, and the numbers put in, line by line."""

    title: str
    lines: tuple[str, ...]


def told(title: str, *lines: str) -> tuple[Step, ...]:
    """Return the step with its non-empty lines; none where nothing can be computed."""
    kept = tuple(line for line in lines if line)
    return (Step(title, kept),) if kept else ()
