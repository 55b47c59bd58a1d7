"""Where every figure comes from, how standings are found, what is missing."""
