"""Many phrases in a text at once, in one pass over it (Aho and Corasick, 1975)."""

from collections.abc import Iterable, Iterator
from typing import Any


class Search:
    """Looks for phrases, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, Any]]) -> None:
        import ahocorasick  # only who withholds something needs it

        self._automaton: Any = ahocorasick.Automaton()
        for phrase, meant in phrases:
            self._automaton.add_word(phrase, meant)
        self._automaton.make_automaton()

    def found(self, text: str) -> Iterator[Any]:
        """What each phrase that stands in `text` stands for, as often as it does."""
        return (meant for _, meant in self._automaton.iter(text)) if len(self._automaton) else iter(())
