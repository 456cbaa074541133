"""One name spelt in two ways: by a slip, or by another transcription."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from silang.comparison import words
from silang.comparison.units import Unit
from silang.language.stems import root
from silang.model import Span

_LIKE = 82  # similarity, of 100, from which two names are one name spelt twice
_SHORTEST = 5  # letters
_KNOWN = 25  # reports of the news that hold a word; from then on it is a word, not a slip


@dataclass(frozen=True, slots=True)
class Spelling:
    """The two spellings, each with its span in its report's text."""

    left: str
    right: str
    spans: tuple[Span, Span]


def spelt_apart(left: Unit, right: Unit, texts: tuple[str, str]) -> Iterator[Spelling]:
    """The names of two units that assert alike which each spells in its own way; `texts` are their reports'."""
    from rapidfuzz.fuzz import ratio

    theirs = _rare(right, left)
    for name in _rare(left, right):
        close = [other for other in theirs if ratio(name, other) >= _LIKE and root(name) != root(other)]
        if len(close) == 1:
            spans = _span(left, name, texts[0]), _span(right, close[0], texts[1])
            if spans[0] and spans[1]:
                yield Spelling(spans[0].of(texts[0]), spans[1].of(texts[1]), (spans[0], spans[1]))


def _rare(unit: Unit, other: Unit) -> list[str]:
    """Names of `unit` that `other` lacks and the news hardly knows."""
    printed = dict(zip(unit.terms, unit.printed, strict=True))
    found = {printed[t] for t in unit.names if t not in other.terms and len(printed[t]) >= _SHORTEST}
    return sorted(w for w in found if w.isalpha() and not words.common(root(w), _KNOWN))


def _span(unit: Unit, word: str, text: str) -> Span | None:
    found = re.compile(re.escape(word), re.IGNORECASE).search(text, unit.start, unit.end)
    return Span(found.start(), found.end()) if found else None
