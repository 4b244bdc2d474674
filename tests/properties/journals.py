"""Small random journals, and what of them the public may read: decided here from the specification alone.

A journal is a value: `written` makes its files, `public_copy` the journal that a careful person would keep if nothing
withheld had ever been written. Nothing of the generator is imported.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

TODAY = dt.date(2026, 3, 1)
KINDS = ("values", "goals", "habits", "days", "wins", "setbacks", "reviews", "pages")


@dataclass(frozen=True)
class Words:
    """A stretch of prose: plain, or with one of: a link to an entry (by `[[…]]` or by file), a picture."""

    text: str
    target: str = ""  # "goals/g0"
    by_file: bool = False
    bare: bool = False
    picture: str = ""


@dataclass(frozen=True)
class Thing:
    """An entry, or an item of a day. References are names ("g0"); `above` is a goal's parent."""

    kind: str
    name: str
    title: str = ""
    visibility: str = ""
    draft: bool = False
    date: dt.date | None = None
    goals: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    habit: str = ""
    above: str = ""
    lines: tuple[str, ...] = ()  # front matter as it stands
    prose: tuple[Words, ...] = ()
    # a day's
    prose_private: bool = False
    mood: int = 0
    items: tuple["Thing", ...] = ()
    ticks: tuple[str, ...] = ()
    # a day's and a review's
    skips: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    moving: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True)
class Model:
    things: tuple[Thing, ...]
    rules: dict[str, str] = field(default_factory=dict)

    def named(self, kind: str, name: str) -> Thing:
        return next(thing for thing in self.things if thing.key == f"{kind}/{name}")

    # What is withheld (design.md and architecture.md, "One gate for what is public")

    def withholds_itself(self, thing: Thing) -> bool:
        """Its own word, else the site's for its kind; a draft; the future."""
        said = thing.visibility or self.rules.get(thing.kind) or self.rules.get("default", "public")
        return said == "private" or thing.draft or (thing.date is not None and thing.date > TODAY)

    def withheld(self, thing: Thing) -> bool:
        """The strictest of its own word, its goals', its habit's and their parents'; not its values'."""
        above = [self.named("goals", name) for name in (*thing.goals, thing.above) if name]
        above += [self.named("habits", thing.habit)] if thing.habit else []
        return self.withholds_itself(thing) or any(self.withheld(one) for one in above)

    def tick_withheld(self, habit: str) -> bool:
        """A tick is a win of the habit."""
        return self.withheld(Thing("wins", "", habit=habit))

    def secret(self, key: str) -> bool:
        kind, _, name = key.partition("/")
        return self.withheld(self.named(kind, name))

    def count(self) -> tuple[int, int]:
        """(withheld, published) entries and items."""
        found = [self.withheld(thing) for thing in self.things]
        for day in self.things:
            found += [self.withheld(day) or self.withheld(item) for item in day.items]
        return sum(found), len(found) - sum(found)


# The copy


def public_copy(model: Model) -> Model:
    """The journal without every withheld entry and every reference to one."""
    return Model(tuple(_without(model, thing) for thing in model.things if not model.withheld(thing)), model.rules)


def _without(model: Model, thing: Thing) -> Thing:
    def open_(kind: str, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in names if not model.secret(f"{kind}/{name}"))

    copy = replace(
        thing,
        values=open_("values", thing.values),
        prose=_spoken(model, thing.prose),
        items=tuple(_without(model, item) for item in thing.items if not model.withheld(item)),
        ticks=tuple(name for name in thing.ticks if not model.tick_withheld(name)),
        skips=open_("habits", thing.skips),
        next=open_("goals", thing.next),
        moving=open_("goals", thing.moving),
    )
    return replace(copy, prose=(), mood=0, title="", prose_private=False) if thing.prose_private else copy


def _spoken(model: Model, prose: Sequence[Words]) -> tuple[Words, ...]:
    """A link to something withheld leaves its words."""
    return tuple(Words(part.text) if part.target and model.secret(part.target) else part for part in prose)


# The files


def written(model: Model) -> dict[str, str]:
    """The journal's files by path. Bare `[[…]]` in public text only names what is public: else it would be an error."""
    rules = ", ".join(f"{kind}: {said}" for kind, said in model.rules.items())
    files = {"site.yaml": f"title: A test\nbase_url: https://example.org/\nvisibility: {{{rules}}}\n"}
    pictures = set()
    for thing in model.things:
        unseen = model.withheld(thing)
        files[f"content/{thing.key}.md"] = _day(model, thing) if thing.kind == "days" else _entry(model, thing)
        pictures |= {part.picture for part in _all_prose(thing) if part.picture}
        assert unseen or not thing.prose_private or thing.kind == "days"
    files |= {f"content/media/{name}.svg": f"<svg><!-- {name} --></svg>" for name in sorted(pictures)}
    return files


def _all_prose(thing: Thing) -> Iterator[Words]:
    yield from thing.prose
    for item in thing.items:
        yield from item.prose


