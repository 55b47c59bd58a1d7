"""Plantrack: how far a plan has come, from recorded figures and stored targets."""

__version__ = "0.1.0"
