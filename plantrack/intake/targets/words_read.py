"""Words of a target's row: its form, direction, qualifier and peers, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from plantrack import words
from plantrack.intake.findings import Finding, Term, found
from plantrack.intake.matching import Labels
from plantrack.intake.targets.columns import (
    DIRECTION_TERMS,
    FORM_ALIASES,
    FORM_TERMS,
    QUALIFIER_TERMS,
    TargetColumn,
)
from plantrack.intake.targets.sheets import TargetCells
from plantrack.model import LANGUAGES, Direction, Form, Qualifier
from plantrack.plan import Plan

Word = TypeVar("Word", bound=StrEnum)


class TargetWords:
    """Built once for a file."""

    def __init__(self, plan: Plan) -> None:
        self._forms = _labels(FORM_TERMS, FORM_ALIASES)
        self._directions = _labels(DIRECTION_TERMS, {})
        self._qualifiers = _labels(QUALIFIER_TERMS, {})
        self._peer_sets = tuple(dict.fromkeys(member.peer_set for member in plan.peers))

    def form(self, row: TargetCells) -> tuple[Form | None, list[Finding]]:
        text, candidates = row.text(TargetColumn.FORM), terms(FORM_TERMS)
        if not text:
            missing = found("form_missing", row.at(TargetColumn.FORM), candidates=candidates)
            return None, [missing]
        only = self._forms.find(text).only
        if only is None:
            shown = {"text": text, "candidates": candidates}
            return None, [found("unknown_form", row.at(TargetColumn.FORM), **shown)]
        return Form(only), []

    def direction(
        self, row: TargetCells, form: Form | None, meant: Direction | None
    ) -> tuple[Direction | None, list[Finding]]:
        """Return the direction a row states, or the one its form means by itself."""
        text, place = row.text(TargetColumn.DIRECTION), row.at(TargetColumn.DIRECTION)
        candidates = terms(DIRECTION_TERMS)
        if not text:
            if meant is not None or form is None:
                return meant, []
            shown = {"form": Term(FORM_TERMS[form]), "candidates": candidates}
            return None, [found("direction_missing", place, **shown)]
        only = self._directions.find(text).only
        if only is None:
            return None, [found("unknown_direction", place, text=text, candidates=candidates)]
        return Direction(only), []

    def qualifier(self, row: TargetCells) -> tuple[Qualifier, list[Finding]]:
        text, place = row.text(TargetColumn.QUALIFIER), row.at(TargetColumn.QUALIFIER)
        only = self._qualifiers.find(text).only if text else Qualifier.EXACT
        if only is None:
            shown = {"text": text, "candidates": terms(QUALIFIER_TERMS)}
            return Qualifier.EXACT, [found("unknown_qualifier", place, **shown)]
        return Qualifier(only), []

    def peers(self, row: TargetCells) -> tuple[str, list[Finding]]:
        text, place = row.text(TargetColumn.PEERS), row.at(TargetColumn.PEERS)
        if text and text not in self._peer_sets:
            return "", [found("unknown_peers", place, text=text, candidates=self._peer_sets)]
        return text, []


def terms(words_of: Mapping[Word, str]) -> tuple[Term, ...]:
    return tuple(Term(message) for message in words_of.values())


def _labels(words_of: Mapping[Word, str], aliases: Mapping[Word, tuple[str, ...]]) -> Labels:
    said = [words.of(language) for language in LANGUAGES]
    return Labels(
        (word.value, text)
        for word, message in words_of.items()
        for text in (word.value, *(say(message) for say in said), *aliases.get(word, ()))
    )
