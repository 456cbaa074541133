"""How sure it is that what two reports both say comes from one text: traits of the two reports and of the two
sentences, weighed by a model fitted on the claims of annotated stories (`training/echo.py`).

Where two reports are not one text throughout (`silang.comparison.kinship`), each claim is asked for itself: an echo is
not corroboration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from silang.comparison import words
from silang.comparison.kinship import Pairs
from silang.comparison.likeness import Likeness
from silang.comparison.logistic import stored
from silang.comparison.sheets import Sheet
from silang.comparison.units import Unit

Pair = tuple[int, int]
Key = TypeVar("Key")
_BESIDE = (-2, -1, 1, 2)  # sentences around one


class Traits(NamedTuple):
    """What speaks for one text behind one claim in two reports, or against it; each from 0 to about 1."""

    claims: float
    """Sentences of the two reports that say the same, as a share of the shorter."""
    sure: float
    """How sure those are of it, on average."""
    neighbours: float
    """Neighbouring roots alike anywhere in the two reports, by rarity, as a share of the shorter's."""
    numbers: float
    """Numbers of two digits or more that both print, beyond the first two, over 4: one list of figures."""
    sources: float
    """Persons and bodies that both quote, as a share of the fewer: one speech heard by both makes them alike too."""
    here_phrases: float
    """Neighbouring words alike in the two sentences."""
    here_choices: float
    """Words in both that are neither names nor numbers, by rarity, over 20."""
    beside: float
    """Neighbouring words alike in the likest two of the sentences around them."""


def chance(traits: Traits) -> float:
    """How sure it is that one text stands behind both sentences."""
    return stored("echo.json").chance(traits._asdict())


def adds(traits: Traits) -> dict[str, float]:
    """What each trait adds to the log odds."""
    return stored("echo.json").adds(traits._asdict())


class Echoes:
    """The traits of any claim in two of a story's reports."""

    def __init__(self, pairs: Pairs, sheets: Sequence[Sheet]) -> None:
        self._pairs = pairs
        self._sheets = sheets
        self._reports: dict[Pair, dict[str, float]] = {}

    def likest(self, left: Iterable[int], right: Iterable[int]) -> tuple[int, int]:
        """Of the units of a claim in two reports, those with most neighbouring words alike."""
        phrases = self._pairs.phrases
        return max(((a, b) for a in left for b in right), key=lambda p: (phrases.jaccard(*p), -p[0], -p[1]))

    def traits(self, left: int, right: int) -> Traits:
        """The traits of two units (indices) of different reports, `left` of the earlier."""
        a, b = self.likeness.units[left], self.likeness.units[right]
        pair = a.report, b.report
        if pair not in self._reports:
            self._reports[pair] = self._between(pair)
        both = [term for term in self.likeness.weights[left] if term in self.likeness.weights[right]]
        plain = [term for term in both if term not in a.names and term not in a.numbers]
        return Traits(
            **self._reports[pair],
            here_phrases=self._pairs.phrases.jaccard(left, right),
            here_choices=sum(max(words.rarity(term), 0.0) for term in plain) / 20,
            beside=self._beside(a, b),
        )

    @property
    def likeness(self) -> Likeness:
        return self._pairs.likeness

    def _between(self, pair: Pair) -> dict[str, float]:
        a, b = pair
        sources = [self._sheets[n].sources for n in pair]
        tied = self._pairs.tied(pair)
        return {
            "claims": self._pairs.claims(pair),
            "sure": sum(t.chance for t in tied) / max(1, len(tied)),
            "neighbours": _share(self._neighbours[a], self._neighbours[b]),
            "numbers": self._pairs.numbers(pair),
            "sources": sum(_known(s, sources[1]) for s in sources[0]) / max(1, min(map(len, sources))),
        }

    def _beside(self, a: Unit, b: Unit) -> float:
        index, phrases = self.likeness.index, self._pairs.phrases
        around = [[index.get((unit.report, unit.place + step)) for step in _BESIDE] for unit in (a, b)]
        left, right = ([n for n in places if n is not None] for places in around)
        return max((phrases.jaccard(x, y) for x in left for y in right), default=0.0)

    @cached_property
    def _neighbours(self) -> list[dict[tuple[str, str], float]]:
        """By report: its neighbouring roots, with their rarity."""
        found: list[dict[tuple[str, str], float]] = [{} for _ in self._sheets]
        for unit in self.likeness.units:
            for x, y in zip(unit.terms, unit.terms[1:], strict=False):
                found[unit.report][x, y] = max(words.rarity(x), 0.0) + max(words.rarity(y), 0.0)
        return found


def _share(left: Mapping[Key, float], right: Mapping[Key, float]) -> float:
    """The weight that both hold, as a share of the lighter."""
    lighter = min(sum(left.values()), sum(right.values()))
    return sum(weight for key, weight in left.items() if key in right) / max(lighter, 1.0)


def _known(name: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(name <= other or other <= name for other in others)
