"""What came of a build, in a few lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .terminal import say

if TYPE_CHECKING:
    from generator.build import Built
    from generator.write.site import Written

WITHHELD = {"private": "private", "draft": "draft", "future": "in the future", "error": "with an error"}
"""Why readers don't see something, in words."""


def told(built: "Built") -> dict[str, Any]:
    """What is to be said of a build, in numbers."""
    from .report import counted

    assert built.written is not None
    assert built.published is not None
    journal = built.published.journal
    counts = {why.value: number for why, number in built.published.counts.items()}
    return {
        "win": len(journal.wins),
        "goal": len(journal.goals),
        "value": len(journal.values),
        "page": built.pages,
        **files(built.written),
        "withheld": [f"{counts[why]} {words}" for why, words in WITHHELD.items() if why in counts],
        "problems": counted(built.problems) if built.problems else "",
    }


def files(done: "Written") -> dict[str, Any]:
    """What became of the site's files."""
    return {"files": {"written": done.written, "unchanged": done.unchanged, "removed": done.removed}}


def say_built(told: Mapping[str, Any], output: Path, seconds: float, stages: Mapping[str, float]) -> None:
    """What was published and what was not, why, and how long it took."""
    parts = [f"{told[what]:,} {what if told[what] == 1 else what + 's'}" for what in ("win", "goal", "value", "page")]
    files = ", ".join(f"{number} {what}" for what, number in told["files"].items())
    say(f"{', '.join(parts)} → {output}/ in {seconds:.2f} s ({files})")
    if stages:
        say(", ".join(f"{name} {took:.2f} s" for name, took in stages.items()).capitalize() + ".")
    if told["withheld"]:
        say(f"Withheld: {', '.join(told['withheld'])}.")
    if told["problems"]:
        say(told["problems"])


def say_metrics(built: "Built", seconds: float) -> None:
    """How long each stage and each template took, a line each; templates in all processes together."""
    click.echo("\nStage             seconds")
    for name, took in built.stages.items():
        click.echo(f"{name:16} {took:8.3f}")
    click.echo(f"{'before and after':16} {seconds - sum(built.stages.values()):8.3f}")
    click.echo("\nTemplate                       pages  seconds  ms each")
    for name, drawn in sorted(built.templates.items(), key=lambda pair: -pair[1].seconds):
        click.echo(f"{name:29} {drawn.pages:6,} {drawn.seconds:8.3f} {1000 * drawn.seconds / drawn.pages:8.2f}")
