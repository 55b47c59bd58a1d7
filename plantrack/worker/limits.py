"""How much time and memory a piece of work may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """`cpu_seconds` of computing and `memory` bytes of address space, which the system enforces
    on POSIX; `wall_seconds` by the clock, enforced everywhere.
    """

    cpu_seconds: int
    wall_seconds: float
    memory: int

    @classmethod
    def of_file(cls, size: int) -> Limits:
        """Return what reading a file of `size` bytes may take.

        A small file gets two seconds and 300 MB, whatever it unpacks to. What a file really
        weighs earns it more, up to 14 seconds and 1 GB: 100,000 rows of eight columns weigh 3 to
        5 MB. The clock is generous, because on a busy machine a child waits for its turn.
        """
        megabytes = -(-size // MEGABYTE)
        beyond = min(max(megabytes - 1, 0), 6)
        cpu = 2 + 2 * beyond
        return cls(cpu, 5.0 + 3.0 * cpu, (300 + 120 * beyond) * MEGABYTE)
