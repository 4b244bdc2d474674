"""A plugin, as a person would write it: wins as mappings, neighbours, what the archives need."""

import json
from itertools import groupby

from pelican import signals


def read_wins(article):
    lines = article.metadata.get("wins", [])
    article.wins = [json.loads(line) for line in ([lines] if isinstance(lines, str) else lines)]


def add_ways(generator):
    days = sorted(generator.articles, key=lambda day: day.date)
    for before, day, after in zip([None, *days], days, [*days[1:], None], strict=False):
        day.earlier, day.later = before, after
    for name, key in (("year", lambda day: (day.date.year,)), ("month", lambda day: (day.date.year, day.date.month))):
        periods = [(period, list(group)) for period, group in groupby(days, key)]
        names = [period for period, _ in periods]
        ways = zip([None, *names], names, [*names[1:], None], strict=False)
        generator.context[f"{name}s"] = dict(periods)
        generator.context[f"{name}_ways"] = {period: (before, after) for before, period, after in ways}


def register():
    signals.content_object_init.connect(read_wins)
    signals.article_generator_finalized.connect(add_ways)
