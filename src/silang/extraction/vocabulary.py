"""What the lexicon knows of a word: cue, title, particle, place; looked up over tokens, longest form first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from silang.language import Token, lexicon, tokenize
from silang.language.lexicon import Entry

_VERB = re.compile(r"(?:mem|men|meng|meny|mel|mer|mew|di|ber|ter)[a-z]{3,}(?:-[a-z]+)?|(?:be|te)[rk][a-z]{4,}")
_NO_VERBS = ("noun", "preposition", "conjunction", "connective", "adverb", "pronoun", "determiner", "article")
_FIELD = re.compile(r"(?:ke[a-z]{3,}an|p(?:e|er|en|em|eng)[a-z]{3,}an|[a-z]{4,}(?:asi|isme|ologi|tik|tas))$")


class Forms:
    """Entries by their words. A form of several words wins over a shorter one."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for form, entry in entries:
            words = tuple(token.lower for token in tokenize(form))
            self._by_first.setdefault(words[0], []).append((words, entry))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Sequence[Token], n: int, end: int) -> tuple[Entry, int] | None:
        """The entry whose words stand at tokens[n:end], with how many tokens it takes."""
        for words, entry in self._by_first.get(tokens[n].lower, ()):
            last = n + len(words)
            if last <= end and (len(words) == 1 or all(tokens[n + k].lower == w for k, w in enumerate(words))):
                return entry, len(words)
        return None

    def openers(self) -> Set[str]:
        """The first words of all forms."""
        return self._by_first.keys()


@cache
def forms(table: str, field: str = "", value: str = "") -> Forms:
    """The entries of `table` (those whose `field` is `value`), by form and aliases."""
    return Forms(
        (form, entry)
        for entry in lexicon.table(table)
        if not field or entry.get(field) == value
        for form in (entry["form"], *entry.get("aliases", ()))
    )


@cache
def particles(kind: str) -> frozenset[str]:
    """The one-word particles of that kind."""
    return lexicon.forms("particles", kind=kind)


@cache
def _titled() -> frozenset[str]:
    words = {form for e in lexicon.table("titles") for form in e["form"].split()}
    return frozenset(words | {word for e in lexicon.table("groups") for word in e["form"].split()})


@cache
def is_verb(word: str) -> bool:
    """Whether a lower-case word looks like a verb by its prefix and is no noun known to the lexicon."""
    if len(word) < 5 or not _VERB.fullmatch(word) or word in _titled():
        return False
    return not any(word in particles(kind) for kind in _NO_VERBS)


@cache
def is_field(word: str) -> bool:
    """Whether a casefolded word names what an office is for (*Keamanan*, *Geologi*), not a person."""
    return bool(_FIELD.fullmatch(word)) or word in particles("field") or word in _titled()


@cache
def places() -> Mapping[str, str]:
    """Casefolded name of a place → its usual name: the lexicon's, and CLDR's countries in Indonesian."""
    from babel import Locale

    territories = Locale.parse("id").territories
    known = {name.casefold(): name for code, name in sorted(territories.items()) if len(code) == 2}
    for entry in lexicon.table("places"):
        for form in (entry["form"], *entry.get("aliases", ())):
            known[form.casefold()] = entry["form"]
    return known


@cache
def _longest_place() -> int:
    return max(name.count(" ") + 1 for name in places())


def place_at(tokens: Sequence[Token], n: int, end: int) -> int:
    """How many of tokens[n:end] are the name of a known place; 0 if none."""
    for length in range(min(_longest_place(), end - n), 0, -1):
        name = " ".join(token.lower for token in tokens[n : n + length])
        if name in places() and (length > 1 or tokens[n].text not in ("As", "Us")):
            return length
    return 0


def organisation_at(tokens: Sequence[Token], n: int, end: int) -> int:
    """How many of tokens[n:end] are the name of a well-known organisation, printed with capitals; 0 if none."""
    found = forms("organisations").at(tokens, n, end)
    return found[1] if found and tokens[n].is_capital else 0


@cache
def organisations() -> Mapping[str, str]:
    """Casefolded name of a well-known organisation, or another form of it → the full form."""
    return {
        form.casefold(): entry["form"]
        for entry in lexicon.table("organisations")
        for form in (entry["form"], *entry.get("aliases", ()))
    }


def title_at(tokens: Sequence[Token], n: int, end: int) -> tuple[str, int] | None:
    """The kind of the title whose words stand at tokens[n:end], with its length in tokens."""
    found = forms("titles").at(tokens, n, end)
    return (found[0]["kind"], found[1]) if found else None


@cache
def _meant() -> Mapping[str, list[str]]:
    return {e["form"]: e["means"].split() for e in lexicon.table("titles") if "means" in e}


def in_full(words: Sequence[str]) -> list[str]:
    """The casefolded words of an office with what its short forms stand for: *menko* → *menteri koordinator*."""
    found: list[str] = []
    n = 0
    while n < len(words):
        two = " ".join(words[n : n + 2])
        step = 2 if two in _meant() else 1
        found += _meant().get(two if step == 2 else words[n], [words[n]])
        n += step
    return [word for word in found if word != "dan"]
