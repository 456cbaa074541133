"""Bylines: lines with roles, closing credits, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from silang.language import lexicon
from silang.model import Byline, Role, Span
from silang.reading.lines import bare, listed
from silang.reading.outlets import find_outlet

_ROLES: dict[str, Role] = {
    "penulis": "author", "oleh": "author", "pewarta": "author", "wartawan": "author", "jurnalis": "author",
    "peliput": "author", "rep": "reporter", "reporter": "reporter", "reportase": "reporter", "laporan": "reporter",
    "editor": "editor", "red": "editor", "redaktur": "editor", "penyunting": "editor", "kontributor": "contributor",
    "koresponden": "contributor", "foto": "photographer", "fotografer": "photographer",
}  # fmt: skip
_LABEL = re.compile(
    rf"(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))({'|'.join(sorted(_ROLES, key=len, reverse=True))})\b\s*[:.]", re.IGNORECASE
)  # also glued to what stands before: BudiEditor: Sari
_WORDED = re.compile(
    r"(?:\*?(?:Artikel|Berita|Tulisan) ini (?:ditulis|dibuat) )?(Oleh|oleh|Laporan|Kontributor|Reporter|Penulis|Editor)"
    r"(?: (?:[Ww]artawan|[Rr]eporter|[Kk]ontributor|[Jj]urnalis))?[: ]+"
)
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*|[a-z]{2,3}(?= [A-Z]))(?: (?:[A-Z][\w'’.-]*|bin|binti|van|de|al|el))*")
_POST = re.compile(r"(?:Kontributor|Koresponden) (?=[A-Z])")
_PHOTO = re.compile(r"\b(?:Foto|FOTO|Photo|Fotografer)\s*:?\s*([^\n()|]{2,80})")
_PHOTO_HOUSE = re.compile(
    r"(?:ANTARA FOTO|Antara|AP Photo|AP|REUTERS|Reuters|AFP|EPA|Republika)\s?/\s?([^/()\n,]{4,60})"
)
_FIRM = {
    "pt", "tbk", "indonesia", "motor", "video", "media", "tv", "menteri", "dok", "dokumentasi", "istimewa",
    "kementerian", "humas", "polres", "polda", "polri", "pemkot", "pemkab", "pemprov", "instagram", "twitter",
    "tangkapan", "screenshot", "via", "getty", "images", "studio", "pictures", "blog", "youtube", "facebook",
    "tiktok", "photo", "foto", "news", "vip",
}  # fmt: skip
_GAP = 16  # code points of white space before a closing credit
CLOSING = re.compile(
    r"\((?:[a-z]{2,6}[0-9]?(?:\s?[/\-|,&]\s?[a-z]{2,6}[0-9]?){0,3}|[a-z]\d{1,3}"
    r"|\*{1,3}(?:/[a-z]{2,5})?|[A-Z]{2,4}(?:/[A-Z]{2,4})*|[A-Z]-\d{1,2})\)"
)
_SITE = re.compile(r"\.(?:com|co\.id|co|id|net|org|tv)\b", re.IGNORECASE)
_SOURCED = re.compile(r"([^/:\n]{4,60}?) ?/ ?Sumber ?:")
_HELPED = re.compile(r"(.+?) (?:ikut )?berkontribusi")
_SIGNED = re.compile(r"\(\s?([A-Z@][^()\n]{2,110})\)")
_HOUSED = re.compile(
    r"\((?:[\w-]+/)?[\w-]+\.(?:com|co\.id|co|id|net|tv)(?:/[\w .'’-]{2,40})?\)"
)  # a site and who signs
_TAKEN = re.compile(r"\b(?:Sumber|Source|Dari berbagai sumber)\b.*", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<=[.!?”\"’] )([A-Z][A-Z .,'’-]{5,}(?:\s*\|\s*[A-Z][A-Z .'’-]+)*)$")
_NO_NAME = {
    "wib",
    "wita",
    "wit",
    "red",
    "adv",
    "tim",
    "antara",
    "dok",
    "istimewa",
    "ist",
    "net",
    "rls",
    "rilis",
    "redaksi",
}


def closing_at(text: str, start: int, stop: int) -> Span | None:
    """The closing credit in the last words of a paragraph: initials, a full name, an outlet and a name."""
    end = stop
    best: Span | None = None
    while found := _last_parens(text, start, end):
        best = Span(found.start, best.end if best else found.end)
        end = found.start
        while end > start and text[end - 1].isspace():
            end -= 1
    if best:
        return best
    if (match := _CAPITALS.search(text[max(start, stop - 120) : stop])) and _is_signature(match.group(1)):
        offset = max(start, stop - 120)
        return Span(offset + match.start(1), offset + match.end(1))
    return None


def _last_parens(text: str, start: int, stop: int) -> Span | None:
    end = stop - 1 if text[start:stop].endswith((").", "].")) else stop
    if end <= start or text[end - 1] not in ")]":
        return None
    opening = text.rfind("(" if text[end - 1] == ")" else "[", max(start, end - 130), end)
    if opening < 0:
        return None
    inside = text[opening:end].replace("[", "(").replace("]", ")")
    before = text[max(start, opening - _GAP) : opening].rstrip()
    if before and before[-1] not in ".!?…”\"’')*":
        return None
    if end < stop and inside[1].isupper() and not _HOUSED.fullmatch(inside):
        return None  # an acronym that closes a sentence
    if CLOSING.fullmatch(inside) or _HOUSED.fullmatch(inside):
        return Span(opening, stop)
    if _SIGNED.fullmatch(inside) and is_credit(inside[1:-1]):
        return Span(opening, stop)
    return None


def is_credit(words: str) -> bool:
    """Whether the words between brackets are names, not a sentence of the report."""
    parts = [part for part in re.split(r"[\s/|,;:&.]+", _SITE.sub("", words)) if part]
    capital = sum(1 for part in parts if part[0].isupper() or part[0] in "@-")
    return bool(parts) and capital >= 0.7 * len(parts) and not re.search(r"\d{4}|\d\s*(?:persen|%)", words)


def _is_signature(words: str) -> bool:
    if any(bare(word) in listed("particle") for word in words.split()):
        return False
    names = [name.strip() for name in words.split("|")]
    return all((2 <= len(name.split()) <= 5 and len(name) >= 6) or find_outlet(name) for name in names) and (
        len(names) > 1 or len(names[0].split()) >= 2
    )


def named(line: str) -> Iterator[Byline]:
    """Whom a byline names, with their roles; initials and media name nobody."""
    labels = list(_LABEL.finditer(line))
    if labels:
        for n, label in enumerate(labels):
            stop = labels[n + 1].start() if n + 1 < len(labels) else len(line)
            yield from _names(line[label.end() : stop], _ROLES[label.group(1).casefold()])
    elif worded := _WORDED.match(line):
        yield from _names(line[worded.end() :], _ROLES[worded.group(1).casefold()])
    elif sourced := _SOURCED.match(line):
        yield from _names(sourced.group(1), "author")
    elif helped := _HELPED.match(line):
        yield from _names(helped.group(1), "contributor")
    elif signed := _SIGNED.fullmatch(line.strip()):
        yield from _signers(signed.group(1))
    elif line.strip().isupper() and not CLOSING.fullmatch(line.strip()):
        for name in line.split("|"):
            if not find_outlet(name.strip()):
                yield from _names(name.strip().title(), "author")
    elif "(" in line:
        for part in re.findall(r"\([^()]*\)", line):
            if part != line.strip():
                yield from named(part)


def _signers(inside: str) -> Iterator[Byline]:
    """``Serambinews.com/Agus Ramadhan``: the names that are no medium's; only a full name names an author."""
    for piece in re.split(r"[/|,;]|\.\s", _TAKEN.sub("", inside)):
        if len(piece.split()) >= 2 and not find_outlet(piece.strip()) and not names_medium(piece):
            yield from _names(piece, "author")


