"""Every setting of the program: the PLANTRACK_ names, read once at start and checked together.

Sentences stand here in both languages because nothing below this layer can say them.
"""

from plantrack.settings.chosen import DEFAULT_DATA, DEFAULT_SEEDS, ROOT, Settings
from plantrack.settings.problems import Problem, SettingsProblem
from plantrack.settings.table import TABLE, Setting

__all__ = [
    "DEFAULT_DATA",
    "DEFAULT_SEEDS",
    "ROOT",
    "TABLE",
    "Problem",
    "Setting",
    "Settings",
    "SettingsProblem",
]
