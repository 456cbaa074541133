"""One name of a person or a company spelt in two ways: by a slip, or by another transcription.

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
from silang.comparison.conflicts.facing import Facing, Table
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.language.stems import root
from silang.model import Conflict, Extraction, Label, Span

_ALIKE = 75  # similarity, of 100, beside one word, of words that are rare or beside a rare one
_KNOWN_ALIKE = 85  # of two words that the news knows
_ALONE = 82  # of two rare words with nothing beside them, where the sentences assert alike
_SHORTEST = 5  # letters
_KNOWN = 25  # reports of the news that hold a word; from then on it is a word, not a slip
_SURE = 0.34  # chance of asserting alike
_JOINED = ("pun", "nya")  # particles that are written to a name
_GLUED = ("dalam", "dan", "dari", "di", "pada", "untuk", "yang")  # words that a lost space leaves on it
_ALL_BUT = 90  # similarity, of 100, of words that begin otherwise
_ROW = re.compile(r",? dan ")
_COMPANY = re.compile(r"(?:PT|CV|UD|Yayasan|Koperasi) [A-Z]")


@dataclass(frozen=True, slots=True)
class _Named(Span):
    """A mention, by what it names."""

    label: Label

    def kind(self, text: str) -> str:
        """What it is for certain, empty where that is open."""
        company = self.label in ("ORG", "MISC") and _COMPANY.match(text, self.start)
        return "company" if company else "person" if self.label == "PER" else ""


@dataclass(slots=True)
class _Names:
    """The words of one report's names, as printed in lower case: in which units, how often, beside which words."""

    held: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    beside: defaultdict[str, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    times: Counter[str] = field(default_factory=Counter)

    def rather(self, one: str, other: str) -> bool:
        return self.times[one] > self.times[other]


def spellings_apart(table: Table) -> Iterator[Conflict]:
    """A conflict for each name that two reports spell each in its own way, where each first has it."""
    names = [_Names() for _ in table.reports]
    named = [_named(found) for found in table.extractions]
    for n, unit in enumerate(table.units):
        _note(names[unit.report], n, unit)
    close = _close(sorted({word for noted in names for word in noted.held}))
    for one, other in combinations(range(len(names)), 2):
        left, right = names[one], names[other]
        for mine in sorted(left.held.keys() & close.keys()):
            for theirs, like in close[mine]:
                if theirs not in right.held or not (left.rather(mine, theirs) and right.rather(theirs, mine)):
                    continue
                sure = max(table.chance(a, b) for a in left.held[mine] for b in right.held[theirs])
                beside = {word for word, _ in left.beside[mine] & right.beside[theirs]}
                if _one_name((mine, theirs), like, beside) or (sure >= _SURE and _alone((mine, theirs), like)):
                    facing = table.face(table.units[left.held[mine][0]], table.units[right.held[theirs][0]])
                    yield from _conflict(facing, (mine, theirs), (named[one], named[other]))


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
    joined = one.endswith(_JOINED) != other.endswith(_JOINED) or _bare(one) == _bare(other)
    return not inside and not joined and root(one) != root(other) and not {one, other} & _titles()


def _bare(word: str) -> str:
    return next((word.removesuffix(glued) for glued in _GLUED if word.endswith(glued)), word)


def _one_name(pair: tuple[str, str], like: float, beside: Set[str]) -> bool:
    """Whether two words are one name spelt in two ways, `beside` being the words that stand by both in names."""
    rare = not all(map(_known, pair)) or not all(map(_known, beside))
    least = _ALL_BUT if pair[0][0] != pair[1][0] else _ALIKE if rare else _KNOWN_ALIKE
    return bool(beside) and like >= least


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
    facing: Facing, pair: tuple[str, str], named: tuple[Sequence[_Named], Sequence[_Named]]
) -> Iterator[Conflict]:
    spans = [_span(u, w, r.text) for u, w, r in zip(facing.units, pair, facing.reports, strict=True)]
    if not spans[0] or not spans[1]:
        return
    both = spans[0], spans[1]
    texts = [report.text for report in facing.reports]
    holders = [_holder(span, names) for span, names in zip(both, named, strict=True)]
    kinds = {names[at].kind(text) for names, at, text in zip(named, holders, texts, strict=True) if at is not None}
    if None not in holders and len(kinds - {""}) == 1:
        sides = [_in_row(at or 0, names, text) for at, names, text in zip(holders, named, texts, strict=True)]
        printed = both[0].of(texts[0]), both[1].of(texts[1])
        yield facing.conflict("name", printed, facing.printed("name", both, "spells"), (sides[0], sides[1]))


def _named(found: Extraction) -> list[_Named]:
    """The names of a report, in order; places left out."""
    labels = {e.id: e.label for e in found.entities if e.label != "LOC"}
    return [_Named(m.start, m.end, labels[m.entity]) for m in found.mentions if m.entity in labels]


def _span(unit: Unit, word: str, text: str) -> Span | None:
    found = re.compile(re.escape(word), re.IGNORECASE).search(text, unit.start, unit.end)
    return Span(found.start(), found.end()) if found else None


def _holder(word: Span, named: Sequence[_Named]) -> int | None:
    """Which of the names holds `word`."""
    return next((n for n, name in enumerate(named) if name.holds(word)), None)


def _in_row(at: int, named: Sequence[_Named], text: str) -> Span:
    """The name with the number `at`, with those that stand in one row with it: *Darma Sutejo dan Rini Astuti*."""
    first = last = at
    while first and _ROW.fullmatch(text, named[first - 1].end, named[first].start):
        first -= 1
    while last + 1 < len(named) and _ROW.fullmatch(text, named[last].end, named[last + 1].start):
        last += 1
    return Span(named[first].start, named[last].end)
