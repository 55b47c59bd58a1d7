"""Asking the program that serves: only it may open the ledger while it runs.

A command writes a request file beside the backups; the serving program takes it, does it, and
writes the answer. Whoever may write there may read the ledger anyway: no other door is opened.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from plantrack.ledger.disk import write_whole
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.model import Text

TAKEN_WITHIN = 10.0  # seconds a serving program has to take a request
DONE_WITHIN = 600.0  # seconds it then has to answer
_EVERY = 0.1  # seconds between looks
_LARGEST = 1000  # bytes of a request

Answer = dict[str, Any]


class Wanted(StrEnum):
    BACKUP = "backup"
    DOCTOR = "doctor"


class NobodyAnswers(Exception):
    """No program that serves took the request, or it stopped before it answered."""


class Refused(Exception):
    """The serving program could not do it, and says why."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


def ask(place: Path, wanted: Wanted, patience: float = TAKEN_WITHIN) -> Answer:
    """Leave a request and wait; return the answer. Raises `NobodyAnswers` or `Refused`."""
    name = secrets.token_hex(8)
    request, taken, answer = (_folder(place) / f"{name}.{kind}" for kind in _KINDS)
    write_whole(request, json.dumps({"wanted": wanted}).encode())
    try:
        _wait(lambda: not request.exists(), patience)
        _wait(lambda: answer.exists() or not taken.exists(), DONE_WITHIN)
        if not answer.exists():
            raise NobodyAnswers  # the program that took it ended, and another one tidied up
        content: Answer = json.loads(answer.read_bytes())
    finally:
        for path in (request, taken, answer):
            path.unlink(missing_ok=True)
    if "refused" in content:
        raise Refused(Text(**content["refused"]))
    return content


def answer_requests(place: Path, doing: Mapping[Wanted, Callable[[], Answer]]) -> None:
    """Take every request there is, do it, and leave its answer."""
    for request in sorted(_folder(place).glob("*.request")):
        taken = request.replace(request.with_suffix(".taken"))
        write_whole(request.with_suffix(".answer"), json.dumps(_answered(taken, doing)).encode())
        taken.unlink(missing_ok=True)


def forget_taken(place: Path) -> None:
    """Drop what a serving program left that ended in the middle of a request."""
    for kind in ("taken", "answer"):
        for path in _folder(place).glob(f"*.{kind}"):
            path.unlink(missing_ok=True)


def _answered(taken: Path, doing: Mapping[Wanted, Callable[[], Answer]]) -> Answer:
    try:
        with taken.open("rb") as file:
            wanted = Wanted(json.loads(file.read(_LARGEST))["wanted"])
    except (ValueError, KeyError, TypeError) as problem:
        said = Text(f"Không hiểu yêu cầu ({problem}).", f"Not a request ({problem}).")
        return _refused(said)
    try:
        return doing[wanted]()
    except LedgerUnavailable as refusal:
        return _refused(refusal.sentence)


def _refused(sentence: Text) -> Answer:
    return {"refused": {"vi": sentence.vi, "en": sentence.en}}


def _wait(done: Callable[[], bool], patience: float) -> None:
    deadline = time.monotonic() + patience
    while not done():
        if time.monotonic() > deadline:
            raise NobodyAnswers
        time.sleep(_EVERY)


_KINDS = ("request", "taken", "answer")


def _folder(place: Path) -> Path:
    return place / "requests"
