"""Who answers for a target, why it stands where it does, and which figures are to be asked for.

Stated by people and kept as `note` revisions: no figure and no standing depends on any of it.
"""

from plantrack.stewardship.asking import Wanted, wanted_figures
from plantrack.stewardship.notes import Due, Explanation, Stewardship, record_notes
from plantrack.stewardship.stated import stewards_at, stewards_without

__all__ = [
    "Due",
    "Explanation",
    "Stewardship",
    "Wanted",
    "record_notes",
    "stewards_at",
    "stewards_without",
    "wanted_figures",
]
