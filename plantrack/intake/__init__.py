"""Reading other people's files: bytes -> sheets of cells -> table -> accepted rows and findings.

Nothing here raises for bad data: whatever is wrong with a file is a finding that says where,
what, why and what to do.
"""
