"""The files of a journal from `maker.make`, spelled in the several ways in which a person may write them."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from .maker import Data, plain


def write(folder: Path, journal: Data) -> None:
    """site.yaml and content/, below `folder`."""
    seasons = "".join(f"  - {{{span(season)}, what: {season['what']}}}\n" for season in journal["seasons"])
    put(folder / "site.yaml", "title: An oracle's journal\n" + (f"seasons:\n{seasons}" if seasons else ""))
    content = folder / "content"
    for value in journal["values"]:
        put(content / f"values/{value['id']}.md", front(value_lines(value)))
    for goal in journal["goals"]:
        put(content / f"goals/{goal['id']}.md", front(goal_lines(goal)))
    for habit in journal["habits"]:
        put(content / f"habits/{habit['id']}.md", front(habit_lines(habit)))
    for day in journal["days"]:
        text = day_text(day, journal)
        if text:
            put(content / f"days/{day['path'].format(day['date'])}.md", text)
    for kind in ("wins", "setbacks"):
        for entry in journal[kind]:
            if entry["source"] == "file":
                lines = [f"title: {entry['typed']}", *fields(entry)]
                body = "\nA story of its own.\n" if entry["story"] else ""
                put(content / f"{kind}/{entry['date']}-{entry['slug']}.md", front(lines) + body)
    for review in journal["reviews"]:
        put(content / f"reviews/{review['id']}.md", front(review_lines(review)) + "\nA look back.\n")


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert not path.exists(), path
    path.write_text(text, encoding="utf-8")


def front(lines: list[str]) -> str:
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n"


def span(one: Data) -> str:
    return f"from: {one['from']}" + (f", to: {one['to']}" if one["to"] else "")


def flow(value: Any) -> str:
    """A line of text, a list or a mapping, in YAML's flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(flow(one) for one in value) + "]" if isinstance(value, list) else str(value)


def named(entry: Data, *keys: str) -> list[str]:
    """`key: value` of each of the keys that the entry has."""
    return [f"{key}: {flow(entry[key])}" for key in keys if entry[key]]


def spelled(mapping: Data) -> Data:
    """What it has, with its numbers as a person writes them."""
    said = {key: value for key, value in mapping.items() if value is not None}
    return {key: plain(value) if isinstance(value, Fraction) else value for key, value in said.items()}


def value_lines(value: Data) -> list[str]:
    return [*named(value, "title", "identity"), f"aliases: [{value['alias']}]"]


def goal_lines(goal: Data) -> list[str]:
    lines = [*named(goal, "title", "values", "parent", "started", "by", "ended", "next"), f"aliases: [{goal['alias']}]"]
    if goal["status"] != "active":
        lines.append(f"status: {goal['status']}")
    if goal["measure"] is not None:
        lines.append(f"measure: {flow(spelled(goal['measure']))}")
    for key in ("milestones", "changed"):
        if goal[key]:
            lines.append(f"{key}:")
        lines += [f"  - {flow(spelled(one))}" for one in goal[key]]
    return lines + pauses(goal)


def pauses(entry: Data) -> list[str]:
    if not entry["paused"]:
        return []
    return ["paused:", *(f"  - {{{span(one)}, why: flu}}" for one in entry["paused"])]


def habit_lines(habit: Data) -> list[str]:
    lines = named(habit, "title", "goal", "cadence", "started", "ended")
    if habit["measure"] is not None:
        lines.append(f"measure: {flow(spelled(habit['measure']))}")
    return lines + pauses(habit)


def review_lines(review: Data) -> list[str]:
    return named(review, "worked", "adjust", "next", "moving")


def fields(entry: Data) -> list[str]:
    """The lines of a win or a setback below its text. Lists are one name, or names with commas (front matter: [a, b]).
    What the text mentions is not said again."""
    lines = [] if entry["source"] == "file" or not entry["slug"] else [f"id: {entry['slug']}"]
    if not entry["mentioned"]:
        for key, one in (("goal", "goals"), ("values", "values")):
            if entry[one]:
                names = ", ".join(entry[one])
                lines.append(f"{key}: [{names}]" if entry["source"] == "file" else f"{key}: {names}")
        lines += named(entry, "habit")
    if entry["amount"] and entry["amount"]["where"] == "line":
        lines.append(f"amount: {entry['amount']['written']}")
    lines += named(entry, "milestone", "effort", "worked", "closer", "time")
    lines += named(entry, "learned", "restart") if "learned" in entry else []
    return lines + (["stretch: true"] if entry["stretch"] else [])


def in_body(entry: Data) -> str:
    return f"+ {entry['typed']}\n" + "".join(f"  {line}\n" for line in fields(entry))


def in_front(entry: Data) -> str:
    """A line of text where there is nothing else to say, else a mapping; text that YAML would misread is quoted."""
    lines = fields(entry)
    if not lines:
        return f'  - "{entry["typed"]}"\n' if "[" in entry["typed"] else f"  - {entry['typed']}\n"
    said = [f'text: "{entry["typed"]}"']
    for line in lines:
        key, value = line.split(": ", 1)
        said.append(f"{key}: [{value}]" if key in ("goal", "values") and "," in value else f'{key}: "{value}"')
    return "  - {" + ", ".join(said) + "}\n" if len(said) % 2 else "  - " + "\n    ".join(said) + "\n"


def tick(one: Data) -> str:
    """`habit` alone where nothing else is said of it."""
    said = [f'amount: "{one["amount"]["written"]}"'] if one["amount"] else []
    said += [f'{key}: "{one[key]}"' for key in ("effort", "time", "worked") if one[key]]
    return "{" + ", ".join([f"habit: {one['habit']}", *said]) + "}" if said else str(one["habit"])


def day_text(day: Data, journal: Data) -> str:
    """A day's file; empty where nothing happened."""
    wins = [win for win in journal["wins"] if win["date"] == day["date"]]
    setbacks = [one for one in journal["setbacks"] if one["date"] == day["date"] and one["source"] == "item"]
    items = [win for win in wins if win["source"] == "item"]
    ticks = [win for win in wins if win["source"] == "tick"]
    lines = named(day, "mood", "energy", "next")
    if day["path"].startswith("log"):
        lines.append(f"date: {day['date']}")
    if ticks:
        lines.append(f"habits: [{', '.join(tick(one) for one in ticks)}]")
    if day["skips"]:
        lines.append("skips: [" + ", ".join(f"{{habit: {name}, why: travel}}" for name in day["skips"]) + "]")
    for key, entries in (("wins", items), ("setbacks", setbacks)):
        said = "".join(in_front(one) for one in entries if one["front"])
        lines += [f"{key}:\n{said.rstrip()}"] if said else []
    body = "".join(in_body(win) for win in items if not win["front"])
    if day["prose"]:
        body += f"\n{day['prose']}\n"
    said = "".join(in_body(one) for one in setbacks if not one["front"])
    if said:
        body += f"\n## Setbacks\n\n{said}"
    return (front(lines) if lines else "") + body
