"""Fixed furniture, wherever it stands: adverts, players' marks, notices, "Baca juga" with the headline it carries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from silang.language import lexicon
from silang.model import Segment, SegmentKind, Span
from silang.reading.carried import headline_end
from silang.reading.lines import Line, is_sentence, is_title, trim

_BEFORE = re.compile(r"(?:^|[.!?”\"’')\]…:;]|[ \u00a0]{2})[ \u00a0]*\(?$")
_FILM_END = re.compile(r"\[Gambas|\[Video:|$", re.MULTILINE)
_FILM_CLOSED = re.compile(r"\s*(?:[\"”'’](?:[^\"”'’\n]){3,140}[\"”'’])?(?: di sini| berikut ini| di bawah ini)?\s*:")
_QUOTES = "\"“‘'"
_CARRIED = 220  # code points of a headline
_REACH = 1500  # code points in which a headline and the next sentence show themselves
_MARGIN = 16  # code points around a formula that tell whether it stands by itself
_BROKEN = 4  # lines into which links may break it
_NAME = 4  # words
_FEW = 3  # words; no headline is so short
Rule = tuple[SegmentKind, re.Pattern[str]]


def formulas(text: str, lines: Sequence[Line]) -> list[Segment]:
    """The fixed furniture of a text, in no order; stretches may overlap."""
    found = [Segment(m.start(), m.end(), kind) for kind, rule in _rules("inline") for m in rule.finditer(text)]
    breaks = sorted(s.start for s in found if _is_break(text, s))
    for n, line in enumerate(lines):
        following = lines[n + 1 : n + 1 + _BROKEN]
        found.extend(_whole(line, following))
        found.extend(_carrying(text, line, following, breaks))
    return found


def _whole(line: Line, following: Sequence[Line]) -> Iterator[Segment]:
    for kind, rule in _rules("line"):
        if rule.fullmatch(line.text):
            yield Segment(line.start, line.end, kind)
            return
    for kind, rule in _rules("alone"):
        if rule.fullmatch(line.text):
            last = line
            for after in takewhile(lambda after: is_title(after.text, 5), following):
                last = after
            yield Segment(line.start, last.end, kind)
            return
    for kind, rule in _rules("start"):
        if rule.match(line.text):
            last = following[0] if kind == "byline" and following and _labels(line, following[0]) else line
            yield Segment(line.start, last.end, kind)
            return
    for kind, rule in _rules("rest"):
        if (match := rule.search(line.text)) and _may_start(line.text, match.start()):
            yield Segment(line.start + match.start(), line.end, kind)


def _carrying(text: str, line: Line, following: Sequence[Line], breaks: Sequence[int]) -> Iterator[Segment]:
    starts: dict[int, tuple[SegmentKind, bool, int]] = {}
    for place in ("video", "carries"):
        for kind, rule in _rules(place):
            for match in rule.finditer(text, line.start, line.end):
                sure = match.group().endswith(":") and " " in match.group()
                if _may_start(line.text, match.start() - line.start, sure=sure):
                    starts[match.start()] = (kind, place == "video", match.end())
    order = sorted(starts)
    last = line.start
    for n, start in enumerate(order):
        if start < last:
            continue
        kind, film, end = starts[start]
        stop = min(order[n + 1] if n + 1 < len(order) else line.end, end + _REACH)
        if (near := bisect_left(breaks, end)) < len(breaks):
            stop = min(stop, breaks[near])
        span = _film(text, start, end, stop) if film else _headline(text, start, end, stop, following)
        if span:
            last = span.end
            yield Segment(span.start, span.end, kind)


def _labels(line: Line, name: Line) -> bool:
    """Whether a line is a label alone (``Via:``) and the next one a name."""
    parts = name.text.split()
    return line.text.endswith(":") and len(parts) <= _NAME and all(part[0].isupper() for part in parts)


def _is_break(text: str, fixed: Segment) -> bool:
    """Whether fixed furniture ends a headline before it; a space left in HTML does not."""
    return fixed.kind != "markup" or text[fixed.start] != "&"


def _may_start(line: str, at: int, *, sure: bool = False) -> bool:
    """Whether furniture may start there: after a sentence, or anywhere if it is `sure`; never opening a quotation."""
    before = line[max(0, at - _MARGIN) : at]
    if not before.strip():
        return True  # a line is trimmed
    if before[-1] in "“‘\"'" and (len(before) == 1 or before[-2].isspace()):
        return False
    return sure or bool(_BEFORE.search(before))


def _headline(text: str, start: int, end: int, stop: int, following: Sequence[Line]) -> Span | None:
    rest = trim(text, end, stop)
    if start and text[start - 1] == "(":
        closing = text.find(")", end, min(stop, end + _CARRIED))
        return Span(start - 1, closing + 1) if closing > 0 else None
    if rest is None:
        if following and following[0].start >= stop and _is_carried(following[0]):
            return Span(start, _carried(following).end)
        return trim(text, start, stop)
    if text[rest.start].islower():
        return None
    end = headline_end(text, rest.start, rest.end)
    broken = end == rest.end and len(rest.of(text).split()) <= _FEW
    if broken and following and following[0].start >= stop and _goes_on(following):
        return Span(start, following[0].end)
    return trim(text, start, end)


def _goes_on(following: Sequence[Line]) -> bool:
    """Whether the first line goes on with a headline that a link broke: no sentence, no label, no closing mark."""
    return _is_carried(following[0]) and not following[0].ends and ":" not in following[0].text


def _carried(lines: Sequence[Line]) -> Line:
    """The last line of the headline that opens with the first: one that links broke goes on until it has some words."""
    count = 0
    for line, after in pairwise(lines):
        count += len(line.text.split())
        if count > _FEW or not is_title(after.text, 1):
            return line
    return lines[-1]


def _is_carried(line: Line) -> bool:
    prose = is_sentence(line.text) and line.text.endswith(".")
    return line.opens and len(line.text) <= _CARRIED and not prose


def _film(text: str, start: int, end: int, stop: int) -> Span | None:
    if closed := _FILM_CLOSED.match(text, end, stop):
        end = closed.end()
        if closed.group().strip() != ":":
            return Span(start, end)
    rest = trim(text, end, stop)
    if rest is None:
        return trim(text, start, stop)
    quoted = text[rest.start] in _QUOTES
    if quoted or text[end - 1] == ":" or is_title(rest.of(text)):
        marked = _FILM_END.search(text, end, stop + _MARGIN)
        if marked and marked.start() >= stop and rest.end - rest.start <= _CARRIED:
            return trim(text, start, stop)
        return trim(text, start, headline_end(text, rest.start, rest.end))
    return None


@cache
def _rules(place: str) -> tuple[Rule, ...]:
    return tuple(
        (entry["kind"], re.compile(entry["pattern"])) for entry in lexicon.table("furniture") if entry["place"] == place
    )
