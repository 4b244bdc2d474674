"""A journal that is too much, the same on every machine: `python -m tests.site.much FOLDER`.

Ten years, 40 goals, one of them with 3,000 wins, titles of 120 characters, long German words, right-to-left names, a
day with 30 wins. For looking at every page, and for the tests of what a page may weigh.
"""

import argparse
import datetime as dt
import random
from pathlib import Path

TODAY = dt.date(2026, 11, 21)
DAYS = 3650
LONG = (
    "Learn to read the whole of the municipal water regulations aloud, slowly, to anybody who asks, and to enjoy the"
    " footnotes"
)[:120]
GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsvorbereitung"
HEBREW, ARABIC = "לקרוא ספר אחד בכל חודש", "أن أمشي كل صباح قبل العمل"
TITLES = (
    "Write every day", LONG, GERMAN, HEBREW, ARABIC, "Ran 5 km, וגם 10, then home", "Überlandleitungsinstandhaltung",
    "读完一整个书架", "Q", "<script>alert(1)</script> & other titles",
)  # fmt: skip
VALUES = (
    ("growth", "Growth", "someone who keeps learning"),
    ("duty", "Verantwortungsbewusstsein", f"jemand, der die {GERMAN} besteht"),
    ("calm", "שלווה", "מישהו שנח"),
    ("patience", "الصبر", "شخص لا يستعجل"),
    ("craft", "Craft", "someone " + "who planes the underside of the drawer " * 3),
    ("a", "A", ""),
    ("health", "Health", "someone who keeps promises to their body"),
    ("home", "Home", "someone who is there"),
)
UNITS = ("words", "km", "min", "pages")
WORDS = (
    "the", "morning", "light", "desk", "rain", "before", "coffee", "quiet", "page", "run", "river", "Sam", "called",
    "Mum", "wrote", "slow", "easy", "hill", "bread", "window", "again", "small", "steady", "chapter", "walk", "tram",
    "letter", "piano", "garden", "winter", "cold", "early", "late", "enough", "Straßenbahnhaltestelle", "yesterday",
)  # fmt: skip


def much(folder: Path, seed: int = 7) -> None:
    """Write the journal below `folder`."""
    chance = random.Random(seed)
    write(folder, "../site.yaml", f"title: {LONG}\ndescription: {LONG}. {GERMAN}.\nauthor: {{name: {HEBREW}}}\n"
          "seasons: [{from: 2024-02-01, to: 2024-04-10, what: Mum in hospital}]\n")  # fmt: skip
    for name, title, identity in VALUES:
        write(folder, f"values/{name}.md", f"---\ntitle: {title}\nidentity: {identity or '~'}\n---\n{prose(chance)}\n")
    for number in range(40):
        write(folder, f"goals/goal-{number}.md", _goal(chance, number))
    for number in range(12):
        title = (HEBREW, GERMAN, LONG)[number] + " (habit)" if number < 3 else f"Habit {number}"
        write(folder, f"habits/habit-{number}.md", f"---\ntitle: {title!r}\ngoal: goal-{number}\ncadence: "
              f"{('daily', '3/week', 'weekly')[number % 3]}\ncue: after {sentence(chance, 8)}\n---\n")  # fmt: skip
    for at in range(DAYS):
        day = TODAY - dt.timedelta(days=at)
        if chance.random() < 0.9 or at < 7:
            write(folder, f"days/{day:%Y/%m/%d}.md", _day(chance, 30 if at == 3 else chance.choice((0, 0, 1, 2))))
    for at in range(0, 3000, 90):
        day = TODAY - dt.timedelta(days=at)
        text = f"---\ntitle: {LONG if at % 4 else HEBREW}\ngoal: goal-{at % 5}\nlearned: {sentence(chance, 14)}\n"
        write(folder, f"setbacks/{day}-{at}.md", f"{text}restart: walk 20 minutes\n---\n{prose(chance)}\n")
        write(folder, f"wins/{day}-story-{at}.md", f"---\ntitle: {LONG}\ngoal: goal-{at % 7}\n---\n{prose(chance)}\n")
        year, week, _ = day.isocalendar()
        review = f"worked: [{sentence(chance, 3)}, {GERMAN}]\nadjust: [{sentence(chance)}]\n"
        write(folder, f"reviews/{year}-W{week:02}.md", f"---\n{review}---\n{prose(chance)}\n")
    for number in range(8):
        write(folder, f"pages/page-{number}.md", f"---\ntitle: Page {number} {GERMAN}\n---\n{prose(chance)}\n")


