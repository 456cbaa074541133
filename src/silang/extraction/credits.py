"""Credits: the agencies, media, accounts and documents from which the report says it took something.

Media of the registry count wherever the body names them; a name that is an everyday word, and one the registry lacks,
only where a word of crediting leads to it (*dikutip dari X*, *kantor berita X*, *surat kabar X*).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from silang.extraction.cues import Cue, cue_at
from silang.extraction.entities import Cast
from silang.extraction.names import Name
from silang.extraction.vocabulary import Forms, particles, place_at, title_at
from silang.language import Parse, Token, lexicon, tokenize
from silang.language.lexicon import Entry
from silang.model import Credit, CreditKind, Report, Segment
from silang.reading.bylines import names_medium
from silang.reading.outlets import Medium, find_outlet, media

_TLDS = frozenset({"com", "co", "id", "net", "org", "go", "ac", "tv", "news"})
_REACH = 6  # tokens between a word of crediting and the name it leads to
_POSTS = frozenset({"posting", "postingan", "unggahan", "cuitan", "sosial", "akun", "platform"})
_WHERE = frozenset({"via", "lewat", "melalui", "akun", "unggahan", "dikutip", "mengutip", "dilansir", "mengabarkan"})
_OWN = frozenset({"pantauan", "pengamatan", "dihubungi", "redaksi"})  # the outlet itself: *Pantauan X di lokasi*
_AIRED = frozenset({"siaran", "langsung", "tayang", "ditayangkan", "disiarkan", "live"})  # a programme, not a credit
_ACCOUNTS = frozenset(
    {"dari", "oleh", "akun", "media", "sosial", "resmi", "unggahan", "kanal", "milik", "laman", "video"}
)
_PARTS = re.compile(r"[^/,()\[\]]+")
_PHOTO = frozenset({"foto", "photo", "dok", "sumber", "gambar", "ilustrasi"})


def find_credits(report: Report, parse: Parse) -> tuple[Credit, ...]:
    """The credits of a report's body and captions, in order, their entities still open. The outlet itself is none."""
    captions = [segment for segment in report.segments if segment.kind == "caption"]
    own, own_name = (report.outlet.id, report.outlet.name) if report.outlet else (None, None)
    found: dict[int, Credit] = {}
    for words, caption in ((parse.tokens, False), (tokenize(report.text, captions), True)):
        for credit in _in_words(words, caption, own):
            found.setdefault(credit.start, credit)
    for segment in report.segments:
        if segment.kind == "byline":
            found.update((credit.start, credit) for credit in _closing(report.text, segment) if credit.name != own_name)
    return tuple(found[start] for start in sorted(found))


def named(names: Sequence[Name], credits: Sequence[Credit]) -> tuple[Name, ...]:
    """The names of a report with those of its credits, each under the medium's usual name."""
    media = [Name(credit.start, credit.end, "ORG", credit.name) for credit in credits]
    taken = {n for medium in media for n in range(medium.start, medium.end)}
    kept = [name for name in names if taken.isdisjoint(range(name.start, name.end))]
    return tuple(sorted((*kept, *media), key=lambda name: name.start))


def tied(credits: Sequence[Credit], cast: Cast) -> tuple[Credit, ...]:
    """The credits with the entities of their media."""
    entities = {(mention.start, mention.end): mention.entity for mention in cast.mentions}
    return tuple(replace(credit, entity=entities.get((credit.start, credit.end))) for credit in credits)


def _in_words(words: Sequence[Token], caption: bool, own: str | None) -> Iterator[Credit]:
    n, end = 0, len(words)
    while n < end:
        if words[n].is_capital and (hit := _medium_at(words, n)):
            medium, length = hit
            if medium.outlet.id != own and _is_credited(words, n, length, medium, caption):
                yield Credit(words[n].start, words[n + length - 1].end, medium.outlet.name, medium.kind)
            n += length
        elif not caption and (unknown := _unknown_at(words, n)):
            first, last, kind = unknown
            yield Credit(words[first].start, words[last - 1].end, printed(words[first:last]), kind)
            n = last
        else:
            n += 1


