"""Keeping a native reader's own words about a panic off the screen and out of the log."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_STANDARD_ERROR: Final = 2


@contextmanager
def unheard() -> Iterator[None]:
    """Send what is written to standard error, by whatever means, to nobody.

    Only from the main thread, as commands read files: beside it nothing else has to be said. A
    server reads in a child, which has no standard error that anyone sees.
    """
    alone = threading.current_thread() is threading.main_thread() and threading.active_count() == 1
    if not alone:
        yield
        return
    kept = os.dup(_STANDARD_ERROR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)
