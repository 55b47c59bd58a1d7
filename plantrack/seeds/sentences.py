"""The sentences of seed problems, by code."""

from __future__ import annotations

from types import MappingProxyType

from plantrack.seeds.sentences_of_plans import FIGURES, PLAN, TARGETS
from plantrack.seeds.sentences_of_tables import CELLS, FILES

SENTENCES = MappingProxyType({**FILES, **CELLS, **PLAN, **TARGETS, **FIGURES})
