"""The page of the files that leave, and what other pages share with it."""
