"""Quotations marked word by word: against a base wording, or at the words that a conflict points to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from silang.dossier.diff import compared
from silang.dossier.page import Piece, Quote
from silang.model import Span


def marked(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotations marked against the earliest direct one (else the earliest); as they are where none can be marked."""
    if len({q.words for q in quotes}) < 2:
        return tuple(quotes)
    base = next((q for q in quotes if q.direct), quotes[0])
    found = [against(base, q) for q in quotes]
    return tuple(found) if any(differs(q) for q in found) else tuple(quotes)


def against(base: Quote, one: Quote) -> Quote:
    """One quotation marked against `base`; as it is where the two share too little."""
    if one.words == base.words:
        return replace(one, base=(one.note, one.direct) == (base.note, base.direct))
    difference = compared(base.words, one.words)
    if difference is None:
        return one
    return replace(one, pieces=difference.pieces, gone=difference.gone, turned=difference.turned)


def differs(quote: Quote) -> bool:
    """Whether any word of it is marked, or marked as left out."""
    return bool(quote.gone) or any(piece.mark != "same" for piece in quote.pieces)


def pointed(text: str, span: Span, words: Span) -> tuple[Piece, ...]:
    """`span` of `text` in pieces, with `words` in it marked as the point, where they lie in it; white space as one
    blank."""
    if not span.holds(words):
        return (Piece(" ".join(span.of(text).split())),)
    before, after = text[span.start : words.start], text[words.end : span.end]
    left = " ".join(before.split()) + (" " if before[-1:].isspace() else "")
    right = (" " if after[:1].isspace() else "") + " ".join(after.split())
    pieces = (Piece(left.lstrip()), Piece(" ".join(words.of(text).split()), "point"), Piece(right.rstrip()))
    return tuple(piece for piece in pieces if piece.text)
