"""The top of a report: section, date, headline, deck, byline, caption, until the dateline or the first sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from silang.model import Segment, SegmentKind
from silang.reading.captions import is_caption
from silang.reading.dateline import SITE, Dateline, dateline_at
from silang.reading.lines import Line, is_sentence, is_title, trim
from silang.reading.outlets import find_outlet
from silang.reading.times import printed_time

_LEAD = 400  # code points of the body that a caption may repeat
_PLAIN = 14  # words of a headline that is set like a sentence
_BYLINE_REACH = 160  # code points that a byline before the dateline may take
_SHARED = 0.4  # of the words of two forms of one headline
_TOP = 24  # lines in which a report must have begun
_DECK = 120  # code points
_PROSE = 4  # sentences that may stand above a dateline: a deck, captions
_BYLINE = re.compile(
    r"(?:Rep(?:orter)?|Red(?:aktur)?|Penulis|Editor|Oleh|Pewarta|Kontributor|Jurnalis|Laporan|Tim Redaksi|Sumber)\b"
    r"\s*(?:[:/|]|(?:[Ww]artawan|[Rr]eporter|[Kk]ontributor)?\s*[A-Z])"
)
_LED = re.compile(
    r"(?:Laporan (?:[Ww]artawan|[Rr]eporter|[Kk]ontributor|[Jj]urnalis)|(?:Reporter|Penulis|Oleh|Editor)\s*:)"
)
_SITED = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4} ?/ ?[\w-]+\.(?:com|co\.id|co|net|id) |[\w-]+\.(?:com|co\.id|net|id)/[A-Z]"
)
_SIGNED = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4}(?:\s*[-–—|,]\s*)([A-Za-z0-9. ]{3,30})$")
_DATED = re.compile(
    r"^(?:(?:di)?(?:terbit(?:kan)?|tayang|publish(?:ed)?|posting|perbarui|update(?:d)?)\s*(?:pada)?\s*:?\s*|[-–—|,]\s*)",
    re.I,
)
_AFTER_DATE = re.compile(r"\s*(?:[|,(·•-].{0,40}|WIB|WITA|WIT)?\s*\)?$")


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the report's own sentences; `body` is the index of the first line of them."""

    segments: tuple[Segment, ...]
    dateline: Dateline | None
    body: int
    published: str | None = None


def opening(text: str, lines: Sequence[Line], headline: str | None) -> Opening:
    """The opening of a report. `lines` are those that are no fixed furniture, `headline` is what its metadata gives."""
    found, at, led = _dateline(text, lines)
    if at is None:
        at = _until(lines, headline)
        if at < len(lines):
            found = dateline_at(text, lines[at].start)
    lead = text[found.end : found.end + _LEAD].lstrip() if found else lines[at].text if at < len(lines) else ""
    segments, published = _classed(lines[:at], lead, headline)
    if led:
        segments.append(led)
    if found:
        segments.append(Segment(found.start, found.end, "dateline"))
    return Opening(tuple(segments), found, at, published)


def _dateline(text: str, lines: Sequence[Line]) -> tuple[Dateline | None, int | None, Segment | None]:
    """The first strong dateline, where what stands above it may be furniture; its line; a byline before it there."""
    prose, top = 0, _TOP
    for n, line in enumerate(lines[:_TOP]):
        if n > top:
            break
        found = dateline_at(text, line.start)
        if found and (found.strong if top == _TOP else found.outlet and found.place) and dated(line.text) is None:
            return found, n, None
        if (_LED.match(line.text) or _SITED.match(line.text)) and (after := _led(text, line)):
            return after[1], n, after[0]
        told = is_sentence(line.text) and not is_caption(line.text)
        prose += told
        if prose > _PROSE:
            break
        if n == 0 and told and len(line.text) > _DECK:
            top = 1  # a deck of that length only where a full dateline follows at once
    return None, None, None


def _led(text: str, line: Line) -> tuple[Segment, Dateline] | None:
    """``Laporan Wartawan Berita.com, Sarwono Adi BERITA.COM, DEPOK –``: a byline and the dateline after it."""
    for site in SITE.finditer(text, line.start + 1, min(line.end, line.start + _BYLINE_REACH)):
        found = dateline_at(text, site.start())
        if found and not text[found.end - 1].isalnum() and (span := trim(text, line.start, site.start())):
            return Segment(span.start, span.end, "byline"), found
    return None


def _until(lines: Sequence[Line], headline: str | None) -> int:
    """How many lines stand above the report where no strong dateline tells."""
    n = sure = 0
    headed = False
    while n < min(len(lines) - 1, _TOP):
        line, following = lines[n], lines[n + 1]
        if dated(line.text) or is_byline(line.text) or is_caption(line.text):
            sure = n + 1
        elif not headed and _heads(line, following, headline):
            headed, sure = True, n + 1
        elif _same(line.text, headline):
            sure = n + 1
        elif not (len(line.text) <= 160 and n < 4 and _top_follows(lines[n + 1 : n + 5])):
            break
        n += 1
    return sure


