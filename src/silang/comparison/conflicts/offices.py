"""One person whom two reports give another office, or the same at another company: *Direktur Umum PT Suar Lestari* and
*Direktur Niaga PT Suar Lestari*.

Only a single word in the midst of the same office may differ, that the other report nowhere gives the person: who is
called by one office more exactly, by its abbreviation, or by another that he also holds is in no conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, product

from silang.comparison.conflicts.facing import Table
from silang.comparison.entities import fold
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.language.stems import root
from silang.model import Conflict, Extraction, Report, Span

_MISTYPED = 75  # similarity, of 100, from which two words are one word mistyped
_LONG = 120  # code points of an office
_WORD = r"[A-Z][\w/&’'-]*"
_OFFICE = rf"{_WORD}(?:(?: dan| &)? (?:{_WORD}|\([A-Z ]+\)))+"
_BEFORE = re.compile(rf"({_OFFICE}),? ?$")
_AFTER = re.compile(rf",? ?selaku ({_OFFICE})")
_TOKEN = re.compile(_WORD)
_COMPANY = re.compile(r"PT [A-Z]{2,} (?=[A-Z])")  # that stands right before a name, and is read as part of it
_ABBREVIATED = re.compile(r"\([^)]*\)|\bTbk\b")


@dataclass(frozen=True, slots=True)
class _Office:
    """What a report calls a person at one place, with the words of it that stand with the name."""

    words: tuple[str, ...]
    span: Span
    unit: Unit


def offices_apart(table: Table) -> Iterator[Conflict]:
    """A conflict for each person of two reports whose offices differ in one word. Entities must be tied."""
    known = {fold(e.name): e.id for found in table.extractions for e in found.entities if e.label == "PER"}
    held = [_offices(r, x, u, known) for r, x, u in zip(table.reports, table.extractions, table.inside(), strict=True)]
    for one, other in combinations(range(len(held)), 2):
        for person in sorted(held[one].keys() & held[other].keys()):
            mine, theirs = held[one][person], held[other][person]
            found = next((pair for pair in product(mine, theirs) if _differ(*pair, mine, theirs)), None)
            if found:
                a, b = found
                facing = table.face(a.unit, b.unit)
                sides = a.span, b.span
                printed = " ".join(a.words), " ".join(b.words)
                yield facing.conflict("name", printed, facing.printed("office", sides, "calls him or her"), sides)


def _differ(a: _Office, b: _Office, mine: Sequence[_Office], theirs: Sequence[_Office]) -> bool:
    """Whether two offices differ in one word, that none of `mine` and `theirs` shares."""
    from rapidfuzz.fuzz import ratio

    one, other = _shortened(a.words, b.words), _shortened(b.words, a.words)
    left, right = [w.casefold() for w in one], [w.casefold() for w in other]
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    if [step[0] for step in steps if step[0] == "replace"] != ["replace"] or steps[0][0] != "equal":
        return False
    at = next(n for n, step in enumerate(steps) if step[0] == "replace")
    _, i, j, k, m = steps[at]
    if (j - i, m - k) != (1, 1) or at + 1 == len(steps) or one[i].isupper() or other[k].isupper():
        return False
    known = {w.casefold() for o in theirs for w in o.words}, {w.casefold() for o in mine for w in o.words}
    mistyped = ratio(left[i], right[k]) >= _MISTYPED or root(left[i]) == root(right[k])
    return left[i] not in known[0] and right[k] not in known[1] and not mistyped


def _shortened(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words, with those abbreviated that `other` abbreviates: *PT SLA* for *PT Suar Lestari Abadi*."""
    initials = "".join(word[0] for word in words)
    for short in other:
        at = initials.find(short) if len(short) > 1 and short.isupper() and short not in words else -1
        if at >= 0:
            return [*words[:at], short, *words[at + len(short) :]]
    return list(words)


def _offices(
    report: Report, found: Extraction, units: Sequence[Unit], known: Mapping[str, str]
) -> dict[str, list[_Office]]:
    """The offices that a report gives each person, by entity, in order; `known` are the story's persons by name."""
    offices: defaultdict[str, list[_Office]] = defaultdict(list)
    at = 0
    for person, name in _named(report, found, known):
        while at < len(units) and units[at].end < name.end:
            at += 1
        if at < len(units) and units[at].holds(name):
            for words, span in _around(report.text, name, units[at]):
                offices[person].append(_Office(words, span, units[at]))
    return offices


def _named(report: Report, found: Extraction, known: Mapping[str, str]) -> Iterator[tuple[str, Span]]:
    """The persons that a report names, by entity, in order, each with the name alone."""
    persons = {e.id for e in found.entities if e.label == "PER"}
    for mention in sorted(found.mentions, key=lambda m: m.start):
        company = _COMPANY.match(report.text, mention.start, mention.end)
        name = Span(company.end() if company else mention.start, mention.end)
        person = known.get(fold(name.of(report.text))) if company else None
        if person or mention.entity in persons:
            yield person or mention.entity, name


def _around(text: str, name: Span, unit: Unit) -> Iterator[tuple[tuple[str, ...], Span]]:
    start = max(unit.start, name.start - _LONG)
    if before := _BEFORE.search(text[start : name.start]):
        opener, _, rest = before[1].partition(" ")
        first = before.start(1) + (len(opener) + 1 if opener.casefold() in _particles() else 0)
        yield _words(rest if first > before.start(1) else before[1]), Span(start + first, name.end)
    if after := _AFTER.match(text, name.end, min(unit.end, name.end + _LONG)):
        yield _words(after[1]), Span(name.start, after.end(1))


@cache
def _particles() -> frozenset[str]:
    return lexicon.forms("particles")


def _words(office: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_ABBREVIATED.sub(" ", office)))
