"""The builder: a process of its own that makes the site whenever it is asked to.

It is apart from the server so that pages are answered while a site is drawn, that a build may share its work among
processes, and that what a build does wrong ends with it.
"""

import datetime as dt
import gc
import os
import signal
import time
import traceback
from collections.abc import Iterable
from multiprocessing.connection import Connection
from zoneinfo import ZoneInfo

import msgspec

from generator.base.problem import Problem
from generator.build import Built, Request, build, show_gallery
from generator.config.load import load
from generator.config.schema import Site

from .marks import marks
from .order import Order, Outcome

Errors = frozenset[tuple[str, str, str]]


def work(orders: Connection) -> None:
    """The life of a builder: an outcome for every order, until nobody is left to order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then lets go of us
    gc.disable()  # it would look for cycles in the middle of a build; between builds there is time
    language, known = "", None
    while True:
        try:
            order = orders.recv()
        except (EOFError, OSError):
            return
        outcome = make(order, known)
        known = _errors(outcome.problems) if outcome.drawn else known
        language = language or outcome.language
        # Libraries keep what they know of a language: another one gets a builder of its own.
        other = outcome.language not in ("", language)
        try:
            orders.send(None if other else outcome)
        except OSError:
            return
        gc.collect()
        gc.freeze()


def make(order: Order, known: Errors | None = None) -> Outcome:
    """The outcome of an order, whatever happens. What is `known` to be wrong with the site that is shown may stay so;
    for any other error that site stands."""
    begun = time.perf_counter()
    try:
        outcome = _make(order, known)
    except Exception as error:
        traceback.clear_frames(error.__traceback__)
        outcome = Outcome(fault=f"{type(error).__name__}: {error}")
    return msgspec.structs.replace(outcome, seconds=time.perf_counter() - begun)


def _make(order: Order, known: Errors | None) -> Outcome:
    site, problems = load(order.folder, _environment())
    if site is None:
        return Outcome(problems=problems)
    today = order.today or dt.datetime.now(ZoneInfo(site.timezone)).date()
    built = _built(order, site, today, known)
    done, published = built.written, built.published
    whole = built.edition if built.edition and built.edition.is_preview else None
    return Outcome(
        problems=built.problems,
        drawn=done is not None,
        changed=done.written + done.removed if done else 0,
        title=site.title,
        language=site.language,
        timezone=site.timezone,
        today=today,
        withheld={why.value: number for why, number in published.counts.items()} if published else {},
        marks=marks(whole, published.journal) if whole and published else {},
    )


def _built(order: Order, site: Site, today: dt.date, known: Errors | None) -> Built:
    if site.base_url:
        site = msgspec.structs.replace(site, base_url=order.base_url)
    if not order.public:
        site = msgspec.structs.replace(site, today_page="public")
    request = Request(
        folder=order.folder,
        site=site,
        output=order.output,
        today=today,
        drafts=order.drafts,
        future=order.future,
        whole=not order.public,
        holds=lambda problems: known is not None and not _errors(problems) <= known,
    )
    return show_gallery(request) if order.gallery else build(request)


def _errors(problems: Iterable[Problem]) -> Errors:
    """Errors, wherever in their files they stand: lines move while one writes."""
    return frozenset((one.code, one.origin.path, one.message) for one in problems if one.is_error)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("SMALLWINS_")}
