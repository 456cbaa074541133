"""One text to one Report: its furniture marked, and what the furniture and the fields tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from silang.language.languages import language_of
from silang.language.mending import mended, said
from silang.model import Byline, Outlet, Report, Segment
from silang.reading.bylines import is_firm, named, photographers
from silang.reading.furniture import Layout, lay_out
from silang.reading.outlets import find_outlet, is_agency, marked, outlet_named, unsigned
from silang.reading.records import Given
from silang.reading.repairs import readable, repairs, signs_of

_NOTHING = Given()
_SIGNATURE = re.compile(r"[\w.-]+\.(?:com|co\.id|co|id|net|org|tv)\b", re.IGNORECASE)

_TAKEN_FROM = re.compile(r"\(?(?:sumber|source|via)\b", re.IGNORECASE)


def read_text(text: str, *, id: str = "report", input: str = "-", given: Given | None = None) -> Report:
    """The report of one text in memory. `given` is what is known besides the text; what the text itself shows goes
    before a given headline, and behind a given time and outlet."""
    given = _readable(given or _NOTHING)
    signs = signs_of(text)
    read = mended(text, (s for s in signs if s.kind != "entity" or s.reads.strip()))  # &nbsp; is furniture
    layout = lay_out(read, given.headline)
    segments = layout.segments
    body = said(" ".join(s.of(read) for s in segments if s.kind == "body"))
    dateline = layout.dateline
    return Report(
        id=id,
        input=input,
        text=text,
        segments=segments,
        language=language_of(body or text),
        outlet=_outlet(read, layout, given),
        headline=_headline(read, segments) or given.headline,
        url=given.url,
        published=given.published or layout.published,
        updated=given.updated,
        dateline=said(dateline.place) if dateline and dateline.place else None,
        bylines=_bylines(read, body, segments, given),
        repairs=repairs(read, signs, segments),
    )


def _readable(given: Given) -> Given:
    headline = unsigned(readable(given.headline), given.outlet, given.url) if given.headline else None
    return replace(given, headline=headline, authors=tuple(map(readable, given.authors)))


def _headline(text: str, segments: Iterable[Segment]) -> str | None:
    return next((" ".join(said(s.of(text)).split()) for s in segments if s.kind == "headline"), None)


def _outlet(text: str, layout: Layout, given: Given) -> Outlet | None:
    """The outlet that is given; that which the text shows where it shows one of the same house, or none is given."""
    known = [outlet for name in (given.outlet, given.url) if name and (outlet := find_outlet(name))]
    told = known[0] if known else outlet_named(given.outlet) if given.outlet else None
    shown = _shown(text, layout)
    if told is None or (shown and shown.group and shown.group == told.group):
        return shown or told
    return told


def _shown(text: str, layout: Layout) -> Outlet | None:
    """The outlet by the marks of its text: dateline, signature, its players and notices."""
    if layout.dateline and layout.dateline.outlet:
        return layout.dateline.outlet
    furniture = [s for s in layout.segments if s.kind not in ("body", "read_also", "related", "tags", "caption")]
    for segment in furniture:
        if segment.kind == "byline" and text[segment.start] == "(":
            for site in _SIGNATURE.finditer(segment.of(text)):
                return outlet_named(site.group())
    for segment in furniture:
        if segment.kind in ("byline", "date") and not _TAKEN_FROM.match(segment.of(text)):
            words = re.split(r"\s*[-–—|,/()]\s*", segment.of(text))
            closing = text[segment.start] == "("  # an agency in a closing credit is where it was taken from
            if found := next(
                (o for w in words if (o := find_outlet(w)) and o.group and not (closing and is_agency(o))), None
            ):
                return found
    printed = "\n".join(s.of(text) for s in furniture)
    return next(marked(printed), None)


def _bylines(text: str, body: str, segments: Sequence[Segment], given: Given) -> tuple[Byline, ...]:
    found: list[Byline] = []
    for segment in segments:
        if segment.kind == "byline":
            found.extend(line for part in said(segment.of(text)).splitlines() for line in named(part))
        elif segment.kind == "caption":
            found.extend(photographers(said(segment.of(text)), body))
    found.extend(given.bylines)
    if not any(byline.role in ("author", "reporter") for byline in found):
        others = {byline.name.casefold() for byline in found}
        found.extend(Byline("author", a) for a in given.authors if _is_name(a) and a.casefold() not in others)
    return tuple(dict.fromkeys(found))


def _is_name(author: str) -> bool:
    plain = "@" not in author and "://" not in author and any(c.isalpha() for c in author)
    return plain and not find_outlet(author) and not is_firm(author)
