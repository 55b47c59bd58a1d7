"""A native reader that panics prints about it by itself: nobody hears it."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import os
from plantrack.intake.unheard import unheard
with unheard():
    os.write(2, b"thread panicked at src/lib.rs")
os.write(2, b"heard again")
"""


def test_what_a_native_reader_prints_reaches_nobody() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert ended.stderr == "heard again"
