"""The journal on its writer's desk: everything that can be read, withheld or not, each with its place. For the terminal
and for editors; nothing of it is published."""

from .desk import Desk, open_desk

__all__ = ["Desk", "open_desk"]
