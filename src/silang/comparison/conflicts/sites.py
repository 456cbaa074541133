"""The place of one event told in two ways: two villages, or two streets, behind the same words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import product

from silang.comparison.conflicts.facing import Facing
from silang.language import lexicon
from silang.model import Conflict, Span

_KINDS = ("desa", "dusun", "jalan", "kampung", "kecamatan", "kelurahan", "pasar", "stasiun", "terminal")
_SAME = 2  # words before the place that are the same
_SLIP = 80  # similarity, of 100, from which two names are one with a slip


def sites_apart(facing: Facing) -> Iterator[Conflict]:
    """A conflict for each two places of one kind that stand behind the same words, where neither report prints the
    other's."""
    from rapidfuzz.fuzz import ratio

    texts = [report.text for report in facing.reports]
    for one, other in product(_sites(facing, 0), _sites(facing, 1)):
        if one[:2] != other[:2]:
            continue
        names = one[2].of(texts[0]), other[2].of(texts[1])
        plain = names[0].casefold(), names[1].casefold()
        known = plain[0] in texts[1].casefold() or plain[1] in texts[0].casefold()
        if not known and ratio(*plain) < _SLIP:
            yield facing.conflict("place", names, facing.printed("where", (one[2], other[2])))


def _sites(facing: Facing, side: int) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    """The places that a unit names by their kind: the words before each, its kind, and its name."""
    unit, text = facing.units[side], facing.reports[side].text
    for found in _pattern().finditer(text, unit.start, unit.end):
        at = bisect_left(unit.starts, found.start())
        before = unit.terms[max(0, at - _SAME) : at]
        if len(before) == _SAME:
            yield before, found[1].casefold(), Span(*found.span(2))


@cache
def _pattern() -> re.Pattern[str]:
    kinds = sorted(lexicon.forms("titles", kind="place") & set(_KINDS))
    return re.compile(rf"\bdi (?i:({'|'.join(kinds)})) ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
