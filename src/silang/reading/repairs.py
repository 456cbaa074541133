"""What is printed wrongly and is to be read otherwise, recorded by span: mojibake, and paragraphs printed twice.

Mojibake is UTF-8 that some tool took for Windows-1252 or MacRoman (``â€œ``, ``‚Äú`` for ``“``). A span is one only
where its characters, taken back to bytes, are whole UTF-8 characters of a text; the text itself stays as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from silang.model import Repair, Segment
from silang.reading.lines import lines_of

_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_ENCODINGS = ("cp1252", "mac_roman")
_MOST = 4  # signs that one character of UTF-8 became
_LONG = 60  # code points of a paragraph that nobody writes twice
_TWO, _THREE, _FOUR, _PAST = 0xC2, 0xE0, 0xF0, 0xF5  # lead bytes (RFC 3629)


def repairs(text: str, segments: Sequence[Segment]) -> tuple[Repair, ...]:
    """The repairs of a text in order: what each span is to be read as, nothing for what is printed a second time."""
    found = [*_mojibake(text), *_doubled(text, segments)]
    return tuple(sorted(found, key=lambda repair: (repair.start, repair.end)))


def _mojibake(text: str) -> Iterator[Repair]:
    for run in _FOREIGN.finditer(text):
        at = run.start()
        while at < run.end():
            if read := next(
                (r for name in _ENCODINGS if (r := _character(text[at : min(at + _MOST, run.end())], name))), None
            ):
                reads, length = read
                yield Repair(at, at + length, "mojibake", reads)
                at += length
            else:
                at += 1


def _character(run: str, encoding: str) -> tuple[str, int] | None:
    """The character that opens `run` once its signs are bytes again, and how many signs it took."""
    lead = _byte(run[0], encoding)
    if lead is None or not _TWO <= lead < _PAST:
        return None
    length = 2 if lead < _THREE else 3 if lead < _FOUR else 4
    held = [byte for sign in run[:length] if (byte := _byte(sign, encoding)) is not None]
    try:
        reads = bytes(held).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return (reads, length) if len(held) == length and reads.isprintable() else None


def _byte(sign: str, encoding: str) -> int | None:
    """The byte that stands for a sign; controls are bytes that the encoding leaves open."""
    if encoding == "cp1252" and "\x80" <= sign <= "\x9f":
        return ord(sign)
    try:
        return sign.encode(encoding)[0]
    except UnicodeEncodeError:
        return None


def _doubled(text: str, segments: Sequence[Segment]) -> Iterator[Repair]:
    """Paragraphs of the body that stand there a second time, word for word: a lead, or a picture's text twice."""
    seen: set[str] = set()
    for segment in (segment for segment in segments if segment.kind == "body"):
        for line in lines_of(segment.of(text)):
            if line.text in seen:
                yield Repair(segment.start + line.start, segment.start + line.end, "doubled", "")
            elif len(line.text) >= _LONG:
                seen.add(line.text)
