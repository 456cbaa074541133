"""How far reported content goes: where the outlet's own words take over again, and what is a clause at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from silang.extraction.cues import cue_at
from silang.extraction.lines import Line
from silang.extraction.phrases import is_time, phrase_after
from silang.extraction.vocabulary import forms, is_field, is_verb, particles
from silang.language import Token

_SUBORDINATE = frozenset({"setelah", "ketika", "saat", "sebelum", "usai", "karena", "sejak"})
_RELATIVE = 2  # tokens after yang in which a verb is the relative clause's own
_DEED = re.compile(r"[a-z]{4,}an(?:nya)?$")
_OCCASION = frozenset({
    "ditanya", "ditemui", "dikonfirmasi", "dihubungi", "dimintai", "diwawancarai", "keterangan", "keterangannya",
    "konferensi", "jumpa", "wartawan", "siaran", "pernyataannya", "unggahan", "unggahannya", "sambutannya",
    "pidatonya", "laporannya", "kesempatan",
})  # fmt: skip
_DAY_PARTS = frozenset({"waktu", "setempat", "malam", "pagi", "siang", "sore", "dini", "hari", "petang"})
_VIA_LEADS = frozenset({"seperti", "sebagaimana", "demikian", "begitu"})
_TURNS = frozenset({"seraya", "sembari", "sambil", "sementara", "sedangkan", "merujuk", "mengacu", "menanggapi"})
_CIRCUMSTANCE = frozenset({"saat", "ketika", "dalam", "kepada", "usai", "di", "pada"})
_ASKED = frozenset({"mengapa", "kenapa", "apakah", "kapan", "bagaimana", "siapa", "seberapa", "berapa"})
_UNITS = frozenset({"hari", "jam", "pekan", "minggu", "bulan", "tahun", "menit"})


def has_clause(inside: Sequence[Token]) -> bool:
    """Whether words hold a verb of a main clause, not only one inside *yang …* or after *setelah …*."""
    since = 0
    if inside and inside[0].lower in _ASKED:
        return True
    for n, token in enumerate(inside):
        if n and token.lower in _SUBORDINATE and inside[n - 1].text != "," and not _points(inside, n + 1):
            return False
        since = _RELATIVE if token.lower in ("yang", "untuk", "dalam", "dengan") else since - 1
        if n and token.lower in particles("determiner") and _is_predicate(inside, n + 1):
            return True
        verb = (is_verb(token.text) and not token.is_capital) or token.lower in particles("auxiliary")
        if verb and since <= 0:
            return True
    return False


def _is_predicate(inside: Sequence[Token], n: int) -> bool:
    """Whether a plain word after *itu* says something of it: *proyek itu [mangkrak]*."""
    if n >= len(inside) or not inside[n].text.islower():
        return False
    return not any(
        inside[n].lower in particles(k) for k in ("preposition", "adverb", "conjunction", "connective", "time")
    )


def _points(inside: Sequence[Token], n: int) -> bool:
    """Whether *ini*, *itu* follows: *saat ini* opens no clause."""
    return n < len(inside) and inside[n].lower in particles("determiner")


def is_deed(inside: Sequence[Token], *, bare: bool) -> bool:
    """Whether words name something done: *rencana untuk …*, *kesiapan X untuk …*; `bare`: any *kunjungan tersebut*."""
    if inside[0].lower in particles("article"):
        return False
    if bare:
        return len(inside) > 1 and bool(_DEED.match(inside[0].lower))
    named = is_field(inside[0].lower) or inside[0].lower.startswith("rencana") or inside[0].lower == "komitmennya"
    return named and len(inside) > 3 and any(t.lower in ("untuk", "oleh", "dengan") for t in inside[1:])


def past_times(line: Line, n: int) -> int:
    """Past dates between commas from token `n`: *…, Selasa (3/2), …*."""
    words, k = line.words, n
    while k < len(words) and (
        is_time(words[k]) or (k > n and (words[k].text in "()/." or words[k].lower in _DAY_PARTS))
    ):
        k += 1
    return past_times(line, k + 1) if k > n and k < len(words) and words[k].text == "," else n


def opening(line: Line, floor: int) -> int:
    """Past the connective that opens a sentence: *Namun*, *Sementara itu,*."""
    words, n, end = line.words, floor, len(line.words)
    while n < end and words[n].text in ",.–-":
        n += 1
    while n < end and (found := forms("particles", "kind", "connective").at(words, n, end)):
        n += found[1]
        if n < end and words[n].text == ",":
            n += 1
    return n


def content_end(line: Line, start: int) -> int:
    """Where content that begins at token `start` ends: before what the outlet adds after it."""
    words, depth = line.words, 0
    for n in range(start, len(words)):
        token = words[n]
        if line.said(n) and n > start and not line.said(start):
            return n
        if line.quoted(n):
            continue
        depth += (token.text == "(") - (token.text == ")")
        if depth <= 0 and n > start and _stops(line, n, start):
            return n
    return len(words)


def _stops(line: Line, n: int, start: int) -> bool:
    words, token = line.words, line.words[n]
    if token.text == ",":
        return _adds(line, n + 1)
    if line.quoted(start) and line.quoted(n - 1) and token.lower in particles("preposition"):
        return not any(line.quoted(k) for k in range(n, len(words)))  # "…" melalui sebuah unggahan
    if line.quoted(n - 1) and _adds_after_quotation(line, n):
        return True
    if token.lower in ("seraya", "sembari", "sambil"):
        return any(cue_at(words, k, len(words), "active") for k in range(n + 1, min(len(words), n + 4)))
    if token.lower in ("dan", "serta", "namun", "meskipun"):
        return _joins_cue(line, n + 1)
    if token.lower in _VIA_LEADS:
        return _via_soon(line, n + 1)
    if cue_at(words, n, len(words), "via") and token.lower.startswith(("dikutip", "dilansir", "mengutip", "melansir")):
        return words[n - 1].lower != "yang" and n - start > 3
    return (
        token.text in ".!?"
        and n + 1 < len(words)
        and words[n + 1].is_capital
        and n - start > 6
        and words[n + 1].start > token.end
    )


def _adds_after_quotation(line: Line, n: int) -> bool:
    """Whether what follows a closing mark inside content is the outlet's own: *"…," menurut X*."""
    words = line.words
    comma = words[n - 2].text == "," if n > 1 else False
    return comma and _adds(line, n)


