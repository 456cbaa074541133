"""Blocks (paragraphs) and sentences of a report's body.

A block never spans furniture. A line break inside the body ends a block, except where a scraper broke a line at a
link: a line that opens in lower case or with a closing mark goes on, and so does a short piece without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from silang.language import lexicon
from silang.model import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_ENDS = re.compile(r"[.!?…:;][\"'”“’»)\]]*$")
_GOES_ON = re.compile(r"[a-z,.;:)\]?!%]")
_LINK = 40  # code points; a line that a lost link made is shorter
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*")
_OPENS = re.compile(r"[\"'“‘«(\[]*(?:[A-Z0-9À-Þ])")
_DATED = re.compile(r"(?:.{2}\d\)|(?:19|20)\d\d)\.[A-Z][a-z]")
_LONG = re.compile(r"(?:[^\W\d_]{3}|\d|[^\w\s])$")  # before a glued full stop: Ph.D. ends nothing
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.]*)$")


def blocks(text: str, body: Iterable[Span]) -> tuple[Span, ...]:
    """The paragraphs of the `body` spans of `text`, trimmed, in order."""
    found: list[Span] = []
    for stretch in _unbroken(text, body):
        lines = [
            s for m in _LINE.finditer(text, stretch.start, stretch.end) if (s := trimmed(text, m.start(), m.end()))
        ]
        for n, line in enumerate(lines):
            if n and _continues(text, lines[n - 1], line):
                found[-1] = Span(found[-1].start, line.end)
            else:
                found.append(line)
    return tuple(found)


def _unbroken(text: str, body: Iterable[Span]) -> Iterator[Span]:
    """The stretches of the body, joined where blanks alone part two of one line: an entity was read as them."""
    held: Span | None = None
    for stretch in body:
        gap = text[held.end : stretch.start] if held else ""
        if held and gap.isspace() and not _BREAK.search(gap):
            held = Span(held.start, stretch.end)
        else:
            if held:
                yield held
            held = stretch
    if held:
        yield held


def _continues(text: str, before: Span, line: Span) -> bool:
    if text.count("\n", before.end, line.start) > 1:
        return False
    if _GOES_ON.match(text, line.start):
        return True
    if _ENDS.search(before.of(text)):
        return False
    return min(before.end - before.start, line.end - line.start) < _LINK


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch `[start, end)` of `text` without the blanks at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def sentences(text: str, paragraphs: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences of those paragraphs of `text`, trimmed, in order."""
    return tuple(sentence for block in paragraphs for sentence in _split(text, block))


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.start() >= start and _is_end(text, block, stop):
            if sentence := trimmed(text, start, stop.end()):
                yield sentence
            start = stop.end()
    if sentence := trimmed(text, start, block.end):
        yield sentence


def _is_end(text: str, block: Span, stop: re.Match[str]) -> bool:
    after = stop.end()
    while after < block.end and text[after].isspace():
        after += 1
    if after >= block.end:
        return False  # the block's own end
    if not _OPENS.match(text, after):
        return False
    glued = after == stop.end()
    if glued and stop.group() == "." and _DATED.match(text, max(block.start, stop.start() - 4), after + 2):
        return True  # Rabu (4/2).Ia; Februari 2026.Ia
    if glued and stop.group() == "." and (text[after].isdigit() or not text[stop.start() - 1].islower()):
        return False  # 02.02, U.S., KOMPAS.COM
    if (
        glued
        and stop.group()[0] == "."
        and (_is_domain(text, stop.start()) or not _LONG.search(text, max(block.start, stop.start() - 3), stop.start()))
    ):
        return False
    if stop.group() in (".", ".)"):
        word = _WORD_BEFORE.search(text, max(block.start, stop.start() - 24), stop.start())
        if word and (word.group().casefold() in _abbreviations() or re.fullmatch("[A-Z]", word.group())):
            return False
    return not (stop.group().startswith(("...", "…")) and text[after].islower())


def _is_domain(text: str, dot: int) -> bool:
    tail = text[dot + 1 : dot + 5].casefold()
    return tail.startswith(("com", "co.", "id", "net", "org"))


@cache
def _abbreviations() -> frozenset[str]:
    return lexicon.forms("abbreviations")
