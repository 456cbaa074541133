"""A stem for comparing words: *menembakkan, ditembakkan, penembakan, tembakan* → *tembak*.

Not a lemma to show to anybody: it folds by rule, without a dictionary, so that forms of one root meet. The affixes are
those of Sneddon, Indonesian Reference Grammar (2010), chapters 1 and 2; nasal prefixes give back the consonant that
they swallow.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = "aiueo"
_CLITIC = re.compile(r"(?<=.{4})(?:nya|lah|kah|pun)$|(?<=.{5})(?:ku|mu)$")
_SUFFIX = re.compile(r"(?<=.{4})(?:kan|an|i)$")
_DOUBLED = re.compile(r"([a-z]+)-\1")
_NASAL = (  # prefix, consonant given back before a vowel
    ("meny", "s"), ("peny", "s"), ("meng", ""), ("peng", ""), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t"),
)  # fmt: skip
_PREFIX = re.compile(r"^(?:memper|diper|keber|pember|ber|bel|ter|per|pel|di|ke|se|me|pe)(?=[a-z]{4})")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a casefolded `word`; numbers, names and short words come back as they are."""
    if len(word) < 5 or not word.isascii() or not word.replace("-", "").isalpha():
        return word
    if doubled := _DOUBLED.fullmatch(word):
        word = doubled.group(1)
    root = _CLITIC.sub("", word)
    return _bare(root) or root


def _bare(word: str) -> str:
    for prefix, swallowed in _NASAL:
        if word.startswith(prefix) and len(word) >= len(prefix) + 3:
            rest = word[len(prefix) :]
            if rest[0] in _VOWEL:
                return _unsuffixed(swallowed + rest)
            if prefix not in ("meny", "peny"):
                return _unsuffixed(rest)
    stripped = _PREFIX.sub("", word)
    if stripped != word and len(stripped) >= 4:
        return _unsuffixed(stripped)
    return _unsuffixed(word)


def _unsuffixed(word: str) -> str:
    return _SUFFIX.sub("", word)
