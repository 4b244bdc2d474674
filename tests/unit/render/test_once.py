"""A macro with the same arguments is drawn once; with others, anew."""

from markupsafe import Markup

from generator.render.once import once


def test_the_same_arguments_are_drawn_once() -> None:
    drawn: list[tuple[object, ...]] = []

    def macro(*arguments: object, here: str = "") -> Markup:
        drawn.append((*arguments, here))
        return Markup(f"<p>{arguments[0]}{here}</p>")

    draw = once()
    assert [draw(macro, "a"), draw(macro, "a"), draw(macro, "b"), draw(macro, "a", here="/")] == [
        "<p>a</p>",
        "<p>a</p>",
        "<p>b</p>",
        "<p>a/</p>",
    ]
    assert drawn == [("a", ""), ("b", ""), ("a", "/")]
    assert draw(macro, ["can't be remembered"]) == draw(macro, ["can't be remembered"])
    assert len(drawn) == 5
