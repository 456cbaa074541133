"""Whom a description means: an office alone (*Bupati*), *Presiden Rusia itu*, *aktor 27 tahun tersebut*.

An office means its one holder in the report; a common noun the person whom the reader has before his eyes: the subject
of the line before, or who spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from silang.extraction.lines import Line
from silang.extraction.memory import Memory
from silang.extraction.phrases import Range, is_time
from silang.extraction.vocabulary import forms, in_full, particles
from silang.language import Token, lexicon
from silang.model import Entity

_POINTERS = frozenset({"itu", "tersebut", "ini", "mantan", "eks", "sang"})
_DESCRIBES = frozenset({
    "asal", "kelahiran", "berusia", "berumur", "berdarah", "berkebangsaan", "bernomor", "berambut", "dengan", "dari",
})  # fmt: skip


def office_holder(words: Sequence[Token], memory: Memory) -> Entity | None:
    """The person of this report who is given the office that all of `words` name; of several, who spoke last."""
    folded = [t.lower for t in words if t.text[0].isalnum() and t.lower not in _POINTERS and not is_time(t)]
    title = forms("titles", "kind", "role").at(words, 0, len(words)) if words else None
    wanted = in_full(folded)
    if not wanted or (len(wanted) < 2 and not (title and title[0].get("one"))):
        return None
    alone, titled = len(folded) == 1, title is not None
    roles = memory.cast.roles.items()
    holders = [id for id, held in roles if any(_holds(role, wanted, alone, titled) for role in held)]
    if len(holders) > 1:
        spoke = (s.entity for s in reversed(memory.sources))
        holders = [next((id for id in spoke if id in holders), "")]
    return memory.cast.entity(holders[0]) if holders and holders[0] else None


def _holds(role: str, wanted: Sequence[str], alone: bool, titled: bool) -> bool:
    """Whether the office `role` is the one that `wanted` names: it opens alike, and has all of its words."""
    held = in_full(role.split())
    if not set(wanted) <= set(held):
        return False
    return held[: len(wanted)] == list(wanted) if alone else titled and held[0] == wanted[0]


def is_description(line: Line, phrase: Range) -> bool:
    """Whether the words are a common noun that points at one person: *politikus itu*, *pria asal Melur*."""
    first, last = phrase
    words = line.words
    if words[first].lower not in lexicon.forms("describing"):
        return False
    if words[last - 1].lower in particles("determiner"):
        return True
    return last < len(words) and words[last].lower in _DESCRIBES and last - first <= 2


@cache
def _relations() -> frozenset[str]:
    return frozenset(e["form"] for e in lexicon.table("describing") if e.get("of"))


def is_relation(words: Sequence[Token]) -> bool:
    """Whether words point at somebody by whose kin he is: *putra sulung Bayu Sasmita itu*, who is not Bayu."""
    return words[0].lower in _relations() and words[-1].lower in particles("determiner")


def described(line: Line, phrase: Range, memory: Memory) -> Entity | None:
    """The person whom a description means; None where that one holds another office, or nobody is before the eyes."""
    words = line.words[slice(*phrase)]
    title = None if is_relation(words) else forms("titles", "kind", "role").at(line.words, *phrase)
    wanted = {t.lower for t in words if t.text[0].isalnum()} - _POINTERS
    alike = [id for id, held in memory.cast.roles.items() if any(wanted <= set(role.split()) for role in held)]
    if wanted and len(alike) == 1:
        return memory.cast.entity(alike[0])
    person = memory.person() or _only_person(line, phrase, memory)
    if person is None or title is None or not title[0].get("one"):
        return person
    known = memory.cast.roles.get(person.id)
    office = in_full(title[0]["form"].split())
    return person if not known or any(in_full(r.split())[: len(office)] == office for r in known) else None


def _only_person(line: Line, phrase: Range, memory: Memory) -> Entity | None:
    """The one person named before the phrase; None where there are two."""
    at = line.words[phrase[0]].start
    pairs = zip(memory.cast.names, memory.cast.mentions, strict=True)
    named = {m.entity for name, m in pairs if m.end <= at and name.label == "PER"}
    return memory.cast.entity(named.pop()) if len(named) == 1 else None
