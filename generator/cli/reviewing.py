"""Making a review, for `smallwins new review` and `smallwins review`."""

from pathlib import Path

import click

from .capturing import Call


def review_named(call: Call, word: str) -> str:
    """The period that was meant; what is none ends the command with 2."""
    from generator.edit.new_review import period_named

    name = period_named(word, call.date)
    if name is None:
        raise click.BadParameter(
            f"{word!r} is no period; write week, last-month, 2026-W07, 2026-02 or 2026", param_hint="PERIOD"
        )
    return name


def written(call: Call, name: str) -> Path | None:
    """The file of the period's review, if it is written already."""
    found = sorted((call.folder / "content/reviews").rglob("*.md"), key=lambda at: (len(at.parts), at))
    return next((at for at in found if at.stem.upper() == name), None)


def make_review(call: Call, name: str) -> None:
    """The file of a review, with what there is to reflect on."""
    from generator.build import Request
    from generator.desk import open_desk
    from generator.desk.schema import schema_of
    from generator.edit.blank import blank
    from generator.edit.new_entry import choices, proposal
    from generator.edit.new_review import reflection

    request = Request(folder=call.folder, site=call.site, output=call.folder / "public", today=call.today)
    desk, problems = open_desk(request)
    if desk is None:
        call.refuse(problems)
    note = reflection(desk, name)
    call.run(
        lambda material: proposal(
            material,
            f"content/reviews/{name}.md",
            blank(schema_of("reviews", choices(material)), {}, note) + "\n",
        ),
        lambda made: f"Made {made.path}",
    )
