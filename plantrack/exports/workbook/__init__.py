"""The workbook: the scorecard, every figure, targets, sources and the calculation, as live cells.

One sheet holds the figures in the form of the update template; every other one says of itself
that it is not read as figures. So the whole workbook can be given back to the update page.
"""

from plantrack.exports.workbook.making import xlsx_file

__all__ = ["xlsx_file"]
