"""Places among peers (METHOD section 6): no pace colour, only the place and what it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack.method.rates import RateUndefined, Undefined, compound_rate, compound_value


def place(own: float, others: Sequence[float]) -> int:
    """Return the place of `own` by size, 1 = largest; equal values share the better place.

    >>> place(70.95, [71.38, 124.47, 70.95])
    3
    """
    return 1 + sum(other > own for other in others)


@dataclass(frozen=True, slots=True)
class RankPosition:
    """A place among peers in one year, with the peers either side of the k-th place.

    `kth_value` is the value that holds place k now; `first_outside` the best one outside when
    `own` is inside (its margin is own - first_outside). A place taken from a publication knows
    neither the peers' values nor, unless it is printed, how many there are.
    """

    year: int
    own: float | None
    place: int
    of: int | None
    k: int
    kth: str | None
    kth_value: float | None
    first_outside: str | None
    first_outside_value: float | None

    @property
    def inside(self) -> bool:
        return self.place <= self.k

    @property
    def places_to_go(self) -> int:
        return max(0, self.place - self.k)


def position(subject: str, values: Mapping[str, float], k: int, year: int) -> RankPosition:
    """Return where `subject` stands among `values` (peer id -> value of `year`, itself included).

    Raises KeyError when the subject has no value and ValueError when fewer than k peers do.
    """
    own = values[subject]
    if not 1 <= k <= len(values):
        raise ValueError(f"top {k} of only {len(values)} peers")
    order = sorted(values, key=lambda peer: (-values[peer], peer != subject))
    rank = place(own, [value for peer, value in values.items() if peer != subject])
    # Who equals the k-th shares its place and is inside as well.
    below = (peer for peer in order[k:] if values[peer] < values[order[k - 1]])
    outside = next(below, None) if rank <= k else None
    return RankPosition(
        year=year,
        own=own,
        place=rank,
        of=len(values),
        k=k,
        kth=order[k - 1],
        kth_value=values[order[k - 1]],
        first_outside=outside,
        first_outside_value=values[outside] if outside is not None else None,
    )


def published_position(place: int, of: int | None, k: int, year: int) -> RankPosition:
    """Return a place as a publication prints it, without the values behind it."""
    return RankPosition(year, None, place, of, k, None, None, None, None)


@dataclass(frozen=True, slots=True)
class RateToMatch:
    """The yearly growth with which a place would match the k-th projected peer."""

    peer: str
    projected: float
    required: float


def rate_to_match(
    own: float,
    others_then: Mapping[str, float],
    others_now: Mapping[str, float],
    k: int,
    pace_periods: int,
    periods: int,
) -> RateToMatch:
    """Return the growth needed to match, `periods` years on, the k-th largest of the others.

    Each other peer goes on at its own compound pace over the last `pace_periods` years. The
    window decides much, so callers show more than one.
    """
    projected = {
        peer: compound_value(now, compound_rate(others_then[peer], now, pace_periods), periods)
        for peer, now in others_now.items()
    }
    if len(projected) < k:
        raise RateUndefined(Undefined.NO_PACE)
    kth = sorted(projected, key=lambda peer: -projected[peer])[k - 1]
    return RateToMatch(kth, projected[kth], compound_rate(own, projected[kth], periods))
