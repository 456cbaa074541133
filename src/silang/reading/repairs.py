"""What is printed wrongly and is to be read otherwise, recorded by span; the text itself stays as it was given.

Mojibake is UTF-8 that some tool took for Windows-1252 or MacRoman (``â€œ``, ``‚Äú`` for ``“``), once or twice over. A
span is one only where its signs, taken back to bytes, are whole characters of UTF-8 such as texts hold. Entities are
character references of HTML (``&ldquo;``) that were left in a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html.entities import html5

from silang.language.mending import mended, said
from silang.model import Repair, Segment
from silang.reading.lines import lines_of

_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_ENCODINGS = {"cp1252": "ÂÃÅâïð", "mac_roman": "¬√ƒ≈‚Ô"}  # and the lead signs that vouch for what follows
_MARKS = "‘’‚“”„…–—‹›«»"  # in good order after a word that ends in a lead: CAFÉ”
_MOST = 4  # signs that one character of UTF-8 became
_TIMES = 3  # over that a text was misread
_LONG = 60  # code points of a paragraph that nobody writes twice
_TWO, _THREE, _FOUR, _PAST = 0xC2, 0xE0, 0xF0, 0xF5  # lead bytes (RFC 3629)
_WORN = {  # mojibake that lost a sign on its way: what Windows-1252 leaves open, a blank and a quote made plain
    r'â€"': "—",
    r"â€\?|â€\ufffd|(?:â€|Ã¢â‚¬Â)(?![^\x00-\x7f\xa0])": "”",
    r"(?<![^\W_a-zß-ÿ])Â(?=\s|$)|(?<=[.!?”\"])Â(?=[A-Z])|â\x81(?=\s)": "",
}
_LOST = {  # marks that a charset without them turned into question marks
    r"(?<=[\s(])\?(?=[A-Z])": "“",
    r"(?<=,)\?(?=\s?[a-z])|(?<=[^.]\.)\?(?=\s?[a-z])": "”",
}
_LOSS = ",?"  # what shows that a text has lost them
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|([A-Za-z][A-Za-z0-9]{1,9}));")
_CONTROL = 0x20


def repairs(read: str, signs: Sequence[Repair], segments: Sequence[Segment]) -> tuple[Repair, ...]:
    """All repairs of a text in order: its `signs`, and what of the text, `read` with them, is printed a second time.

    No two overlap; a paragraph that is printed twice covers the signs in it.
    """
    return tuple(_settled(signs, _doubled(read, segments)))


def _settled(signs: Sequence[Repair], twice: Iterable[Repair]) -> Iterator[Repair]:
    """Both in order, without those signs that what is printed twice holds; one at its edge widens it."""
    at = 0
    for one in twice:
        while at < len(signs) and signs[at].end <= one.start:
            yield signs[at]
            at += 1
        start, end = one.start, one.end
        while at < len(signs) and signs[at].start < end:
            start, end = min(start, signs[at].start), max(end, signs[at].end)
            at += 1
        yield replace(one, start=start, end=end)
    yield from signs[at:]


def signs_of(text: str) -> list[Repair]:
    """Mojibake and entities of a text, in order, without overlap."""
    found = [] if text.isascii() else [*_mojibake(text), *_matched(text, _WORN)]
    if _LOSS in text:
        found += _matched(text, _LOST)
    if "&" in text:
        found += _entities(text)
    kept: list[Repair] = []
    for repair in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    return kept


def readable(words: str) -> str:
    """Words of a field as they are to be read, on one line; as they are, where nothing in them is printed wrongly."""
    signs = signs_of(words)
    return " ".join(said(mended(words, signs)).split()) if signs else words


def _mojibake(text: str) -> Iterator[Repair]:
    for run in _FOREIGN.finditer(text):
        signs = [(sign, at, at + 1) for at, sign in enumerate(run.group(), run.start())]
        for _ in range(_TIMES):
            before = len(signs)
            signs = list(_once(signs))
            if len(signs) == before:
                break
        for reads, start, end in signs:
            if end - start > 1 and not _is_control(reads):
                yield Repair(start, end, "mojibake", reads)


def _once(signs: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Signs with their spans, each whole character of UTF-8 among them read as what it is."""
    at = 0
    while at < len(signs):
        run = "".join(sign for sign, _, _ in signs[at : at + _MOST])
        read = next((r for name in _ENCODINGS if (r := _character(run, name))), None)
        if read:
            reads, length = read
            yield reads, signs[at][1], signs[at + length - 1][2]
            at += length
        else:
            yield signs[at]
            at += 1


def _character(run: str, encoding: str) -> tuple[str, int] | None:
    """The character that opens `run` once its signs are bytes again, and how many signs it took."""
    lead = _byte(run[:1], encoding)
    if lead is None or not _TWO <= lead < _PAST:
        return None
    length = 2 if lead < _THREE else 3 if lead < _FOUR else 4
    vouched = run[0] in _ENCODINGS[encoding]
    if not vouched and (encoding == "mac_roman" or any(sign in _MARKS for sign in run[1:length])):
        return None
    held = [byte for sign in run[:length] if (byte := _byte(sign, encoding)) is not None]
    try:
        reads = _plain(bytes(held).decode("utf-8"))
    except UnicodeDecodeError:
        return None
    return (reads, length) if len(held) == length and reads is not None else None


def _byte(sign: str, encoding: str) -> int | None:
    """The byte that stands for a sign; controls are bytes that the encoding leaves open."""
    if encoding == "cp1252" and "\x80" <= sign <= "\x9f":
        return ord(sign)
    try:
        return sign.encode(encoding)[0] if sign else None
    except UnicodeEncodeError:
        return None


def _plain(sign: str) -> str | None:
    """A character as it is read: a blank for any blank, nothing for what has no shape; None where it is none."""
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return ""
    return " " if kind == "Zs" else sign if sign.isprintable() or _is_control(sign) else None


def _is_control(sign: str) -> bool:
    """Whether it is one that Windows-1252 leaves open: no sign of a text, but a byte of the text that was misread."""
    return "\x80" <= sign <= "\x9f"


def _matched(text: str, patterns: Mapping[str, str]) -> Iterator[Repair]:
    for pattern, reads in patterns.items():
        for match in re.finditer(pattern, text):
            yield Repair(match.start(), match.end(), "mojibake", reads)


def _entities(text: str) -> Iterator[Repair]:
    for match in _ENTITY.finditer(text):
        number, hexadecimal, name = match.groups()
        if name:
            reads = html5.get(f"{name};")
        else:
            code = int(number) if number else int(hexadecimal, 16)
            reads = chr(code) if _CONTROL <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None
        if reads and len(reads) == 1 and not _is_control(reads) and (plain := _plain(reads)) is not None:
            yield Repair(match.start(), match.end(), "entity", plain)


def _doubled(text: str, segments: Sequence[Segment]) -> Iterator[Repair]:
    """Paragraphs of the body that stand there a second time, word for word: a lead, or a picture's text twice."""
    seen: set[str] = set()
    for segment in (segment for segment in segments if segment.kind == "body"):
        for line in lines_of(segment.of(text)):
            if line.text in seen:
                yield Repair(segment.start + line.start, segment.start + line.end, "doubled", "")
            elif len(line.text) >= _LONG:
                seen.add(line.text)
