"""Everything that a pointer reaches is reached by the tabulator key, in the order of the page, and is seen to be."""

import pytest

from .conftest import Open

# What can be used: shown, not switched off, not taken out of the order; one for each group of radio buttons.
REACHABLE = """
() => {
  const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}));
  const groups = new Set();
  window.reachable = usable.filter(one => {
    if (one.type !== "radio") return true;
    const chosen = document.querySelector(`input[name="${one.name}"]:checked`);
    if (groups.has(one.name) || (chosen && chosen !== one)) return false;
    groups.add(one.name);
    return true;
  });
  return window.reachable.length;
}
"""
# Where the focus is in that order, and what is wrong with how it looks.
FOCUSED = """
() => {
  const one = document.activeElement;
  const drawn = [one, one.parentElement, one.nextElementSibling].filter(Boolean).some(each => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = one.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [window.reachable.indexOf(one), drawn && inView ? "" : `the focus is not seen: ${one.outerHTML}`];
}
"""


@pytest.mark.parametrize(
    "kind", ["", "goals/book/", "2026/", "2025/11/21/", "timeline/", "reviews/2026/", "reconnect/", "worked/"]
)
def test_the_tabulator_visits_everything(served: str, visit: Open, kind: str) -> None:
    with visit(served + kind) as it:
        count = it.page.evaluate(REACHABLE)
        assert count > 5
        for number in range(count):
            it.page.keyboard.press("Tab")
            at, fault = it.page.evaluate(FOCUSED)
            assert (at, fault) == (number, "")


def test_the_first_stop_leads_to_the_content(served: str, visit: Open) -> None:
    with visit(served) as it:
        it.page.keyboard.press("Tab")
        assert it.page.evaluate("document.activeElement.className") == "skip-link"
        it.page.keyboard.press("Enter")
        assert it.page.url.endswith("#_content")
        assert it.page.evaluate("document.activeElement.tagName") == "MAIN"


def test_a_fold_opens_by_key(served: str, visit: Open) -> None:
    with visit(served) as it:
        fold = it.page.locator("details").first
        fold.locator("summary").focus()
        it.page.keyboard.press("Enter")
        assert fold.get_attribute("open") is not None
        assert fold.locator("table").is_visible()
