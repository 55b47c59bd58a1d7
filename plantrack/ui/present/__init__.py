"""The meeting view."""
