"""Entries → the Journal: linked, gated, frozen. Its records say what the entries mean; it answers queries, no more."""
