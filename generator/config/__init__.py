"""site.yaml: what it may say, and reading it."""
