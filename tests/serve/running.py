"""A preview that runs, as its command does: a process of its own, asked over the network."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import Site

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
"""Seconds after which a test gives up on what should come in a moment."""


class Preview:
    """The preview of a journal: `address` is where it is, `said` what it printed so far."""

    def __init__(self, process: "subprocess.Popen[str]", log: Path) -> None:
        self.process = process
        self._log = log
        until(lambda: "Ctrl-C ends it" in self.said or self._ended())
        found = re.search(r"http://[\w.:\[\]]+/", self.said)
        assert found, self.said
        self.address = found[0]

    @property
    def said(self) -> str:
        return self._log.read_text("utf-8")

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """A status, the headers, and the body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def page(self, url: str) -> str:
        return self.ask(url)[2].decode()

    def end(self) -> int:
        """End it as a person does, with Ctrl-C; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def _ended(self) -> bool:
        return self.process.poll() is not None


@contextmanager
def preview(site: Site, *more: str) -> Iterator[Preview]:
    """`smallwins serve` for the journal, on any port, as of the tests' day."""
    log = site.folder.parent / f"{site.folder.name}-{time.monotonic_ns()}.log"
    command = [sys.executable, "-m", "generator", "serve", "-C", str(site.folder), "-p", "0", "--today", "2026-03-01"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen([*command, *more], stdout=said, stderr=said, text=True, env=environment, cwd=ROOT)
    try:
        yield Preview(process, log)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def until(come: Callable[[], object]) -> object:
    """What `come` gives as soon as it is something; it fails where that never comes."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        if found := come():
            return found
        time.sleep(0.02)
    raise AssertionError(f"it did not come within {PATIENCE:.0f} s")
