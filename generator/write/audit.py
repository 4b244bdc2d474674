"""The audit: whether a secret stands in what is about to be published. The gate leaves secrets out by construction;
this looks at the bytes, whichever way they came about."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.base.search import Search
from generator.journal.secrets import Secret

from .metadata import PICTURES

_FOLD = "\r\n "
"""Where a calendar's lines go on."""


class Audit:
    """Looks for secrets in files, all at once. They have no sign that HTML, XML or JSON would write in another way; in
    an address they stand percent-encoded."""

    def __init__(self, secrets: Sequence[Secret]) -> None:
        self._search = Search((way, secret) for secret in secrets for way in (secret.text, quote(secret.text, safe="")))

    def look(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
        """What is wrong with these files, by their paths: the first secret in each."""
        for path, data in files:
            if path.lower().endswith(PICTURES):
                text = path
            else:
                said = data.decode("utf-8", "replace").replace(_FOLD, "")
                text = f"{path} {' '.join(said.split())}"
            secret = next(self._search.found(text), None)
            if secret is not None:
                message = f"{path} would hold {secret.text!r}, which stands in {secret.path} and is not public"
                hint = "nothing was written; take it out of what is public, or say both in other words"
                yield Problem("secret-found", Origin(secret.path), message, hint)
