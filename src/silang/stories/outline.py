"""What a story is about at a glance, in its reports' own words: headline, one line, who, where, when."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from silang.language import Parse
from silang.model import Evidence, Extraction, Label, Report, Span
from silang.stories.naming import headline, iso
from silang.stories.profiles import profile, term

_LONGEST = 320  # code points; a longer sentence is no line
_SHORTEST = 40
_OPENING = 3  # sentences of a report that its line may be taken from
_NAMED = 3  # persons or bodies, and as many places


@dataclass(frozen=True, slots=True)
class Outline:
    """`line` is the sentence that says most of what the reports have in common; None where no sentence is of a fit
    length. `who` and `where` are names as the reports have them, those of most reports first; `when` an ISO day."""

    headline: str
    line: Evidence | None
    who: tuple[str, ...]
    where: tuple[str, ...]
    when: str | None


def outline(reports: Sequence[Report], parses: Sequence[Parse], extractions: Sequence[Extraction]) -> Outline:
    """The outline of one story; the three sequences run over its reports, oldest first. ValueError where it has none,
    or their lengths differ."""
    if not reports:
        raise ValueError("a story without reports has no outline")
    profiles = [profile(*one) for one in zip(reports, parses, extractions, strict=True)]
    weights: Counter[str] = Counter()
    for one in profiles:
        weights.update(one.weights)
    return Outline(
        headline(reports, parses),
        _line(reports, parses, weights),
        _named(extractions, ("PER", "ORG")),
        _named(extractions, ("LOC",)),
        _when([one.front for one in profiles], [one.day for one in profiles]),
    )


def _line(reports: Sequence[Report], parses: Sequence[Parse], weights: Counter[str]) -> Evidence | None:
    best: tuple[float, Evidence] | None = None
    for report, parse in zip(reports, parses, strict=True):
        for sentence in parse.sentences[:_OPENING]:
            if _SHORTEST <= sentence.end - sentence.start <= _LONGEST:
                score = _said(parse, sentence, weights)
                if best is None or score > best[0]:
                    best = score, Evidence(sentence.start, sentence.end, report.id)
    return best[1] if best else None


def _said(parse: Parse, sentence: Span, weights: Counter[str]) -> float:
    """How much of the story's weight a sentence holds, for its length."""
    words = [word for token in parse.within(sentence) if (word := term(token))]
    return sum(weights[word] for word in set(words)) / math.sqrt(len(words) or 1)


def _named(extractions: Sequence[Extraction], labels: tuple[Label, ...]) -> tuple[str, ...]:
    """The names that most reports hold, then most mentions; a short form counts for the longer one that holds it."""
    seen: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for extraction in extractions:
        names = {entity.id: entity.name for entity in extraction.entities if entity.label in labels}
        mentioned = [names[mention.entity] for mention in extraction.mentions if mention.entity in names]
        seen.update(mentioned)
        held.update(set(mentioned))
    for name in sorted(seen, key=len):
        longer = [other for other in seen if other != name and f" {name} " in f" {other} "]
        if longer:
            home = max(longer, key=lambda other: (held[other], seen[other], other))
            seen[home] += seen.pop(name)
            held[home] = max(held[home], held.pop(name))
    return tuple(sorted(seen, key=lambda name: (-held[name], -seen[name], name))[:_NAMED])


def _when(fronts: Sequence[frozenset[int]], days: Iterable[int | None]) -> str | None:
    """The day that most leads name, the later of equals; where none does, the first day of publication."""
    named = Counter(day for front in fronts for day in front)
    if named:
        return iso(max(named, key=lambda day: (named[day], day)))
    return iso(min((day for day in days if day is not None), default=None))
