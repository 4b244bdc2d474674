"""A day's items are found in the part of its body where they can stand; the rest says nothing of them."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from generator.read import day_body
from generator.read.day_body import split_day

HEADINGS = frozenset({"setbacks"})
LINES = st.sampled_from(
    """+ Ran|  worked: shoes|   + nested| + Swam|||Words.|  more|    code|```|~~~|> + no|- a|## Setbacks|# Day|Title
    |---|===|1. one|\t+ tab|+|<div>|* * *|+\tTab|[a]: /b""".replace("\n    ", "").split("|")
)


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_prose_behind_the_items_changes_none(body: str) -> None:
    with patch.object(day_body, "_before_prose", len):
        whole = split_day(body, HEADINGS)
    assert split_day(body, HEADINGS) == whole
