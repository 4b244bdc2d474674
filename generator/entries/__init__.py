"""What can be written: one module a kind, each with the keys of its front matter as one frozen Struct.

A front-matter key is one field: its type reads it, its `Meta` explains it (in problems, in editors, in new files).
"""

from .day import Day
from .entry import Body, Entry, Item, Mention
from .goal import Goal
from .habit import Habit
from .keys import Fields
from .page import Page
from .review import Review
from .setback import Setback
from .value import Value
from .win import Win

# The folder below content/ says the kind.
KINDS: dict[str, type[Fields]] = {
    "values": Value,
    "goals": Goal,
    "habits": Habit,
    "days": Day,
    "wins": Win,
    "setbacks": Setback,
    "reviews": Review,
    "pages": Page,
}

__all__ = [
    "KINDS", "Body", "Day", "Entry", "Fields", "Goal", "Habit", "Item", "Mention", "Page", "Review", "Setback",
    "Value", "Win",
]  # fmt: skip
