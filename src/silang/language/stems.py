"""A stem for comparing words: *menembakkan, ditembakkan, penembakan, tembakan* → *tembak*.

Not a lemma to show to anybody: it folds by rule, without a dictionary, so that forms of one root meet. The affixes are
those of Sneddon, Indonesian Reference Grammar (2010), chapters 1 and 2; nasal prefixes give back the consonant that
they swallow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_VOWEL = "aiueo"
_CLITIC = re.compile(r"(?<=.{4})(?:nya|lah|kah|pun)$|(?<=.{5})(?:ku|mu)$")
_SUFFIX = re.compile(r"(?<=.{4})(?:kan|an|i)$")
_DOUBLED = re.compile(r"([a-z]+)-\1")
_NASAL = (  # prefix, consonant given back before a vowel
    ("meny", "s"), ("peny", "s"), ("meng", ""), ("peng", ""), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t"),
)  # fmt: skip
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_PREFIXES = (  # prefix, what it may have swallowed before a vowel
    ("meng", ("", "k")), ("peng", ("", "k")), ("meny", ("s",)), ("peny", ("s",)), ("mem", ("p",)), ("pem", ("p",)),
    ("men", ("t",)), ("pen", ("t",)), ("me", ("",)), ("pe", ("",)), ("di", ("",)), ("ber", ("",)), ("be", ("",)),
    ("ter", ("",)), ("te", ("",)), ("ke", ("",)), ("se", ("",)), ("per", ("",)), ("bel", ("",)), ("pel", ("",)),
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


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The root of a casefolded `word` where affixes lead to one that news is known to use, else `stem(word)`.

    *mengatakan, dikatakan, perkataan* → *kata*; *bulan* stays. The roots are in `roots.txt`.
    """
    if len(word) < 4 or not word.isascii() or not word.replace("-", "").isalpha():
        return word
    known = _roots()
    if word in known:
        return word
    found = [bare for bare in candidates(word) if bare in known]
    return min(found, key=lambda bare: (known[bare], bare)) if found else stem(word)


def is_derived(word: str) -> bool:
    """Whether affixes make a casefolded `word` of a root that news is known to use: *meresmikan*, not *melinda*."""
    return any(bare in _roots() for bare in candidates(word))


def candidates(word: str) -> list[str]:
    """What may be the root of `word`, by the rules of affixation alone; three letters or more, without `word`."""
    halves = _DOUBLED.fullmatch(word)
    if not halves and "-" in word:
        first, _, second = word.partition("-")
        return [first, *candidates(first)] if second.endswith(first[2:]) else []
    words = [halves.group(1)] if halves else [word]
    words += [w.removesuffix(c) for w in words for c in _CLITICS if w.endswith(c)]
    words += [w.removesuffix(s) for w in words for s in ("kan", "an", "i") if w.endswith(s)]
    bare = dict.fromkeys(words)
    for w in words:
        bare.update(dict.fromkeys(_unprefixed(w)))
    return [w for w in bare if len(w) >= 3 and w != word]


def _unprefixed(word: str, depth: int = 2) -> Iterator[str]:
    for prefix, swallowed in _PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + 3:
            rest = word[len(prefix) :]
            for given_back in swallowed if rest[0] in _VOWEL else ("",):
                yield given_back + rest
                if depth > 1 and not given_back:
                    yield from _unprefixed(given_back + rest, depth - 1)


@cache
def _roots() -> dict[str, int]:
    """Each known root with its rank: the more reports print it free of affixes, the lower."""
    lines = files("silang.language").joinpath("roots.txt").read_text("utf-8").splitlines()
    return {word: rank for rank, word in enumerate(line for line in lines if not line.startswith("#"))}
