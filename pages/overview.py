"""Where the plan stands, worst first."""

from plantrack.ui import calculation, frame, overview, stewardship
from plantrack.ui.scores import scores

view = frame.open_page("overview")
card = scores(view)

overview.draw_headline(view, card)
shown = overview.filtered(view, card)
overview.draw_charts(view, shown)
overview.draw_table(view, shown)
stewardship.draw_due(view, card)
calculation.draw_files(view, card)
