"""Which reports could come to be of one story: linked, over others, by pairs that are likely enough."""

from __future__ import annotations

from collections.abc import Iterable


class Neighbourhoods:
    """Disjoint sets of places that only grow (union by size)."""

    def __init__(self) -> None:
        self._home: list[int] = []
        self._members: dict[int, list[int]] = {}

    def add(self, place: int, near: Iterable[int]) -> None:
        """Enters the next place, and joins its neighbourhood with theirs."""
        self._home.append(place)
        self._members[place] = [place]
        self.join(place, near)

    def join(self, place: int, others: Iterable[int]) -> None:
        for other in others:
            small, large = sorted((self._home[place], self._home[other]), key=lambda home: len(self._members[home]))
            if small != large:
                for member in self._members[small]:
                    self._home[member] = large
                self._members[large] += self._members.pop(small)

    def size(self, place: int) -> int:
        return len(self._members[self._home[place]])

    def of(self, place: int) -> list[int]:
        """The places of its neighbourhood, itself among them."""
        return self._members[self._home[place]]
