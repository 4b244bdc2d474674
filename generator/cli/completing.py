"""What a shell is told while a command is being typed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import BashComplete, add_completion_class

from .options import journal_above

if TYPE_CHECKING:
    from generator.edit.material import Material


def folder_of(ctx: click.Context) -> Path:
    """The journal's folder: what is still being typed no shell has expanded yet."""
    named = ctx.params.get("folder") or ctx.find_root().params.get("folder")
    return Path(named).expanduser() if named else journal_above()


def material_of(ctx: click.Context) -> "Material | None":
    """The journal that the command is about; None where there is none to be read."""
    from generator.config.load import load
    from generator.edit.material import gather

    folder = folder_of(ctx)
    site, _ = load(folder, {})
    material = gather(folder, site) if site is not None else ()
    return None if isinstance(material, tuple) else material


def register() -> None:
    """For who completes from now on."""
    add_completion_class(_Bash)


class _Bash(BashComplete):
    """bash takes `--goal=pu` apart at its =, which click would take for the goal."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words, begun = super().get_completion_args()
        return [word for word in words if word != "="], begun
