"""One name spelt in two ways: by a slip, or by another transcription."""

from __future__ import annotations

import re
from collections.abc import Iterator

from silang.comparison import words
from silang.comparison.facing import Facing
from silang.comparison.units import Unit
from silang.language.stems import root
from silang.model import Conflict, Span

_LIKE = 82  # similarity, of 100, from which two names are one name spelt twice
_SHORTEST = 5  # letters
_KNOWN = 25  # reports of the news that hold a word; from then on it is a word, not a slip


def spellings_apart(facing: Facing) -> Iterator[Conflict]:
    """A conflict for each name that the two units spell each in its own way."""
    from rapidfuzz.fuzz import ratio

    (left, right), texts = facing.units, [report.text for report in facing.reports]
    theirs = _rare(right, left)
    for name in _rare(left, right):
        close = [other for other in theirs if ratio(name, other) >= _LIKE and root(name) != root(other)]
        if len(close) == 1:
            spans = _span(left, name, texts[0]), _span(right, close[0], texts[1])
            if spans[0] and spans[1]:
                both = spans[0], spans[1]
                printed = both[0].of(texts[0]), both[1].of(texts[1])
                yield facing.conflict("name", printed, facing.printed("name", both, "spells"))


def _rare(unit: Unit, other: Unit) -> list[str]:
    """Names of `unit` that `other` lacks and the news hardly knows."""
    printed = dict(zip(unit.terms, unit.printed, strict=True))
    found = {printed[t] for t in unit.names if t not in other.terms and len(printed[t]) >= _SHORTEST}
    return sorted(w for w in found if w.isalpha() and not words.common(root(w), _KNOWN))


def _span(unit: Unit, word: str, text: str) -> Span | None:
    found = re.compile(re.escape(word), re.IGNORECASE).search(text, unit.start, unit.end)
    return Span(found.start(), found.end()) if found else None
