"""The generators that ours is measured against, each with a site of its own for the same journal."""

from benchmarks.subject import Subject

from .eleventy import Eleventy
from .hugo import Hugo
from .pelican import Pelican

PEERS: tuple[Subject, ...] = (Hugo(), Eleventy(), Pelican())
