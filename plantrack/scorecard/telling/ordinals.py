"""Places in words: a smaller number is better, and a difference is a count of places."""

from __future__ import annotations

from plantrack.words import Say

_TEENS = range(11, 14)


def ordinal(place: int, say: Say) -> str:
    """Return "6th" / "thứ 6".

    >>> from plantrack.words import of
    >>> [ordinal(n, of("en")) for n in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    last = 0 if place % 100 in _TEENS else place % 10
    if last == 1:
        return say("{place}st", place=place)
    if last == 2:
        return say("{place}nd", place=place)
    if last == 3:
        return say("{place}rd", place=place)
    return say("{place}th", place=place)


def places(count: int, say: Say) -> str:
    """Return "2 places" / "2 bậc"."""
    return say.many("{count} place", "{count} places", count)
