"""Yearly growth, the average of the period, what is still needed, the parts, within the year."""

from plantrack.ui import finding, frame
from plantrack.ui.growth import growth, growth_sets
from plantrack.ui.scores import scores
from plantrack.ui.structure import pairs

view = frame.open_page("growth")
card = scores(view)

reports = growth.reports(view, card)
for report in reports[:1]:
    finding.draw_finding(view, report.row)
    growth.draw_years(view, report.row)
    growth.draw_series(view, report)
    growth.draw_realism(view, report)
    growth.draw_parts(view, report)
    pairs.draw_opposites(view, card)
    growth_sets.draw_sets(view, card, report.row)
    growth_sets.draw_in_the_year(view, card, report.row)
growth.draw_others(view, reports[1:])