def _names(words: str, role: Role) -> Iterator[Byline]:
    words = re.sub(r"\([^)]*\)", "", words)
    pieces = re.split(r"[|,;/&\n]|\bdan\b|\s[-–—]\s|(?<=[a-z])(?=Editor|Sumber)", words)
    for n, piece in enumerate(pieces, 1):
        piece = piece.strip(" \t\u00a0.:-–—[]()")
        if post := _POST.match(piece):  # Kontributor Sukaraya, Sarwono Adi
            role = "contributor"
            piece = "" if n < len(pieces) else piece[post.end() :]
        if not piece or "http" in piece or "@" in piece or find_outlet(piece) or _SITE.search(piece):
            continue
        match = _NAME.match(piece)
        if match and match.end() >= len(piece) - 1 and len(match.group()) >= 3 and len(match.group().split()) <= 6:
            name = match.group().strip()
            if name.casefold().split()[0] not in _NO_NAME and not re.fullmatch(r"[A-Z]{2,4}", name):
                yield Byline(role, name.title() if name.isupper() and len(name) > 4 else name)


def names_medium(name: str) -> bool:
    """Whether a name of two or three words is a medium's, by a word that only media bear: *Warta Melur*."""
    words = [bare(word) for word in name.split()]
    return 1 < len(words) < 4 and any(word in lexicon.forms("media_names") for word in words)


def is_firm(name: str) -> bool:
    """Whether a name is a firm's or an office's, not a person's."""
    return any(bare(word) in _FIRM for word in name.split())


def photographers(caption: str, body: str) -> Iterator[Byline]:
    """Who took the picture: ``Foto: AP Photo/Mikhail Metzel``, ``(ANTARA FOTO/Aditya Putra)``.

    A bare name is one only where the `body` does not speak of it, as it does of firms that hand out pictures.
    """
    for match in (*_PHOTO.finditer(caption), *_PHOTO_HOUSE.finditer(caption)):
        pieces = [piece.strip(" .-)") for piece in re.split(r"[/,]", match.group(1))]
        credited = len(pieces) > 1 or match.re is _PHOTO_HOUSE
        for piece in pieces:
            if len(piece.split()) < 2 or find_outlet(piece) or is_firm(piece):
                continue
            if credited or piece not in body:
                yield from _names(piece, "photographer")