def _keys(thing: Thing) -> list[str]:
    """Front matter that entries and items share."""
    lines = [f"visibility: {thing.visibility}"] if thing.visibility else []
    lines += ["draft: yes"] if thing.draft else []
    if thing.kind == "goals":
        lines += [f"parent: {thing.above}"] if thing.above else []
    elif thing.goals:
        lines.append(f"goal: {thing.goals[0]}" if thing.kind == "habits" else f"goal: [{', '.join(thing.goals)}]")
    lines += [f"values: [{', '.join(thing.values)}]"] if thing.values else []
    lines += [f"habit: {thing.habit}"] if thing.habit else []
    return [*lines, *thing.lines]


def _entry(model: Model, thing: Thing) -> str:
    lines = [f"title: {thing.title}"] if thing.title else []
    lines.append(f"aliases: [/old/{thing.key}/, Once {thing.key}]")  # old addresses, in every journal
    lines += _keys(thing)
    lines += _steps(thing)
    front = "".join(f"{line}\n" for line in lines)
    return f"---\n{front}---\n{_prose(model, thing.prose, model.withheld(thing))}"


def _steps(thing: Thing) -> list[str]:
    lines = [f"next: {{{', '.join(f'{name}: go on' for name in thing.next)}}}"] if thing.next else []
    return lines + ([f"moving: {{{', '.join(f'{name}: base' for name in thing.moving)}}}"] if thing.moving else [])


def _day(model: Model, day: Thing) -> str:
    lines = [f"title: {day.title}"] if day.title else []
    lines += _keys(day)
    lines += ["prose: private"] if day.prose_private else []
    lines += [f"mood: {day.mood}", f"energy: {day.mood}"] if day.mood else []
    lines += [f"habits: [{', '.join(day.ticks)}]"] if day.ticks else []
    lines += [f"skips: [{', '.join(day.skips)}]"] if day.skips else []
    lines += _steps(day)
    unseen = model.withheld(day)
    front = "".join(f"{line}\n" for line in lines)
    wins = "".join(_item(model, item, unseen) for item in day.items if item.kind == "wins")
    setbacks = "".join(_item(model, item, unseen) for item in day.items if item.kind == "setbacks")
    prose = _prose(model, day.prose, unseen or day.prose_private)
    under = f"\n## Setbacks\n\n{setbacks}" if setbacks else ""
    return f"---\n{front}---\n{prose}\n{wins}{under}"


def _item(model: Model, item: Thing, unseen: bool) -> str:
    """An item; what it serves stands in brackets, but for lists of two, which are a field."""
    unseen = unseen or model.withheld(item)
    brackets = [item.goals[0]] if len(item.goals) == 1 else []
    brackets += [item.habit] if item.habit else []
    text = " ".join([item.title, *(f"[[{name}]]" for name in brackets)])
    lines = [f"goal: {', '.join(item.goals)}"] if len(item.goals) > 1 else []
    lines += [f"values: {', '.join(item.values)}"] if item.values else []
    lines += [f"visibility: {item.visibility}"] if item.visibility else []
    lines += ["draft: yes"] if item.draft else []
    lines += [f"date: {item.date}"] if item.date else []
    lines += item.lines
    note = _prose(model, item.prose, unseen).strip()
    noted = f"\n  {note}\n" if note else ""
    return f"+ {text}\n" + "".join(f"  {line}\n" for line in lines) + noted + "\n"


def _prose(model: Model, prose: Sequence[Words], unseen: bool) -> str:
    parts = []
    for part in prose:
        kind, _, name = part.target.partition("/")
        if part.picture:
            parts.append(f"![{part.text}](../media/{part.picture}.svg)")
        elif not part.target:
            parts.append(part.text)
        elif part.by_file:
            parts.append(f"[{part.text}](../{kind}/{name}.md)")
        elif part.bare and (unseen or not model.secret(part.target)):
            parts.append(f"[[{name}]]")
        else:
            parts.append(f"[[{name}|{part.text}]]")
    return " ".join(parts) + "\n" if parts else ""


# The strategy

DAYS = (*(dt.date(2026, 2, day) for day in (10, 11, 12)), dt.date(2026, 3, 5))
WEEKS = ("2026-W07", "2026-02", "2026-W10")  # the last begins on 2 March: the future
MONDAYS = {"2026-W07": dt.date(2026, 2, 9), "2026-02": dt.date(2026, 2, 1), "2026-W10": dt.date(2026, 3, 2)}
PHRASES = ("Wrote 30 words", "A walk", "Called Mum", "Sorted the shed, at last", "Wrote 30 words")
SAID = ("it", "mum's & dad's", 'a "plan"', "that thing", "x < y")

visibilities = st.sampled_from(["", "", "", "", "", "", "public", "private"])
drafts = st.sampled_from([False] * 14 + [True])


