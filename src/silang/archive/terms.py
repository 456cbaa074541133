"""What a report is found by: the roots of its words without stop words, so that *menembakkan* finds *tembakan*.

Both stores index the same terms, made here: small letters and digits only, one term a word, in the order of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache

from silang.language import Token, lexicon, tokenize
from silang.language.stems import root
from silang.model import Report, Span

MOST = 300_000  # bytes of one report's terms, some 45,000 words: a tsvector holds no more; what is beyond is not found
_FRONT = 10_000  # of the headline's
_LONGEST = 40  # letters; longer runs are no words
_KINDS = ("body", "headline", "deck", "caption", "dateline")
_WORD = re.compile(r"[^\W_]+(?:['’`.,:/-][^\W_]+)*")
_QUERY = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query as terms: phrases (of one term or more) that must all be there, and those that must not."""

    phrases: tuple[tuple[str, ...], ...]
    without: tuple[tuple[str, ...], ...]

    @property
    def terms(self) -> frozenset[str]:
        """What to mark in a text."""
        return frozenset(term for phrase in self.phrases for term in phrase)


def wanted(words: str) -> Wanted:
    """What a reader typed, as terms: "phrases" kept together, -words left out, stop words dropped."""
    phrases: dict[tuple[str, ...], None] = {}
    without: dict[tuple[str, ...], None] = {}
    for match in _QUERY.finditer(words):
        found = tuple(term for _, term in terms(match["phrase"] or match["word"] or ""))
        if found:
            (without if match["minus"] else phrases).setdefault(found)
    return Wanted(tuple(phrases), tuple(without))


def indexed(report: Report) -> tuple[str, str]:
    """The terms of the headline and those of the text, each as words between blanks; furniture is left out."""
    kept = [segment for segment in report.segments if segment.kind in _KINDS and segment.kind != "headline"]
    return _within(_FRONT, terms(report.headline or "")), _within(MOST, terms(report.text, kept))


def _within(most: int, found: Iterable[tuple[Token, str]]) -> str:
    """The terms that fit, as words between blanks."""
    kept = []
    for _, term in found:
        most -= len(term.encode()) + 1
        if most < 0:
            break
        kept.append(term)
    return " ".join(kept)


def terms(text: str, spans: Iterable[Span] | None = None) -> Iterator[tuple[Token, str]]:
    """The words of `text`, or of those `spans` of it, that can be searched for, each with its term."""
    for token in tokenize(text, spans):
        if term := _term(token.lower):
            yield token, term


def marked(text: str, spans: Iterable[Span], sought: AbstractSet[str]) -> Iterator[Span]:
    """The words of those `spans` whose term is sought. Words that a scraper glued together are found, not marked."""
    for span in spans:
        for word in _WORD.finditer(text, span.start, span.end):
            if _term(word.group().casefold()) in sought:
                yield Span(*word.span())


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str | None:
    if not word[0].isalnum() or word in _stop_words():
        return None
    plain = unicodedata.normalize("NFKD", root(word))
    return "".join(c for c in plain if c.isalnum())[:_LONGEST] or None


@cache
def _stop_words() -> frozenset[str]:
    return lexicon.forms("stop_words")
