"""Where the plan stands, worst first."""

from plantrack.ui import frame
from plantrack.ui.overview import calculation, overview
from plantrack.ui.scores import scores
from plantrack.ui.target import stewardship

view = frame.open_page("overview")
card = scores(view)

overview.draw_headline(view, card)
shown, asked = overview.filtered(view, card)
overview.draw_charts(view, shown, asked)
overview.draw_table(view, shown)
stewardship.draw_due(view, card)
calculation.draw_files(view)
