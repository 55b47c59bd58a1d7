"""The overview: every target on one screen."""
