"""One target: the finding, the path, the arithmetic, the figures and their sources."""

from plantrack.ui import finding, frame
from plantrack.ui.scores import scores
from plantrack.ui.target import beside, coherence_line, peer_view, sensitivity, stewardship, target

view = frame.open_page("target")
card = scores(view)

row = target.chosen(view, card)
if row is not None:
    finding.draw_finding(view, row)
    target.draw_path(view, row)
    peer_view.draw_peers(view, row)
    target.draw_numbers(view, row)
    target.draw_arithmetic(view, row)
    sensitivity.draw_sensitivity(view, row)
    target.draw_missing(view, row)
    beside.draw_counterpart(view, row)
    stewardship.draw_stewardship(view, card, row)
    coherence_line.draw_coherence(view, card, row)
    beside.draw_series(view, row)
    beside.draw_sets(view, row)
    target.draw_evidence(view, row)
