"""The law of the gate: for a journal without errors, its public build is byte for byte the public build of a copy that
lacks every withheld entry and every reference to one (architecture.md, "One gate for what is public")."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.conftest import Site

from .journals import KINDS, TODAY, Model, models, public_copy, written


def built(model: Model) -> dict[str, bytes]:
    """Every file of the journal's public site."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        (site.folder / "content").mkdir()
        for path, text in written(model).items():
            site.write(path, text)
        problems = site.build(TODAY).problems
        # Not assumed: the model is made without errors, so an error is a disagreement about what is withheld.
        assert not [problem for problem in problems if problem.is_error], problems
        return site.files()


def law(model: Model) -> None:
    withheld, left = model.count()
    event("withheld and left" if withheld and left else "nothing withheld" if left else "nothing left")
    published, copied = built(model), built(public_copy(model))
    assert published.keys() == copied.keys()
    assert {"sitemap.xml", "_headers", "robots.txt"} <= published.keys()
    differing = {path: (published[path], copied[path]) for path in published if published[path] != copied[path]}
    assert not differing


MOST = settings().max_examples


@given(models())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=MOST * 7 // 10)
def test_what_is_withheld_cannot_be_felt(model: Model) -> None:
    law(model)


@given(st.sampled_from(["wins", "default", *KINDS]).flatmap(models))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=MOST * 3 // 10)
def test_what_the_site_makes_private_by_its_kind_cannot_be_felt(model: Model) -> None:
    law(model)
