"""Many things kept under one key, each of which can be had without the others: an index, and beside it their bytes.

New bytes are put behind the old ones; what is no longer in the index is left out when there is more of it than of the
rest. The index has a checksum of each thing: one that is damaged, or stands elsewhere by now, is not there.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from generator.base.atomic import replace

from . import store

Note = TypeVar("Note")
T = TypeVar("T")


class Slot(msgspec.Struct, Generic[Note], frozen=True, array_like=True):
    """Where the bytes of a thing begin, how many they are, what stands for them, and what is known without them."""

    at: int
    size: int
    sum: bytes
    note: Note


class Shelf(Generic[Note]):
    """What was kept in `file` under `key`, by name; nothing where it was kept under another."""

    def __init__(self, file: Path, key: bytes, note: type[Note]) -> None:
        self._file, self._data, self._key = file, file.with_name(file.name + "-data"), key
        self._slot: type[Slot[Note]] = Slot[note]  # type: ignore[valid-type]  # known when it runs
        self._index = store.fetch(file, key)

    @cached_property
    def _slots(self) -> Mapping[str, Slot[Note]]:
        return self._read(dict[str, self._slot])  # type: ignore[name-defined]  # likewise

    @cached_property
    def _unread(self) -> Mapping[str, msgspec.Raw]:
        """The slots as they stand in the index: who looks for a few need not read them all."""
        return self._read(dict[str, msgspec.Raw])

    def _read(self, kind: type[T]) -> T:
        try:
            return msgspec.msgpack.decode(self._index, type=kind) if self._index else kind()
        except msgspec.MsgspecError:
            return kind()

    def _one(self, name: str) -> Slot[Note] | None:
        unread = self._unread.get(name)
        return msgspec.msgpack.decode(unread, type=self._slot) if unread is not None else None

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """What is known of each without its bytes."""
        return {name: slot.note for name, slot in self._slots.items()}

    def note(self, name: str) -> Note | None:
        """What is known of one."""
        slot = self._one(name)
        return slot.note if slot else None

    def __iter__(self) -> Iterator[str]:
        return iter(self._unread)

    def get(self, name: str) -> bytes | None:
        """The bytes that were kept; None where there are none, or none sound."""
        slot = self._one(name)
        if slot is None:
            return None
        try:
            with self._data.open("rb") as file:
                file.seek(slot.at)
                return _sound(slot, file.read(slot.size))
        except OSError:
            return None

    def all(self) -> dict[str, bytes]:
        """Everything that is sound."""
        try:
            data = self._data.read_bytes() if self._slots else b""
        except OSError:
            return {}
        found = ((name, _sound(slot, data[slot.at : slot.at + slot.size])) for name, slot in self._slots.items())
        return {name: kept for name, kept in found if kept is not None}

    def change(self, things: Mapping[str, tuple[Note, bytes]]) -> None:
        """Keep these in the place of what has their names, and all others."""
        try:
            end = self._data.stat().st_size
            slots = dict(self._unread)
            for name, (note, data) in things.items():
                slots[name] = msgspec.Raw(msgspec.msgpack.encode(Slot(end, len(data), store.digest(data), note)))
                end += len(data)
            self._append(end, [data for _, data in things.values()])
            store.keep(self._file, self._key, msgspec.msgpack.encode(slots))
        except OSError:
            self._drop()

    def keep(self, things: Mapping[str, tuple[Note, bytes | None]]) -> None:
        """Keep these and no others; None stands for the bytes that are kept already. A disk that is full or read-only
        costs speed, and no build."""
        try:
            self._keep(things)
        except OSError:
            self._drop()

    def _drop(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _append(self, end: int, new: Sequence[bytes]) -> None:
        """Put `new` behind the rest, up to the place `end`."""
        with self._data.open("ab") as file:
            if file.tell() + sum(map(len, new)) != end:  # another build keeps its own just now
                raise OSError
            file.writelines(new)

    def _keep(self, things: Mapping[str, tuple[Note, bytes | None]]) -> None:
        end = self._data.stat().st_size if self._slots and self._data.exists() else 0
        stay = [name for name, (_, data) in things.items() if data is None and name in self._slots]
        known: Mapping[str, bytes] = {}
        if end > 2 * sum(self._slots[name].size for name in stay) + _ROOM:
            known, end = (self.all() if stay else {}), 0
        slots: dict[str, Slot[Note]] = {}
        new = []
        at = end
        for name, (note, data) in things.items():
            slot = self._slots.get(name)
            if data is None and slot is not None and end:
                slots[name] = Slot(slot.at, slot.size, slot.sum, note)
                continue
            kept = known.get(name, b"") if data is None else data
            slots[name] = Slot(at, len(kept), store.digest(kept), note)
            new.append(kept)
            at += len(kept)
        if not end:
            replace(self._data, *new)
        elif new:
            self._append(at, new)
        store.keep(self._file, self._key, msgspec.msgpack.encode(slots))


_ROOM = 1 << 20
"""So many bytes of the past are always borne."""


def _sound(slot: Slot[Note], data: bytes) -> bytes | None:
    return data if len(data) == slot.size and store.digest(data) == slot.sum else None
