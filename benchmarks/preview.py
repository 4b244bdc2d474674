"""From a save to the word that browsers get: `python -m benchmarks.preview --entries 10000 --runs 10`.

Each preview in turn, with the same journal: an entry is saved, and the clock stops when the browser is told to reload.
The page must have the new words then.
"""

import argparse
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from .__main__ import SUBJECTS, TOOLS
from .machine import facts
from .sample import LAST_DAY, Journal, Win, draw
from .scenario import SCENARIOS, Seen, day_page
from .subject import Subject
from .work import WorkError

PATIENCE = 300.0
PAUSE = 3.0
"""Seconds between two saves: whoever looks after things once more has done so."""

Edit = Callable[[Journal, int], Journal]
Ears = Iterator[bytes]


class Preview(msgspec.Struct, frozen=True):
    """A generator's preview: the arguments in the place of `build`'s, what it says when it is ready, and what comes to
    a browser's ears with a reload."""

    arguments: Callable[[int], tuple[str, ...]]
    ready: str
    listen: Callable[[int, str], Ears]
    reload: bytes


def _win(journal: Journal, number: int) -> Journal:
    """A win more on the newest day."""
    newest, *rest = journal.days
    win = Win(text=f"Won in round {number}", amount=newest.wins[0].amount, goal=newest.wins[0].goal)
    return msgspec.structs.replace(journal, days=(msgspec.structs.replace(newest, wins=(*newest.wins, win)), *rest))


def _win_seen(journal: Journal) -> Seen:
    newest = journal.days[0]
    return ((day_page(newest.date), newest.wins[-1].text),)


BODY = next(scenario for scenario in SCENARIOS if scenario.name == "body")
EDITS: dict[str, tuple[Edit, Callable[[Journal], Seen]]] = {
    "a sentence more": (BODY.edit, BODY.seen),
    "a win more": (_win, _win_seen),
}


def _events(port: int, page: str) -> Ears:
    """Server-sent events, line by line."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_smallwins/events?page=/{page}", timeout=PATIENCE) as answer:
        yield from (line for line in answer if line.startswith(b"data:"))


def _socket(path: str, hello: str) -> Callable[[int, str], Ears]:
    """What comes through a WebSocket at `path`, after we said `hello`."""

    def listen(port: int, page: str) -> Ears:
        head = [
            f"GET {path} HTTP/1.1",
            f"Host: localhost:{port}",
            f"Origin: http://localhost:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        ]
        with closing(socket.create_connection(("localhost", port), timeout=PATIENCE)) as line:
            line.sendall("\r\n".join([*head, "", ""]).encode())
            with line.makefile("rb") as heard:
                while heard.readline().strip():
                    pass
                if hello:
                    line.sendall(bytes([0x81, 0x80 | len(hello), 0, 0, 0, 0]) + hello.encode())
                while begin := heard.read(2):
                    size = begin[1] & 0x7F
                    size = int.from_bytes(heard.read({126: 2, 127: 8}[size]), "big") if size > 125 else size
                    yield heard.read(size)

    return listen


PREVIEWS = {
    "smallwins": Preview(
        lambda port: ("serve", "--port", str(port), "--today", LAST_DAY.isoformat()),
        "Ctrl-C ends it",
        _events,
        b"data:",
    ),
    "Hugo": Preview(
        lambda port: ("server", "--port", str(port)),
        "Press Ctrl+C to stop",
        _socket("/livereload", '{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}'),
        b'"reload"',
    ),
    "Eleventy": Preview(
        lambda port: ("--serve", f"--port={port}"), "Server at", _socket("/", ""), b'"eleventy.reload"'
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description=__doc__)
    names = [name for name, subject in SUBJECTS.items() if subject.name.partition(",")[0] in PREVIEWS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="who is measured")
    parser.add_argument("--entries", type=int, default=10_000, help="of what size")
    parser.add_argument("--runs", type=int, default=10, help="saves of each kind")
    parser.add_argument("--tools", type=Path, default=TOOLS, help="where the others are installed")
    given = parser.parse_args()
    print(facts())
    lines = [["", *EDITS], ["---"] + ["---:"] * len(EDITS)]
    journal = draw(given.entries)
    for name in given.only:
        subject = SUBJECTS[name]
        version = subject.install(given.tools)
        try:
            times = _measured(subject, journal, given.runs, given.tools)
        except (WorkError, TimeoutError) as wrong:
            sys.exit(f"{subject.name}: {wrong}")
        lines.append([f"{subject.name} ({version})", *(_said(found) for found in times)])
    print("".join(f"| {' | '.join(line)} |\n" for line in lines))


def _said(times: Sequence[float]) -> str:
    """The median, the least and the greatest, in ms."""
    median, least, most = (1000 * one for one in (statistics.median(times), min(times), max(times)))
    return f"{median:,.0f} ms ({least:,.0f}–{most:,.0f})"


def _measured(subject: Subject, journal: Journal, runs: int, tools: Path) -> list[list[float]]:
    """For each kind of edit the seconds of every save."""
    kind = PREVIEWS[subject.name.partition(",")[0]]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:  # it may write to its end
        folder = Path(work)
        written = _write(folder, {}, dict(subject.files(journal)))
        with _running(subject, kind, folder, tools) as port:
            found = []
            for title, (edit, seen) in EDITS.items():
                times = []
                ears = kind.listen(port, seen(journal)[0][0].removesuffix("index.html"))
                for number in range(runs):
                    journal = edit(journal, number)
                    files = dict(subject.files(journal))
                    _hush(ears, kind, number)
                    begun = time.perf_counter()
                    written = _write(folder, written, files)
                    while kind.reload not in next(ears):
                        pass
                    times.append(time.perf_counter() - begun)
                    _check(subject.name, port, seen(journal))
                    print(f"{subject.name} · {title} · {times[-1]:.3f} s", flush=True)
                found.append(times)
        return found


def _hush(ears: Ears, kind: Preview, number: int) -> None:
    """Wait until nothing more comes of the last save; the first word of ours, at the beginning, is how things stand."""
    if number == 0 and kind.listen is _events:
        next(ears)
    time.sleep(PAUSE if number else 3 * PAUSE)  # files of a moment ago are looked at once more


def _write(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> Mapping[str, str]:
    for path, text in new.items():
        if old.get(path) != text:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8", newline="\n")
    return new


def _check(name: str, port: int, seen: Seen) -> None:
    """Raise WorkError where a page does not have its new words."""
    for page, words in seen:
        with urllib.request.urlopen(f"http://localhost:{port}/{page.removesuffix('index.html')}") as answer:
            if words not in answer.read().decode():
                raise WorkError(f"reloaded before {words!r} was on {page}")


@contextmanager
def _running(subject: Subject, kind: Preview, folder: Path, tools: Path) -> Iterator[int]:
    """The port of a preview, once it is ready."""
    port = _free()
    command = [part for part in subject.command(tools) if part not in ("build", "--quiet")]
    command = command[: command.index("--today")] if "--today" in command else command
    log = folder.with_name(f"{folder.name}.log")
    with log.open("w") as said:
        process = subprocess.Popen([*command, *kind.arguments(port)], cwd=folder, stdout=said, stderr=said)
    try:
        begun = time.monotonic()
        while kind.ready not in log.read_text("utf-8", "replace"):
            if process.poll() is not None or time.monotonic() - begun > PATIENCE:
                raise WorkError(log.read_text("utf-8", "replace")[-2000:])
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()
        log.unlink()


def _free() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        return int(one.getsockname()[1])


if __name__ == "__main__":
    main()
