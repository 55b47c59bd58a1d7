"""What leaves the dashboards: every kind of file, of one revision, under a name that tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plantrack import words
from plantrack.exports.files import KINDS, Kind, made
from plantrack.exports.material import Material
from plantrack.worker import Worker
from plantrack.worker.making import make_file
from tests.conftest import LONG
from tests.exports.materials import SEEDS, seeded

LENGTHY = ("charts.zip", "report.pdf")
EVERY = [
    (plan, key) for plan in SEEDS for key in KINDS if LONG or plan == "second" or key not in LENGTHY
]


@pytest.fixture(scope="module")
def material(request: pytest.FixtureRequest) -> Material:
    return seeded(request.param)


def fewer(material: Material, key: str) -> Material:
    """The material, for the kinds that take long of the set with the fewest targets."""
    if key not in LENGTHY:
        return material
    counts = {one: len(material.plan.targets_of(one)) for one in material.plan.target_sets}
    smallest = min((one for one, count in counts.items() if count), key=counts.__getitem__)
    return replace(material, target_set=smallest)


@pytest.mark.parametrize(("material", "key"), EVERY, indirect=["material"])
def test_the_same_revision_gives_the_same_file_in_a_child_too(material: Material, key: str) -> None:
    material = fewer(material, key)
    once = made(KINDS[key], material)
    assert once.content
    for part in (material.plan.id, material.target_set, "_vi_", f"_r{material.revision}."):
        assert part in once.name
    assert once.name.isascii()
    assert make_file(Worker(), key, material) == once


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_a_file_is_called_stands_in_vietnamese_too(kind: Kind) -> None:
    say = words.of("vi")
    for text in (kind.title, kind.told):
        assert say(text) != text
