"""Twenty kinds of mistakes in one journal: twenty exact problems, and the rest is built."""

import json

from tests.conftest import Site

MISTAKES = {
    "goals/a.md": ("---\ntitle: Rang: the bank\n---\n", "yaml-colon", 2, 12),
    "goals/b.md": ("---\ntitle: @sam\n---\n", "yaml-start", 2, 8),
    "goals/c.md": ("---\ntitle: 'open\n---\n", "yaml-quote-open", 2, 8),
    "goals/d.md": ("---\ntitle: one\ntitle: two\n---\n", "key-twice", 3, 1),
    "goals/e.md": ("---\ntitle: &name x\n---\n", "yaml-anchor", 2, 8),
    "goals/f.md": ("---\ntitle: no end\n", "front-matter-open", 1, 1),
    "goals/g.md": ("---\nstatus: dnoe\n---\n", "choice-unknown", 2, 9),
    "goals/h.md": ("---\nstarted: 2026-13-01\n---\n", "date-unreadable", 2, 10),
    "goals/i.md": ("---\nmeasure: {unit: km, target: far}\n---\n", "amount-unreadable", 2, 29),
    "goals/j.md": ("---\nvisiblity: private\n---\n", "gate-unclear", 2, 1),
    "goals/k.md": ("---\nparent: nobody\n---\n", "goal-unknown", 2, 9),
    "goals/l.md": ("---\nvalues: [growht]\n---\n", "value-unknown", 2, 10),
    "goals/m.md": ("---\nmeasure: {unit: km, from: 5, target: 5}\n---\n", "target-reached", 2, 38),
    "goals/n.md": ("---\npaused: [{from: 2026-02-02, to: 2026-01-01}]\n---\n", "span-backwards", 2, 33),
    "habits/o.md": ("---\ncadence: often\n---\n", "cadence-unreadable", 2, 10),
    "days/tuesday.md": ("+ Rang the bank\n", "date-missing", 0, 0),
    "days/2026-02-01.md": ("+ Rang the bank\n  effort: 9\n", "scale-unreadable", 2, 11),
    "days/2026-02-02.md": ("---\nwins:\n  - 300 words # before mail\n---\n", "text-after-hash", 3, 15),
    "pages/timeline.md": ("Hello\n", "url-taken", 0, 0),
    "reviews/february.md": ("Hello\n", "review-period", 0, 0),
}


def test_twenty_mistakes(site: Site) -> None:
    """The healthy rest of a journal.

    == values/growth.md
    == goals/run.md
    ---
    values: [growth]
    ---
    == days/2026-02-15.md
    + Ran round the block [[run]]
    """
    for path, (text, *_) in MISTAKES.items():
        site.write(path, text)
    built = site.build()
    found = {(p.origin.path.removeprefix("content/"), p.code, p.origin.line, p.origin.column) for p in built.problems}
    assert found == {(path, code, line, column) for path, (_, code, line, column) in MISTAKES.items()}
    assert len(built.problems) == 20
    assert "Ran round the block" in site.page("/2026/02/15/")
    exported = json.loads(site.html("/journal.json"))
    assert [goal["id"] for goal in exported["goals"]] == ["run"]
    assert len(exported["wins"]) == 1
    assert not (site.output / "goals/a").exists()
