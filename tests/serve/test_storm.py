"""After a storm of changes the served site is that of a clean build, and memory is what it was."""

import os

import pytest

from tests.conftest import Site

from .running import PATIENCE
from .storm import storm

SOAK = bool(os.environ.get("SOAK"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2] if SOAK else [1])
def test_a_storm(site: Site, seed: int) -> None:
    figures = storm(site, 10_000 if SOAK else 150, seed, 5.0 if SOAK else PATIENCE, 10 if SOAK else 2)
    assert figures.builds >= 3  # the first, and one at least for each wave
    if SOAK:
        assert all(late < early * 1.2 + 16 for early, late in zip(figures.early, figures.late, strict=True)), figures
