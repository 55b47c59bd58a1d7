"""The table of the shares against their target ranges."""

from __future__ import annotations

from html import escape

from plantrack.method.verdict import Reason
from plantrack.model import Figure, Standing
from plantrack.scorecard import TargetRow
from plantrack.scorecard.structure import Part, Structure
from plantrack.scorecard.telling import because, bounds, gap, required, years
from plantrack.scorecard.telling.gaps import differences
from plantrack.scorecard.telling.structure import decimals_of, own_row, target_rows
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import Say, capitalised


def share_table(view: View, structure: Structure) -> str:
    """Return one row a part: latest share, range, distance, pace to both bounds, standing."""
    say = view.say
    headings = [
        Heading(say("Share"), "name"),
        Heading(say("Latest share"), "number"),
        Heading(say("Target range"), "number"),
        Heading(say("Distance to both bounds"), "number rate"),
        Heading(say("Needed a year from now, to both bounds"), "number rate"),
        Heading(say("Standing"), "standing"),
    ]
    alone = len({_why(row, say) for row in target_rows(structure)}) == 1
    rows = [[_name(view, part), *_cells(part, say, alone=alone)] for part in structure.parts]
    return html_table(say("Shares against their target ranges"), headings, rows)


def _name(view: View, part: Part) -> str:
    name = view.say.text(part.indicator.name)
    if part.row is None:
        return escape(name)
    return link(view.link("target", target=part.row.target.id), name)


def _cells(part: Part, say: Say, *, alone: bool) -> list[str]:
    row, figure = part.row, latest_share(part)
    share = _share(figure, part, say) if figure is not None else EMPTY
    if row is None:
        return [share, EMPTY, EMPTY, EMPTY, EMPTY]
    asked = escape(bounds(row, say)) + small(str(row.target.year))
    own = own_row(part)
    if own is None:
        return [
            share,
            asked,
            EMPTY,
            EMPTY,
            labelled_mark(row.standing, say) + small(_why(row, say)),
        ]
    standing = labelled_mark(row.standing, say) + ("" if alone else small(_why(row, say)))
    return [share, asked, _distance(own, say), _pace(own, say), standing]


def latest_share(part: Part) -> Figure | None:
    """The newest yearly share in the series in use."""
    yearly = [figure for figure in part.figures if figure.period.year is not None]
    return yearly[-1] if yearly else None


def _share(figure: Figure, part: Part, say: Say) -> str:
    value = say.percent(figure.value, decimals_of(figure, part))
    mark = status_mark(figure.status, say)
    return f"{escape(value)}<small>{mark} {figure.period.last_year}</small>"


def _distance(row: TargetRow, say: Say) -> str:
    left = differences(row)
    if not left:
        return EMPTY
    if row.assessment.met:
        where = say("inside the range")
    else:
        where = say("above the range") if left[0] < 0 else say("below the range")
    return escape(gap(row, say)) + small(where)


def _pace(row: TargetRow, say: Say) -> str:
    told = required(row, say, from_now=True)
    if not told:
        return EMPTY
    if row.assessment.met:
        return escape(say("none: inside")) + small(say("to its edges: {pace}", pace=told))
    ahead = row.assessment.latest
    since = years(ahead.year + 1, row.target.year, say) if ahead is not None else ""
    return escape(told) + small(since)


def _why(row: TargetRow, say: Say) -> str:
    """Why a share has no standing; nothing for one that has."""
    if row.standing is not Standing.NOT_ASSESSED or row.assessment.reason is Reason.PACE:
        return ""
    return capitalised(because(row, say))
