"""The plan held against itself."""
