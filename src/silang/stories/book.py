"""The ids of stories: a story keeps its id as reports come; what it merges into answers to its id from then on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

_LENGTH = 12  # hexadecimal digits: among a million stories two meet with a chance of one in 500


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a story besides growing: `old` is now part of `new`, or some of its reports are now `new`."""

    kind: Literal["merged", "split"]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Update:
    """What a new grouping changed; `moved` are the places whose story is another now."""

    changes: tuple[Change, ...]
    moved: tuple[int, ...]


class Book:
    """Which place is of which story. No id is given twice."""

    def __init__(self) -> None:
        self.stories: dict[str, list[int]] = {}
        self.aliases: dict[str, str] = {}
        self._story: dict[int, str] = {}
        self._born: dict[str, int] = {}  # in the order in which ids were given

    def story(self, place: int) -> str:
        return self._story[place]

    def has(self, place: int) -> bool:
        return place in self._story

    def resolve(self, id: str) -> str:
        """The story that an id stands for now; KeyError where it was never given."""
        while id in self.aliases:
            id = self.aliases[id]
        if id not in self.stories:
            raise KeyError(id)
        return id

    def by_birth(self, ids: Iterable[str]) -> list[str]:
        """Those of `ids` that were given, in the order in which they were."""
        return sorted((id for id in ids if id in self._born), key=self._born.__getitem__)

    def leave(self, place: int) -> list[int]:
        """Takes a place out of its story, unless it is alone there; gives the others, with whom the id stays."""
        story = self._story[place]
        others = [n for n in self.stories[story] if n != place]
        if others:
            self.stories[story] = others
            del self._story[place]
        return others

    def regroup(self, groups: Sequence[Sequence[int]], reports: Mapping[int, str]) -> Update:
        """Takes a new grouping of some places; stories that they are of must be among them whole.

        A story lives on where most of its reports are (then: its first), an older one before a younger. `reports`
        gives the report's id of each place; a story's id is made of that of its first report.
        """
        before = {n: self._story[n] for group in groups for n in group if n in self._story}
        olds = sorted(set(before.values()), key=self._born.__getitem__)
        homes = self._homes(groups)
        ids: dict[int, str] = {}
        changes: list[Change] = []
        for old in olds:
            new = ids.setdefault(homes[old], old)
            if new != old:
                self.aliases[old] = new
                changes.append(Change("merged", old, new))
            del self.stories[old]
        for k, group in enumerate(groups):
            if k not in ids:
                ids[k] = self._fresh(reports[min(group)])
                changes.extend(
                    Change("split", old, ids[k]) for old in sorted({before[n] for n in group if n in before})
                )
            self.stories[ids[k]] = sorted(group)
            self._story.update(dict.fromkeys(group, ids[k]))
        moved = (n for group in groups for n in group if before.get(n) != self._story[n])
        return Update(tuple(changes), tuple(sorted(moved)))

    def _homes(self, groups: Sequence[Sequence[int]]) -> dict[str, int]:
        """For each old story the number of the group that most of its reports are in; of equals the one with its
        first."""
        counts: dict[str, dict[int, tuple[int, int]]] = {}
        for k, group in enumerate(groups):
            for n in sorted(group):
                if n in self._story:
                    more, first = counts.setdefault(self._story[n], {}).get(k, (0, -n))
                    counts[self._story[n]][k] = (more + 1, first)
        return {old: max(found, key=found.__getitem__) for old, found in counts.items()}

    def _fresh(self, report: str) -> str:
        turn = 0
        while True:
            seed = report if not turn else f"{report}\n{turn}"
            id = sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
            if id not in self._born:
                self._born[id] = len(self._born)
                return id
            turn += 1

    def state(self) -> dict[str, Any]:
        """Everything as plain data that JSON can hold."""
        return {"given": list(self._born), "stories": self.stories, "aliases": self.aliases}

    @classmethod
    def restored(cls, saved: Mapping[str, Any]) -> Book:
        book = cls()
        book._born = {id: n for n, id in enumerate(saved["given"])}
        book.stories = {id: list(places) for id, places in saved["stories"].items()}
        book.aliases = dict(saved["aliases"])
        book._story = {n: id for id, places in book.stories.items() for n in places}
        return book
