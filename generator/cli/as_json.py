"""What `--json` prints, whatever the command."""

import click


def echo_json(found: object) -> None:
    """Say it as JSON, on as many lines as a person likes to read."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