def _top_follows(near: Sequence[Line]) -> bool:
    """Whether a date or byline stands in the next lines, so that what is above them is no body."""
    return any(dated(line.text) or is_byline(line.text) for line in near)


def _heads(line: Line, following: Line, headline: str | None) -> bool:
    if _same(line.text, headline):
        return True
    if line.ends and not line.text.endswith(("!", "?", "'", '"', "”", "’")):
        return False
    if len(line.text.split()) < 4 or not following.opens or len(line.text) > 170:
        return False
    if following.text in ("-", "–", "—") or _same(line.text, following.text):
        return True
    if is_title(line.text, 4):
        return is_sentence(following.text) or len(following.text) > 60
    return following.gap > 1 and is_sentence(following.text) and not line.text.endswith((",", ":", '"', "”"))


def dated(line: str) -> str | None:
    """The publishing time of a line that holds nothing else (besides the outlet), None for any other line."""
    if len(line) > 110:
        return None
    rest = _DATED.sub("", line)
    if (found := printed_time(rest)) and _AFTER_DATE.match(rest, found[1]):
        return found[0]
    for mark in re.finditer(r"[-–—|,·•]\s*|\s(?=\d|[A-Z])", rest):
        if (found := printed_time(rest, mark.end())) and _AFTER_DATE.match(rest, found[1]):
            before = rest[: mark.start()].strip(" -–—|,·•")
            if find_outlet(before) or _SIGNED.match(before) or _DATED.match(before + " "):
                return found[0]
    return None


def is_byline(line: str) -> bool:
    """Whether a line names who made the report."""
    if len(line) > 140 or line.endswith((".", ",")):
        return False
    if _BYLINE.match(line):
        return True
    signed = _SIGNED.match(line)
    return bool(signed and find_outlet(signed.group(1).strip()))


def _same(line: str, headline: str | None) -> bool:
    return headline is not None and _fold(line) == _fold(headline)


def _akin(line: str, headline: str) -> bool:
    """Whether two headlines share words, as those of a page and of a search engine do."""
    mine, given = set(map(_fold, line.split())), set(map(_fold, headline.split()))
    return len(mine & given) >= _SHARED * min(len(mine), len(given))


def _fold(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())


def _classed(top: Sequence[Line], lead: str, headline: str | None) -> tuple[list[Segment], str | None]:
    """The segments of the lines above the body, and the publishing time that one of them prints."""
    kinds: dict[int, SegmentKind] = {}
    published = None
    for n, line in enumerate(top):
        if made := dated(line.text):
            kinds[n], published = "date", published or made
        elif is_byline(line.text):
            kinds[n] = "byline"
        elif is_caption(line.text):
            kinds[n] = "caption"
    rest = [n for n in range(len(top)) if n not in kinds]
    head = _headline(top, rest, headline)
    for n in rest:
        kinds[n] = _kind(n, head, top, kinds, lead)
    return [Segment(top[n].start, top[n].end, kind) for n, kind in sorted(kinds.items())], published


def _headline(top: Sequence[Line], rest: Sequence[int], headline: str | None) -> int | None:
    """Which of those lines is the headline: the one given, one repeated, one set as such, any of some length."""
    long = [n for n in rest if len(top[n].text.split()) >= 4 and (headline is None or _akin(top[n].text, headline))]
    heads = [n for n in long if not is_sentence(top[n].text)]
    tests: tuple[Callable[[int], bool], ...] = (
        lambda n: _same(top[n].text, headline),
        lambda n: n in heads and any(_same(top[n].text, top[m].text) for m in rest if m != n),
        lambda n: is_title(top[n].text, 4),
        lambda n: n in heads and len(top[n].text.split()) <= _PLAIN,
    )
    return next((n for test in tests for n in long if test(n)), None)


def _kind(n: int, head: int | None, top: Sequence[Line], kinds: dict[int, SegmentKind], lead: str) -> SegmentKind:
    line = top[n]
    if n == head or (head is not None and _same(line.text, top[head].text)):
        return "headline"
    if head is None or n < head:
        return "section" if len(line.text.split()) <= 4 else "deck"
    if _pictured(n, top, kinds) or _repeats(line.text, lead):
        return "caption"
    return "section" if len(line.text.split()) <= 3 else "deck"


def _pictured(n: int, top: Sequence[Line], kinds: dict[int, SegmentKind]) -> bool:
    """Whether a line stands beside a picture's credit, above it or repeating what is above it."""
    if kinds.get(n + 1) == "caption":
        return True
    return kinds.get(n - 1) == "caption" and any(top[m].text == top[n].text for m in range(n))


def _repeats(line: str, lead: str) -> bool:
    return len(line) > 60 and lead.startswith(line.rstrip("."))


def repeated(text: str, lines: Sequence[Line], headline: str) -> Iterator[Segment]:
    """The lines of the body that repeat the headline."""
    return (Segment(line.start, line.end, "headline") for line in lines if _same(line.text, headline))
