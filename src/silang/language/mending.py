"""A text as it is to be read: what is printed wrongly replaced, every other code point where it stood.

A repair is mostly shorter than what it replaces. What is left over is filled: with blanks outside an opening mark,
after any other one, and inside a word with a letter that nobody sees. So spans found in the text as it is to be read
are spans of the text as it was given, and `said` gives their words.
"""

from __future__ import annotations

from collections.abc import Iterable

from silang.model import Repair

FILLER = "\uffa0"  # HALFWIDTH HANGUL FILLER: a letter to every rule about words, without a shape
_OPENING = "“‘„‚«‹([{"
_EITHER = "\"'"  # marks that open and close
_IN_WORDS = "'’`-‐‑"  # marks that join letters to one word
_BLANK = " "


def mended(text: str, repairs: Iterable[Repair]) -> str:
    """`text` as it is to be read, as long as it was; what is printed twice is blank the second time."""
    pieces: list[str] = []
    at = 0
    for repair in repairs:
        if repair.start < at:
            continue
        pieces += text[at : repair.start], _filled(text, repair)
        at = repair.end
    return "".join([*pieces, text[at:]]) if pieces else text


def said(words: str) -> str:
    """Words of a text as it is to be read, without what fills them."""
    return words.replace(FILLER, "")


def _filled(text: str, repair: Repair) -> str:
    width = repair.end - repair.start
    reads = repair.reads[:width]
    if repair.kind == "doubled":
        return "".join(sign if sign.isspace() else _BLANK for sign in text[repair.start : repair.end])
    left, right = text[repair.start - 1 : repair.start].isalpha(), text[repair.end : repair.end + 1].isalnum()
    inside = left and right
    if reads.isalnum() or (inside and (not reads or reads in _IN_WORDS)):
        return reads + FILLER * (width - len(reads))
    opens = reads in _OPENING or (reads in _EITHER and right and not left)
    return reads.rjust(width, _BLANK) if reads and opens else reads.ljust(width, _BLANK)
