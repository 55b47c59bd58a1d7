"""What the serving program does beside serving: backups by the clock, and those asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from plantrack import log
from plantrack.ledger import (
    Backup,
    LedgerUnavailable,
    Occasion,
    clear_unfinished,
    copies_in,
    prune,
)
from plantrack.ledger.connection import refusing
from plantrack.opening import Opened
from plantrack.safekeeping.examining import examined_since
from plantrack.safekeeping.failures import forget_failure, note_failure
from plantrack.safekeeping.requests import Answer, Wanted, answer_requests, forget_taken
from plantrack.settings import Settings

EVERY = 0.5  # seconds between looks for requests
AGAIN_AFTER = 600.0  # seconds after a backup that failed


@contextmanager
def keeping(opened: Opened, settings: Settings) -> Iterator[None]:
    """Keep the ledger of `opened` safe in a thread while the block serves it."""
    keeper = Keeper(opened, settings)
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


class Keeper:
    """Answers requests and makes the scheduled backups of one opened ledger."""

    def __init__(self, opened: Opened, settings: Settings) -> None:
        self._opened = opened
        self._settings = settings
        self._place = opened.store.backups
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="keeper", daemon=True)
        self._due = 0.0  # on the monotonic clock: a clock set back must not stop backups

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish what is being done and end."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        self._guarded(self._begin)
        while not self._stopping.is_set() and not self._opened.store.closed:
            self._guarded(self._answer)
            if self._settings.backup_hours and time.monotonic() >= self._due:
                self._due = time.monotonic() + AGAIN_AFTER
                self._guarded(self._back_up_by_the_clock)
            self._stopping.wait(EVERY)

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do a piece of work; a full disk must end neither the thread nor the pages."""
        try:
            with refusing(self._place):
                work()
        except LedgerUnavailable as refusal:
            log.event("safekeeping_failed", work=work.__name__, reason=refusal.sentence.en)

    def _begin(self) -> None:
        self._place.mkdir(parents=True, exist_ok=True)
        forget_taken(self._place)
        clear_unfinished(self._place, self._opened.plan.id)
        wait = until_due(
            copies_in(self._place, self._opened.plan.id),
            timedelta(hours=self._settings.backup_hours),
            datetime.now(UTC).replace(tzinfo=None),
        )
        self._due = time.monotonic() + wait.total_seconds()

    def _answer(self) -> None:
        answer_requests(
            self._place, {Wanted.BACKUP: self._back_up_as_asked, Wanted.DOCTOR: self._examine}
        )

    def _back_up_as_asked(self) -> Answer:
        backup = self._opened.store.back_up(Occasion.ASKED)
        return {"folder": str(backup.folder)}

    def _examine(self) -> Answer:
        now = datetime.now(UTC).replace(tzinfo=None)
        return examined_since(self._opened, self._settings, now).as_json()

    def _back_up_by_the_clock(self) -> None:
        try:
            self._opened.store.back_up(Occasion.SCHEDULED)
        except LedgerUnavailable as refusal:
            note_failure(self._place, refusal.sentence)
            raise
        forget_failure(self._place)
        self._due = time.monotonic() + self._settings.backup_hours * 3600.0
        prune(self._place, self._opened.plan.id, self._settings.backups_kept)


def until_due(made: tuple[Backup, ...], every: timedelta, now: datetime) -> timedelta:
    """Return how long until the next scheduled backup; none at all after a clock set back.

    Any backup counts: one made by hand an hour ago is as good.
    """
    if not made:
        return timedelta(0)
    age = now - made[-1].manifest.made_at
    return timedelta(0) if age < timedelta(0) else max(every - age, timedelta(0))
