"""Which language a text is in, by its function words (Cavnar & Trenkle 1994 in spirit; words, not n-grams).

Indonesian and Malay share most of their words, so each language is told by words that the other does not use.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from silang.language import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_READ = 6_000  # code points that decide
_ENOUGH = 3  # words of its own that a language must show
_SHARE = 0.015  # of the words of a text in Indonesian, at least so many are Indonesian function words
_LONG = 80  # words; a shorter text may lack function words


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that `text` is in, ``und`` where it is none that is known, None where too
    short to say."""
    words = [match.group().casefold() for match in _WORD.finditer(text, 0, _READ)]
    counts = Counter(words)
    known = _words()
    ours = sum(counts[word] for word in known["id"])
    for code in sorted(known, key=lambda c: -sum(counts[word] for word in known[c] - known["id"])):
        theirs = sum(counts[word] for word in known[code] - known["id"])
        if theirs >= _ENOUGH and theirs > 2 * sum(counts[word] for word in known["id"] - known[code]):
            return code
    if len(words) < _LONG and sum(map(len, words)) < 6 * _LONG:
        return "id" if ours else None
    return "id" if ours and ours >= _SHARE * len(words) else "und"


def language_name(code: str) -> str:
    """The English name of a code that `language_of` gives."""
    return next((e["name"] for e in lexicon.table("languages") if e["code"] == code), "another language")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {entry["code"]: frozenset(entry["words"].split()) for entry in lexicon.table("languages")}