def _closing(text: str, byline: Segment) -> Iterator[Credit]:
    """The media of a closing credit in brackets: *(okz)*, *(Reuters, AFP)*, *(goal/ab)*, *(Warta Melur)*.

    A desk's code is one only where it stands first or alone; a house that the registry lacks, only where its name is a
    medium's.
    """
    if text[byline.start] not in "([":
        return
    for n, part in enumerate(_PARTS.finditer(text, byline.start, byline.end)):
        words = part.group().strip()
        at = part.start() + len(part.group()) - len(part.group().lstrip())
        if not words:
            continue
        code = _codes().get(words)
        if code and n == 0:
            yield Credit(at, at + len(words), code["medium"], code["credit"])
        elif (medium := _called(words)) and medium.kind in ("agency", "broadcast", "outlet") and words[0].isupper():
            yield Credit(at, at + len(words), medium.outlet.name, medium.kind)
        elif names_medium(words) and not find_outlet(words):
            yield Credit(at, at + len(words), words, "agency")


@cache
def _codes() -> Mapping[str, Entry]:
    """The codes by which desks sign what they took from others."""
    return {e["form"]: e for e in lexicon.table("desk_codes")}


def _called(name: str) -> Medium | None:
    return next((medium for medium in media() if name in medium.names), None)


def printed(words: Sequence[Token]) -> str:
    """Words as a name on one line, joined as they are printed: *motor.com*."""
    gaps = ["" if a.end == b.start else " " for a, b in itertools.pairwise(words)]
    return "".join(word.text + gap for word, gap in zip(words, [*gaps, ""], strict=True))


@cache
def _media() -> Forms:
    return Forms((name, {"medium": medium}) for medium in media() for name in (*medium.names, *medium.domains))


def _medium_at(words: Sequence[Token], n: int) -> tuple[Medium, int] | None:
    found = _media().at(words, n, len(words))
    return (found[0]["medium"], found[1]) if found else None


def _is_credited(words: Sequence[Token], n: int, length: int, medium: Medium, caption: bool) -> bool:
    """Whether a known medium is credited here, not merely spoken of."""
    if caption:
        return medium.kind == "agency" and any(t.lower in _PHOTO for t in words[max(0, n - 3) : n])
    before = {t.lower for t in words[max(0, n - 3) : n]}
    if before & _OWN or (medium.kind == "broadcast" and before & _AIRED):
        return False
    if medium.kind == "social":
        return _is_posted(words, n)
    printed = words[n].text
    if (
        n + length < len(words)
        and words[n + length].is_capital
        and words[n + length].start - words[n + length - 1].end <= 1
    ):
        return bool(_leads_to(words, n))  # part of a longer name
    inside = n > 0 and words[n - 1].is_capital and words[n - 1].is_word and words[n].start - words[n - 1].end == 1
    ends_name = inside and medium.kind == "outlet" and words[n - 1].lower not in ("menurut", "laporan", "media")
    if medium.common or ends_name or (length == 1 and len(printed) <= 2):  # Koperasi Merah Putih
        return bool(_leads_to(words, n))
    return True


def _is_posted(words: Sequence[Token], n: int) -> bool:
    """*via media sosial X*, *Dalam sebuah unggahan di X, …*: the outlet read it there."""
    before = [t.lower for t in words[max(0, n - 4) : n]]
    if before[-1:] == ["sosial"]:
        return any(t.lower in _WHERE for t in words[max(0, n - 7) : n])
    opens = any(t.lower == "dalam" and t.is_capital for t in words[max(0, n - 5) : n])
    return opens and before[-1:] == ["di"] and bool(_POSTS & set(before))


