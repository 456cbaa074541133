"""Which pairs of units assert the same: an additive model over the features, fitted by `training/tying.py`."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from silang.comparison.features import NAMES, Features
from silang.comparison.likeness import Likeness
from silang.model import Reason

ENOUGH = 0.34  # chance from which a pair is tied; the best on stories that the fit had not seen
_SHOWN = 4  # reasons
_WORDS = {  # what a feature says where it speaks for the tie
    "words": "words alike {:.0%}",
    "cover": "one holds {:.0%} of what the other says",
    "third": "a third report has a sentence like both ({:.0%})",
    "contrast": "more like each other than like the rest of the other report",
    "rank": "each is the other's nearest",
    "numbers": "the same numbers",
    "names": "the same names",
    "order": "the sentences around both are alike too",
    "passage": "a run of words alike",
    "phrases": "phrases alike {:.0%}",
    "times": "the same time",
    "quoted": "in quotation marks",
    "voices": "quoted in one, told in the other",
    "place": "in the same part of both reports",
    "length": "equally long",
    "weight": "many rare words in common",
}


@dataclass(frozen=True, slots=True)
class Tied:
    """Two units (indices, the lower first) that assert alike, with how sure that is; `row` are their features, `adds`
    what each adds to the log odds, both in the order of `NAMES`."""

    left: int
    right: int
    chance: float
    row: tuple[float, ...]
    adds: tuple[float, ...]

    @property
    def edge(self) -> tuple[int, int]:
        return self.left, self.right

    @property
    def reasons(self) -> Iterator[Reason]:
        """What speaks most for the tie, in words."""
        strongest = sorted(zip(self.adds, NAMES, self.row, strict=True), key=lambda f: (-f[0], f[1]))
        for weight, name, value in strongest[:_SHOWN]:
            if weight > 0 and value > 0 and name in _WORDS:
                yield Reason(name, _WORDS[name].format(value), weight=round(weight, 2))


@dataclass(frozen=True, slots=True)
class _Curve:
    at: tuple[float, ...]
    adds: tuple[float, ...]

    def __call__(self, x: float) -> float:
        n = bisect_right(self.at, x)
        if n in (0, len(self.at)):
            return self.adds[0 if n == 0 else -1]
        low, high = self.at[n - 1], self.at[n]
        return self.adds[n - 1] + (self.adds[n] - self.adds[n - 1]) * (x - low) / (high - low)


def tie(likeness: Likeness, least: float = ENOUGH) -> list[Tied]:
    """The candidate pairs that assert the same with a chance of `least` or more, in order."""
    intercept, curves = _model()
    found = []
    for match, row in zip(likeness.matches, Features(likeness).rows(), strict=True):
        adds = tuple(curve(x) for curve, x in zip(curves, row, strict=True))
        chance = 1 / (1 + math.exp(-intercept - sum(adds)))
        if chance >= least:
            found.append(Tied(match.left, match.right, chance, row, adds))
    return found


@cache
def _model() -> tuple[float, tuple[_Curve, ...]]:
    """The intercept, and what each feature adds to the log odds, in the order of `NAMES`."""
    stored = json.loads(files("silang.comparison").joinpath("tying.json").read_text("utf-8"))
    curves = tuple(_Curve(tuple(f["at"]), tuple(f["adds"])) for f in (stored["features"][name] for name in NAMES))
    return stored["intercept"], curves
