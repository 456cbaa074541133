"""What a stage asks of whoever runs it: map over items, group by key. A cluster is one more adapter of the same two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self, TypeVar

from silang.engine.spill import grouped

A = TypeVar("A")
B = TypeVar("B")


class Engine(Protocol):
    """Two verbs over items that can be pickled. Every engine gives the same results in the same order.

    A context manager: what it started ends with the block.
    """

    def map(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """`work` of every item, in the order of the items, which are taken as they are needed; `work` is a function of
        a module, and what it raises is raised here."""
        ...

    def group(self, keyed: Iterable[tuple[str, B]]) -> Iterator[tuple[str, list[B]]]:
        """All values of each key, in the order in which they came; the keys in an order of their own that depends on
        the keys alone."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class OneProcess(AbstractContextManager["OneProcess"]):
    """Everything here and now. Holds one item at a time in `map`, one part of the keys in `group`."""

    def map(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        return map(work, items)

    def group(self, keyed: Iterable[tuple[str, B]]) -> Iterator[tuple[str, list[B]]]:
        return grouped(keyed)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None
