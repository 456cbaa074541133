"""Indonesian affixes and clitics: which bare words a form may be built on.

Assimilation after meN- and peN- follows Sneddon et al., Indonesian: A Comprehensive Grammar (2010), 1.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_SHORTEST = 3
_VOWELS = "aeiou"
_SUFFIXES = ("kan", "an", "i")
_PLAIN = ("diper", "memper", "teper", "keber", "ber", "ter", "per", "di", "se", "ke", "be", "te", "pe", "me")

Known = Callable[[str], bool]


def without_clitics(word: str) -> Iterator[str]:
    """The word without one or two clitics at its end, longest first; ku- and kau- before a verb too."""
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST:
            bare = word[: -len(clitic)].rstrip("-")
            yield bare
            yield from without_clitics(bare)
    for opening in ("ku", "kau"):
        if word.startswith(opening) and len(word) - len(opening) >= 4:
            yield word[len(opening) :]


def single(word: str) -> str:
    """One half of a reduplication (anak-anak, berulang-ulang: berulang); the word itself if it is none."""
    left, hyphen, right = word.partition("-")
    if hyphen and len(left) >= 2 and (left == right or right.endswith(left) or left.endswith(right)):
        return left
    if hyphen and len(left) >= 2 and right.startswith(left[:3]):
        return left if len(left) <= len(right) else right
    return word


def bases(word: str) -> Iterator[str]:
    """Words that `word` may be derived from by one prefix, one suffix or both; fewer affixes first."""
    yield from _unsuffixed(word)
    for stem in _unprefixed(word):
        yield stem
        yield from _unsuffixed(stem)


def _unsuffixed(word: str) -> Iterator[str]:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            yield word[: -len(suffix)]


def _unprefixed(word: str) -> Iterator[str]:
    for opening in ("me", "pe"):
        if word.startswith(opening):
            yield from _unassimilated(word[2:])
    for prefix in _PLAIN:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            yield word[len(prefix) :]


def _unassimilated(rest: str) -> Iterator[str]:
    """What may stand behind meN- or peN-: mem|beli, me|m(p)ilih, meng|ambil, menge|cat, meny|(s)apu."""
    if rest.startswith("nge") and len(rest) <= 6:
        yield rest[3:]
    if rest.startswith("ny") and len(rest) > 4:
        yield "s" + rest[2:]
    elif rest.startswith("ng") and len(rest) > 4:
        yield rest[2:]
        if rest[2] in _VOWELS:
            yield "k" + rest[2:]
    elif rest.startswith("n") and len(rest) > 3:
        yield ("t" + rest[1:]) if rest[1] in _VOWELS else rest[1:]
    elif rest.startswith("m") and len(rest) > 3:
        if rest[1] in _VOWELS:
            yield "p" + rest[1:]
        else:
            yield rest[1:]


def root(word: str, known: Known) -> str | None:
    """The known word at the bottom of `word`, affixes taken off layer by layer; None if there is none.

    A form that is known itself is still opened where a prefix and a known base explain it (perusahaan: usaha).
    """
    seen: set[str] = set()
    layer = [word]
    for _ in range(4):
        following: list[str] = []
        for form in layer:
            for base in bases(form):
                if base not in seen and len(base) >= _SHORTEST:
                    seen.add(base)
                    following.append(base)
        found = [base for base in following if known(base)]
        if found:
            return max(found, key=len) if len(layer) == 1 and layer[0] == word else found[0]
        layer = following
        if not layer:
            return None
    return None