def _leads_to(words: Sequence[Token], n: int) -> CreditKind | None:
    """The kind of medium that the words before token `n` lead one to expect; None where they do not."""
    for back in range(n - 1, max(-1, n - 1 - _REACH), -1):
        token = words[back]
        if token.text in ".;:!?" or (token.text == "," and back < n - 1):
            return None
        if (found := _heads().at(words, back, n)) and not _ends_office(words, back):
            return found[0]["credit"]  # type: ignore[no-any-return]
        if _via_at(words, back, n) or (back == n - 1 and token.lower in ("kepada", "oleh")):
            return "outlet"
        if token.is_capital and back < n - 1 and not place_at(words, back, n):
            return None
    return None


def _via_at(words: Sequence[Token], n: int, end: int) -> Cue | None:
    """A cue at token `n` that takes media: *dilansir*, not *dipaparkan*."""
    cue = cue_at(words, n, end, "via")
    return cue if cue and cue.takes != "people" else None


@cache
def _heads() -> Forms:
    return Forms((e["form"], e) for e in lexicon.table("media_words"))


def _unknown_at(words: Sequence[Token], n: int) -> tuple[int, int, CreditKind] | None:
    """A medium that the registry lacks, after a word of crediting at token `n`: its token range and kind."""
    end = len(words)
    head = None if _ends_office(words, n) else _heads().at(words, n, end)
    via = _via_at(words, n, end)
    if head is None and via is None:
        return None
    kind: CreditKind = head[0]["credit"] if head else "outlet"
    at = n + head[1] if head else (via.last if via else n)
    if posted := _account_at(words, n, at, head is not None and kind == "social"):
        return posted
    if kind == "social":
        return None
    while at < end and (
        words[at].lower
        in ("dari", "oleh", "laman", "situs", "resmi", "lokal", "setempat", "asal", "terkemuka", "nasional", ",")
    ):
        at += 1
    if at < end and (length := place_at(words, at, end)) and at + length + 1 < end and words[at + length].text == ",":
        at += length + 1
    if at + 2 < end and words[at + 1].text == "." and words[at + 2].lower in _TLDS:
        return at, at + (5 if at + 4 < end and words[at + 3].text == "." and words[at + 4].lower in _TLDS else 3), kind
    if at >= end or not words[at].is_capital or _medium_at(words, at) or _is_personal(words, at):
        return None
    last = at
    while last < end and words[last].is_capital and words[last].is_word and words[last].lower not in particles("time"):
        last += 1
    if last == at or (head is None and place_at(words, at, last) == last - at):
        return None
    if head and head[0].get("part"):
        at = n  # the head is part of the name: TV Melur
    return at, last, kind


def _ends_office(words: Sequence[Token], n: int) -> bool:
    """Whether a word that may lead to a medium's name is the end of an office: *Ketua Harian Bayu*."""
    office = title_at(words, n - 1, n + 1) if n else None
    return office is not None and office[1] > 1


def _account_at(words: Sequence[Token], n: int, at: int, named: bool) -> tuple[int, int, CreditKind] | None:
    """An account after a word of crediting: *akun resmi Instagram @melur*, *dikutip dari YouTube Kabar Melur*."""
    end, first = len(words), at
    while at < end and (words[at].lower in _ACCOUNTS or platform_at(words, at)):
        first = at if platform_at(words, at) else first
        named = named or words[at].lower == "akun"
        at += 1
    platform = first < at and platform_at(words, first) > 0
    if at < end and words[at].text == "@" and (named or platform):
        last = at + 1
        while last < end and words[last].start == words[last - 1].end and words[last].text not in ',;:)"”':
            last += 1
        return at, last - (words[last - 1].text == "."), "social"
    if not platform or words[n].lower == "akun":
        return None
    last = at
    while last < end and words[last].is_capital and words[last].is_word and words[last].lower not in particles("time"):
        last += 1
    return (first, last, "social") if last > at else None


def platform_at(words: Sequence[Token], n: int) -> int:
    """How many tokens from `n` on are the name of a social platform; 0 if none."""
    found = _medium_at(words, n) if words[n].is_capital else None
    return found[1] if found and found[0].kind == "social" and found[1] == 1 else 0


def _is_personal(words: Sequence[Token], n: int) -> bool:
    title = title_at(words, n, len(words))
    return title is not None and title[0] in ("role", "rank", "honorific")
