"""What the doctor finds: how grave, about what, and one sentence with what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from plantrack import words
from plantrack.model import Text
from plantrack.words import Say


class Severity(StrEnum):
    """NOTE is only said; WARNING should be looked at; PROBLEM puts recorded figures at risk."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


class Area(StrEnum):
    LEDGER = "ledger"
    FILES = "files"
    SEEDS = "seeds"
    BACKUPS = "backups"
    DISK = "disk"
    PERMISSIONS = "permissions"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class Finding:
    severity: Severity
    area: Area
    sentence: Text


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, gravest first. `made_at` is UTC, naive; `revision` None when not readable."""

    made_at: datetime
    revision: int | None
    findings: tuple[Finding, ...]

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity is severity)

    def as_json(self) -> dict[str, object]:
        return {
            "made_at": self.made_at.isoformat(),
            "revision": self.revision,
            "findings": [
                [one.severity, one.area, one.sentence.vi, one.sentence.en] for one in self.findings
            ],
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Report:
        return cls(
            datetime.fromisoformat(content["made_at"]),
            content["revision"],
            tuple(
                Finding(Severity(severity), Area(area), Text(vi, en))
                for severity, area, vi, en in content["findings"]
            ),
        )


def report(revision: int | None, findings: Sequence[Finding]) -> Report:
    order = list(Severity)
    ranked = sorted(findings, key=lambda one: order.index(one.severity))
    return Report(datetime.now(UTC).replace(tzinfo=None, microsecond=0), revision, tuple(ranked))


def both(sentence: Callable[[Say], str]) -> Text:
    """Return a sentence in both languages: it is shown on a page and in a terminal."""
    return Text(sentence(words.of("vi")), sentence(words.of("en")))
