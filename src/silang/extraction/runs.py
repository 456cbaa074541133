"""Runs of capitalised words, the raw material of names; the common word that opens a sentence is none."""

from __future__ import annotations

from collections.abc import Sequence

from silang.extraction.cues import cue_at
from silang.extraction.vocabulary import forms, is_field, is_verb, organisation_at, particles, place_at, title_at
from silang.language import Parse, Token

Run = tuple[int, int]
"""A range of tokens."""

_INSIDE = frozenset({
    "bin", "binti", "van", "von", "der", "de", "del", "da", "dos", "el", "al", "ibn", "ben", "of", "the",
})  # fmt: skip
_MARKS = frozenset("\"“”„«»‘'")
_SMALL = (
    "adverb",
    "preposition",
    "conjunction",
    "connective",
    "pronoun",
    "author",
    "article",
    "auxiliary",
    "time",
    "determiner",
    "opener",
)


def find_runs(parse: Parse) -> list[Run]:
    """The runs of a report's body, in order."""
    words = parse.tokens
    opens = {sentence.start for sentence in parse.sentences}
    starts = [token.start in opens or (n > 0 and words[n - 1].text in _MARKS) for n, token in enumerate(words)]
    inside = {t.text for t, start in zip(words, starts, strict=True) if t.is_capital and not start}
    lowered = {token.lower for token in words if token.text.islower()}
    found: list[Run] = []
    known = _known(words)
    n = 0
    while n < len(words):
        first = n
        n += 1
        if not _is_name(words[first]) or words[first].lower in particles("opener") | particles("pronoun"):
            continue
        while n < len(words) and (n in known or (words[n].start not in opens and _goes_on(words, n))):
            n += 1
        if starts[first] and first + 1 not in known:
            first = _past_opener(words, (first, n), inside, lowered)
        last = n
        while last > first and (not words[last - 1].is_capital or (last - first > 1 and _links(words[last - 1]))):
            last -= 1
        if last > first:
            found.append((first, last))
    return found


def _links(token: Token) -> bool:
    """Whether a word only stands inside names, as *Al* does: at the end of a run it is the start of what was cut."""
    return token.lower in ("al", "el", "bin", "binti", "van", "de", "der")


def _known(words: Sequence[Token]) -> frozenset[int]:
    """The tokens inside the names of well-known organisations, small words and commas too, but for each first one."""
    inside: set[int] = set()
    for n, word in enumerate(words):
        if word.is_capital and (found := organisation_at(words, n, len(words))) > 1:
            inside.update(range(n + 1, n + found))
    return frozenset(inside)


def _is_name(token: Token) -> bool:
    return token.is_word and token.is_capital


def _goes_on(words: Sequence[Token], n: int) -> bool:
    token, before = words[n], words[n - 1]
    if token.lower in particles("pronoun"):
        return False  # warga Melur Ia pulang, where a full stop was lost
    followed = n + 1 < len(words) and _is_name(words[n + 1])
    if _is_name(token):
        return token.start - before.end <= 2 and (before.text != "." or _is_initial(words, n - 2))
    return followed and (token.lower in _INSIDE or (token.text == "." and _is_initial(words, n - 1)))


def _is_initial(words: Sequence[Token], n: int) -> bool:
    """Whether a full stop after this token ends no name: *M. Yohan*, *Dr. Sari*."""
    return n >= 0 and (len(words[n].text) == 1 or title_at(words, n, n + 1) in (("honorific", 1), ("rank", 1)))


def _past_opener(words: Sequence[Token], run: Run, inside: set[str], lowered: set[str]) -> int:
    """Past the words that are capitals only because they open a sentence."""
    first, last = run
    while first < last:
        word = words[first]
        known = word.text in inside or (word.text.isupper() and len(word.text) > 1)
        small = word.lower in lowered or is_verb(word.lower) or any(word.lower in particles(kind) for kind in _SMALL)
        small = (
            small or _is_group(words, first, last) or (first == run[0] and not known and _is_deed(words, first, last))
        )
        if first > run[0] and not _is_small(word.lower):
            return first
        if not small and (known or title_at(words, first, last) or place_at(words, first, last)):
            return first
        if known and small and word.lower not in lowered and last - first > 1 and not _is_small(word.lower):
            return first
        if not small and (last - first > 1 or _acts(words, last)):
            return first
        first += 1
    return first


def _is_group(words: Sequence[Token], n: int, end: int) -> bool:
    """Whether a common noun for those who speak opens the sentence: *Laporan Bank Indonesia*, *Tim itu*."""
    title = title_at(words, n, end)
    if end - n == 1 and (title and title[0] == "organisation" and words[n].text[1:].islower()):
        return True
    return forms("groups").at(words, n, n + 1) is not None and title is None


def _is_deed(words: Sequence[Token], n: int, end: int) -> bool:
    """Whether a noun made of a verb opens the sentence: *Penangkapan Bayu*, *Lambatnya Melur*."""
    word = words[n].lower
    made = word.endswith("nya") or (is_field(word) and word.endswith("an") and word.startswith(("ke", "pe")))
    return made and title_at(words, n, end) is None and organisation_at(words, n, end) == 0


def _is_small(word: str) -> bool:
    return any(word in particles(kind) for kind in _SMALL)


def _acts(words: Sequence[Token], n: int) -> bool:
    """Whether a verb stands at `n`: the single word before it is its subject."""
    while n < len(words) and words[n].lower in particles("adverb") | particles("auxiliary"):
        n += 1
    return n < len(words) and (is_verb(words[n].lower) or cue_at(words, n, len(words), "active") is not None)
