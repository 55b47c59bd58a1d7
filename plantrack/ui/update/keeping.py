"""Keeping a session's draft on disk, so that a reload or a lost connection loses nothing.

The id of the draft stands in the address. A file that is refused is never written.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from plantrack import log
from plantrack.intake.findings import Verdict
from plantrack.settings import Settings
from plantrack.ui.update import draft as drafts
from plantrack.ui.update.draft import Draft
from plantrack.ui.update.origin import origin_so_far, restore_origin
from plantrack.ui.view import View
from plantrack.update.drafts import KEPT_FOR, MOST_BYTES, MOST_DRAFTS, Drafts, KeptDraft
from plantrack.update.recording import Update

_HELD: Final = "update_held"  # turn and id of this session's draft on disk, and what is kept there
_ENDED: Final = "update_ended"  # ids that ended in this session: their addresses say nothing new
_LOST: Final = "update_lost"


@cache
def _drafts_in(folder: Path) -> Drafts:
    return Drafts(folder)


def kept_drafts() -> Drafts:
    """Return the drafts of this program's data folder."""
    return _drafts_in(Settings.from_environment().data / "drafts")


def resume(view: View) -> None:
    """Take up the draft the address names, unless it is the one this session works on."""
    asked, held = view.address.draft, _held()
    if held is not None and drafts.draft() is not None and asked in (None, held[1]):
        view.remember(draft=held[1])
        return
    if asked is None:
        return
    if asked in _ended():
        view.remember(draft=None)
        return
    found = kept_drafts().open(asked)
    if found is None:
        st.session_state[_LOST] = True
        view.remember(draft=None)
        return
    _take_up(found, asked)


def draw_lost(view: View) -> None:
    """Say once that the draft of the address is gone."""
    if st.session_state.pop(_LOST, False):
        told = view.say(
            "The draft this address names is no longer kept: it was recorded, let go of, or not "
            "touched for {count} days. Give the file again.",
            count=KEPT_FOR.days,
        )
        st.warning(told, icon=":material/folder_off:")


def _take_up(found: KeptDraft, identifier: str) -> None:
    draft = drafts.start(found.file.name, found.file.content)
    decisions = found.decisions
    draft.ticks.update(dict.fromkeys(decisions.ticks, True))
    draft.edits.update({edit.cell: edit for edit in decisions.edits})
    draft.answers.update(decisions.answers)
    st.session_state[draft.key("matched")] = True
    st.session_state[draft.key("series")] = decisions.series
    st.session_state[f"{draft.key('note')}_kept"] = found.note
    st.session_state[draft.key("looked_at")] = found.looked_at
    restore_origin(found.origin)
    st.session_state[_HELD] = (draft.turn, identifier, found)


def keep(view: View, draft: Draft, made: Update) -> None:
    """Keep the draft as it is now; one whose file is refused is let go of on disk.

    A file that waits for answers is kept, whatever can be recorded of it so far.
    """
    if _refused(made):
        end()
        view.remember(draft=None)
        return
    now = KeptDraft(
        draft.file,
        draft.decisions(view),
        origin_so_far(),
        str(st.session_state.get(f"{draft.key('note')}_kept", "")),
        int(st.session_state.get(draft.key("looked_at"), view.revision)),
    )
    held = _held()
    try:
        if held is None or held[0] != draft.turn:
            end()
            identifier = kept_drafts().begin(now)
        elif held[2] == now:
            return
        else:
            identifier = held[1] if kept_drafts().save(held[1], now) else None
    except OSError as problem:
        log.event("draft_not_kept", reason=problem.strerror)
        identifier = None
    if identifier is None:
        st.session_state.pop(_HELD, None)
        view.remember(draft=None)
        return
    st.session_state[_HELD] = (draft.turn, identifier, now)
    view.remember(draft=identifier)


def draw_kept(view: View, draft: Draft, made: Update) -> None:
    """Say how long the draft is kept; a refused file has none."""
    if _refused(made):
        return
    held = _held()
    if held is not None and held[0] == draft.turn:
        told = view.say(
            "This draft is kept for {count} days: reload the page or open its address later, and "
            "go on.",
            count=KEPT_FOR.days,
        )
    else:
        told = view.say(
            "This draft lasts only as long as this page is open: there is no room to keep it. At "
            "most {count} drafts and {megabytes} MB are kept; those not touched for {days} days "
            "are deleted.",
            count=MOST_DRAFTS,
            megabytes=MOST_BYTES // 2**20,
            days=KEPT_FOR.days,
        )
    st.caption(told)


def _refused(made: Update) -> bool:
    """Whether nothing can come of the file; one that waits for an answer is not refused yet."""
    return made.read.verdict is Verdict.REFUSED and not made.read.questions


def end() -> None:
    """Forget the session's draft on disk: recorded, refused, or let go of."""
    held = st.session_state.pop(_HELD, None)
    if held is not None:
        kept_drafts().drop(held[1])
        st.session_state[_ENDED] = (*_ended(), held[1])


def _held() -> tuple[int, str, KeptDraft] | None:
    held: tuple[int, str, KeptDraft] | None = st.session_state.get(_HELD)
    return held


def _ended() -> tuple[str, ...]:
    ended: tuple[str, ...] = st.session_state.get(_ENDED, ())
    return ended
