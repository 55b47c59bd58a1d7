"""One update on its way, without a page: read, decided, compared, recorded, and repeated.

The pages and the terminal both go through here, so that one file under the same decisions gives
the same revision whoever records it.
"""
