"""Quotation marks paired, also where they are mismatched, nested or never closed.

A quotation never leaves its paragraph: an opening mark that is never closed runs to the paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from silang.language import Parse
from silang.language.sentences import trimmed
from silang.model import Span

_MARK = re.compile("&[lr]dquo;|&quot;|[\"“”„«»‟″]|''|(?<![^\\s(])['‘](?=\\w)|(?<=[\\w.,!?…])['’](?![^\\W_])")
_OPENING = frozenset({"“", "„", "«", "‘", "&ldquo;"})
_CLOSING = frozenset({"”", "»", "’", "&rdquo;"})


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """Words between quotation marks; the span is the words, `outer` has the marks too."""

    outer: Span
    closed: bool


def find_quotations(parse: Parse) -> tuple[Quotation, ...]:
    """All quotations of a report's paragraphs, outermost only, in order."""
    return tuple(quotation for block in parse.blocks for quotation in _in_block(parse.text, block))


def _in_block(text: str, block: Span) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    seen = False
    fellow = _last_closing(text, block)
    for mark in _MARK.finditer(text, block.start, block.end):
        single = mark.group() in "'‘’"
        if opened is None:
            if (not single or mark.start() + 1 < fellow) and _may_open(text, mark, block):
                opened = mark
            elif not seen and not single and _closes_paragraph(text, mark, block):
                yield Quotation(block.start, mark.start(), Span(block.start, mark.end()), True)
            seen = True
        elif single == (opened.group() in "'‘") and _may_close(text, mark, block):
            if inner := trimmed(text, opened.end(), mark.start()):
                yield Quotation(inner.start, inner.end, Span(opened.start(), mark.end()), True)
            opened = None
    if opened is not None and opened.group() not in "'‘" and (inner := trimmed(text, opened.end(), block.end)):
        yield Quotation(inner.start, inner.end, Span(opened.start(), block.end), False)


def _closes_paragraph(text: str, mark: re.Match[str], block: Span) -> bool:
    """Whether a closing mark without its fellow ends words that an earlier paragraph opened."""
    return mark.start() - block.start > 1 and text[mark.start() - 1] in ",.!?" and mark.end() < block.end


def _last_closing(text: str, block: Span) -> int:
    """Where the last single mark stands that may close; a single mark opens only before it. -1 where there is none."""
    marks = (m for m in _MARK.finditer(text, block.start, block.end) if m.group() in "'’" and m.start() > block.start)
    return max((mark.start() for mark in marks if _may_close(text, mark, block)), default=-1)


def _may_open(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark.end() >= block.end:
        return False
    if mark.group() in _OPENING:
        return True
    after, before = text[mark.end()], text[mark.start() - 1] if mark.start() > block.start else " "
    return not after.isspace() or before.isspace()


def _may_close(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark.group() in _CLOSING:
        return True
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < block.end else " "
    if mark.group() in _OPENING:  # a mark turned the wrong way closes where no word follows at once
        return not after.isalnum()
    return not (before.isspace() and after.isalnum())
