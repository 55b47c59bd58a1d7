"""The sizes everything is made of, each named once: type, spaces and the edges of a drawing.

The charts use them as they are; `plantrack.ui.tokens` makes the pages' CSS of them, and a test
holds the theme of the pages against them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Sizes of type in pixels, from what stands under a number to the finding of a page.
TYPE: Final = MappingProxyType(
    {
        "fine": 12,
        "small": 13,
        "cell": 14,
        "body": 15,
        "lead": 16,
        "part": 18,
        "head": 22,
        "title": 30,
    }
)

# Spaces in pixels, by what they part.
SPACE: Final = MappingProxyType(
    {"tight": 4, "near": 8, "apart": 12, "row": 16, "block": 24, "part": 48}
)

EDGE: Final = 0  # where the words of a drawing begin: on the left edge of the page's text
