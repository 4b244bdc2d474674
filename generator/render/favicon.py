"""The favicon: the top of the wall, as this journal's latest wins laid it.

It holds colours alone, so that it changes with the latest stones and with nothing else. They lie on a sheet of paper:
a browser's own frame may be light or dark. No styles inside: attributes draw it under any policy.
"""

from collections.abc import Sequence

from generator.pages.edition import Edition

from .colours import colours_of, light
from .theme import Theme

COURSES = (((2.5, 16.0), (19.9, 9.6)), ((2.5, 7.2), (11.1, 10.8), (23.3, 6.2)), ((2.5, 10.6), (14.5, 7.8)))
"""Where stones lie, from the ground up: their left edges and widths, of 32."""
STONES = sum(len(course) for course in COURSES)
_HEIGHT, _GAP, _FOOT = 7.9, 1.3, 29.2


def favicon(edition: Edition, theme: Theme) -> str:
    """The icon of an edition: its latest wins that were written, each in its value's colour; ticks where there is
    nothing else."""
    wins = edition.past(edition.journal.wins)
    laid = ([win for win in wins if not win.tick] or wins)[-STONES:]
    colours = colours_of(edition.journal.values.values(), theme.palette)
    return icon([colours[win.values[0]] if win.values else "stone" for win in laid], theme)


def icon(colours: Sequence[str], theme: Theme) -> str:
    """An SVG of stones in these colours, the last on top; one of the stone's own colour where there is none."""
    places = [(x, course, width) for course, row in enumerate(COURSES) for x, width in row]
    stones = "".join(
        f'<rect x="{x}" y="{_FOOT - _HEIGHT - course * (_HEIGHT + _GAP):.1f}" width="{width}" height="{_HEIGHT}"'
        f' rx="2.2" fill="{light(theme, colour)}"/>'
        for (x, course, width), colour in zip(places, colours or ["stone"], strict=False)
    )
    sheet = f'<rect width="32" height="32" rx="6" fill="{light(theme, "paper")}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{sheet}{stones}</svg>\n'
