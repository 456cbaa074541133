"""One utterance rendered to another sense: the same words of one speaker, with an opposite or a denial in their
midst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from silang.comparison.facing import Facing
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.language.negations import NEGATIONS
from silang.language.stems import root
from silang.model import Conflict, Evidence, Extraction, Reason, Span, Statement

_ALIKE = 0.6  # share of the shorter rendering's words that stand in the other in the same order
_STRETCH = 3  # words that stand for each other
_FEWEST = 5  # words of a rendering
_WORD = re.compile(r"\w+")


class _Word(NamedTuple):
    term: str
    lower: str
    span: Span


def wordings_apart(facing: Facing) -> Iterator[Conflict]:
    """The conflicts of wording between the statements of the two units; their sides are the statements.

    The reports' entities must be tied: one speaker is one entity.
    """
    for a in _told(facing.units[0], facing.found[0]):
        for b in _told(facing.units[1], facing.found[1]):
            if a.source and b.source and a.source.entity and a.source.entity == b.source.entity:
                yield from _conflicts(facing, a, b)


def _conflicts(facing: Facing, a: Statement, b: Statement) -> Iterator[Conflict]:
    texts = (facing.reports[0].text, facing.reports[1].text)
    left, right = (Evidence(s.start, s.end, r.id, s.id) for s, r in zip((a, b), facing.reports, strict=True))
    for pair in _turns(_words(a, texts[0]), _words(b, texts[1])):
        reasons = tuple(
            Reason("wording", f"has {word.lower}", report.id, word.span.start, word.span.end)
            for report, word in zip(facing.reports, pair, strict=True)
            if word
        )
        said = [word.lower if word else "no such word" for word in pair]
        detail = f"{left.report} has {said[0]}, {right.report} has {said[1]}"
        yield Conflict("", "wording", None, left, right, detail, reasons)


def _told(unit: Unit, found: Extraction) -> Iterator[Statement]:
    return (s for s in found.statements if s.mode != "narrated" and s.meets(unit))


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
            yield from ((x, y) for x in left[a:b] for y in right[c:d] if (x.lower, y.lower) in _opposites())
        elif change in ("insert", "delete") and (b - a) + (d - c) == 1:
            word = (left[a:b] or right[c:d])[0]
            inside = 0 < a < len(left) and 0 < c < len(right)
            if word.lower in NEGATIONS and inside:
                yield (word, None) if change == "delete" else (None, word)


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(entry["left"], entry["right"]) for entry in lexicon.table("opposites")]
    return frozenset([*pairs, *((b, a) for a, b in pairs)])
