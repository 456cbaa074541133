"""One quotation in two mouths: the same words, given to one person by one report and to another by the other.

Who speaks for an organisation is no other source than it, and a person is not another one for a nickname or a slip in
the name. Both must be named right beside the words, or be the only ones that their report quotes: whom else a pronoun
points to is not sure enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from silang.comparison.conflicts.facing import Facing
from silang.language import lexicon
from silang.model import Conflict, Entity, Evidence, Extraction, Reason, Report, Statement

_FEWEST, _SHORT = 8, 5  # words of a quotation; of one that both print to the letter
_ALIKE = 0.75  # share of the shorter quotation's words that stand in the other in the same order
_SAME = 0.85  # the same, where a source is not named beside the words
_TYPO = 75  # similarity, of 100, from which two words may be one
_SHORTEST = 4  # letters of a word that may be cut or mistyped
_FULL = 2  # words of a person's full name, or of an office and a name; what stands before them may be an office
_BESIDE = 90  # code points on either side of a name in which its bearer's office is told
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whom a report gives a quotation to: the words of the name, and those around it wherever it stands."""

    person: bool
    name: frozenset[str]
    beside: frozenset[str]


def sources_apart(facing: Facing) -> Iterator[Conflict]:
    """The conflicts of source between the quotations of the two units; their sides are the quotations.

    The reports' entities must be tied: one speaker is one entity.
    """
    for a in _quoted(facing, 0):
        for b in _quoted(facing, 1):
            if (share := _share(facing, a, b)) >= _ALIKE:
                voices = [
                    _voice(s, x, r, share >= _SAME)
                    for s, x, r in zip((a, b), facing.found, facing.reports, strict=True)
                ]
                if voices[0] and voices[1] and _are_two(voices[0], voices[1]):
                    yield _conflict(facing, a, b)


def _conflict(facing: Facing, a: Statement, b: Statement) -> Conflict:
    left, right = (Evidence(s.start, s.end, r.id, s.id) for s, r in zip((a, b), facing.reports, strict=True))
    names = [s.source.name or s.source.text for s in (a, b) if s.source]
    reasons = tuple(
        Reason("source", f"gives it to {name}", r.id, s.source.start, s.source.end)
        for s, r, name in zip((a, b), facing.reports, names, strict=True)
        if s.source
    )
    detail = f"{left.report} has {names[0]}, {right.report} has {names[1]}"
    return Conflict("", "source", None, left, right, detail, reasons)


def _quoted(facing: Facing, side: int) -> list[Statement]:
    return [
        s
        for s in facing.found[side].statements
        if s.mode == "direct" and s.cue and s.source and s.source.entity and s.meets(facing.units[side])
    ]


def _share(facing: Facing, a: Statement, b: Statement) -> float:
    """The share of the shorter quotation's words that stand in the other in the same order; 0 for short ones."""
    one, other = (_WORD.findall(s.of(r.text).casefold()) for s, r in zip((a, b), facing.reports, strict=True))
    if one == other and len(one) >= _SHORT:
        return 1.0
    fewest = min(len(one), len(other))
    shorter = one if len(one) == fewest else other
    if fewest < _FEWEST or len(set(one) & set(other)) < _ALIKE * len(set(shorter)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / fewest


def _voice(said: Statement, found: Extraction, report: Report, same: bool) -> _Voice | None:
    """Whom a quotation is given to; None where that is not sure. `same`: whether both print the same words, so that a
    pronoun will do where the report quotes nobody else."""
    entity = next((e for e in found.entities if said.source and e.id == said.source.entity), None)
    if entity is None or entity.label not in ("PER", "ORG") or not said.source:
        return None
    if not _names(said.source.text, entity) and not (same and _only(entity, found)):
        return None
    person = entity.label == "PER"
    if person and max(len(form.split()) for form in (entity.name, said.source.text)) < _FULL:
        return None
    places = {word for e in found.entities if e.label == "LOC" for word in _bare(e.name)}
    around = [
        report.text[max(0, m.start - _BESIDE) : m.end + _BESIDE].casefold()
        for m in found.mentions
        if m.entity == entity.id
    ]
    words = [_bare(form)[-_FULL if person else 0 :] for form in (entity.name, *entity.aliases)]
    return _Voice(
        person,
        frozenset(word for form in words for word in form) - (frozenset() if person else places),
        frozenset(word for text in around for word in _WORD.findall(text)),
    )


def _names(text: str, entity: Entity) -> bool:
    """Whether the words that stand for a source are its name, with an office at most before it; *the son of the
    president, So-and-so* may be another."""
    held = any(word in text for form in (entity.name, *entity.aliases) for word in form.split())
    return held and (text[:1].isupper() or ("," not in text and text.endswith(entity.name.split()[-1])))


def _only(entity: Entity, found: Extraction) -> bool:
    """Whether a report has nobody else say anything, and names this source."""
    sources = [s.source for s in found.statements if s.mode != "narrated" and s.source]
    return all(s.entity == entity.id for s in sources) and any(_names(s.text, entity) for s in sources)


def _are_two(one: _Voice, other: _Voice) -> bool:
    """Whether two sources are not one under two names, nor one of them the organisation of the other. A name beside a
    person's may be that person's other name, or where he or she works."""
    works = (one.person and _related(other.name, one.beside)) or (other.person and _related(one.name, other.beside))
    return not works and not _related(one.name, other.name)


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of the one may be a word of the other."""
    from rapidfuzz.fuzz import ratio

    def alike(x: str, y: str) -> bool:
        long = min(len(x), len(y)) >= _SHORTEST
        return x == y or (long and (x in y or y in x or ratio(x, y) >= _TYPO))

    return any(alike(x, y) for x in one for y in other)


def _bare(name: str) -> list[str]:
    """The words of a name without titles and kinds of organisations."""
    return [w for w in _WORD.findall(name.casefold()) if len(w) > 1 and w not in _titles()]


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for entry in lexicon.table("titles") for word in entry["form"].split())
