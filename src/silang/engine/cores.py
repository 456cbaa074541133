"""The stages on all cores of one machine."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from itertools import islice
from types import TracebackType
from typing import TypeVar

from silang.engine.spill import grouped
from silang.errors import SilangError

A = TypeVar("A")
B = TypeVar("B")

BATCH = 8
"""Items that go to a process at a time."""

AHEAD = 3
"""Batches for each process that are under way: `jobs` x `AHEAD` x `BATCH` items and their results are held at most."""


class Cores(AbstractContextManager["Cores"]):
    """Work spread over `jobs` processes, all cores by default. They are spawned at the first item, and end with the
    block. Raises ValueError for fewer than one."""

    def __init__(self, jobs: int | None = None) -> None:
        if jobs is not None and jobs < 1:
            raise ValueError(f"{jobs} processes: at least one must work")
        self.jobs = jobs or available()
        self._pool: ProcessPoolExecutor | None = None

    def map(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """As `Engine.map`; raises SilangError where a process is gone (killed, out of memory)."""
        rest = iter(items)
        under_way: deque[Future[list[B]]] = deque()
        try:
            while True:
                while len(under_way) < self.jobs * AHEAD and (batch := list(islice(rest, BATCH))):
                    under_way.append(self._started().submit(_all, work, batch))
                if not under_way:
                    return
                yield from under_way.popleft().result()
        except BrokenProcessPool as error:
            raise SilangError(
                f"one of {self.jobs} processes ended before its work was done (out of memory?); run with fewer jobs"
            ) from error
        finally:
            for future in under_way:
                future.cancel()

    def group(self, keyed: Iterable[tuple[str, B]]) -> Iterator[tuple[str, list[B]]]:
        return grouped(keyed)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawned, not forked: the same on every system, and safe beside threads (progress bars, a web server)
            self._pool = ProcessPoolExecutor(self.jobs, multiprocessing.get_context("spawn"))
        return self._pool

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def available() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _all(work: Callable[[A], B], batch: list[A]) -> list[B]:
    return [work(item) for item in batch]
