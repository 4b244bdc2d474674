"""A value without a colour of its own gets one that no other value chose."""

import re

from tests.conftest import Site


def colours(site: Site) -> dict[str, str]:
    """The name that each value's class takes from the palette."""
    site.build()
    css = site.files()["assets/values.css"].decode()
    return dict(re.findall(r"\.v-(\w+) \{ --value: var\(--(\w+)\)", css))


def test_each_value_has_a_colour_of_its_own(site: Site) -> None:
    """The palette begins with moss, which the last value chose.

    == values/a.md
    == values/b.md
    == values/c.md
    ---
    colour: moss
    ---
    """
    found = colours(site)
    assert found["c"] == "moss"
    assert len(set(found.values())) == 3


def test_a_colour_by_its_number_takes_none_of_the_palette(site: Site) -> None:
    """
    == values/a.md
    ---
    colour: "#aa3333"
    ---
    == values/b.md
    """
    assert colours(site) == {"b": "moss"}


def test_two_values_may_choose_the_same(site: Site) -> None:
    """
    == values/a.md
    ---
    colour: ochre
    ---
    == values/b.md
    ---
    colour: ochre
    ---
    """
    assert colours(site) == {"a": "ochre", "b": "ochre"}
