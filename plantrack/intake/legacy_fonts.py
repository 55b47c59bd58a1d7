"""Vietnamese typed for fonts of the time before Unicode: recognised, never converted.

The letters of TCVN3 (ABC, ".VnTime") and VNI fonts are other letters of the Latin alphabet in
the file; only the font makes them look Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

TCVN3: Final = "TCVN3 (ABC)"
VNI: Final = "VNI"

# Words of statistical tables as such a font stores them; Unicode Vietnamese never writes them.
_TCVN3_WORDS: Final = re.compile(
    r"N¨m|chØ tiªu|ChØ tiªu|[Tt]¨ng|§¬n vÞ|[Tt]ængs|[Tt]æng s|tû ®ång|triÖu|TØnh|tØnh|s¶n phÈm"
    r"|d©n sè|D©n sè|[Gg]i¸ trÞ|[Ss]è liÖu|[­­]íc|n«ng|c«ng nghiÖp|dÞch vô|Tû lÖ|tû lÖ|b×nh"
)
_VNI_WORDS: Final = re.compile(
    r"Naêm|naêm|[Cc]hæ tieâu|[Tt]aêng|Ñôn vò|ñôn vò|[Tt]oång|tyû ñoàng|trieäu|[Tt]ænh|saûn phaåm"
    r"|[Dd]aân soá|[Gg]iaù trò|[Ss]oá lieäu|noâng|coâng nghieäp|dòch vuï|[Tt]yû leä|bình quaân"
)
_UNICODE_ONLY: Final = re.compile(
    "[\u0300-\u036f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0102\u0103\u0111]"
)


def legacy_encoding(texts: Iterable[str]) -> str | None:
    """Return the name of the old encoding the texts are typed in, or None.

    >>> legacy_encoding(["ChØ tiªu", "N¨m 2024"]), legacy_encoding(["Chỉ tiêu", "Năm 2024"])
    ('TCVN3 (ABC)', None)
    """
    sample = "\n".join(texts)
    if _UNICODE_ONLY.search(sample):
        return None
    for name, words in ((TCVN3, _TCVN3_WORDS), (VNI, _VNI_WORDS)):
        if words.search(sample):
            return name
    return None
