"""`smallwins completion`."""

import click

SHELLS = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/completions/smallwins.fish"}


@click.command("completion")
@click.argument("shell", type=click.Choice(list(SHELLS)))
def command(shell: str) -> None:
    """Print what makes a shell complete smallwins, the goals and habits of your journal with it.

    \b
        smallwins completion bash >> ~/.bashrc
        smallwins completion zsh >> ~/.zshrc
        smallwins completion fish > ~/.config/fish/completions/smallwins.fish
    """
    from click.shell_completion import get_completion_class

    from .main import smallwins

    kind = get_completion_class(shell)
    assert kind is not None
    made = kind(smallwins, {}, "smallwins", "_SMALLWINS_COMPLETE")
    click.echo(made.source_template % made.source_vars())
