"""Everything that decides what officials are told. Standard library only."""
