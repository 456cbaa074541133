"""How sure it is that two reports rewrite one text: the traits of a pair, weighed by a model fitted on gold pairs
(`training/kinship.py`)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from silang.comparison.features import Phrases
from silang.comparison.likeness import Likeness
from silang.comparison.logistic import stored
from silang.comparison.reuse import Run
from silang.comparison.sheets import Sheet
from silang.comparison.tying import Tied

_FEW = 30  # words of narration; a report with fewer proves no more by them


class Traits(NamedTuple):
    """What two reports share, each from 0 to about 1."""

    narration: float
    """Words of narration printed alike, as a share of the shorter narration."""
    quotation: float
    """The longest quotation printed alike, over 30 words."""
    claims: float
    """Sentences that say the same, as a share of the shorter report."""
    order: float
    """How far those sentences follow each other alike in both."""
    phrases: float
    """Neighbouring words alike in the narrated ones of them, on average."""
    phrase: float
    """The same in the one most alike."""
    told: float
    """How many of them are narrated, over 8."""
    release: float
    """Whether one report names a prepared text."""
    credit: float
    """Whether both credit one medium."""
    house: float
    """Whether both outlets are of one publisher."""
    numbers: float
    """Numbers of two digits or more that both print, beyond the first two, over 4: one list of figures."""
    prepared: float
    """Quotations printed alike, as a share of the shorter's, where a prepared text is named."""


def chance(traits: Traits) -> float:
    """How sure it is that two reports of these traits rewrite one text."""
    return stored("kinship.json").chance(traits._asdict())


def weighed(traits: Traits) -> dict[str, float]:
    """What each trait adds to the log odds."""
    return stored("kinship.json").adds(traits._asdict())


class Pairs:
    """The tied units and the numbers of each pair of a story's reports."""

    def __init__(self, likeness: Likeness, tied: Sequence[Tied]) -> None:
        self.likeness = likeness
        self.phrases = Phrases(likeness)
        self._tied: defaultdict[tuple[int, int], list[Tied]] = defaultdict(list)
        for t in tied:
            self._tied[likeness.units[t.left].report, likeness.units[t.right].report].append(t)
        self._numbers: list[frozenset[str]] = [frozenset() for _ in likeness.sizes]
        for unit in likeness.units:
            telling = {n for n in unit.numbers if len(n) > 1 and "/" not in n and not n.startswith("20")}
            self._numbers[unit.report] |= telling

    def traits(self, pair: tuple[int, int], sheets: Sequence[Sheet], runs: Sequence[Run]) -> Traits:
        """The traits of one pair of reports that share `runs`."""
        a, b = (sheets[n] for n in pair)
        tied = self.tied(pair)
        phrases = self.alike_narrated(pair)
        quoted = sum(run.quoted for run in runs) / max(20, min(a.quoted, b.quoted))
        release = float(bool(a.release or b.release))
        return Traits(
            narration=sum(run.words - run.quoted for run in runs) / max(_FEW, min(a.narrated, b.narrated)),
            quotation=min(max((run.quoted for run in runs), default=0), 30) / 30,
            claims=self.claims(pair),
            order=self._order(tied),
            phrases=sum(phrases) / max(2, len(phrases)),
            phrase=max(phrases, default=0.0),
            told=min(len(phrases), 8) / 8,
            release=release,
            credit=float(bool(set(a.credits) & set(b.credits))),
            house=float(one_house(a, b)),
            numbers=self.numbers(pair),
            prepared=release * quoted,
        )

    def claims(self, pair: tuple[int, int]) -> float:
        """The sentences of two reports that say the same, as a share of the shorter report."""
        tied = self.tied(pair)
        fewest = min(len({t.left for t in tied}), len({t.right for t in tied}))
        return fewest / max(5, min(self.likeness.sizes[n] for n in pair))

    def numbers(self, pair: tuple[int, int]) -> float:
        """How far two reports share one list of figures: see `Traits.numbers`."""
        shared = self._numbers[pair[0]] & self._numbers[pair[1]]
        return min(max(len(shared) - 2, 0), 4) / 4

    def tied(self, pair: tuple[int, int]) -> Sequence[Tied]:
        """The units of two reports that say the same."""
        return self._tied.get(pair, ())

    def alike_narrated(self, pair: tuple[int, int]) -> list[float]:
        """Neighbouring words alike in each two narrated ones of them, the likest first."""
        return sorted((self.phrases.jaccard(*t.edge) for t in self._told(pair)), reverse=True)

    def _told(self, pair: tuple[int, int]) -> list[Tied]:
        units = self.likeness.units
        return [t for t in self.tied(pair) if units[t.left].quoted < 0.5 and units[t.right].quoted < 0.5]

    def _order(self, tied: Sequence[Tied]) -> float:
        best: dict[int, Tied] = {}
        for t in tied:
            if t.left not in best or t.chance > best[t.left].chance:
                best[t.left] = t
        places = [self.likeness.units[best[n].right].place for n in sorted(best)]
        return _rising(places) / max(3, len(places)) * min(len(places), 6) / 6


def one_house(a: Sheet, b: Sheet) -> bool:
    """Whether two reports are of one outlet, or of outlets of one publisher."""
    x, y = a.report.outlet, b.report.outlet
    return x is not None and y is not None and (x.id == y.id or (x.group is not None and x.group == y.group))


def _rising(places: Sequence[int]) -> int:
    """The length of the longest rising subsequence (Fredman 1975)."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
