"""A theme that can't be drawn: where, and why."""

import re
from pathlib import Path
from traceback import walk_tb

from jinja2 import Environment, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

from generator.base.origin import Origin
from generator.base.problem import Problem, did_you_mean

from .theme import Theme


class ThemeError(Exception):
    """A mistake in a theme; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def theme_error(error: Exception, theme: Theme, environment: Environment, template: str, drawn: str) -> ThemeError:
    """What went wrong while `template` was drawn; `drawn` is what it was drawn for: a page's url."""
    message, hint = _said(error, environment)
    origin = _origin(error, theme) or _of_template(theme, template)
    return ThemeError(Problem("theme-error", origin, f"{drawn} can't be drawn: {message}", hint))


def _origin(error: Exception, theme: Theme) -> Origin | None:
    """The last line of a template that the error's way passed."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Origin(theme.place(Path(error.filename)), error.lineno, 1)
    folders = theme.templates
    steps = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    passed = [(path, line) for path, line in steps if any(path.is_relative_to(folder) for folder in folders)]
    return Origin(theme.place(passed[-1][0]), passed[-1][1], 1) if passed else None


def _of_template(theme: Theme, template: str) -> Origin:
    """The template as a whole, where no line of it is to blame."""
    file = theme.find(f"templates/{template}")
    return Origin(theme.place(file) if file else f"templates/{template}")


def _said(error: Exception, environment: Environment) -> tuple[str, str]:
    """An error in words, with a hint."""
    if isinstance(error, TemplatesNotFound | TemplateNotFound):
        wanted = str(error.name)
        near = did_you_mean(wanted, environment.list_templates(extensions=["html"]))
        return f"there is no template {wanted!r}", near or f"add templates/{wanted}"
    if isinstance(error, RecursionError):
        return "it draws itself, without end", "look for an include or a macro that comes back to itself"
    words = (error.message or "") if isinstance(error, TemplateSyntaxError) else str(error)
    if isinstance(error, AttributeError):  # of a filter's own: what a template lacks is said by Missing
        words = ""
    message, _, hint = words.partition("\n")
    if unknown := re.match("No (filter|test) named '(.+?)'", message):
        hint = did_you_mean(unknown[2], environment.filters if unknown[1] == "filter" else environment.tests)
    message = message.rstrip(".") or "a filter or a macro got something that it can't take"
    return message, hint or "mend the template"
