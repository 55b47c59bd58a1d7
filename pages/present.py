"""The meeting view: slides of one revision, chosen, ordered and noted by the presenter."""

from plantrack.ui import frame
from plantrack.ui.present import present
from plantrack.ui.scores import scores

view = frame.open_page("present")

deck = present.built(view, scores(view))
choice = present.chosen(view, deck)
present.draw_start(view, deck, choice)
present.draw_revision(view)
present.draw_choice(view, deck, choice)
present.draw_saved(view, deck, choice)
