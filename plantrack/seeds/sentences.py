"""The sentences of seed problems, by code."""

from __future__ import annotations

from types import MappingProxyType

from plantrack.seeds.sentences_of_figures import FIGURES
from plantrack.seeds.sentences_of_plans import PLAN
from plantrack.seeds.sentences_of_tables import CELLS, FILES
from plantrack.seeds.sentences_of_targets import TARGETS

SENTENCES = MappingProxyType({**FILES, **CELLS, **PLAN, **TARGETS, **FIGURES})
