"""How rare words are among news (Spärck Jones 1972), from a table of stems."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

_BACKGROUND = 10_000  # the table counts among so many reports
_UNLISTED = 5.0  # reports in _BACKGROUND that are taken to hold a word that the table does not list
_COMMON = 200.0  # a name that more of _BACKGROUND reports hold (Indonesia, Polri) tells no event from another


def rarity(word: str) -> float:
    """What a stem weighs by itself: the logarithm of how few reports of the background hold it."""
    return math.log(_BACKGROUND / _frequencies().get(word, _UNLISTED))


def is_rare(name: str) -> bool:
    """Whether a name tells events apart: few reports of the background hold it."""
    return _frequencies().get(name, _UNLISTED) < _COMMON


@cache
def _frequencies() -> dict[str, float]:
    """How many of 10,000 news reports hold a stem (`frequencies.tsv`)."""
    table = files("silang.stories").joinpath("frequencies.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {word: float(n) for word, n in rows}
