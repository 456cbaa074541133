"""Names of persons, organisations and places in a report's body."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from silang.extraction.cues import cue_at
from silang.extraction.parting import Name, Usage, part
from silang.extraction.runs import Run, find_runs
from silang.extraction.vocabulary import forms, organisations, particles, place_at, title_at
from silang.language import Parse, Token, lexicon

_PLACED = re.compile(r"\b(?:[Dd]i|[Kk]e|[Dd]ari)\s+([A-Z][\w-]+)")  # the furniture knows places too
_NEXT = re.compile(r"\b(?:[Dd]i|[Kk]e)\s+([A-Z][\w-]+) ([A-Z][\w-]+)")

_OPENS_BODY = frozenset({
    "pt", "cv", "partai", "fraksi", "klub", "skuad", "kubu", "kader", "dpp", "dpd", "dpc", "dpw",
    "suporter", "markas", "kandang", "emiten", "saham",
})  # fmt: skip
_BODY = 3  # words of a body's name after what opens it

__all__ = ["Name", "find_names"]


def find_names(parse: Parse, dateline: str | None = None) -> tuple[Name, ...]:
    """The names of a report's body, in order, without overlap; `dateline` is where it was written."""
    runs = find_runs(parse)
    words = parse.tokens
    placed = frozenset(_places(parse.text)) | {(dateline or "").casefold()}
    persons = _sure_persons(words, runs) - placed
    usage = Usage(persons, _apart(words), placed, _bodies(words, runs) - persons)
    found: list[Name] = []
    left, end = "", 0
    for first, last in runs:
        bracketed = first > 0 and words[first - 1].text == "(" and words[last : last + 1] and words[last].text == ")"
        if left and bracketed and first - 1 == end:
            found += part(words, (first, last), usage)[0]
            end = last + 1
            continue
        goes_on = end == first or _goes_on(words[end:first])
        names, left = part(words, (first, last), usage, left if goes_on else "")
        found += names
        end = last
    return tuple(found)


def _places(text: str) -> Iterator[str]:
    """Casefolded words that stand where a place does: *ke Raja Melur*, not *ke Presiden Bayu*."""
    for match in _NEXT.finditer(text):
        first, second = match.group(1).casefold(), match.group(2).casefold()
        if second not in lexicon.forms("titles") and (first not in lexicon.forms("titles") or match.group()[1] == "i"):
            yield second
    yield from (m.group(1).casefold() for m in _PLACED.finditer(text))


def _goes_on(between: Sequence[Token]) -> bool:
    """Whether an office goes on after these tokens: *Ketua Asosiasi Melur, Bayu*; *Kepala SMP 3 Melur*; *Kepala
    Biro Hukum, Komunikasi, dan Data Melur*."""
    words = [token.lower for token in between]
    return words in ([","], ["&"], ["dan"], [",", "dan"]) or (len(words) == 1 and words[0].isdigit())


def _bodies(words: Sequence[Token], runs: Sequence[Run]) -> frozenset[str]:
    """Casefolded words that this report uses as the name of a body: those after *PT*, *partai*, *klub* …"""
    found: set[str] = set()
    for first, last in runs:
        for opener in range(max(first - 1, 0), last):
            if words[opener].lower in _OPENS_BODY:
                name = words[opener + 1 : min(last, opener + 1 + _BODY)]
                found.update(t.lower for t in name if t.text[1:].islower())
    return frozenset(found)


def _is_office(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens first:last are a group, or an office that anybody may hold (*seorang guru*)."""
    group = forms("groups").at(words, first, last)
    if group and group[1] == last - first:
        return True
    held = title_at(words, first, last) == ("role", last - first)
    return held and first > 0 and words[first - 1].lower in particles("article")


def _apart(words: Sequence[Token]) -> frozenset[str]:
    """Casefolded capitalised words that are followed by different words in this report."""
    after: dict[str, set[str]] = {}
    for word, following in itertools.pairwise(words):
        if word.is_capital:
            after.setdefault(word.lower, set()).add(following.lower)
    return frozenset(word for word, following in after.items() if len(following) > 1)


def _sure_persons(words: Sequence[Token], runs: Sequence[Run]) -> frozenset[str]:
    """Casefolded words that this report uses as a person's name by themselves: *Yohan mengatakan*, *kata Yohan*."""
    seen: Counter[str] = Counter()
    for first, last in runs:
        if last - first > 2 or title_at(words, first, last) or place_at(words, first, last):
            continue
        if any(_is_office(words, first - back, first) for back in (1, 2, 3) if first >= back):
            continue  # pejabat senior Melur mengatakan
        if last < len(words) and words[last].text.isdigit():
            continue  # bunyi Pasal 2
        if words[first].text.isupper() or " ".join(t.lower for t in words[first:last]) in organisations():
            continue
        verb = last
        while verb < len(words) and words[verb].lower in particles("adverb"):
            verb += 1
        said = verb < len(words) and cue_at(words, verb, len(words), "active")
        after = first and (cue_at(words, first - 1, first, "post") or words[first - 1].lower == "menurut")
        if said or after:
            seen.update(t.lower for t in words[first:last])
    return frozenset(seen)
