"""One utterance rendered to another sense: the same words of one speaker, with an opposite or a denial in their
midst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from silang.comparison.units import Unit
from silang.language import lexicon
from silang.language.stems import root
from silang.model import Conflict, Evidence, Extraction, Reason, Report, Span, Statement

_ALIKE = 0.6  # share of the shorter rendering's words that stand in the other in the same order
_STRETCH = 3  # words that stand for each other
_FEWEST = 5  # words of a rendering
_NOT = frozenset({"tidak", "tak", "bukan", "belum", "jangan", "tanpa"})
_WORD = re.compile(r"\w+")


class _Word(NamedTuple):
    term: str
    lower: str
    span: Span


def turned(
    reports: tuple[Report, Report], units: tuple[Unit, Unit], found: tuple[Extraction, Extraction]
) -> Iterator[tuple[Conflict, str]]:
    """The conflicts of wording between the statements of two units that assert alike; with what tells each apart."""
    for a in _told(units[0], found[0]):
        for b in _told(units[1], found[1]):
            if not _one_speaker(a, b):
                continue
            for left, right in _turns(_words(a, reports[0].text), _words(b, reports[1].text)):
                reasons = tuple(
                    Reason("wording", f"has {word.lower}", report.id, word.span.start, word.span.end)
                    for report, word in zip(reports, (left, right), strict=True)
                    if word
                )
                x, y = (Evidence(s.start, s.end, r.id, s.id) for s, r in zip((a, b), reports, strict=True))
                said = [word.lower if word else "no such word" for word in (left, right)]
                detail = f"{reports[0].id} has {said[0]}, {reports[1].id} has {said[1]}"
                yield Conflict("", "wording", None, x, y, detail, reasons), f"{a.id} {b.id}"


def _told(unit: Unit, found: Extraction) -> Iterator[Statement]:
    return (s for s in found.statements if s.mode != "narrated" and s.meets(unit))


def _one_speaker(a: Statement, b: Statement) -> bool:
    names = [set(_WORD.findall((s.source.name or "").casefold())) if s.source else set() for s in (a, b)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def _words(statement: Statement, text: str) -> list[_Word]:
    return [
        _Word(root(m[0].casefold()), m[0].casefold(), Span(m.start(), m.end()))
        for m in _WORD.finditer(text, statement.start, statement.end)
    ]


def _turns(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[tuple[_Word | None, _Word | None]]:
    """The words that turn the sense, in each of the two; None where one has no such word."""
    if min(len(left), len(right)) < _FEWEST:
        return
    matcher = SequenceMatcher(None, [w.term for w in left], [w.term for w in right], autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _ALIKE * min(len(left), len(right)):
        return
    for change, a, b, c, d in matcher.get_opcodes():
        if change == "replace" and max(b - a, d - c) <= _STRETCH:
            yield from _opposed(left[a:b], right[c:d])
        elif change in ("insert", "delete") and (b - a) + (d - c) == 1:
            word = (left[a:b] or right[c:d])[0]
            inside = 0 < a < len(left) and 0 < c < len(right)
            if word.lower in _NOT and inside:
                yield (word, None) if change == "delete" else (None, word)


def _opposed(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    for x in left:
        for y in right:
            if (x.lower, y.lower) in _opposites():
                yield x, y


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(entry["left"].split()[-1], entry["right"].split()[-1]) for entry in lexicon.table("opposites")]
    return frozenset([*pairs, *((b, a) for a, b in pairs)])
