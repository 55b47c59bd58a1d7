"""No message ships without its Vietnamese, none lingers unused, none says something else."""

from __future__ import annotations

from collections import defaultdict
from string import Formatter

from plantrack.words import catalogues
from tests.words.messages import Key, translated, unextractable, used


def test_every_message_has_vietnamese() -> None:
    known = {one.key for one in translated()}
    missing = {f"{one.place} {one.key!r}" for one in used() if one.key not in known}
    assert not missing, "\n".join(sorted(missing))


def test_every_translation_is_said_somewhere() -> None:
    said = {one.key for one in used()}
    unused = [f"{one.place} {one.key!r}" for one in translated() if one.key not in said]
    assert not unused, "\n".join(unused)


def test_a_message_stands_in_exactly_one_catalogue() -> None:
    places: defaultdict[Key, list[str]] = defaultdict(list)
    for one in translated():
        places[one.key].append(one.place)
    twice = [f"{key!r} {found}" for key, found in places.items() if len(found) > 1]
    assert not twice, "\n".join(twice)


def test_no_translation_is_empty_or_doubtful() -> None:
    open_ones = [
        one.place
        for one in translated()
        if one.message.fuzzy or not all(f.strip() for f in one.forms)
    ]
    assert not open_ones, "\n".join(open_ones)


def test_no_catalogue_keeps_messages_that_are_gone() -> None:
    gone = {
        path.name: list(catalogues.read(path).obsolete)
        for path in catalogues.CATALOGUES.glob("*.po")
    }
    assert not any(gone.values()), gone


def test_translations_name_the_same_values() -> None:
    different = [
        f"{one.place} {one.key!r} -> {form!r}"
        for one in translated()
        for form in one.forms
        if placeholders(form) != placeholders(*as_tuple(one.key))
    ]
    assert not different, "\n".join(different)


def test_both_numbers_of_a_count_name_the_same_values() -> None:
    different = [
        one.place
        for one in used()
        if isinstance(one.key, tuple) and placeholders(one.key[0]) != placeholders(one.key[1])
    ]
    assert not different, "\n".join(different)


def test_a_count_has_the_one_form_vietnamese_has() -> None:
    wrong = [
        one.place for one in translated() if isinstance(one.key, tuple) and len(one.forms) != 1
    ]
    assert not wrong, "\n".join(wrong)


def test_values_are_named_not_numbered() -> None:
    unnamed = [
        one.place
        for one in used()
        for name in placeholders(*as_tuple(one.key))
        if not name.isidentifier()
    ]
    assert not unnamed, "\n".join(unnamed)


def test_messages_are_written_whole_so_that_extraction_finds_them() -> None:
    assert not unextractable()


def test_extraction_finds_the_messages_of_every_kind() -> None:
    keys = {one.key for one in used()}
    assert "far behind" in keys  # a marked one
    assert any(isinstance(key, tuple) for key in keys)


def placeholders(*messages: str) -> set[str]:
    return {
        name
        for message in messages
        for _, name, _, _ in Formatter().parse(message)
        if name is not None
    }


def as_tuple(key: Key) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else key
