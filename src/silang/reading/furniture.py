"""A report's text parted into body and furniture: segments in order, without overlap, over all that is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from silang.model import Segment
from silang.reading.captions import is_caption
from silang.reading.dateline import Dateline
from silang.reading.ending import doubled, ending, headings, listed_below, tagged_below
from silang.reading.formulas import formulas
from silang.reading.lines import free_of, lines_of, trim
from silang.reading.opening import opening, repeated

_JOINED = {"markup", "advert", "tags", "caption"}  # kinds whose neighbours are one piece


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: its segments, and what its opening tells."""

    segments: tuple[Segment, ...]
    dateline: Dateline | None
    published: str | None


def lay_out(text: str, headline: str | None = None) -> Layout:
    """Parts `text` into body and furniture. `headline` is what the report's metadata gives, where it does."""
    lines = lines_of(text)
    fixed = formulas(text, lines)
    rest = free_of(text, lines, fixed)
    top = opening(text, rest, headline)
    below = rest[top.body :]
    found = [*fixed, *top.segments]
    found += [Segment(line.start, line.end, "caption") for line in below[1:] if is_caption(line.text)]
    for segment in (s for s in top.segments if s.kind == "headline"):
        found += repeated(text, below, text[segment.start : segment.end])
    found += doubled(below)
    for segment in (s for s in fixed if s.kind == "related"):
        found += listed_below(below, segment)
    for segment in (s for s in fixed if s.kind == "tags"):
        found += tagged_below(text, below, segment)
    below = free_of(text, below, [s for s in found if s.kind != "dateline"])
    foot = list(ending(text, below))
    found += foot
    found += headings(free_of(text, below, foot))
    return Layout(tuple(_parted(text, found)), top.dateline, top.published)


def _parted(text: str, found: Iterable[Segment]) -> Iterator[Segment]:
    """The furniture without overlap, the earlier and longer first, and the body between."""
    at = 0
    for segment in _joined(text, found):
        yield from _body(text, at, segment.start)
        yield segment
        at = segment.end
    yield from _body(text, at, len(text))


def _joined(text: str, found: Iterable[Segment]) -> list[Segment]:
    kept: list[Segment] = []
    for segment in sorted(set(found), key=lambda s: (s.start, -s.end, s.kind)):
        last = kept[-1] if kept else None
        if last and segment.start < last.end:
            if segment.end <= last.end:
                continue
            cut = trim(text, last.end, segment.end)
            if cut is None:
                continue
            segment = Segment(cut.start, cut.end, segment.kind)
        if last and last.kind == segment.kind in _JOINED and not text[last.end : segment.start].strip():
            kept[-1] = Segment(last.start, segment.end, segment.kind)
        else:
            kept.append(segment)
    return kept


def _body(text: str, start: int, end: int) -> Iterator[Segment]:
    if span := trim(text, start, end):
        yield Segment(span.start, span.end, "body")
