"""What a file leaves open, asked once, and the answers a reader gave.

Answers are texts by the id of their question. The same file with the same answers is read the
same way again, so they are kept with what was recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plantrack.intake.findings import Amount, Finding, Term, sentence
from plantrack.model import Text
from plantrack.words import Say, mark

LEAVE_OUT: Final = "leave_out"  # an answer to every question: what it is about is not read
LEFT_OUT: Final = mark("Leave it out")


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer: the `value` to give back and what it means."""

    value: str
    meaning: Text | Term | Amount | str


@dataclass(frozen=True, slots=True)
class Question:
    """`finding` says what is asked and where; `answer` is the one given, None = still open.

    `id` depends on the file's content only. Questions about labels ("label:...") also take the id
    of any other indicator of the plan, those about years any year in four digits.
    """

    id: str
    finding: Finding
    choices: tuple[Choice, ...]
    answer: str | None = None

    def sentence(self, say: Say) -> str:
        """Return the question's reason: where, what and why."""
        return sentence(self.finding, say)


def meaning(choice: Choice, say: Say) -> str:
    """Return what a choice means, in words."""
    match choice.meaning:
        case Text():
            return say.text(choice.meaning)
        case Term(message):
            return say(message)
        case Amount(value, unit):
            return f"{say.number(value)} {say.text(unit)}"
        case str():
            return choice.meaning


class Asking:
    """Collects the questions of one reading, and knows the answers given before."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = dict(answers)
        self._questions: dict[str, Question] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(sorted(self._questions.values(), key=lambda q: (q.finding.place.order, q.id)))

    @property
    def any_given(self) -> bool:
        return bool(self._answers)

    def given(self, identifier: str) -> bool:
        """Whether an answer to a question is known, asked or not."""
        return identifier in self._answers

    def ask(
        self,
        identifier: str,
        finding: Finding,
        choices: Sequence[Choice],
        *,
        open_to: frozenset[str] | range = frozenset(),
    ) -> str | None:
        """Return the answer to a question, or None while there is none.

        An answer that is no choice counts only where `open_to` contains it: a container of other
        valid answers.
        """
        answer = self._answers.get(identifier)
        offered = (*choices, Choice(LEAVE_OUT, Term(LEFT_OUT)))
        known = {choice.value for choice in offered}
        if answer is not None and answer not in known and not _within(answer, open_to):
            answer = None
        if identifier not in self._questions:
            self._questions[identifier] = Question(identifier, finding, offered, answer)
        return answer


def _within(answer: str, others: frozenset[str] | range) -> bool:
    if isinstance(others, range):
        return answer.isdecimal() and len(answer) < 6 and int(answer) in others
    return answer in others
