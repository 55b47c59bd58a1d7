"""From a file to a recorded revision."""
