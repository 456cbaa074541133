"""One abbreviation that two reports spell out in two ways: *Rumah Singgah Harapan (RSH)* and *Rumah Singgah Haluan
(RSH)*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from silang.comparison.conflicts.facing import Table
from silang.comparison.units import Unit
from silang.language.stems import root
from silang.model import Conflict, Span

_SHORT = re.compile(r" ?\((?=[A-Za-z-]*[A-Z])([A-Za-z][A-Za-z-]+)\)")
_WORDS = re.compile(r"(?:[A-Z][\w’'/-]*|dan|untuk|of|for|and)(?:,? (?:[A-Z][\w’'/-]*|dan|untuk|of|for|and))*$")
_WORD = re.compile(r"[\w’'/-]+")
_LONG = 90  # code points of what is spelt out
_FEWEST = 3  # words, so that two of them are the same
_MISSPELT, _LONGER = 75, 3  # similarity, of 100, and letters: *Umun* is *Umum*, *Assistance* is not *Assist*


@dataclass(frozen=True, slots=True)
class _Expansion:
    words: tuple[str, ...]
    span: Span
    unit: Unit


def expansions_apart(table: Table) -> Iterator[Conflict]:
    """A conflict for each abbreviation of two reports that is spelt out with one other word, as the other report
    nowhere does."""
    held: list[defaultdict[str, list[_Expansion]]] = [defaultdict(list) for _ in table.reports]
    for unit in table.units:
        for short, expansion in _expansions(unit, table.reports[unit.report].text):
            held[unit.report][short].append(expansion)
    for one, other in combinations(range(len(held)), 2):
        for short in sorted(held[one].keys() & held[other].keys()):
            found = (pair for pair in product(held[one][short], held[other][short]) if _differ(*pair))
            known = [{_plain(e) for e in held[n][short]} for n in (one, other)]
            pair = next((p for p in found if _plain(p[0]) not in known[1] and _plain(p[1]) not in known[0]), None)
            if pair:
                a, b = pair
                facing = table.face(a.unit, b.unit)
                printed = a.span.of(facing.reports[0].text), b.span.of(facing.reports[1].text)
                why = facing.printed("abbreviation", (a.span, b.span), "writes it out as")
                yield facing.conflict("name", printed, why, (a.span, b.span))


def _expansions(unit: Unit, text: str) -> Iterator[tuple[str, _Expansion]]:
    for short in _SHORT.finditer(text, unit.start, unit.end):
        start = max(unit.start, short.start() - _LONG)
        before = _WORDS.search(text[start : short.start()])
        words = list(_WORD.finditer(text, start + before.start(), short.start())) if before else []
        for word in words[_first(short[1], [w[0] for w in words]) :][:1]:
            spelt = tuple(w[0] for w in words if w.start() >= word.start())
            yield short[1], _Expansion(spelt, Span(word.start(), short.end()), unit)


def _first(short: str, words: list[str]) -> int:
    """Where what is spelt out begins: as many words from the end as the abbreviation has letters."""
    names = [n for n, word in enumerate(words) if word[0].isupper()]
    return names[-len(short)] if short.isupper() and len(names) >= len(short) else 0


def _differ(a: _Expansion, b: _Expansion) -> bool:
    """Whether just one word is another one."""
    if len(a.words) != len(b.words) or len(a.words) < _FEWEST:
        return False
    apart = [pair for pair in zip(a.words, b.words, strict=True) if pair[0].casefold() != pair[1].casefold()]
    return len(apart) == 1 and _are_two(*apart[0])


def _are_two(one: str, other: str) -> bool:
    """Whether two words of one place are two, not two forms or spellings of one. One that begins otherwise is a
    translation, and one that ends alike may be glued to what stands before it."""
    from rapidfuzz.fuzz import ratio

    x, y = one.casefold(), other.casefold()
    misspelt = ratio(x, y) >= _MISSPELT and abs(len(x) - len(y)) < _LONGER
    glued = x.endswith(y) or y.endswith(x)
    return x[0] == y[0] and root(x) != root(y) and not glued and not misspelt


def _plain(expansion: _Expansion) -> str:
    return " ".join(expansion.words).casefold()
