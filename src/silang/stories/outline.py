"""What a story is about at a glance, in its reports' own words: one line, who, where, when."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from silang.language import tokenize
from silang.model import Evidence, Extraction, Label, Outline, Report
from silang.stories.naming import iso
from silang.stories.profiles import day_of, front, term
from silang.stories.rarity import rarity

NEWEST = 50
"""Reports that an outline is made of, at most: a running story is told as it stands now."""

_LONGEST = 320  # code points; a longer sentence is no line
_SHORTEST = 40
_OPENING = 3  # sentences of a report that its line may be taken from
_NAMED = 3  # persons or bodies, and as many places


def outline(reports: Sequence[Report], extractions: Sequence[Extraction]) -> Outline:
    """The outline of one story; both sequences run over its reports, oldest first. ValueError where there are none."""
    if not reports:
        raise ValueError("a story without reports has no outline")
    told = list(zip(reports, extractions, strict=True))[-NEWEST:]
    found = [extraction for _, extraction in told]
    return Outline(_line(told), _named(found, ("PER", "ORG")), _named(found, ("LOC",)), _when(told))


def _line(told: Sequence[tuple[Report, Extraction]]) -> Evidence | None:
    """The sentence whose words most openings hold, rare words before common ones, for its length."""
    lines: list[tuple[Evidence, frozenset[str]]] = []
    held: Counter[str] = Counter()
    for report, extraction in told:
        opening = [(span, _terms(span.of(report.text))) for span in extraction.sentences[:_OPENING]]
        held.update(frozenset().union(*(terms for _, terms in opening)))
        lines += [
            (Evidence(span.start, span.end, report.id), terms)
            for span, terms in opening
            if _SHORTEST <= span.end - span.start <= _LONGEST
        ]

    def said(line: tuple[Evidence, frozenset[str]]) -> float:
        return sum(held[word] * rarity(word) for word in sorted(line[1])) / math.sqrt(len(line[1]) or 1)

    return max(lines, key=said)[0] if lines else None


@lru_cache(maxsize=2048)  # a story that grows is told anew from the same openings
def _terms(sentence: str) -> frozenset[str]:
    return frozenset(word for token in tokenize(sentence) if (word := term(token)))


def _named(extractions: Sequence[Extraction], labels: tuple[Label, ...]) -> tuple[str, ...]:
    """The names that most reports hold, then most mentions; a short form counts for the longer one that holds it."""
    seen: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for extraction in extractions:
        names = {entity.id: entity.name for entity in extraction.entities if entity.label in labels}
        mentioned = [names[mention.entity] for mention in extraction.mentions if mention.entity in names]
        seen.update(mentioned)
        held.update(set(mentioned))
    for name in sorted(seen, key=lambda name: (len(name), name)):
        longer = [other for other in seen if other != name and f" {name} " in f" {other} "]
        if longer:
            home = max(longer, key=lambda other: (held[other], seen[other], other))
            seen[home] += seen.pop(name)
            held[home] = max(held[home], held.pop(name))
    return tuple(sorted(seen, key=lambda name: (-held[name], -seen[name], name))[:_NAMED])


def _when(told: Sequence[tuple[Report, Extraction]]) -> str | None:
    """The day that most leads name, the later of equals; where none does, the first day of publication."""
    named = Counter(day for _, extraction in told for day in front(extraction.sentences, extraction.times))
    if named:
        return iso(max(named, key=lambda day: (named[day], day)))
    return iso(min((day for one in told if (day := day_of(*one)) is not None), default=None))
