"""The blocks of the export page: which revision leaves, and each file with the way to get it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.deck import Choice, Deck
from plantrack.exports.files import KINDS, File, Kind
from plantrack.exports.material import Material
from plantrack.ui.errors import in_callback
from plantrack.ui.export.material import material
from plantrack.ui.literal import literal
from plantrack.ui.view import View
from plantrack.words import Say, mark
from plantrack.worker.making_queue import MakingQueue, Order
from plantrack.worker.process import Ended

_WIDTH, _BUTTON = 960, 280  # pixels of the list, and of what is done with each file
_QUEUE: Final = "export_queue"
_BETWEEN_LOOKS: Final = 0.5  # seconds
_QUIET: Final = 1.0  # seconds without a progress bar: most files are ready by then

_WHY: Final = {
    Ended.TOO_LONG: mark(
        "Making it took too long and was ended. Try again when fewer people are at work."
    ),
    Ended.TOO_MUCH_MEMORY: mark(
        "Making it took more memory than allowed. Choose a smaller target set, or tell whoever "
        "runs the program."
    ),
    Ended.FAILED: mark(
        "This file could not be made; the log says why. The others are not affected."
    ),
}


def draw_what_leaves(view: View, found: Deck, choice: Choice) -> None:
    """Draw which figures the files hold, and which slides."""
    say = view.say
    st.header(say("Files to take away"), anchor=False)
    if not view.revision:
        st.info(say("No figures are recorded yet: the files hold the plan and its targets only."))
    told = say(
        "Every file is made from revision {number} with the target set, the series and the "
        "language chosen above, and says so at its foot. Its name holds them too.",
        number=view.revision,
    )
    st.markdown(literal(told))
    told = _slides(found, choice, say)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(literal(told), width="content")
        label = say("Pick, order and note slides")
        view.page_link("present", label, deck=view.address.deck, revision=view.revision or None)


def _slides(found: Deck, choice: Choice, say: Say) -> str:
    count = len(found.chosen(choice))
    if choice == found.usual:
        return say.many("Slides: the usual {count}.", "Slides: the usual {count}.", count)
    return say.many(
        "Slides: your choice, {count} slide.", "Slides: your choice, {count} slides.", count
    )


def draw_files(view: View, choice: Choice) -> None:
    """Draw every file with its button; the part that changes while one is made runs by itself."""
    queue: MakingQueue = st.session_state.setdefault(_QUEUE, MakingQueue())
    queue.show((*view.key, choice))
    made_from = material(view, choice)
    every = _BETWEEN_LOOKS if queue.busy else None
    with st.container(width=_WIDTH, key="export_files"):
        st.fragment(_draw_orders, run_every=every)(view, queue, made_from, queue.busy)


def _draw_orders(view: View, queue: MakingQueue, made_from: Material, was_busy: bool) -> None:
    say = view.say
    for key, kind in KINDS.items():
        with st.container(
            key=f"export_{kind.id}_{kind.extension}",
            horizontal=True,
            vertical_alignment="center",
            border=True,
        ):
            with st.container(gap=None, width="stretch"):
                st.markdown(f"**{literal(say(kind.title))}**")
                st.caption(literal(say(kind.told)))
            with st.container(
                width="stretch" if view.narrow else _BUTTON,
                horizontal=True,
                vertical_alignment="center",
            ):
                _draw_order(say, queue, kind, made_from, queue.order(key))
    waiting = [key for key in KINDS if queue.order(key) is None]
    if waiting:
        st.button(
            say("Make all files"),
            key="export_all",
            icon=":material/select_all:",
            on_click=in_callback(_ask),
            args=(queue, waiting, made_from),
        )
    if was_busy != queue.busy:
        st.rerun()  # the page begins to look every half second, or rests again


def _draw_order(
    say: Say, queue: MakingQueue, kind: Kind, made_from: Material, order: Order | None
) -> None:
    if order is None or order.ended is not None:
        if order is not None and order.ended in _WHY:
            st.error(say(_WHY[order.ended]), icon=":material/error:")
        st.button(
            say("Make the file") if order is None else say("Try again"),
            key=f"export_make_{kind.key}",
            width="stretch",
            on_click=in_callback(_ask),
            args=(queue, [kind.key], made_from),
        )
    elif order.file is not None:
        _draw_file(say, kind, order.file)
    else:
        _draw_progress(say, queue, kind, order)


def _draw_file(say: Say, kind: Kind, file: File) -> None:
    st.download_button(
        say("Download ({size})", size=size(len(file.content), say)),
        file.content,
        file.name,
        file.media_type,
        key=f"export_take_{kind.key}",
        type="primary",
        width="stretch",
        on_click="ignore",
        icon=":material/download:",
    )


def _draw_progress(say: Say, queue: MakingQueue, kind: Kind, order: Order) -> None:
    progress = order.progress
    if progress is None:
        st.caption(say("Waiting for the file before it"))
    elif progress.seconds < _QUIET:
        st.caption(say("Being made"))
    else:
        seconds = say.number(round(progress.seconds), 0)
        st.progress(
            min(progress.share or 0.0, 1.0), say("Being made: {seconds} s", seconds=seconds)
        )
    st.button(
        say("Stop"),
        key=f"export_stop_{kind.key}",
        type="tertiary",
        icon=":material/stop_circle:",
        on_click=in_callback(queue.cancel),
        args=(kind.key,),
    )


def _ask(queue: MakingQueue, keys: list[str], made_from: Material) -> None:
    for key in keys:
        queue.ask(key, made_from)


def size(count: int, say: Say) -> str:
    """Return a number of bytes as a reader knows it.

    >>> from plantrack import words
    >>> size(1_234_567, words.of("vi")), size(900, words.of("en"))
    ('1,2 MB', '1 kB')
    """
    if count >= 1_000_000:
        return f"{say.number(count / 1_000_000, 1)} MB"
    return f"{say.number(max(round(count / 1000), 1), 0)} kB"
