"""A target set as an office writes it: a document and its targets, in one file."""
