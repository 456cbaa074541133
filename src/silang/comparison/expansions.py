"""One abbreviation that two reports spell out in two ways: *Rumah Singgah Harapan (RSH)* and *Rumah Singgah Haluan
(RSH)*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from silang.comparison.facing import Table
from silang.comparison.units import Unit
from silang.language.stems import root
from silang.model import Conflict, Span

_SHORT = re.compile(r" ?\((?=[A-Za-z-]*[A-Z])([A-Za-z][A-Za-z-]+)\)")
_WORDS = re.compile(r"(?:[A-Z][\w’'/-]*|dan|untuk|of|for|and)(?:,? (?:[A-Z][\w’'/-]*|dan|untuk|of|for|and))*$")
_WORD = re.compile(r"[\w’'/-]+")
_LONG = 90  # code points of what is spelt out
_FEWEST = 3  # words, so that two of them are the same


@dataclass(frozen=True, slots=True)
class _Expansion:
    words: tuple[str, ...]
    span: Span
    unit: Unit


def expansions_apart(table: Table) -> Iterator[Conflict]:
    """A conflict for each abbreviation of two reports that is spelt out with one other word, as the other report nowhere
    does."""
    held: list[defaultdict[str, list[_Expansion]]] = [defaultdict(list) for _ in table.reports]
    for unit in table.units:
        for short, expansion in _expansions(unit, table.reports[unit.report].text):
            held[unit.report][short].append(expansion)
    texts = [report.text for report in table.reports]
    for one, other in combinations(range(len(texts)), 2):
        for short in sorted(held[one].keys() & held[other].keys()):
            a, b = held[one][short][0], held[other][short][0]
            length = min(len(a.words), len(b.words))
            mine, theirs = a.words[-length:], b.words[-length:]
            if _differ(mine, theirs) and not _prints(texts[other], mine) and not _prints(texts[one], theirs):
                facing = table.face(a.unit, b.unit)
                printed = a.span.of(texts[one]), b.span.of(texts[other])
                why = facing.printed("abbreviation", (a.span, b.span), "spells it out as")
                yield facing.conflict("name", printed, why, (a.span, b.span))


def _expansions(unit: Unit, text: str) -> Iterator[tuple[str, _Expansion]]:
    for short in _SHORT.finditer(text, unit.start, unit.end):
        start = max(unit.start, short.start() - _LONG)
        if before := _WORDS.search(text[start : short.start()]):
            span = Span(start + before.start(), short.end())
            yield short[1], _Expansion(tuple(_WORD.findall(before[0])), span, unit)


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether just one word differs, in more than its form. One that begins otherwise is a translation, and one that ends
    alike may be glued to what stands before it."""
    apart = [(x, y) for x, y in zip(one, other, strict=True) if x.casefold() != y.casefold()]
    if len(one) < _FEWEST or len(apart) != 1:
        return False
    x, y = apart[0][0].casefold(), apart[0][1].casefold()
    return x[0] == y[0] and root(x) != root(y) and not x.endswith(y) and not y.endswith(x)


def _prints(text: str, words: tuple[str, ...]) -> bool:
    return re.search(rf"\b{re.escape(' '.join(words))}\b", text) is not None
