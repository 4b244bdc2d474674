"""Runs the journal in a folder of `tests/errors/` and says what the command would say."""

import datetime as dt
import shutil
import sys
from pathlib import Path

from generator.build import Request, build
from generator.cli.report import as_text
from generator.config.load import load
from generator.desk import open_desk
from generator.desk.advice import advice

HERE = Path(__file__).parent
TODAY = dt.date(2026, 3, 1)


# Advice is said by `smallwins check` alone.
ADVICE = frozenset(
    (
        "goal-alike", "habit-alike", "measure-missing", "media-unused", "next-missing", "value-alike", "value-missing",
        "win-alone",
    )
)  # fmt: skip


def codes() -> list[str]:
    """The problem codes that have a folder."""
    return sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")


def said(code: str, scratch: Path) -> tuple[str, int]:
    """What is printed for the journal of `code`, and the exit code."""
    folder = scratch / "journal"
    shutil.copytree(HERE / code, folder, ignore=shutil.ignore_patterns("expected.txt"))
    (folder / "content").mkdir(exist_ok=True)
    if not (folder / "site.yaml").is_file():
        (folder / "site.yaml").write_text("title: A test\n", "utf-8")
    site, problems = load(folder, {})
    if site is None:
        return "\n".join(as_text(folder, problem) for problem in problems), 2
    request = Request(folder=folder, site=site, output=folder / "public", today=TODAY)
    if code in ADVICE:
        desk, problems = open_desk(request)
        assert desk is not None, problems
        return "\n".join(as_text(folder, problem) for problem in advice(desk)), 0
    built = build(request)
    failed = 2 if built.configuration else int(any(problem.is_error for problem in built.problems))
    return "\n".join(as_text(folder, problem) for problem in built.problems), failed


def main() -> None:
    """`python -m tests.errors.journals [CODE…]` rewrites expected.txt; read what it wrote as the one who gets it."""
    import tempfile

    for code in sys.argv[1:] or codes():
        with tempfile.TemporaryDirectory() as scratch:
            text, status = said(code, Path(scratch))
        (HERE / code / "expected.txt").write_text(f"exit {status}\n\n{text}", "utf-8")


if __name__ == "__main__":
    main()
