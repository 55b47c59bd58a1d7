"""The plan as seeded: charts must hold with real figures, not only with small ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack.scorecard import Scorecard, scorecard
from plantrack.scorecard.structure import Structure, structures
from plantrack.seeds import load

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def card() -> Scorecard:
    seeds = load(SEEDS)
    return scorecard(seeds.plan, seeds.figures, seeds.plan.default_target_set)


@pytest.fixture(scope="session")
def structure(card: Scorecard) -> Structure:
    return structures(card.plan, card)[0]
