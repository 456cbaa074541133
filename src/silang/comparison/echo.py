"""How sure it is that what two reports both say comes from one text: traits of the two reports and of the two
sentences, weighed by a forest fitted on the claims of annotated stories (`training/echo.py`).

Where two reports are not one text throughout (`silang.comparison.kinship`), each claim is asked for itself: an echo is
not corroboration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from silang.comparison import words
from silang.comparison.forest import stored
from silang.comparison.kinship import Pairs
from silang.comparison.likeness import Likeness
from silang.comparison.reuse import Run
from silang.comparison.sheets import Sheet
from silang.comparison.units import Unit

Pair = tuple[int, int]
Key = TypeVar("Key")
_RARE = 4.0  # ln of one over the share of reports: a word in less than one of 55
_LIKEST = 3  # sentences
_BESIDE = (-2, -1, 1, 2)  # sentences around one


class Traits(NamedTuple):
    """What speaks for one text behind one claim in two reports; each from 0 to about 1, most of them shares."""

    narration: float
    quotation: float
    claims: float
    order: float
    phrases: float
    phrase: float
    told: float
    release: float
    credit: float
    numbers: float
    prepared: float
    neighbours: float
    """Neighbouring roots alike anywhere in the two reports, by weight, as a share of the shorter's."""
    choices: float
    """Rare words, neither names nor numbers, that both narrate with, as a share of the shorter's."""
    runs: float
    """How many runs of words both print, over 10."""
    run: float
    """Words of narration in the longest of them, over 30."""
    sure: float
    """How sure the sentences that say the same are of it, on average."""
    likest: float
    """Neighbouring words alike in the three narrated ones most alike."""
    sources: float
    """Persons and bodies that both quote, as a share of the fewer."""
    own: float
    """How many of the two show a foot of their own."""
    here_phrases: float
    """Neighbouring words alike in the two sentences."""
    here_run: float
    """Words of narration in the longest run that both print there, over 30."""
    here_quoted: float
    """The larger of the shares of the two that stand in quotation marks."""
    here_numbers: float
    """Numbers in both, over 3."""
    here_cover: float
    """The words of the shorter, by weight, that the other holds too."""
    here_choices: float
    """Words in both that are neither names nor numbers, by rarity, over 20."""
    beside: float
    """Neighbouring words alike in the likest two of the sentences around them."""


def chances(rows: Sequence[Traits]) -> list[float]:
    """How sure it is, for each row of traits, that one text stands behind both sentences."""
    return stored("echo.npz").chances(rows)


def adds(row: Traits) -> dict[str, float]:
    """What each trait adds to the chance."""
    return dict(zip(Traits._fields, stored("echo.npz").adds(row), strict=True))


class Echoes:
    """The traits of any claim in two of a story's reports."""

    def __init__(self, pairs: Pairs, sheets: Sequence[Sheet], runs: Mapping[Pair, Sequence[Run]]) -> None:
        self._pairs = pairs
        self._sheets = sheets
        self._runs = runs
        self._reports: dict[Pair, tuple[float, ...]] = {}

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
        return Traits(*self._reports[pair], *self._here(left, right))

    @property
    def likeness(self) -> Likeness:
        return self._pairs.likeness

    def _between(self, pair: Pair) -> tuple[float, ...]:
        runs = self._runs.get(pair, ())
        a, b = pair
        kin = self._pairs.traits(pair, self._sheets, runs)._asdict()
        del kin["house"]  # a publisher is a tie of its own
        near, words_of, sources = self._neighbours, self._choices, [sheet.sources for sheet in self._sheets]
        tied = self._pairs.tied(pair)
        likest = self._pairs.alike_narrated(pair)[:_LIKEST]
        return (
            *kin.values(),
            _share(near[a], near[b]),
            _share(words_of[a], words_of[b]),
            len(runs) / 10,
            max((run.words - run.quoted for run in runs), default=0) / 30,
            sum(t.chance for t in tied) / max(1, len(tied)),
            sum(likest) / max(1, len(likest)),
            sum(_known(s, sources[b]) for s in sources[a]) / max(1, min(len(sources[a]), len(sources[b]))),
            float(bool(self._sheets[a].own)) + float(bool(self._sheets[b].own)),
        )

    def _here(self, left: int, right: int) -> tuple[float, ...]:
        a, b = self.likeness.units[left], self.likeness.units[right]
        runs = [r for r in self._runs.get((a.report, b.report), ()) if r.left.meets(a) and r.right.meets(b)]
        weights = self.likeness.weights[left]
        both = [term for term in weights if term in self.likeness.weights[right]]
        plain = [t for t in both if t not in a.names and t not in a.numbers]
        shorter = min(self.likeness.totals[left], self.likeness.totals[right])
        return (
            self._pairs.phrases.jaccard(left, right),
            min(max((run.words - run.quoted for run in runs), default=0), 30) / 30,
            max(a.quoted, b.quoted),
            len(a.numbers & b.numbers) / 3,
            sum(weights[term] for term in both) / max(shorter, 1e-9),
            sum(max(words.rarity(term), 0.0) for term in plain) / 20,
            self._beside(a, b),
        )

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

    @cached_property
    def _choices(self) -> list[dict[str, float]]:
        """By report: the rare words of its narration, with the square of their rarity."""
        found: list[dict[str, float]] = [{} for _ in self._sheets]
        for unit in self.likeness.units:
            if unit.quoted < 0.5:
                for term in unit.terms:
                    if term not in unit.names and term not in unit.numbers and words.rarity(term) > _RARE:
                        found[unit.report][term] = words.rarity(term) ** 2
        return found


def _share(left: Mapping[Key, float], right: Mapping[Key, float]) -> float:
    """The weight that both hold, as a share of the lighter."""
    lighter = min(sum(left.values()), sum(right.values()))
    return sum(weight for key, weight in left.items() if key in right) / max(lighter, 1.0)


def _known(name: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(name <= other or other <= name for other in others)
