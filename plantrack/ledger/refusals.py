"""Every way a ledger says no."""

from __future__ import annotations

from pathlib import Path

from plantrack.ledger.reasons import IRREVOCABLE, UNAVAILABLE, Irrevocable, Unavailable
from plantrack.model import Text


class Refusal(Exception):
    """A ledger refused; `sentence` says what happened and what to do, in both languages."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class StaleRevision(Refusal):
    """Someone recorded meanwhile: the head is no longer what the writer looked at."""

    def __init__(self, head: int, expected: int) -> None:
        super().__init__(
            Text(
                f"Đã có phiên bản số liệu {head} trong khi bạn xem phiên bản {expected}. "
                "Chưa ghi gì; hãy so sánh lại rồi ghi.",
                f"Revision {head} arrived while you looked at revision {expected}. "
                "Nothing was recorded: compare again, then record.",
            )
        )
        self.head = head
        self.expected = expected


class AlreadyRecorded(Refusal):
    """A standing revision holds the same file and the same accepted rows."""

    def __init__(self, revision: int) -> None:
        super().__init__(
            Text(
                f"Tệp này với đúng các dòng này đã được ghi ở phiên bản số liệu {revision}. "
                "Không cần ghi lại.",
                f"This file with exactly these rows is already recorded as revision {revision}. "
                "There is nothing to do.",
            )
        )
        self.revision = revision


class NothingToRecord(Refusal):
    """A seed or record revision needs at least one row."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Không có dòng nào để ghi. Hãy chọn ít nhất một dòng được chấp nhận.",
                "There is no row to record. Choose at least one accepted row.",
            )
        )


class CannotWithdraw(Refusal):
    def __init__(self, reason: Irrevocable, revision: int) -> None:
        super().__init__(_filled(IRREVOCABLE[reason], revision=revision))
        self.reason = reason
        self.revision = revision


class LedgerUnavailable(Refusal):
    """The ledger cannot be opened, read or written; what it holds is untouched."""

    def __init__(self, reason: Unavailable, location: Path, detail: str = "") -> None:
        super().__init__(_filled(UNAVAILABLE[reason], location=location, detail=detail))
        self.reason = reason
        self.location = location


def _filled(sentence: Text, **fields: object) -> Text:
    return Text(sentence.vi.format(**fields), sentence.en.format(**fields))
