"""How much time and memory a piece of work may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KILOBYTE: Final = 2**10
MEGABYTE: Final = 2**20
GIGABYTE: Final = 2**30


@dataclass(frozen=True, slots=True)
class Limits:
    """`cpu_seconds` of computing and `memory` bytes to write to, which the system enforces on
    POSIX; `wall_seconds` by the clock, enforced everywhere.

    `reserved` is address space a child may claim beyond `memory` without ever using it.
    """

    cpu_seconds: int
    wall_seconds: float
    memory: int
    reserved: int = 0

    @classmethod
    def of_file(cls, size: int) -> Limits:
        """Return what reading a file of `size` bytes may take.

        A file up to 200 KB, 7,000 rows as a workbook, gets two seconds and 300 MB, whatever it
        unpacks to. What it really weighs earns it more, up to 20 seconds and 1 GB: 100,000 rows
        of seven columns weigh about 3 MB. The clock is generous, because on a busy machine a
        child waits for its turn.
        """
        beyond = min(max(-(-(size - 200 * KILOBYTE) // (100 * KILOBYTE)), 0), 36)
        cpu = 2 + -(-beyond // 2)
        return cls(cpu, 5.0 + 3.0 * cpu, (300 + 20 * beyond) * MEGABYTE)
