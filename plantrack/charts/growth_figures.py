"""Which growth figures stand beside a period average."""

from __future__ import annotations

from plantrack.model import Figure, Use
from plantrack.scorecard import TargetRow


def shown_figures(row: TargetRow) -> tuple[Figure, ...]:
    """Return the growth figures drawn: whole years, and spans where no yearly figure covers them.

    Parts of a year are seasonal and never stand beside a yearly target.
    """
    whole = [f for f in row.figures if f.use is Use.FIGURE and f.period.years]
    yearly = {f.period.year for f in whole if f.period.year is not None}
    return tuple(f for f in whole if f.period.year is not None or not yearly & set(f.period.years))
