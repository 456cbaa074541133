"""One utterance rendered to another sense: the same words of one speaker with an opposite or a denial in their midst,
another fragment between quotation marks at the same place, or several holders of an office for the one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, product, takewhile
from typing import NamedTuple

from silang.comparison.conflicts.facing import Facing
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.language.negations import NEGATIONS
from silang.language.stems import root
from silang.model import Conflict, Evidence, Extraction, Reason, Span, Statement

_ALIKE = 0.6  # share of the shorter rendering's words that stand in the other in the same order
_STRETCH = 3  # words that stand for each other
_FEWEST = 5  # words of a rendering
_WORD = re.compile(r"\w+")
_FRAGMENT = re.compile(r"[\"“]([^\"“”]{3,60})[\"”]")
_LONGEST = 5  # words of a fragment
_AROUND = 3  # words before and behind two fragments that are the same, at least one of them on either side
_NEAR = 4  # words looked at on either side


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
    one, other = _words(a, texts[0]), _words(b, texts[1])
    for pair in (*_turns(one, other), *_fragments(one, other, texts), *_holders(facing, one, other)):
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


def _fragments(
    left: Sequence[_Word], right: Sequence[_Word], texts: tuple[str, str]
) -> Iterator[tuple[_Word | None, _Word | None]]:
    """The fragments that both print between quotation marks at the same place, with no word in common."""
    for one, other in product(_quoted(left, texts[0]), _quoted(right, texts[1])):
        before = _alike(left[: one.start][::-1], right[: other.start][::-1])
        behind = _alike(left[one.stop :], right[other.stop :])
        terms = [{word.term for word in words[at]} for words, at in ((left, one), (right, other))]
        if before and behind and before + behind >= _AROUND and not terms[0] & terms[1]:
            yield _joined(left[one]), _joined(right[other])


def _quoted(words: Sequence[_Word], text: str) -> Iterator[slice]:
    """Where fragments between quotation marks stand among `words`."""
    if not words:
        return
    for mark in _FRAGMENT.finditer(text, max(0, words[0].span.start - 1), words[-1].span.end + 2):
        inside = [
            n for n, word in enumerate(words) if mark.start(1) <= word.span.start and word.span.end <= mark.end(1)
        ]
        if 0 < len(inside) <= _LONGEST:
            yield slice(inside[0], inside[-1] + 1)


def _alike(left: Sequence[_Word], right: Sequence[_Word]) -> int:
    """How many words, up to `_NEAR`, are the same from the first on."""
    same = takewhile(lambda pair: pair[0].term == pair[1].term, zip(left[:_NEAR], right[:_NEAR], strict=False))
    return sum(1 for _ in same)


def _joined(words: Sequence[_Word]) -> _Word:
    """Several words as one."""
    term, lower = (" ".join(parts) for parts in zip(*((w.term, w.lower) for w in words), strict=True))
    return _Word(term, lower, Span(words[0].span.start, words[-1].span.end))


def _holders(
    facing: Facing, left: Sequence[_Word], right: Sequence[_Word]
) -> Iterator[tuple[_Word | None, _Word | None]]:
    """*Para pemimpin Ranai* for *pemimpin Ranai*: all who hold an office of a place for the one who does."""
    held = [list(_offices(words, found)) for words, found in zip((left, right), facing.found, strict=True)]
    for office in sorted({name for name, _ in held[0]} & {name for name, _ in held[1]}):
        one, other = ([word for name, word in offices if name == office] for offices in held)
        if len(one) == len(other) == 1 and (one[0].lower == office) != (other[0].lower == office):
            yield one[0], other[0]


def _offices(words: Sequence[_Word], found: Extraction) -> Iterator[tuple[str, _Word]]:
    """The offices before a place's name, each with the *para* before it, or alone at the head of its sentence."""
    places = {e.id for e in found.entities if e.label == "LOC"}
    starts = {m.start for m in found.mentions if m.entity in places}
    heads = {sentence.start for sentence in found.sentences}
    for n, (word, behind) in enumerate(pairwise(words)):
        if word.lower in _roles() and behind.span.start in starts:
            if n and words[n - 1].lower == "para":
                yield word.lower, _joined(words[n - 1 : n + 1])
            elif n == 0 or word.span.start in heads:
                yield word.lower, word


@cache
def _roles() -> frozenset[str]:
    return lexicon.forms("titles", kind="role")


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(entry["left"], entry["right"]) for entry in lexicon.table("opposites")]
    return frozenset([*pairs, *((b, a) for a, b in pairs)])
