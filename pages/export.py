"""The files officials take away: slides, brief, workbook, pictures, tables; of one revision."""

from plantrack.ui import frame
from plantrack.ui.export import export
from plantrack.ui.present import present
from plantrack.ui.scores import scores

view = frame.open_page("export")

deck = present.built(view, scores(view))
choice = present.chosen(view, deck)
export.draw_what_leaves(view, deck, choice)
export.draw_files(view, choice)
