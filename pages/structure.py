"""The shares of the whole: against their ranges, year by year, and what they imply."""

from plantrack.ui import frame
from plantrack.ui.scores import scores
from plantrack.ui.structure import composition, contributions, implied, pairs, structure

view = frame.open_page("structure")
card = scores(view)

for whole in structure.found(view, card):
    structure.draw_finding(view, whole)
    structure.draw_shares(view, whole)
    structure.draw_missing(view, whole)
    composition.draw_years(view, whole)
    composition.draw_corridors(view, whole)
    implied.draw_implied(view, card, whole)
    pairs.draw_pairs(view, card)
    contributions.draw_contributions(view, card)
