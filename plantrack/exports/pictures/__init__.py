"""Charts as they leave one by one: PNG, SVG, PDF, a page that needs no network, numbers as CSV.

A `Picture` is a chart with everything it needs when it is passed on alone. The pages, the
embedded chart and the folder of all charts show the same ones.
"""

from plantrack.exports.pictures.picture import Picture

__all__ = ["Picture"]
