"""What somebody says of a win or a setback: with or without quotes, through a pipe, with a dash in front."""

import click


class Saying(click.Command):
    """A command whose first words are what somebody says."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        dashed = next((word for word in args if word.startswith("-") and " " in word), "")
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as wrong:
            if not dashed:
                raise
            import shlex

            hint = f"Text that begins with a dash stands behind --: smallwins {self.name} -- {shlex.quote(dashed)}"
            raise click.UsageError(f"{wrong.format_message()} {hint}", ctx) from None


def in_words(text: tuple[str, ...]) -> str:
    """What was typed; a lone dash stands for what comes through the pipe."""
    if text == ("-",):
        import sys

        return sys.stdin.read().strip()
    return " ".join(text)
