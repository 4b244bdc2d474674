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
from multiprocessing.connection import Connection
from zoneinfo import ZoneInfo

import msgspec

from generator.build import Built, Request, build, show_gallery
from generator.config.load import load
from generator.config.schema import Site

from .order import Order, Outcome


def work(orders: Connection) -> None:
    """The life of a builder: an outcome for every order, until nobody is left to order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then lets go of us
    gc.disable()  # it would look for cycles in the middle of a build; between builds there is time
    language = ""
    while True:
        try:
            order = orders.recv()
        except (EOFError, OSError):
            return
        outcome = make(order)
        language = language or outcome.language
        # Libraries keep what they know of a language: another one gets a builder of its own.
        other = outcome.language not in ("", language)
        try:
            orders.send(None if other else outcome)
        except OSError:
            return
        gc.collect()
        gc.freeze()


def make(order: Order) -> Outcome:
    """The outcome of an order, whatever happens."""
    begun = time.perf_counter()
    try:
        outcome = _make(order)
    except Exception as error:
        traceback.clear_frames(error.__traceback__)
        outcome = Outcome(fault=f"{type(error).__name__}: {error}")
    return msgspec.structs.replace(outcome, seconds=time.perf_counter() - begun)


def _make(order: Order) -> Outcome:
    site, problems = load(order.folder, _environment())
    if site is None:
        return Outcome(problems=problems)
    today = order.today or dt.datetime.now(ZoneInfo(site.timezone)).date()
    built = _built(order, site, today)
    done, published = built.written, built.published
    return Outcome(
        problems=built.problems,
        drawn=done is not None,
        changed=done.written + done.removed if done else 0,
        title=site.title,
        language=site.language,
        timezone=site.timezone,
        today=today,
        withheld={why.value: number for why, number in published.counts.items()} if published else {},
    )


def _built(order: Order, site: Site, today: dt.date) -> Built:
    if site.base_url:
        site = msgspec.structs.replace(site, base_url=order.base_url)
    if not order.public:
        site = msgspec.structs.replace(site, today_page="public")
    request = Request(
        folder=order.folder,
        site=site,
        output=order.output,
        today=today,
        drafts=order.drafts or not order.public,
        future=order.future or not order.public,
    )
    return show_gallery(request) if order.gallery else build(request)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("SMALLWINS_")}
