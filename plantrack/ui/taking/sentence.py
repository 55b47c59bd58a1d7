"""A button that puts a finding on the clipboard: the sentence with what it rests on."""

from __future__ import annotations

from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.provenance import series
from plantrack.ui.taking.component import component
from plantrack.ui.view import View


def draw_copy(view: View, name: str, sentence: str, row: TargetRow | None) -> None:
    """Draw the button for a finding on `row`, or on the whole plan."""
    say = view.say
    data = {
        "sentence": f"{sentence} {source(view, row)}",
        "words": {
            "copy": say("Copy the sentence"),
            "copied": say("Copied"),
            "by_hand": say("Press Ctrl+C to copy what is marked."),
        },
    }
    component("sentence")(key=f"sentence_{name}", data=data, height="content")


def source(view: View, row: TargetRow | None) -> str:
    """Return the short form of what a sentence rests on, in brackets."""
    say = view.say
    told = say(
        "{set}; data revision {revision}",
        set=say.text(view.target_set.name),
        revision=view.revision,
    )
    if row is None:
        return say("(Source: {source})", source=told)
    return say("(Source: {source})", source=f"{series(row, say)}; {told}")
