"""Every sentence and every written number about a target row, in both languages."""

from plantrack.scorecard.telling.aims import latest, latest_value, latest_years
from plantrack.scorecard.telling.arithmetic import Step, steps
from plantrack.scorecard.telling.bounds import asked, bounds
from plantrack.scorecard.telling.gaps import gap
from plantrack.scorecard.telling.headline import counts_sentence, headline, headline_row
from plantrack.scorecard.telling.marks import marks
from plantrack.scorecard.telling.paces import observed, pace, required
from plantrack.scorecard.telling.provenance import provenance
from plantrack.scorecard.telling.reasons import firm_sentence, missing, reason, why
from plantrack.scorecard.telling.standings import bands, ratio
from plantrack.scorecard.telling.takeaway import takeaway
from plantrack.scorecard.telling.times import observed_years, time_distance, years
from plantrack.scorecard.telling.unassessed import because
from plantrack.scorecard.telling.values import (
    averaged,
    distance,
    in_percent,
    level,
    measured_in,
    number,
    observed_level,
    price_note,
    status_note,
    unit,
    unitless,
)

__all__ = [
    "Step",
    "asked",
    "averaged",
    "bands",
    "because",
    "bounds",
    "counts_sentence",
    "distance",
    "firm_sentence",
    "gap",
    "headline",
    "headline_row",
    "in_percent",
    "latest",
    "latest_value",
    "latest_years",
    "level",
    "marks",
    "measured_in",
    "missing",
    "number",
    "observed",
    "observed_level",
    "observed_years",
    "pace",
    "price_note",
    "provenance",
    "ratio",
    "reason",
    "required",
    "status_note",
    "steps",
    "takeaway",
    "time_distance",
    "unit",
    "unitless",
    "why",
    "years",
]
