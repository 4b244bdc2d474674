"""An independent count: every figure of journal.json, worked out again from plain data by plain loops.

Nothing here imports what computes figures in `generator/`; only the command is called, as a person would.
"""
