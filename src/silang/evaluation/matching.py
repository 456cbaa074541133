"""When two spans, and when two names, are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

Json = dict[str, Any]
LENIENT, STRICT, SENTENCE = 0.5, 0.9, 0.3  # least overlap of spans, of exact spans, of whole sentences
_LONGER = 5  # words that a fuller form of a name may have besides (titles, offices)
_WORDS = re.compile(r"[a-z0-9]+")


def overlap(one: Json, other: Json) -> float:
    """Intersection over union of two half-open spans of one text."""
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return shared / (max(one["end"], other["end"]) - min(one["start"], other["start"])) if shared > 0 else 0.0


def any_pair(gold: Json, found: Json) -> bool:
    """Accepts every pair of spans."""
    return True


def paired(
    gold: Sequence[Json],
    found: Sequence[Json],
    least: float,
    accept: Callable[[Json, Json], bool] = any_pair,
) -> list[tuple[int, int]]:
    """Indices of spans matched one to one, those that overlap most first, as far as they overlap by `least`."""
    rows = [
        (-shared, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := overlap(one, other)) >= least and accept(one, other)
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in sorted(rows):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def folded(text: str | None) -> str:
    """The runs of a–z and digits in `text`, in small letters; accents and punctuation end a run."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKD", text or "").casefold()))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether one name's words are all in the other, which is not much longer; or the two are alike but for blanks."""
    one, other = folded(one), folded(other)
    a, b = set(one.split()), set(other.split())
    if not a or not b:
        return False
    contained = (a <= b or b <= a) and len(a ^ b) <= _LONGER
    return contained or one.replace(" ", "") == other.replace(" ", "")
