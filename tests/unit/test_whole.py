"""The preview's build: everything that can be read, marked, and known for what it is."""

import msgspec

from generator.base.problem import Problem
from generator.build import Request, build
from generator.render.assets import PREVIEW
from tests.conftest import TODAY, Site, words_of


def _request(site: Site) -> Request:
    return Request(folder=site.folder, site=site.config(), output=site.output, today=TODAY)


def test_what_is_withheld_is_there_and_marked(site: Site) -> None:
    """
    == site.yaml
    visibility: {setbacks: private}
    == habits/jog.md
    ---
    visibility: private
    ---
    == days/2026-02-15.md
    ---
    habits: [jog]
    ---
    + Seen
    + Not seen
      visibility: private
    + Not done
      draft: true

    ## Setbacks
    + Slipped
    == days/2026-03-02.md
    + Tomorrow
    """
    build(msgspec.structs.replace(_request(site), whole=True))
    words = words_of(site.html("/2026/02/15/"))
    assert "Seen Not seen private Not done draft" in words
    assert "Jog private" in words
    assert "Slipped private" in words
    assert "Tomorrow future" in words_of(site.html("/2026/03/02/"))
    assert (site.output / PREVIEW).is_file()


def test_the_public_site_takes_its_place_whole(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Seen
    + Not seen
      visibility: private
    """
    request = _request(site)
    build(request)
    public = site.files()
    build(msgspec.structs.replace(request, whole=True))
    assert "Not seen" in site.html("/2026/02/15/")
    build(request)
    assert site.files() == public


def test_problems_may_hold_a_build(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Ran [[nobody]]
    """
    heard: list[Problem] = []

    def holds(problems: tuple[Problem, ...]) -> bool:
        heard.extend(problems)
        return True

    built = build(msgspec.structs.replace(_request(site), holds=holds))
    assert [problem.code for problem in heard] == ["mention-unknown"]
    assert built.problems == tuple(heard)
    assert built.written is None
    assert not site.output.exists()
