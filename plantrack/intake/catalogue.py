"""The catalogue of findings: one severity, sentence and remedy for each code."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.intake.catalogue_files import FILE_FINDINGS
from plantrack.intake.catalogue_rows import ROW_FINDINGS
from plantrack.intake.catalogue_sets import SET_FINDINGS
from plantrack.intake.catalogue_tables import TABLE_FINDINGS
from plantrack.intake.catalogue_update import UPDATE_FINDINGS
from plantrack.intake.catalogue_values import VALUE_FINDINGS

__all__ = ["CATALOGUE", "Entry", "Severity"]

CATALOGUE: Final = {
    **FILE_FINDINGS,
    **TABLE_FINDINGS,
    **ROW_FINDINGS,
    **VALUE_FINDINGS,
    **UPDATE_FINDINGS,
    **SET_FINDINGS,
}
