"""The law of the desk: its writer sees the journal that readers would if nothing were withheld, and is told of each
entry whether they do."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from generator.base.origin import Origin
from generator.build import Request
from generator.desk import Desk, open_desk
from tests.conftest import Site

from .journals import TODAY, Model, models, written

OPENED = {"visibility: private": "visibility: public", "draft: yes": "draft: no", "prose: private": "prose: public"}


def _desk(files: dict[str, str], public: bool = False, future: bool = False) -> Desk:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        (site.folder / "content").mkdir()
        for path, text in files.items():
            site.write(path, text)
        request = Request(
            folder=site.folder, site=site.config(), output=site.output, today=TODAY, future=future, cache=False
        )
        desk, problems = open_desk(request, public)
        assert desk is not None, problems
        assert not [problem for problem in desk.problems if problem.is_error], desk.problems
        return desk


def _opened(files: dict[str, str]) -> dict[str, str]:
    """The same files, in the same lines, with nothing withheld but for the future."""
    found = {}
    for path, text in files.items():
        for said, instead in OPENED.items():
            text = text.replace(said, instead)
        found[path] = text
    return found | {"site.yaml": "title: A test\n"}


@given(models())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=settings().max_examples // 2)
def test_nothing_is_hidden_and_what_is_withheld_is_told(model: Model) -> None:
    files = written(model)
    desk = _desk(files)
    assert desk.journal == _desk(_opened(files), public=True, future=True).journal
    for thing in model.things:
        place = Origin(f"content/{thing.key}.md")
        assert (place in desk.withheld) == model.withheld(thing), thing.key
