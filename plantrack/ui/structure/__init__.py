"""The shares of the parts, together."""
