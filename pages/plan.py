"""The plan against itself, its target sets side by side, and its frame."""

from plantrack.ui import frame
from plantrack.ui.plan import plan_coherence, plan_frame, plan_paths, plan_sets
from plantrack.ui.scores import scores

view = frame.open_page("plan")
card = scores(view)

identities = plan_coherence.found(view, card)
plan_coherence.draw_finding(view, identities)
for identity in identities:
    plan_coherence.draw_requirements(view, identity)
    plan_coherence.draw_assumption(view, identity)
    plan_coherence.draw_past(view, card, identity)
plan_paths.draw_nearer(view, card)
plan_paths.draw_mixes(view, card)
plan_sets.draw_in_force(view)
plan_sets.draw_side_by_side(view, card)
plan_sets.draw_finished(view, card)
plan_frame.draw_frame(view, card)
