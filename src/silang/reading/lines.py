"""Lines of a text, and what headline-like lines look like in Indonesian newsrooms: words in capitals, no full stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from silang.language import lexicon
from silang.model import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD = re.compile(r"\S+")
_SITE = re.compile(r"\w\.\w")
_LETTERS = re.compile(r"[^\W_]")
SENTENCE_END = re.compile(r"[.!?…][\"'”“’»)\]]*$")
_PROSE = 40  # words that show prose
MAX_HEADLINE = 180  # code points


@dataclass(frozen=True, slots=True)
class Line(Span):
    """A trimmed line that is not empty. `gap` counts the line breaks before it."""

    text: str
    gap: int

    @property
    def ends(self) -> bool:
        """Whether it closes as a sentence does."""
        return bool(SENTENCE_END.search(self.text))

    @property
    def opens(self) -> bool:
        """Whether it opens as a sentence or headline does, and does not go on from a line broken at a link."""
        return not self.text[0].islower() and self.text[0] not in ",.;:)]?!%"


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text`, trimmed, without empty ones."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        if span := trim(text, match.start(), match.end()):
            gap = text.count("\n", last, span.start) if found else 2
            found.append(Line(span.start, span.end, span.of(text), gap))
            last = span.end
    return tuple(found)


def free_of(text: str, lines: Iterable[Line], covers: Iterable[Span]) -> tuple[Line, ...]:
    """What of the lines no span of `covers` takes, each piece a line of its own."""
    found: list[Line] = []
    spans = sorted(covers, key=lambda s: s.start)
    first = 0
    for line in lines:
        while first < len(spans) and spans[first].end <= line.start:
            first += 1
        at, gap = line.start, line.gap
        n = first
        while n < len(spans) and spans[n].start < line.end:
            if piece := trim(text, at, max(at, spans[n].start)):
                found.append(Line(piece.start, piece.end, piece.of(text), gap))
                gap = 1
            at, n = max(at, spans[n].end), n + 1
        if piece := trim(text, at, max(at, line.end)):
            found.append(Line(piece.start, piece.end, piece.of(text), gap))
    return tuple(found)


def trim(text: str, start: int, end: int) -> Span | None:
    """The range without white space at its ends; None where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def words(text: str, start: int, end: int) -> Iterator[Span]:
    """The pieces between white space."""
    return (Span(m.start(), m.end()) for m in _WORD.finditer(text, start, end))


def bare(word: str) -> str:
    """A word without the marks around it, casefolded."""
    return word.strip(".,;:!?…\"'“”‘’()[]«»").casefold()


@lru_cache(maxsize=1 << 15)
def is_lower(word: str) -> bool:
    """Whether it is a word in lower case that a headline in capitals would not hold."""
    first = _LETTERS.search(word)
    if not first or not first.group().islower() or word != word.lower() or _SITE.search(word):
        return False
    return bare(word) not in listed("particle") or word.endswith(",")


def is_title(line: str, least: int = 3) -> bool:
    """Whether `line` is set as a headline: most words in capitals, no full stop, at least `least` words."""
    if len(line) > MAX_HEADLINE or line.endswith((".", ",", ";", ".”", '."')):
        return False
    parts = line.split()
    lower = sum(map(is_lower, parts))
    capitals = sum(1 for part in parts if (m := _LETTERS.search(part)) and not m.group().islower())
    return len(parts) >= least and capitals >= 2 and lower <= len(parts) // 6


def is_sentence(line: str) -> bool:
    """Whether `line` is prose: words in lower case, and a close."""
    parts = line.split()[:_PROSE]
    return len(parts) >= 6 and sum(map(is_lower, parts)) * 4 >= len(parts) and bool(SENTENCE_END.search(line))


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of that kind in the table ``furniture_words``."""
    return frozenset(w for e in lexicon.table("furniture_words") if e["kind"] == kind for w in e["words"].split())
