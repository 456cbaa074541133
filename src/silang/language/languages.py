"""Which language a text is in, by its words and their shape (Cavnar & Trenkle 1994 in spirit; words, not n-grams).

Indonesian and Malay share most of their words, so each language is told by words that the other does not use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from silang.language import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_READ = 6_000  # code points that decide
_ENOUGH = 3  # words that a language must show which may stand in another one too
_SURE = 2  # words that a short text must show of another language, to be passed over for it
_SHARE = 0.015  # of the words of a text in Indonesian, at least so many are Indonesian function words
_LONG = 80  # words; a shorter text may lack function words


@dataclass(frozen=True, slots=True)
class _Language:
    """What tells one language: all its listed words, those that Indonesian news does not use, the shape of others."""

    code: str
    words: frozenset[str]
    own: frozenset[str]
    pattern: re.Pattern[str] | None

    def shown(self, counts: Mapping[str, int], besides: frozenset[str]) -> tuple[int, int]:
        """How many words tell it from one of the words `besides`; how many of them that language does not use."""
        shaped = sum(n for word, n in counts.items() if word not in self.words and self._shapes(word))
        listed = sum(counts[word] for word in self.words - besides if word in counts)
        return listed + shaped, sum(counts[word] for word in self.own if word in counts)

    def _shapes(self, word: str) -> bool:
        return self.pattern is not None and self.pattern.fullmatch(word) is not None


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that `text` is in, ``und`` where it is none that is known, None where it is
    too short to say: where a short text shows no word that tells, or as many of one language as of another."""
    words = [match.group() for match in _WORD.finditer(text, 0, _READ)]
    short = len(words) < _LONG and sum(map(len, words)) < 6 * _LONG
    counts = Counter(word.casefold() for word in words)
    if short:  # Los Angeles (LA) twice is no Spanish
        counts = Counter(counts.keys())
    ours, *others = _languages()
    ranked = sorted(((other.shown(counts, ours.words), other) for other in others), key=lambda one: -one[0][0])
    for (theirs, own), other in ranked:
        against = sum(counts[word] for word in ours.words - other.words if word in counts)
        if theirs >= _ENOUGH and theirs > 2 * against and (not other.own or own >= (1 if short else _SURE)):
            return other.code
        if short and own and theirs >= against:
            return other.code if theirs >= _SURE and theirs > against else None
    told = sum(counts[word] for word in ours.words if word in counts)
    if short:
        alone = ours.words.difference(*(other.words for other in others))
        return "id" if any(word in alone for word in counts) else None
    return "id" if told and told >= _SHARE * len(words) else "und"


def language_name(code: str) -> str:
    """The English name of a code that `language_of` gives."""
    return next((e["name"] for e in lexicon.table("languages") if e["code"] == code), "another language")


@cache
def _languages() -> tuple[_Language, ...]:
    """All that are known, Indonesian first."""
    return tuple(
        _Language(
            entry["code"],
            frozenset(f"{entry['words']} {entry.get('own', '')}".split()),
            frozenset(entry.get("own", "").split()),
            re.compile(entry["pattern"]) if "pattern" in entry else None,
        )
        for entry in lexicon.table("languages")
    )
