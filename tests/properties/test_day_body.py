"""A day's items are found in the part of its body where they can stand; the rest says nothing of them."""

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from generator.read import day_body
from generator.read.day_body import outline, split_day

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


ITEMS = st.sampled_from(
    [
        "+ Ran", "+ 5 km", "+ 1. one", "+ 1986", "+  wide", "+ Ärger\u2028b", "+", "  worked: shoes", "  7 of them",
        "     deep", "   - no", "  ===", "",
    ]
)  # fmt: skip


@given(st.lists(ITEMS, max_size=10).map("\n".join))
def test_items_as_most_write_them_need_no_parser(body: str) -> None:
    with patch.object(day_body, "_SIMPLE", re.compile("(?!)")):
        parsed = outline(body, HEADINGS)
    assert outline(body, HEADINGS) == parsed
