"""Datelines: ``REPUBLIKA.CO.ID, AMBON –``, ``Liputan6.com, Kairo -``, ``JAKARTA, KOMPAS.com-``, ``WANASARI-``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from silang.model import Outlet, Span
from silang.reading.outlets import find_dateline, outlet_named
from silang.reading.times import printed_time

_REACH = 90  # code points that a dateline may take
_DASH = re.compile(r"\s*(?:--+|[-–—―]+)(?=\s|[A-Z0-9\"“‘]|&nbsp;|$)|\s*:(?=\s)")
_GLUE = re.compile(r"\s|[A-Z]+[a-z]|[\"“‘]|&nbsp;|[A-Z] |$")  # after the dash: not COVID-19, not RUSIA-CINA
_SPLIT = re.compile(r"\s*[,()/|]\s*|\s{2,}")
SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\.(?:com|co\.id|co|id|net|org|tv|news|info)\b", re.IGNORECASE)
_CAPS = re.compile(r"(?:[A-Z][A-Z'’.-]*[A-Z]|[A-Z]\.)(?: [A-Z][A-Z'’.-]*[A-Z])*$")
_TITLE = re.compile(r"[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+){0,2}(?: [A-Z]{2,3})?$")
_GLUED = re.compile(r",\s*((?:[A-Z][a-z]+ ){0,2}?[A-Z][a-z]{2,}?)(?=[A-Z][a-z]|[A-Z]{2})")
_LOOSE_TITLE = re.compile(r",\s*([A-Z][a-z]{2,})(?= [A-Z])")
_LOOSE_CAPS = re.compile(r",\s*([A-Z]{3,}(?: [A-Z]{3,})*)(?=\s{2,}|\s+[A-Z][a-z])")
_LINES = re.compile(r"\w[^\S\n]*\n\s*\w")
_PLACE_AFTER = re.compile(r"\s*([A-Z]{4,}(?: [A-Z]{3,})?)\.(?= [A-Z][a-z])")
_SEEN = 3000  # code points of a text that tell whether a word is a name
_AFTER_OUTLET = re.compile(r"([A-Z][A-Z ]{2,30}),\s*")
_SHORT_CAPS = {"DC", "DKI", "DIY", "AS", "UEA", "NTT", "NTB", "BSD"}
_RUBRICS = {"opini", "info", "video", "foto", "cek", "top", "kolom", "esai", "hoaks", "hot", "breaking", "live",
    "ilustrasi", "ringkasan", "oleh", "program",
}  # fmt: skip
_HOUSE = {
    "radar", "tribun", "harian", "koran", "pos", "posmetro", "metro", "warta", "suara", "media", "berita", "kabar",
    "lensa", "ekspres", "news", "times", "post", "network", "jurnal", "tabloid", "rakyat", "merdeka", "online",
}  # fmt: skip
_PAPER = {"harian", "koran", "tabloid", "majalah"}  # what opens no place's name
_VOWEL = re.compile("[AEIOU]")


@dataclass(frozen=True, slots=True)
class Dateline(Span):
    """The opening of a report: its place in normal case and its outlet, None where it has none of them.

    `strong`: it names an outlet, or a place in capitals, so that it opens a report wherever it stands.
    """

    place: str | None
    outlet: Outlet | None
    strong: bool


def dateline_at(text: str, start: int) -> Dateline | None:
    """The dateline that opens at `start`, None where there is none."""
    stop = min(len(text), start + _REACH)
    names = [match.span() for match in SITE.finditer(text, start, stop)]
    for dash in _DASH.finditer(text, start + 2, stop):
        if any(first < dash.start() < last for first, last in names):
            continue
        if not dash.group()[0].isspace() and not _GLUE.match(text, dash.end()):
            continue
        if found := _parts(text, start, dash):
            return _with_place(text, found)
        if not _within_name(text, dash):
            break
    return _loose(text, start, stop)


def _with_place(text: str, found: Dateline) -> Dateline:
    """``KONTAN.CO.ID - JAKARTA. Harga``: the place that follows the dash."""
    if found.place is None and (place := _PLACE_AFTER.match(text, found.end)) and _is_caps_place(place.group(1)):
        return Dateline(found.start, place.end(), _cased(place.group(1)), found.outlet, found.strong)
    return found


def _within_name(text: str, dash: re.Match[str]) -> bool:
    """Whether that dash stands inside a word, as in ``TRIBUN-BALI.COM``."""
    return not dash.group()[0].isspace() and dash.end() < len(text) and not text[dash.end()].isspace()


def _parts(text: str, start: int, dash: re.Match[str]) -> Dateline | None:
    """The dateline of place and outlet between `start` and the dash; None where those words are something else."""
    opening, spaced = text[start : dash.start()], dash.group()[0].isspace()
    pieces = [re.sub(r"\s+", " ", piece).strip(" .") for piece in _SPLIT.split(opening)]
    if _LINES.search(opening):
        return None
    pieces = [piece for piece in pieces if not ((at := printed_time(piece)) and at[1] == len(piece))]
    shown = {piece: outlet for piece in pieces if piece and (outlet := _outlet(piece))}
    places = [piece for piece in pieces if piece and piece not in shown]
    capitals = [_is_caps_place(place) or (bool(shown) and bool(_CAPS.match(place))) for place in places]
    strong = bool(shown) or any(capitals)
    if not (places or shown) or len(places) > 2 or not (strong or spaced):
        return None
    if not all(caps or _is_title_place(text, place) for place, caps in zip(places, capitals, strict=True)):
        return None
    return Dateline(start, dash.end(), _cased(places[0]) if places else None, next(iter(shown.values()), None), strong)


def _is_title_place(text: str, piece: str) -> bool:
    """Whether a piece in capitals and small letters may be a place: the text never has it in small letters."""
    first = piece.split()[0].casefold()
    if not _TITLE.match(piece) or len(piece) < 3 or first in _RUBRICS:
        return False
    return not re.search(rf"(?<![\w-]){re.escape(piece.casefold())}(?![\w-])", text[:_SEEN])


def _outlet(piece: str) -> Outlet | None:
    if found := find_dateline(piece):
        return found
    words = piece.casefold().split()
    if SITE.fullmatch(piece):
        return outlet_named(SITE.fullmatch(piece).group())  # type: ignore[union-attr]
    if len(words) > 1 and piece.isupper() and (words[0] in _HOUSE or words[-1] in _HOUSE):
        return outlet_named(piece.title())
    if len(words) > 1 and _TITLE.match(piece) and words[0] in _PAPER:
        return outlet_named(piece)
    return None


def _is_caps_place(piece: str) -> bool:
    words = piece.split()
    if not _CAPS.match(piece) or len(words) > 4 or words[0].casefold() in _RUBRICS:
        return False
    return any(len(w) >= 4 and _VOWEL.search(w) for w in words)


def _cased(place: str) -> str:
    if not place.isupper() and not place.endswith(tuple(_SHORT_CAPS)):
        return place
    words = (w if w in _SHORT_CAPS else "-".join(map(str.capitalize, w.split("-"))) for w in place.split())
    return " ".join(words)


def _loose(text: str, start: int, stop: int) -> Dateline | None:
    """Datelines that lost their dash: ``Liputan6.com, JakartaWali kota``, ``JAKARTA, KOMPAS.com Ketua``."""
    if (domain := SITE.match(text, start, stop)) and (outlet := _outlet(domain.group())):
        for pattern in (_LOOSE_CAPS, _GLUED, _LOOSE_TITLE):
            if place := pattern.match(text, domain.end(), stop):
                return Dateline(start, place.end(1), _cased(place.group(1)), outlet, True)
        comma = text[domain.end() : domain.end() + 1] == ","
        return Dateline(start, domain.end() + 1, None, outlet, True) if comma else None
    if (
        (place := _AFTER_OUTLET.match(text, start, stop))
        and _is_caps_place(place.group(1))
        and (domain := SITE.match(text, place.end(), stop))
        and (outlet := _outlet(domain.group()))
    ):
        return Dateline(start, domain.end(), _cased(place.group(1)), outlet, True)
    if (place := _PLACE_AFTER.match(text, start)) and _is_caps_place(place.group(1)):
        return Dateline(start, place.end(), _cased(place.group(1)), None, True)
    return None