def _joins_cue(line: Line, n: int) -> bool:
    """Whether *dan* is followed by a second verb of saying of the same subject: *dan menyatakan bahwa …*."""
    words, end = line.words, len(line.words)
    while n < end and words[n].lower in particles("adverb"):
        n += 1
    cue = cue_at(words, n, end, "active") if n < end else None
    if cue is None or cue.takes == "bahwa":
        return False
    return cue.takes == "any" or any(words[k].lower == "bahwa" for k in range(cue.last, min(end, cue.last + 6)))


def _via_soon(line: Line, n: int) -> bool:
    return any(cue_at(line.words, k, len(line.words), "via") for k in range(n, min(len(line.words), n + 3)))


def _adds(line: Line, n: int) -> bool:
    """Whether what follows a comma at `n` is no more content: a credit, a date, another attribution, a remark."""
    _words, end = line.words, len(line.words)
    if n >= end or line.said(n):
        return n < end
    return _credits(line, n) or _says_who(line, n) or _remarks(line, n) or _new_speaker(line, n) or _only_date(line, n)


def _remarks(line: Line, n: int) -> bool:
    """Whether the outlet explains, dates or doubts what was said: *, yang merujuk pada …*, *, saat ditemui …*."""
    words, lower = line.words, line.words[n].lower
    following = {token.lower for token in words[n + 1 : n + 4]}
    return (
        lower in _TURNS
        or (lower == "yang" and bool(following & {"merujuk", "mengacu"}))
        or (lower in _CIRCUMSTANCE and bool(following & _OCCASION))
        or (lower in ("namun", "tetapi", "tapi") and bool(following) and words[n + 1].lower in ("tidak", "belum"))
        or (
            line.quoted(n - 2)
            and n + 2 < len(words)
            and words[n + 1].lower in _UNITS
            and words[n + 2].lower in _SUBORDINATE
        )
    )


def _credits(line: Line, n: int) -> bool:
    words = line.words
    return cue_at(words, n, len(words), "via") is not None or (words[n].lower in _VIA_LEADS and _via_soon(line, n + 1))


def _says_who(line: Line, n: int) -> bool:
    words, end = line.words, len(line.words)
    post = cue_at(words, n, end, "post")
    if post and (post.own or (post.takes == "any" and phrase_after(words, post.last, end))):
        return True
    return words[n].lower == "menurut" and phrase_after(words, n + 1, end) is not None


def _new_speaker(line: Line, n: int) -> bool:
    """*, dengan kepolisian mengatakan …*, *, namun menyatakan …*: a new cue before the next comma."""
    words, end = line.words, len(line.words)
    if words[n].lower not in ("dan", "namun", "tetapi", "tapi", "dengan", "meskipun", "meski", "sehingga"):
        return False
    for k in range(n + 1, min(end, n + 9)):
        if words[k].text == ",":
            return False
        if (cue := cue_at(words, k, end, "active")) and cue.takes != "bahwa":
            return all(not is_verb(words[j].text) for j in range(n + 1, k))
    return False


def _only_date(line: Line, n: int) -> bool:
    words = line.words
    return is_time(words[n]) and words[n].is_capital and all(
        is_time(t) or t.text in "()/.," or t.lower in _DAY_PARTS for t in words[n:]
    )  # fmt: skip
