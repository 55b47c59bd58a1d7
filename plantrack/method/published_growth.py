"""Growth without a target, near natural limits, and the Open SDG score.

Source of every equation and coefficient here: Open SDG progress methodology, adopted from
Statistics Canada (https://open-sdg.readthedocs.io/en/latest/progress-methodology/), and the
calculation published with it (https://github.com/open-sdg/sdg-build, ProgressMeasure).
"""

from __future__ import annotations

from plantrack.method.published import (
    Course,
    Cutoffs,
    Outcome,
    compound_ratio,
    desired,
    from_cutoffs,
)
from plantrack.method.rates import compound_rate
from plantrack.model import Direction

LIMIT_EXPONENT = 4.44
BEST_SCORE = 5.0
WORST_SCORE = -5.0


def growth_pace(baseline: float, latest: float, elapsed: float, direction: Direction) -> float:
    """Return the compound growth in the desired direction, a decimal a year.

    direction * ((latest / baseline) ** (1 / elapsed) - 1)

    >>> round(growth_pace(80.3, 85.1, 6, Direction.MORE), 4)
    0.0097
    """
    return desired(compound_rate(baseline, latest, elapsed), direction)


def limit_factor(baseline: float, limit: float) -> float:
    """Return C, by which growth cut-offs above zero shrink near a natural limit.

    With b = |baseline| and L = |limit|: 1 if b >= 2 L; 1 - (b / L) ** 4.44 if b <= L;
    else 1 - ((2 L - b) / L) ** 4.44. A limit of zero gives 1.

    Only a limit in the desired direction counts: the ceiling where more is better, the floor where
    less is better.

    >>> round(limit_factor(80.3, 100), 4)
    0.6225
    """
    base, bound = abs(baseline), abs(limit)
    if base >= 2 * bound:
        return 1.0
    nearness = base / bound if base <= bound else (2 * bound - base) / bound
    factor: float = 1 - nearness**LIMIT_EXPONENT
    return factor


def growth_outcome(pace: float, cutoffs: Cutoffs, factor: float = 1.0) -> Outcome:
    """Grade growth in the desired direction; `factor` is C, 1 without a natural limit.

    At the limit itself (C = 0) holding it is substantial, leaving it deterioration.

    >>> growth_outcome(0.0097, Cutoffs(0.015, 0.005, 0)).value
    'moderate_progress'
    >>> growth_outcome(0.0097, Cutoffs(0.015, 0.005, 0), factor=0.6225).value
    'substantial_progress'
    """
    begins = (cutoffs.substantial, cutoffs.moderate, cutoffs.limited)
    return from_cutoffs(pace, Cutoffs(*(cut * factor if cut > 0 else cut for cut in begins)))


def target_score(course: Course) -> float:
    """Return the Open SDG score, -5 to 5, of an indicator with a target.

    max(7.1429 R - 4.2857, 4.1667 R - 2.5) within -5 and 5, R the compound ratio; 5 once the target
    is achieved. The lines meet at R = 0.6, score 0; the rounded coefficients are the publisher's.

    >>> round(target_score(Course(14.5, 10.4, 7.25, 8, 15, Direction.LESS)), 4)
    2.1507
    """
    if course.achieved:
        return BEST_SCORE
    ratio = compound_ratio(course)
    return _within_scale(max(7.1429 * ratio - 4.2857, 4.1667 * ratio - 2.5))


def growth_score(pace: float, factor: float = 1.0) -> float:
    """Return the Open SDG score, -5 to 5, of growth in the desired direction without a target.

    Below zero 125 g - 2.5. From zero, with g' = g / C: 500 g' - 2.5 up to 0.5 %, 250 g' - 1.25 up
    to 1.5 %, 500 g' - 5 beyond, within -5 and 5. Growth of zero or more at the limit (C = 0) is 5.

    >>> round(growth_score(0.0031), 2)
    -0.95
    """
    if pace < 0:
        return _within_scale(125 * pace - 2.5)
    if factor == 0:
        return BEST_SCORE
    scaled = pace / factor
    return _within_scale(min(500 * scaled - 2.5, max(250 * scaled - 1.25, 500 * scaled - 5)))


def _within_scale(score: float) -> float:
    return max(WORST_SCORE, min(BEST_SCORE, score))