@st.composite
def _prose_of(draw: st.DrawFn, keys: Sequence[str]) -> tuple[Words, ...]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        text = draw(st.sampled_from(SAID))
        kind = draw(st.sampled_from(["words", "link", "link", "link", "bare", "file", "picture"]))
        if kind == "words":
            found.append(Words(text))
        elif kind == "picture":
            found.append(Words(text, picture=draw(st.sampled_from(["one", "two", "three"]))))
        else:
            target = draw(st.sampled_from(keys))
            found.append(Words(text, target=target, bare=kind == "bare", by_file=kind == "file"))
    return tuple(found)


@st.composite
def models(draw: st.DrawFn, ruled: str = "") -> Model:
    """Journals of some twenty entries and items that refer to one another in every way there is, without an error.
    `ruled` is a kind that site.yaml makes private, or "default": then all but the commonest are."""

    def some(names: Sequence[str], most: int) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(names), max_size=most, unique=True))) if names else ()

    def one(names: Sequence[str]) -> str:
        return draw(st.sampled_from(["", *names]))

    values = [f"v{n}" for n in range(draw(st.integers(1, 3)))]
    goals = [f"g{n}" for n in range(draw(st.integers(2, 4)))]
    habits = [f"h{n}" for n in range(draw(st.integers(1, 2)))]
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True))
    wins = [(f"{draw(st.sampled_from(DAYS))}-win-{n}", n) for n in range(draw(st.integers(0, 3)))]
    setbacks = [(f"{draw(st.sampled_from(DAYS))}-flu-{n}", n) for n in range(draw(st.integers(0, 1)))]
    reviews = draw(st.lists(st.sampled_from(WEEKS), max_size=2, unique=True))
    pages = draw(st.lists(st.sampled_from(["about", "plans"]), max_size=2, unique=True))
    keys = [f"values/{name}" for name in values] + [f"goals/{name}" for name in goals]
    keys += [f"habits/{name}" for name in habits] + [f"days/{day}" for day in days]
    keys += [f"wins/{name}" for name, _ in wins] + [f"setbacks/{name}" for name, _ in setbacks]
    keys += keys[len(values) : len(values) + len(goals)]  # goals are spoken of most
    keys += [f"reviews/{name}" for name in reviews] + [f"pages/{name}" for name in pages]

    def thing(kind: str, name: str, **more: object) -> Thing:
        made = Thing(kind, name, visibility=draw(visibilities), draft=draw(drafts))
        return replace(made, prose=draw(_prose_of(keys)), **more)  # type: ignore[arg-type]  # fields by name

    def item(number: int) -> Thing:
        served = some(goals, 2)
        text = draw(st.sampled_from(PHRASES))
        kind = draw(st.sampled_from(["wins", "wins", "wins", "setbacks"]))
        lines = ("stretch: yes", "worked: early") if kind == "wins" and draw(st.booleans()) else ()
        moved = draw(st.sampled_from([None, None, None, *DAYS]))
        habit = one(habits) if draw(st.booleans()) else ""
        return thing(
            kind, str(number), title=text, goals=served, values=some(values, 1), habit=habit, lines=lines, date=moved
        )

    things = [thing("values", name, title=f"Value {name}", lines=("identity: someone",)) for name in values]
    for number, name in enumerate(goals):
        measure = draw(
            st.sampled_from([(), ("measure: {unit: words, target: 100}", "milestones: [{at: 50}]", "by: 2026-12-31")])
        )
        above = one(goals[:number])
        things.append(thing("goals", name, title=f"Goal {name}", values=some(values, 2), above=above, lines=measure))
    things += [thing("habits", name, title=f"Habit {name}", goals=some(goals, 1), lines=("cadence: 3/week",))
               for name in habits]  # fmt: skip
    things += [
        thing(
            "days", str(day), date=day, title=draw(st.sampled_from(["", "A day"])),
            prose_private=draw(st.sampled_from([False, False, True])), mood=draw(st.sampled_from([0, 4])),
            items=tuple(item(number) for number in range(draw(st.integers(1, 4)))),
            ticks=some(habits, 2), skips=some(habits, 1), next=some(goals, 2),
        )
        for day in days
    ]  # fmt: skip
    for kind, stories in (("wins", wins), ("setbacks", setbacks)):
        things += [
            thing(
                kind, name, title=f"Story {name[11:]}", date=dt.date.fromisoformat(name[:10]),
                goals=some(goals, 2), values=some(values, 1), habit=one(habits),
            )
            for name, _ in stories
        ]  # fmt: skip
    things += [thing("reviews", name, date=MONDAYS[name], next=some(goals, 2), moving=some(goals, 1),
                     lines=("worked: [early]",)) for name in reviews]  # fmt: skip
    things += [thing("pages", name, title=f"Page {name}") for name in pages]
    rules = {ruled: "private"} if ruled else {}
    if ruled == "default":
        rules |= dict.fromkeys(("goals", "values", "days", "wins"), "public")
    return Model(tuple(things), rules)
