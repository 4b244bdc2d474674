"""Artifacts → files: atomically, only what changed, and never a stranger's."""
