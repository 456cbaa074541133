"""What every later stage reads of a report's language: blocks, sentences and tokens of its body, found once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from silang.language.mending import FILLER, mended, said
from silang.language.sentences import blocks, sentences
from silang.language.tokens import Token, tokenize
from silang.model import Report, Span


@dataclass(frozen=True, slots=True)
class Parse:
    """A report's body as language: all spans point into `text`, in order, without overlap in their kind.

    `text` is the report's as it is to be read (`mending.mended`), and as long. Tokens hold their words as said.
    """

    text: str
    blocks: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start inside `span`."""
        first = bisect_left(self.tokens, span.start, key=_start)
        last = bisect_left(self.tokens, span.end, lo=first, key=_start)
        return self.tokens[first:last]


def _start(span: Span) -> int:
    return span.start


def parse(report: Report) -> Parse:
    """The language of a report's body."""
    if not report.repairs:
        return parse_text(report.text, report.body())
    found = parse_text(mended(report.text, report.repairs), report.body())
    return replace(found, tokens=tuple(map(_said, found.tokens)))


def _said(token: Token) -> Token:
    if FILLER not in token.text:
        return token
    return replace(token, text=said(token.text), lower=said(token.lower))


def parse_text(text: str, body: Iterable[Span] | None = None) -> Parse:
    """The language of `text`, or of those `body` spans of it."""
    paragraphs = blocks(text, [Span(0, len(text))] if body is None else body)
    return Parse(text, paragraphs, sentences(text, paragraphs), tokenize(text, paragraphs))
