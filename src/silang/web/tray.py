"""Results of the desk, kept in memory alone for as long as a reader needs to read them."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from silang.model import Crosscheck

MINUTES = 30
MOST = 8  # results; the one laid down first makes room
MOST_TEXT = 8_000_000  # characters of all reports together; the newest result is kept whatever its size


@dataclass(slots=True)
class Tray:
    """A few results, each under a key that nobody can guess, for `MINUTES` minutes."""

    now: Callable[[], float] = time.monotonic
    _held: OrderedDict[str, tuple[float, Crosscheck]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def lay(self, result: Crosscheck) -> str:
        """Keeps a result; gives its key."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._sweep()
            self._held[key] = (self.now() + MINUTES * 60, result)
            while len(self._held) > 1 and (len(self._held) > MOST or self._size() > MOST_TEXT):
                self._held.popitem(last=False)
        return key

    def take(self, key: str) -> Crosscheck | None:
        """The result of that key, None where it is gone or never was."""
        with self._lock:
            self._sweep()
            found = self._held.get(key)
        return found[1] if found else None

    def drop(self, key: str) -> None:
        """Forgets a result now."""
        with self._lock:
            self._held.pop(key, None)

    def _size(self) -> int:
        return sum(len(report.text) for _, result in self._held.values() for report in result.reading.reports)

    def _sweep(self) -> None:
        for key in [key for key, (until, _) in self._held.items() if until <= self.now()]:
            del self._held[key]
