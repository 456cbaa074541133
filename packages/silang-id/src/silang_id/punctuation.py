"""Heads of punctuation marks, by the written conventions of treebanks, once the words have theirs.

UD's guideline: a mark hangs on the unit that it sets off, at the highest place from which no arc is crossed;
before a conjunct, on the conjunct; the two marks of a pair on the head of what they enclose. UD Indonesian-CSUI
hangs a mark that sets off a unit on the word which that unit depends on, save before conjuncts and round
insertions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

ROOT = -1

_CLOSES = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", '"': '"', "'": "'", "``": "''"}
_STOPS = frozenset(".?!")
_SHORT = 3  # letters of a word that a full stop shortens


@dataclass(frozen=True, slots=True)
class Units:
    """Places of words that are conjuncts, and of words that head an aside (parataxis)."""

    conjuncts: frozenset[int]
    asides: frozenset[int]


def attach(words: Sequence[str], heads: list[int], marks: Sequence[int], units: Units, *, guideline: bool) -> None:
    """Set the heads of `marks` (places in `words`, rising); the rest have theirs in `heads`, ROOT or a word's place.

    `guideline`: as UD's guideline has it, rather than CSUI. At least one word is no mark.
    """
    sentence = _Sentence(words, heads, frozenset(marks))
    found = {} if guideline else dict(_insertions(sentence, marks, units.asides))
    paired = _pairs(words, marks)
    governed = None if guideline else units.conjuncts
    for at in marks:
        if at not in found:
            found[at] = _head(sentence, at, paired.get(at, at), governed)
    for at, head in found.items():
        heads[at] = head


def _pairs(words: Sequence[str], marks: Sequence[int]) -> dict[int, int]:
    """Opening marks to their closing ones, and back."""
    found: dict[int, int] = {}
    still: list[int] = []
    for at in marks:
        if still and _CLOSES[words[still[-1]]] == words[at]:
            opening = still.pop()
            found[opening], found[at] = at, opening
        elif words[at] in _CLOSES:
            still.append(at)
    return found


class _Sentence:
    """Words and heads, and the climb from a word to the top of its side of a mark."""

    def __init__(self, words: Sequence[str], heads: Sequence[int], marks: frozenset[int]) -> None:
        self.words, self.heads, self.marks = words, heads, marks

    def before(self, at: int) -> int | None:
        """The nearest word before `at` that is no mark."""
        return next((n for n in range(at - 1, -1, -1) if n not in self.marks), None)

    def after(self, at: int) -> int | None:
        """The nearest word after `at` that is no mark."""
        return next((n for n in range(at + 1, len(self.words)) if n not in self.marks), None)

    def top(self, word: int, inside: Callable[[int], bool]) -> int:
        """The highest word over `word`, all the way up `inside`."""
        while self.heads[word] != ROOT and inside(self.heads[word]):
            word = self.heads[word]
        return word

    def enclosed(self, first: int, last: int) -> Iterator[int]:
        """Words between two places whose head is not between them."""
        return (n for n in range(first + 1, last) if n not in self.marks and not first < self.heads[n] < last)

    def last_stop(self, at: int) -> int:
        """The place of the full stop inside the sentence before `at`, -1 without one."""
        return next((n for n in range(at - 1, 0, -1) if n in self.marks and self.ends(n)), -1)

    def ends(self, at: int) -> bool:
        """Whether the mark is a full stop, and shortens no word."""
        return self.words[at] in _STOPS and not self.shortens(at)

    def shortens(self, at: int) -> bool:
        """Whether the mark is the full stop of an abbreviation."""
        word = self.words[at - 1] if at else ""
        letters = word.isalpha() and len(word) <= _SHORT and (len(word) == 1 or not word.isupper())
        return self.words[at] == "." and letters and at + 1 < len(self.words)


def _head(sentence: _Sentence, at: int, other: int, conjuncts: frozenset[int] | None) -> int:
    """The head of one mark, `other` being its fellow; `conjuncts` where units are set off at their governor."""
    first, last = min(at, other), max(at, other)
    if first < last and (inner := next(sentence.enclosed(first, last), None)) is not None:
        return inner
    before, after = sentence.before(at), sentence.after(at)
    if before is not None and (after is None or sentence.ends(at)):
        stop = sentence.last_stop(at)
        return sentence.top(before, lambda n: stop < n < at)
    if before is None:
        assert after is not None
        return sentence.top(after, lambda n: n > at)
    assert after is not None
    return _between(sentence, at, (before, after), conjuncts)


def _between(sentence: _Sentence, at: int, beside: tuple[int, int], conjuncts: frozenset[int] | None) -> int:
    """The head of a mark with words on both sides."""
    before, after = beside
    if sentence.shortens(at) or sentence.words[at] == "/":
        return before
    left, right = sentence.top(before, lambda n: n < at), sentence.top(after, lambda n: n > at)
    heads = sentence.heads
    if ROOT != heads[right] < at:
        return right if conjuncts is None or right in conjuncts else heads[right]
    if heads[left] > at:
        return left if conjuncts is None else heads[left]
    return left


def _insertions(sentence: _Sentence, marks: Sequence[int], asides: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Commas on both sides of an aside inside a clause (*, kata dia,*), and the head of it."""
    for first, last in pairwise(at for at in marks if sentence.words[at] == ","):
        tops = list(islice(sentence.enclosed(first, last), 2))
        if (
            len(tops) == 1
            and tops[0] in asides
            and sentence.before(first) is not None
            and sentence.heads[tops[0]] > last
        ):
            yield first, tops[0]
            yield last, tops[0]
