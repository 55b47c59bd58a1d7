"""Files asked for by one reader: made one after the other, whatever the page does meanwhile.

A page of Streamlit runs again at every click and breaks off what ran before. So the making has a
thread of its own, a second click only joins the queue, and nothing asked for is lost.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock, Thread

from plantrack.exports.files import File
from plantrack.exports.material import Material
from plantrack.worker.making import NotMade, make_file
from plantrack.worker.process import Ended, Progress, Worker


@dataclass(slots=True)
class Order:
    """One file asked for: waiting until it has progress, then with a file or why there is none."""

    kind: str
    material: Material
    progress: Progress | None = None
    file: File | None = None
    ended: Ended | None = None

    @property
    def open(self) -> bool:
        return self.file is None and self.ended is None


@dataclass
class MakingQueue:
    """The orders of one reader for one view, by kind; another view starts anew."""

    _worker: Worker = field(default_factory=Worker)
    _lock: Lock = field(default_factory=Lock)
    _view: Hashable = None
    _orders: dict[str, Order] = field(default_factory=dict)
    _thread: Thread | None = None

    def show(self, view: Hashable) -> None:
        """Turn to a view; the files of another one are let go, what is being made is ended."""
        with self._lock:
            if view == self._view:
                return
            self._view = view
            self._end(tuple(self._orders))
            self._orders.clear()

    def order(self, kind: str) -> Order | None:
        return self._orders.get(kind)

    @property
    def busy(self) -> bool:
        return any(order.open for order in tuple(self._orders.values()))

    def ask(self, kind: str, material: Material) -> None:
        """Put a file on the queue, unless it is there already; one that failed is tried again."""
        with self._lock:
            known = self._orders.get(kind)
            if known is not None and known.ended is None:
                return
            self._orders[kind] = Order(kind, material)
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True)
                self._thread.start()

    def cancel(self, kind: str) -> None:
        """Take a file off the queue, or end the making of it."""
        with self._lock:
            self._end((kind,))
            self._orders.pop(kind, None)

    def _end(self, kinds: tuple[str, ...]) -> None:
        for order in (self._orders[kind] for kind in kinds if kind in self._orders):
            if order.open:
                order.ended = Ended.CANCELLED
                if order.progress is not None:
                    self._worker.cancel()

    def _work(self) -> None:
        while True:
            with self._lock:
                order = next((one for one in self._orders.values() if one.open), None)
                if order is None:
                    self._thread = None
                    return
                order.progress = Progress(0.0, None)
            self._make(order)

    def _make(self, order: Order) -> None:
        def watch(progress: Progress) -> None:
            order.progress = progress
            if not order.open:
                raise NotMade(Ended.CANCELLED)

        try:
            order.file = make_file(self._worker, order.kind, order.material, watch)
        except NotMade as refusal:
            order.ended = refusal.why
