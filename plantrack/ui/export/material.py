"""What a reader's files are made from: the view the page shows."""

from __future__ import annotations

from plantrack.deck import Choice
from plantrack.exports.material import Material
from plantrack.ui.target.stewardship import stewards
from plantrack.ui.view import View


def material(view: View, choice: Choice | None = None) -> Material:
    """Return the revision, target set, series and language of a view, with the slides chosen."""
    return Material(
        plan=view.plan,
        figures=view.snapshot.figures,
        sources={**view.snapshot.sources, **view.plan.sources},
        made=view.record,
        target_set=view.target_set.id,
        language=view.say.language,
        series=view.series,
        stewards=stewards(view),
        choice=choice,
    )
