"""Which words of the news stand for each other: the classes of `lexicon/synonyms.toml` in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from silang.language import Token, lexicon
from silang.language.stems import root


class Sense(NamedTuple):
    """A class of the thesaurus, by its `form`; `full` where the word stands for the others of the class in nearly every
    report and tells something itself, as verbs of saying do not."""

    form: str
    full: bool


def senses(tokens: Sequence[Token]) -> list[Sense | None]:
    """The class of each token; the tokens of an expression of several words all have its class. The longest wins."""
    found: list[Sense | None] = [None] * len(tokens)
    words = [token.lower for token in tokens]
    at = 0
    while at < len(words):
        length, sense = _longest(words, at)
        found[at : at + length] = [sense] * length
        at += length
    return found


def _longest(words: Sequence[str], at: int) -> tuple[int, Sense | None]:
    forms, most = _forms()
    for length in range(min(most.get(words[at], 1), len(words) - at), 0, -1):
        *first, last = words[at : at + length]
        if sense := forms.get((*first, last)) or forms.get((*first, last.removesuffix("nya"))):
            return length, sense
    return 1, forms.get((root(words[at]),))


@cache
def _forms() -> tuple[dict[tuple[str, ...], Sense], dict[str, int]]:
    """Each form with its class; and for each first word of a form how many words the longest such form has."""
    found: dict[tuple[str, ...], Sense] = {}
    for entry in lexicon.table("synonyms"):
        for part in ("forms", "near"):
            sense = Sense(entry["form"], part == "forms" and not entry.get("saying", False))
            found |= {tuple(form.split()): sense for form in entry.get(part, ())}
    most: dict[str, int] = {}
    for words in found:
        most[words[0]] = max(most.get(words[0], 1), len(words))
    return found, most
