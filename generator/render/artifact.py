"""Pages → artifacts: the files of the site, as bytes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from jinja2 import Environment, TemplateError

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.base.url import file_of
from generator.pages.chrome import Chrome
from generator.pages.page import Page


class Artifact(msgspec.Struct, frozen=True):
    """A file of the site: its path below the output folder, and its bytes, or the file that it is a copy of."""

    path: str
    data: bytes = b""
    source: Path | None = None


class ThemeError(Exception):
    """A template that can't be drawn; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def render(environment: Environment, chrome: Chrome, pages: Iterable[Page]) -> Iterator[Artifact]:
    """Each page as its file. Raises ThemeError for a template that is wrong."""
    for page in pages:
        try:
            html = environment.get_template(page.template).render(chrome=chrome, page=page, view=page.view)
        except (TemplateError, TypeError, ValueError, AttributeError) as error:
            raise ThemeError(_problem(error, page)) from error
        yield Artifact(file_of(page.url), html.encode())


def _problem(error: Exception, page: Page) -> Problem:
    """Where in the templates an error arose: the last template line that its traceback passed."""
    name, line = page.template, getattr(error, "lineno", None) or 0
    filename = getattr(error, "filename", None) or getattr(error, "name", None)
    trace = error.__traceback__
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if "templates" in path and path.endswith(".html"):
            filename, line = path, trace.tb_lineno
        trace = trace.tb_next
    if filename:
        name = str(filename)
        name = name[name.index("templates") :] if "templates" in name else name
    message = f"the template for {page.url} can't be drawn: {error}"
    return Problem("theme-error", Origin(name, line, 1 if line else 0), message, "mend the template")
