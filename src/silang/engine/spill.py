"""Group by key without holding all: values go to files by a hash of their key, then one file at a time is read back."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar
from zlib import crc32

B = TypeVar("B")

PARTS = 64
"""Files; the values of about one in 64 keys are held at a time."""


def grouped(keyed: Iterable[tuple[str, B]]) -> Iterator[tuple[str, list[B]]]:
    """All values of each key in the order in which they came; keys by part, within one by name.

    The files lie in a folder of this process alone (mode 0700), and go when the iteration ends.
    """
    with tempfile.TemporaryDirectory(prefix="silang-") as folder:
        paths = [Path(folder, f"{n:02}") for n in range(PARTS)]
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("wb")) for path in paths]
            for key, value in keyed:
                pickle.dump((key, value), files[crc32(key.encode("utf-8", "surrogatepass")) % PARTS])
        for path in paths:
            held: dict[str, list[B]] = {}
            for key, value in _read(path):
                held.setdefault(key, []).append(value)
            yield from sorted(held.items(), key=lambda item: item[0])


def _read(path: Path) -> Iterator[tuple[str, B]]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return
