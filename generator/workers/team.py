"""A team: one process for each share of the work.

Work has two steps. Every share is prepared before any is finished, so that a mistake in one leaves nothing half done;
what a share prepared stays in its process.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

Job = TypeVar("Job")
Ready = TypeVar("Ready")
Done = TypeVar("Done")


class Work(Generic[Job, Ready, Done]):
    """What each process does: `prepare` says what stands in the way (None: nothing) and what it has ready, `finish`
    makes results of that. Both are functions of a module, so that they can be found in a new process."""

    def __init__(self, prepare: Callable[[Job], tuple[object, Ready]], finish: Callable[[Ready], Done]) -> None:
        self.prepare = prepare
        self.finish = finish


def hands(size: int, least: int) -> int:
    """How many processes pay for `size` pieces of work, of which each should get at least `least`. The variable
    SMALLWINS_WORKERS overrules the number of cores."""
    cores = os.environ.get("SMALLWINS_WORKERS", "")
    most = int(cores) if cores.isdigit() else len(os.sched_getaffinity(0)) if _LINUX else os.cpu_count() or 1
    return max(1, min(most, size // least))


_LINUX = sys.platform.startswith("linux")
# A fork costs a millisecond and copies nothing; elsewhere a new interpreter has to start, and gets its job as bytes.
_CONTEXT: Any = multiprocessing.get_context("fork" if _LINUX else "spawn")


def run(
    work: Work[Job, Ready, Done], jobs: Sequence[Job], go: Callable[[], object] = lambda: None
) -> tuple[list[Done], object]:
    """The results of all jobs in their order, or what stood in the way of the first. The first job is done here, the
    others each in a process of its own. `go` is asked once all are prepared, and may find an obstacle too."""
    others = []
    for job in jobs[1:]:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(theirs, work, job), daemon=True)
        process.start()
        theirs.close()
        others.append((ours, process))
    try:
        obstacle, ready = work.prepare(jobs[0])
        said = [obstacle, *(ours.recv() for ours, _ in others)]
        stop = next((one for one in said if one is not None), None)
        if isinstance(stop, BaseException):
            raise stop
        stop = stop if stop is not None else go()
        for ours, _ in others:
            ours.send(stop is None)
        if stop is not None:
            return [], stop
        done = [work.finish(ready)]
        return [*done, *(_received(ours) for ours, _ in others)], None
    finally:
        for ours, process in others:
            ours.close()
            if sys.exc_info()[0] is not None:  # it may wait for a word that never comes
                process.terminate()
            process.join()


def _received(ours: Connection) -> Any:
    result = ours.recv()
    if isinstance(result, BaseException):
        raise result
    return result


def _serve(theirs: Connection, work: Work[Job, Ready, Done], job: Job) -> None:
    """The life of a process: prepare, wait for the word, finish."""
    try:
        obstacle, ready = work.prepare(job)
        theirs.send(obstacle)
        if theirs.recv():
            theirs.send(work.finish(ready))
    except (EOFError, KeyboardInterrupt):
        pass
    except BaseException as error:
        theirs.send(error)
