"""Cues: the words that say that somebody said something, found in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from silang.extraction.vocabulary import Forms, particles
from silang.language import Token, lexicon
from silang.model import Polarity

_UNSAID = frozenset({
    "tidak", "tak", "belum", "bukan", "enggan", "menolak", "jangan", "tanpa", "untuk", "guna", "demi", "agar",
    "akan", "bakal", "dijadwalkan", "ingin", "mau", "harus", "perlu", "hendak", "berencana", "siap", "diminta",
    "dapat", "bisa", "berani", "berhak", "wajib",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at tokens[first:last]. `own` says that its source is a -nya on the cue itself (*ujarnya*)."""

    first: int
    last: int
    place: str
    takes: str
    polarity: Polarity
    own: bool = False


@cache
def _cues(place: str) -> Forms:
    return Forms((e["form"], e) for e in lexicon.table("cues") if e["place"] == place)


@cache
def _own(place: str) -> Forms:
    return Forms((e["form"] + "nya", e) for e in lexicon.table("cues") if e["place"] == place)


@cache
def _openers(place: str) -> frozenset[str]:
    return frozenset(_cues(place).openers() | _own(place).openers())


def cue_at(tokens: Sequence[Token], n: int, end: int, place: str) -> Cue | None:
    """The cue of that `place` at token `n`, None where there is none. *ujarnya* counts as "post", *dikatakannya* as
    "passive"."""
    if tokens[n].lower not in _openers(place) or (place == "active" and tokens[n].is_capital):
        return None
    if (found := _cues(place).at(tokens, n, end)) and not _denied(tokens, n):
        entry, length = found
        return Cue(n, n + length, place, entry["takes"], entry.get("polarity", "affirmed"))
    if place in ("post", "passive") and (found := _own(place).at(tokens, n, end)):
        entry, length = found
        return Cue(n, n + length, place, entry["takes"], entry.get("polarity", "affirmed"), own=True)
    return None


def _denied(tokens: Sequence[Token], n: int) -> bool:
    """Whether the verb was not said, or not yet: *tidak menyebutkan*, *untuk menjawab*, *akan menjelaskan*."""
    back = n - 1
    while back >= 0 and tokens[back].lower in particles("adverb") - _UNSAID:
        back -= 1
    return back >= 0 and tokens[back].lower in _UNSAID
