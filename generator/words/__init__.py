"""Sentences from numbers and enums, in the site's language: gettext for words, Babel for dates and numbers."""

from .words import Words

__all__ = ["Words"]
