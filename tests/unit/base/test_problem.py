"""Problems: their order, and the nearest of what was meant."""

from generator.base.origin import Origin
from generator.base.problem import Problem, Severity, did_you_mean, in_reading_order, nearest


def test_a_place_reads_as_editors_do() -> None:
    assert str(Origin("content/goals/run.md", 3, 7)) == "content/goals/run.md:3:7"
    assert str(Origin("content/goals/run.md")) == "content/goals/run.md"


def test_reading_order() -> None:
    """By file, line and column as numbers, each once."""
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 2, 10), ("a.md", 2, 9), ("a.md", 0, 0)]
    problems = [Problem("some-code", Origin(*place), "words") for place in places]
    ordered = in_reading_order([*problems, problems[0]])
    assert [str(problem.origin) for problem in ordered] == ["a.md", "a.md:2:9", "a.md:2:10", "a.md:10:1", "b.md:1:1"]


def test_a_warning_is_no_error() -> None:
    assert Problem("some-code", Origin("a"), "words").is_error
    assert not Problem("some-code", Origin("a"), "words", severity=Severity.WARNING).is_error


def test_nearest() -> None:
    goals = ["novel", "Run a marathon", "garden"]
    assert nearest("NOVELL", goals) == ["novel"]
    assert nearest("run a maraton", goals) == ["Run a marathon"]
    assert nearest("zeppelin", goals) == []
    assert did_you_mean("gardn", goals) == "did you mean *garden*?"
    assert did_you_mean("zeppelin", goals) == ""
    assert did_you_mean("wins", ["win", "wins", "pins"]).startswith("did you mean *wins* or *")
