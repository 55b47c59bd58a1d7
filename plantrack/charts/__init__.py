"""Charts: data in, one ready Vega-Lite specification out; the same for screen and export.

Every chart function returns what `finish` returns: a plain dict with its own data, fonts, colours
and description. The screen shows it as it is, `render` makes PNG and SVG of it, and beside each
chart stands a `..._table` with the same figures in words.
"""
