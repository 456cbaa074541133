"""Pages that are made already, kept until their content changes, within a bound of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

MOST = 64 * 2**20  # bytes of all pages kept
_ENTRY = 500  # bytes that an entry takes besides its page


@dataclass(slots=True)
class Shelf:
    """Rendered pages by what they were made of; the one read longest ago makes room.

    A page is made once: whoever asks for it in the meantime waits for it.
    """

    most: int = MOST
    _pages: OrderedDict[Hashable, bytes] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)
    _making: dict[Hashable, Lock] = field(default_factory=dict)

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The page of `key`, made by `make` where it is not at hand."""
        with self._lock:
            if found := self._find(key):
                return found
            turn = self._making.setdefault(key, Lock())
        with turn:
            with self._lock:
                if found := self._find(key):
                    return found
            try:
                page = make()
                with self._lock:
                    self._keep(key, page)
                return page
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _find(self, key: Hashable) -> bytes | None:
        if key in self._pages:
            self._pages.move_to_end(key)
        return self._pages.get(key)

    def _keep(self, key: Hashable, page: bytes) -> None:
        if len(page) + _ENTRY > self.most:
            return
        if key in self._pages:  # made twice, where the first making failed
            self._size -= len(self._pages.pop(key)) + _ENTRY
        self._pages[key] = page
        self._size += len(page) + _ENTRY
        while self._size > self.most:
            _, old = self._pages.popitem(last=False)
            self._size -= len(old) + _ENTRY
