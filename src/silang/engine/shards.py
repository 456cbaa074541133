"""Long work in shards that a later run need not do again: a shard is whole, or it is not there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from silang.engine.protocol import Engine

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Shards(Generic[A]):
    """Work on many items whose results, a line of bytes each, are kept in files of `size` lines under `folder`.

    `name` is that of the work and its version, `mark` what an item is known by (its id and content): a shard is found
    done where the same work was done on the same items, in whatever run; anything else is done again. One shard of
    marks and lines is held at a time.
    """

    folder: Path
    name: str
    work: Callable[[A], bytes]
    mark: Callable[[A], str]
    size: int = 500

    def run(self, engine: Engine, items: Iterable[A]) -> Iterator[Path]:
        """The files in the order of the items, each as it is there whole. Raises OSError where one cannot be written,
        ValueError where a result holds a line break."""
        self.folder.mkdir(parents=True, exist_ok=True)
        rest = iter(items)
        while shard := list(islice(rest, self.size)):
            path = self.folder / f"{self._digest(shard)}.jsonl"
            if not path.exists():
                _write(path, engine.map(self.work, shard))
            yield path

    def lines(self, engine: Engine, items: Iterable[A]) -> Iterator[bytes]:
        """The results in the order of the items, from shards done before where there are such."""
        for path in self.run(engine, items):
            with path.open("rb") as file:
                yield from (line.removesuffix(b"\n") for line in file)

    def _digest(self, shard: list[A]) -> str:
        digest = sha256(self.name.encode())
        for item in shard:
            digest.update(sha256(self.mark(item).encode("utf-8", "surrogatepass")).digest())
        return digest.hexdigest()[:32]


def _write(path: Path, lines: Iterable[bytes]) -> None:
    """All or nothing: a file of another name until the last line is on the disk."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            for line in lines:
                if b"\n" in line:
                    raise ValueError("a result of sharded work is one line, without a line break")
                file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