def steady(folder: Path, years: int = 10, seed: int = 7) -> None:
    """Write a journal of one goal, with 300 wins in each of so many years."""
    chance = random.Random(seed)
    write(folder, "../site.yaml", "title: A journal of one goal\n")
    write(folder, "values/growth.md", "---\ntitle: Growth\n---\n")
    write(folder, "goals/goal.md", "---\ntitle: Write every day\nvalues: [growth]\n---\n")
    for year in range(TODAY.year - years + 1, TODAY.year + 1):
        for at in range(300):
            day = dt.date(year, 1, 1) + dt.timedelta(days=at)
            write(folder, f"days/{day}.md", f"+ {sentence(chance).capitalize()} [[goal]]\n")


def little(folder: Path) -> None:
    """Write a journal of one win below `folder`."""
    write(folder, "../site.yaml", "title: A beginning\n")
    write(folder, f"days/{TODAY}.md", "+ Wrote one sentence\n")


def write(folder: Path, path: str, text: str) -> None:
    """Write a file below content/."""
    target = folder / "content" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")


def sentence(chance: random.Random, words: int = 7) -> str:
    """Some words."""
    return " ".join(chance.choices(WORDS, k=words))


def prose(chance: random.Random, sentences: int = 5) -> str:
    """A paragraph, a list and a quotation."""
    text = " ".join(sentence(chance, 11).capitalize() + "." for _ in range(sentences))
    return f"{text}\n\n- {sentence(chance)}\n- [[goal-1]]\n\n> {GERMAN}, {HEBREW}.\n"


def _goal(chance: random.Random, number: int) -> str:
    title = TITLES[number] if number < len(TITLES) else f"{sentence(chance, 3)} {number}"
    values = ", ".join(name for name, *_ in VALUES[number % 8 : number % 8 + 1 + number % 3]) or "growth"
    lines = [f"title: {title!r}", f"values: [{values}]", f"why: {sentence(chance, 16)}", "started: 2017-01-01"]
    lines += [f"identity: {VALUES[number % 8][2] or 'someone'}", f"next: {{do: {sentence(chance)}, tired: one line}}"]
    if 10 < number < 30:
        lines.append(f"parent: goal-{number // 4}")
    if number % 4 == 0:
        lines += ["measure: {unit: words, kind: sum, target: 900000}", "by: 2027-12-31", "milestones:"]
        lines += [f"  - {{at: {at * 1000}, title: 'Part {at}: {LONG if at == 7 else GERMAN}'}}" for at in range(1, 14)]
    elif number % 4 == 1:
        lines += [f"milestones: [{{id: m{number}, title: {GERMAN} {number}, reward: {sentence(chance)}}}]"]
    if number % 9 == 8:
        lines.append(f"status: {('done', 'released', 'paused', 'active')[number // 9 % 4]}")
    return "---\n" + "\n".join(lines) + f"\n---\n{prose(chance)}\n"


def _day(chance: random.Random, more: int) -> str:
    ticks = ", ".join(f"habit-{at}" for at in range(12) if chance.random() < 0.15)
    lines = [f"---\nmood: {chance.randint(1, 5)}\nhabits: [{ticks}]\n---"]
    lines.append(f"+ {sentence(chance).capitalize()}, {chance.randint(100, 900)} words [[goal-0]]")
    for _ in range(more):
        text = chance.choice((sentence(chance), sentence(chance), GERMAN, HEBREW, ARABIC, LONG))
        lines.append(f"+ {text} [[goal-{chance.randrange(40)}]]")
        if chance.random() < 0.3:
            lines.append(f"  worked: {chance.choice(('phone in another room', sentence(chance, 3), HEBREW, LONG))}")
        if chance.random() < 0.1:
            lines.append("  stretch: true")
    return "\n".join(lines) + f"\n\n{prose(chance, 2) if chance.random() < 0.3 else ''}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--little", action="store_true", help="one win and nothing else")
    given = parser.parse_args()
    (little if given.little else much)(given.folder)


if __name__ == "__main__":
    main()
