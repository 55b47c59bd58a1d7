"""What of a text a file can hold: people paste signs that steer a machine without seeing them."""

from __future__ import annotations

import re
from typing import Final

# XML has no way to write most of these, and the renderer of charts ends the whole program at one.
# Line breaks stay, which labels are made with; a break of Windows is one with a space before it.
_UNWRITABLE: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    r"""Return a text with a space for whatever is no letter: so no two words become one.

    Control characters, halves of letters and the code points that are none.

    >>> writable("GRDP\x0bnăm\t2025\n%")
    'GRDP năm 2025\n%'
    """
    return _UNWRITABLE.sub(" ", text)
