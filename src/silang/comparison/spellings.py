"""One name spelt in two ways: by a slip, or by another transcription.

Two spellings are of one name where the sentences assert alike, or where the word beside them in the name is the same
(*Darma Sutejo*, *Darma Sutedjo*). A report that prints both spells it as it mostly does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from silang.comparison import words
from silang.comparison.facing import Chances, Facing, chance, face
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.language.stems import root
from silang.model import Conflict, Extraction, Report, Span

_ALIKE = 75  # similarity, of 100, beside one word, of words that are rare or beside a rare one
_KNOWN_ALIKE = 85  # of two words that the news knows
_ALONE = 82  # of two rare words with nothing beside them, where the sentences assert alike
_SHORTEST = 5  # letters
_KNOWN = 25  # reports of the news that hold a word; from then on it is a word, not a slip
_SURE = 0.34  # chance of asserting alike
_JOINED = ("pun", "nya")  # particles that are written to a name
_ROW = re.compile(r",? dan ")


@dataclass(slots=True)
class _Names:
    """The words of one report's names, as printed in lower case: in which units, how often, beside which words."""

    held: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    beside: defaultdict[str, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    times: Counter[str] = field(default_factory=Counter)

    def rather(self, one: str, other: str) -> bool:
        return self.times[one] > self.times[other]


def spellings_apart(
    reports: Sequence[Report], extractions: Sequence[Extraction], units: Sequence[Unit], chances: Chances
) -> Iterator[Conflict]:
    """A conflict for each person's name that two reports spell each in its own way, where each first has it."""
    names = [_Names() for _ in reports]
    persons = [_persons(found) for found in extractions]
    for n, unit in enumerate(units):
        _note(names[unit.report], n, unit)
    close = _close(sorted({word for named in names for word in named.held}))
    for one, other in combinations(range(len(reports)), 2):
        left, right = names[one], names[other]
        for mine in sorted(left.held.keys() & close.keys()):
            for theirs, like in close[mine]:
                if theirs not in right.held or not (left.rather(mine, theirs) and right.rather(theirs, mine)):
                    continue
                sure = max(chance(chances, a, b) for a in left.held[mine] for b in right.held[theirs])
                beside = {word for word, _ in left.beside[mine] & right.beside[theirs]}
                if _one_name((mine, theirs), like, beside) or (sure >= _SURE and _alone((mine, theirs), like)):
                    two = units[left.held[mine][0]], units[right.held[theirs][0]]
                    facing = face(two, reports, extractions)
                    yield from _conflict(facing, (mine, theirs), (persons[one], persons[other]))


def _note(names: _Names, number: int, unit: Unit) -> None:
    named = [term in unit.names for term in unit.terms]
    for at, word in enumerate(unit.printed):
        names.times[word] += 1
        if named[at] and len(word) >= _SHORTEST and word.isalpha():
            names.held[word].append(number)
            names.beside[word] |= {
                (unit.printed[at + way], way) for way in (-1, 1) if 0 <= at + way < len(named) and named[at + way]
            }


def _close(vocabulary: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
    """For each word those that may be the same name spelt otherwise, with how alike they are."""
    from rapidfuzz.process import cdist

    found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    table = cdist(vocabulary, vocabulary, score_cutoff=_ALIKE)
    for row, column in zip(*table.nonzero(), strict=True):
        one, other = vocabulary[row], vocabulary[column]
        if _apart(one, other):
            found[one].append((other, float(table[row, column])))
    return found


def _apart(one: str, other: str) -> bool:
    """Whether two words differ in letters, not in accents or form; a title or kind of place is no name."""
    plain = _plain(one), _plain(other)
    inside = plain[0] in plain[1] or plain[1] in plain[0]
    joined = one.endswith(_JOINED) != other.endswith(_JOINED)
    return not inside and not joined and root(one) != root(other) and not {one, other} & _titles()


def _one_name(pair: tuple[str, str], like: float, beside: Set[str]) -> bool:
    """Whether two words are one name spelt in two ways, `beside` being the words that stand by both in names."""
    rare = not all(map(_known, pair)) or not all(map(_known, beside))
    return bool(beside) and like >= (_ALIKE if rare else _KNOWN_ALIKE)


def _alone(pair: tuple[str, str], like: float) -> bool:
    return like >= _ALONE and not any(map(_known, pair))


def _known(word: str) -> bool:
    return words.common(root(word), _KNOWN)


@cache
def _titles() -> frozenset[str]:
    return frozenset(entry["form"] for entry in lexicon.table("titles"))


def _plain(word: str) -> str:
    """The word without accents, and with one letter for what two stand for elsewhere: *Soe-*, *Mue-*, *Dj-*, *Tj-*."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return bare.replace("oe", "u").replace("ue", "u").replace("dj", "j").replace("tj", "c")


def _conflict(
    facing: Facing, pair: tuple[str, str], persons: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Conflict]:
    spans = [_span(u, w, r.text) for u, w, r in zip(facing.units, pair, facing.reports, strict=True)]
    if spans[0] and spans[1]:
        both = spans[0], spans[1]
        texts = [report.text for report in facing.reports]
        sides = [_in_row(s, p, t) for s, p, t in zip(both, persons, texts, strict=True)]
        printed = both[0].of(texts[0]), both[1].of(texts[1])
        if sides[0] and sides[1]:
            yield facing.conflict("name", printed, facing.printed("name", both, "spells"), (sides[0], sides[1]))


def _persons(found: Extraction) -> list[Span]:
    """The persons named in a report, in order."""
    persons = {e.id for e in found.entities if e.label == "PER"}
    return [m for m in found.mentions if m.entity in persons]


def _span(unit: Unit, word: str, text: str) -> Span | None:
    found = re.compile(re.escape(word), re.IGNORECASE).search(text, unit.start, unit.end)
    return Span(found.start(), found.end()) if found else None


def _in_row(word: Span, persons: Sequence[Span], text: str) -> Span | None:
    """The person's name that holds `word`, with those named in one row with it: *Darma Sutejo dan Rini Astuti*."""
    at = next((n for n, person in enumerate(persons) if person.holds(word)), None)
    if at is None:
        return None
    first = last = at
    while first and _ROW.fullmatch(text, persons[first - 1].end, persons[first].start):
        first -= 1
    while last + 1 < len(persons) and _ROW.fullmatch(text, persons[last].end, persons[last + 1].start):
        last += 1
    return Span(persons[first].start, persons[last].end)
