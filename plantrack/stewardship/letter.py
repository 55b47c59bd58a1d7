"""The missing figures as a letter: an official letter (công văn) in Vietnamese, a plain one in
English. The form is that of Decree 30/2020/NĐ-CP, annex I; what nobody stated stays to be
filled in by hand, never made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from plantrack.plan import Plan
from plantrack.stewardship.asking import Wanted
from plantrack.stewardship.wanted_words import asked_for, needed_for, unit_of
from plantrack.words import Say

BLANK: Final = "…………"


@dataclass(frozen=True, slots=True)
class Sender:
    """What whoever writes states of the letter; empty or None stays a line to fill in."""

    office: str = ""
    above: str = ""  # the body the office belongs to
    place: str = ""
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What is asked of one department: a title, and rows under the letter's headings."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter part by part, in the order of its form; `state` is empty in English."""

    language: str
    sender: tuple[str, ...]
    state: tuple[str, ...]
    number: str
    subject: str
    place_and_day: str
    addressed: tuple[str, ...]
    opening: str
    headings: tuple[str, ...]
    groups: tuple[Group, ...]
    closing: tuple[str, ...]
    receivers: tuple[str, ...]
    signature: tuple[str, ...]


def letter(
    plan: Plan, wanted: Sequence[Wanted], sender: Sender, target_sets: Sequence[str], say: Say
) -> Letter:
    """Return the letter that asks for `wanted`, department by department.

    `target_sets` are those whose targets the figures serve. Raises ValueError where nothing is
    wanted: there is no letter to send then.
    """
    if not wanted:
        raise ValueError("a letter asks for at least one figure")
    departments = tuple(dict.fromkeys(one.department for one in wanted if one.department))
    open_ones = [BLANK] if any(not one.department for one in wanted) else []
    sets = say.listed([say.text(plan.target_sets[one].name) for one in target_sets])
    return Letter(
        language=say.language,
        sender=tuple(part.upper() for part in (sender.above, sender.office or BLANK) if part),
        state=_state(say),
        number=say("No.: {blank}", blank=BLANK),
        subject=say("Subject: missing figures needed to assess the plan"),
        place_and_day=_place_and_day(sender, say),
        addressed=_addressed([*departments, *open_ones], say),
        opening=say(
            "So that it can be assessed how far the targets of the plan “{plan}” ({target_sets}) "
            "have come, {office} asks you for the following figures:",
            plan=say.text(plan.name),
            target_sets=sets,
            office=sender.office or BLANK,
        ),
        headings=(
            say("Item"),
            say("Figure"),
            say("Unit"),
            say("Year"),
            say("What it is needed for"),
            say("By"),
        ),
        groups=tuple(_groups(wanted, departments, sender, say)),
        closing=_closing(sender, say),
        receivers=(say("Copies:"), say("- As above;"), say("- File.")),
        signature=(say("HEAD OF THE OFFICE"), say("(Signature, full name)")),
    )


def letter_text(written: Letter) -> str:
    """Return the letter as plain text, to be copied into whatever people write letters with."""
    lines = [*written.sender, *written.state, written.number, written.place_and_day]
    lines += [written.subject, ""]
    lines += [*written.addressed, "", written.opening, ""]
    for group in written.groups:
        lines += [group.title]
        for row in group.rows:
            number, figure, *others = row
            cells = zip(written.headings[2:], others, strict=True)
            told = [f"{heading}: {cell.removesuffix('.')}" for heading, cell in cells]
            lines.append(f"{number}. {figure}. {'; '.join(told)}")
        lines.append("")
    lines += [*written.closing, "", *written.receivers, "", *written.signature]
    return "\n".join(lines) + "\n"


def _state(say: Say) -> tuple[str, ...]:
    """The heading of an official letter belongs to the Vietnamese form alone."""
    if say.language != "vi":
        return ()
    return (say("SOCIALIST REPUBLIC OF VIET NAM"), say("Independence - Freedom - Happiness"))


def _addressed(departments: Sequence[str], say: Say) -> tuple[str, ...]:
    first, *others = departments
    return (say("To: {name}", name=first), *others)


def _place_and_day(sender: Sender, say: Say) -> str:
    return say("{place}, day … month … year …", place=sender.place or BLANK)


def _groups(
    wanted: Iterable[Wanted], departments: Sequence[str], sender: Sender, say: Say
) -> Iterable[Group]:
    together: dict[str, list[Wanted]] = {name: [] for name in (*departments, "")}
    for one in wanted:
        together[one.department].append(one)
    for department, figures in together.items():
        if not figures:
            continue
        title = say("Answering department: {name}", name=department or BLANK)
        rows = [_row(number, one, sender, say) for number, one in enumerate(figures, 1)]
        yield Group(title, tuple(rows))


def _row(number: int, one: Wanted, sender: Sender, say: Say) -> tuple[str, ...]:
    return (
        str(number),
        asked_for(one, say),
        unit_of(one, say),
        say("from {year} on", year=one.year) if one.onwards else str(one.year),
        needed_for(one, say),
        _by(one, sender, say),
    )


def _by(one: Wanted, sender: Sender, say: Say) -> str:
    """The day stated for the figure; else that of the reply, unless its year is not over then."""
    if one.due is not None:
        return say.date(one.due)
    if sender.reply_by is None:
        return BLANK
    if sender.reply_by <= date(one.year, 12, 31):
        return say("when it is published")
    return say.date(sender.reply_by)


def _closing(sender: Sender, say: Say) -> tuple[str, ...]:
    day = say.date(sender.reply_by) if sender.reply_by is not None else BLANK
    return (
        say(
            "With each figure please state its source, scope and price basis, and whether it is "
            "official, preliminary or an estimate. Where a figure does not exist, please say why "
            "and when it can be expected."
        ),
        say("Please reply in writing with the figures in a file, by {day}.", day=day),
        say("Thank you for your co-operation."),
    )
