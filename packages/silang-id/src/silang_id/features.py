"""What the encoder sees of a word type: a norm, two endings, a beginning, a shape. All are integers, all cacheable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

BUCKETS = {"prefix": 2048, "suffix": 4096, "ending": 2048, "shape": 256}
UNKNOWN = 0  # row of a norm outside the vocabulary


@dataclass(frozen=True, slots=True)
class Features:
    """Row numbers into the embedding tables; `norm` is UNKNOWN where the vocabulary lacks the word."""

    norm: int
    prefix: int
    suffix: int
    ending: int
    shape: int


def normal(word: str) -> str:
    """Lower case, every digit as 0, quotes straight: the key of vectors and norms."""
    folded = word.lower().translate(_QUOTES)
    return "".join("0" if c.isdigit() else c for c in folded)


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "–": "-"})


def features(word: str, norms: Mapping[str, int]) -> Features:
    """The rows of `word`; `norms` maps normal forms to rows from 1 on."""
    norm = normal(word)
    return Features(
        norm=norms.get(norm, UNKNOWN),
        prefix=_bucket(norm[:3], "prefix"),
        suffix=_bucket(norm[-4:], "suffix"),
        ending=_bucket(norm[-2:], "ending"),
        shape=_bucket(shape(word), "shape"),
    )


def _bucket(text: str, table: str) -> int:
    return crc32(text.encode()) % BUCKETS[table]


def shape(word: str) -> str:
    """Classes of characters, runs cut at two: Xx, XX, x, d.d, Xx-Xx."""
    found: list[str] = []
    for char in word:
        if char.isdigit():
            kind = "d"
        elif char.isalpha():
            kind = "X" if char.isupper() else "x"
        else:
            kind = char
        if found[-2:] != [kind, kind]:
            found.append(kind)
    return "".join(found[:12])
