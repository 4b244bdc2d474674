"""A team: one process for each share of the work.

Work goes in steps. A step begins when all have taken the one before and their results were put together, so that a
mistake in one share leaves nothing half done; what a process has made stays with it until its last step.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, NamedTuple


class Step(NamedTuple):
    """`take` is given what its process has and what was agreed on last; it returns what the process has now and what
    it says to the others. It is a function of a module, so that it can be found in a new process. `agree`, which may
    raise to stop all, makes one answer of what they say."""

    take: Callable[[Any, Any], tuple[Any, Any]]
    agree: Callable[[list[Any]], Any] = lambda said: said


def hands(size: int, least: int) -> int:
    """How many processes pay for `size` pieces of work, of which each should get at least `least`. The variable
    SMALLWINS_WORKERS overrules the number of cores."""
    cores = os.environ.get("SMALLWINS_WORKERS", "")
    most = int(cores) if cores.isdigit() else len(os.sched_getaffinity(0)) if _LINUX else os.cpu_count() or 1
    return max(1, min(most, size // least))


_LINUX = sys.platform.startswith("linux")
# A fork costs a millisecond and copies nothing; elsewhere a new interpreter has to start, and gets its job as bytes.
_CONTEXT: Any = multiprocessing.get_context("fork" if _LINUX else "spawn")


def run(jobs: Sequence[Any], *steps: Step) -> Any:
    """What was agreed on last. The first job is done here, the others each in a process of its own."""
    others: list[tuple[Connection, Any]] = []
    for job in jobs[1:]:
        ours, theirs = _CONTEXT.Pipe()
        forked = [ours, *(one for one, _ in others)] if _CONTEXT.get_start_method() == "fork" else []
        args = (theirs, job, [step.take for step in steps], forked)
        process = _CONTEXT.Process(target=_serve, args=args, daemon=True)
        process.start()
        theirs.close()
        others.append((ours, process))
    try:
        has, agreed = jobs[0], None
        for number, step in enumerate(steps):
            if number:
                for ours, _ in others:
                    ours.send(agreed)
            has, said = step.take(has, agreed)
            agreed = step.agree([said, *(_received(ours) for ours, _ in others)])
        return agreed
    finally:
        for ours, process in others:
            ours.close()
            if sys.exc_info()[0] is not None:  # it may wait for a word that never comes
                process.terminate()
            process.join()


def _received(ours: Connection) -> Any:
    said = ours.recv()
    if isinstance(said, BaseException):
        raise said
    return said


def _serve(
    theirs: Connection, has: Any, steps: Sequence[Callable[[Any, Any], tuple[Any, Any]]], forked: Sequence[Connection]
) -> None:
    """The life of a process: a step, a word, and the next. `forked` are ends that came with the fork: who held them
    would wait for ever where the process that began it is gone."""
    for end in forked:
        end.close()
    try:
        agreed = None
        for number, take in enumerate(steps):
            if number:
                agreed = theirs.recv()
            has, said = take(has, agreed)
            theirs.send(said)
    except (EOFError, KeyboardInterrupt, SystemExit):
        pass
    except BaseException as error:
        with suppress(OSError):  # nobody is left to hear it
            theirs.send(error)
