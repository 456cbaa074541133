"""One form filled in twice (weather, quakes, prices) is no copy: like words, other figures and names."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from math import fsum  # exact: sets have no order

from silang.stories.rarity import is_rare, rarity

_FACTS = 0.6  # of figures and opening names by their weight, kept by a copy
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_OPENING = 40  # words
_FEW = 3  # facts; fewer tell nothing where only the text is known


def is_refilled(
    facts: Mapping[str, float], words: Container[str], other: Mapping[str, float], others: Container[str]
) -> bool:
    """Whether most of the facts of two reports (figures, names in the opening, with their weights) are not among the
    words of the other, from either side."""
    pairs = ((facts, others), (other, words))
    kept = [_mass(f, w) / whole for f, w in pairs if (whole := fsum(v**2 for v in f.values()))]
    return bool(kept) and max(kept) < _FACTS


def _mass(facts: Mapping[str, float], words: Container[str]) -> float:
    return fsum(weight**2 for word, weight in facts.items() if word in words)


def of_one_form(text: str, other: str) -> bool:
    """The same of two texts of like wording, by their words alone."""
    words, others = _WORD.findall(text), _WORD.findall(other)
    told, tells = _facts(words), _facts(others)
    if min(len(told), len(tells)) < _FEW:
        return False
    return is_refilled(told, {w.casefold() for w in words}, tells, {w.casefold() for w in others})


def _facts(words: list[str]) -> dict[str, float]:
    figures = {word for word in words if word[0].isdigit()}
    opening = {word.casefold() for word in words[1:_OPENING] if word[0].isupper()}
    return {word: rarity(word) for word in figures | {name for name in opening if is_rare(name)}}
