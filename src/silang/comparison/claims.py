"""Claims: sets of units of different reports that all assert alike.

A claim is a maximal clique of tied pairs, never a connected component: chains of likeness drift from one fact to
another. A clique whose every unit is tied to most of a larger claim says the same again and joins it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from silang.comparison.likeness import Likeness
from silang.comparison.units import Unit

Edge = tuple[int, int]
_MOSTLY = 2 / 3  # share of a claim's units in other reports
_WIDE = 6  # reports; ties of as many that rest on one phrase which all print are not independent of each other
_FIRM = 0.6  # mean chance of the ties of a claim so wide
_MOST = 2_000  # cliques of one story; beyond it the rest is given as pairs


def claims_of(
    chances: Mapping[Edge, float], units: Sequence[Unit], twins: Iterable[Edge] = ()
) -> tuple[list[tuple[int, ...]], set[Edge]]:
    """The claims among tied pairs of these chances, largest first, and the pairs that they were made of.

    Where a wide claim is loose, its weak pairs are no ties: a name that all sentences hold (of a cup, of a governor)
    makes each two of them somewhat alike, and together they look like what many reports say.
    """
    kept = set(chances)
    twins = list(twins)
    while True:
        found = cliques(sorted(kept), units, twins)
        loose, firm = set[Edge](), set[Edge]()
        for claim in found:
            tied = [edge for edge in combinations(claim, 2) if edge in kept]
            wide = len({units[n].report for n in claim}) >= _WIDE
            mean = sum(chances[edge] for edge in tied) / max(1, len(tied))
            (loose if wide and mean < _FIRM else firm).update(tied)
        weak = {edge for edge in loose - firm if chances[edge] < _FIRM}
        if not weak:
            return found, kept
        kept -= weak


def cliques(edges: Iterable[Edge], units: Sequence[Unit], twins: Iterable[Edge] = ()) -> list[tuple[int, ...]]:
    """The maximal cliques of `edges`, largest first; two units of one report meet in one only as `twins`."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    linked = set()
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
        linked.add((a, b))
    for a, b in twins:
        if a in near and b in near and (near[a] & near[b]):
            near[a].add(b)
            near[b].add(a)
    found = [c for c in _maximal(near) if len({units[n].report for n in c}) > 1]
    covered = {(a, b) for clique in found for i, a in enumerate(clique) for b in clique[i + 1 :]}
    found += [edge for edge in sorted(linked) if edge not in covered]
    return _joined(sorted(found, key=lambda c: (-len({units[n].report for n in c}), c)), linked, units)


def _joined(
    found: Iterable[tuple[int, ...]], linked: AbstractSet[Edge], units: Sequence[Unit]
) -> list[tuple[int, ...]]:
    """`found`, each joined to the first before it that says the same in other sentences of the same reports."""
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in linked:
        partners[a].add(b)
        partners[b].add(a)
    kept: list[set[int]] = []
    reports: list[Counter[int]] = []
    holding: defaultdict[int, set[int]] = defaultdict(set)

    def belongs(n: int, at: int) -> bool:
        tied = len(partners[n] & kept[at])
        return n in kept[at] or (tied >= 2 and tied >= _MOSTLY * (len(kept[at]) - reports[at][units[n].report]))

    for clique in found:
        near = sorted({at for n in clique for at in holding[n]})
        at = next((at for at in near if all(belongs(n, at) for n in clique)), len(kept))
        if at == len(kept):
            kept.append(set())
            reports.append(Counter())
        for n in set(clique) - kept[at]:
            kept[at].add(n)
            reports[at][units[n].report] += 1
            holding[n].add(at)
    return [tuple(sorted(claim)) for claim in kept]


def cliques_of(edges: Iterable[Edge]) -> list[tuple[int, ...]]:
    """The maximal cliques of `edges`, in order."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    return sorted(_maximal(near))


def _maximal(near: Mapping[int, set[int]]) -> list[tuple[int, ...]]:
    """Maximal cliques by Bron and Kerbosch (1973) with Tomita's pivot, at most `_MOST` of them."""
    found: list[tuple[int, ...]] = []
    stack: list[tuple[tuple[int, ...], set[int], set[int]]] = [((), set(near), set())]
    while stack and len(found) < _MOST:
        clique, open_, done = stack.pop()
        if not open_ and not done:
            found.append(tuple(sorted(clique)))
            continue
        pivot = max(open_ | done, key=lambda n: (len(near[n] & open_), -n))
        for n in sorted(open_ - near[pivot]):
            stack.append(((*clique, n), open_ & near[n], done & near[n]))
            open_ = open_ - {n}
            done = done | {n}
    return found


def shared_terms(clique: Sequence[int], likeness: Likeness) -> Iterator[str]:
    """The terms that all units of a claim hold, the weightiest first."""
    held = set.intersection(*(set(likeness.weights[n]) for n in clique))
    yield from sorted(held, key=lambda term: (-likeness.weights[clique[0]][term], term))


def other_words(clique: Sequence[int], likeness: Likeness) -> Iterator[tuple[str, ...]]:
    """The words by which the units of a claim say the same though no one of them stands in all: one class of the
    thesaurus each, the words as printed, the weightiest first."""
    weights = likeness.weights[clique[0]]
    held = [_meant(likeness.units[n]) for n in clique]
    found = []
    for form, words in held[0].items():
        if all(form in other for other in held[1:]) and not set.intersection(*(set(other[form]) for other in held)):
            printed = dict.fromkeys(next(iter(other[form].values())) for other in held)
            found.append((-max(weights[term] for term in words), tuple(printed)))
    yield from (printed for _, printed in sorted(found) if len(printed) > 1)


def _meant(unit: Unit) -> dict[str, dict[str, str]]:
    """The classes of the thesaurus that a unit holds words of in full, each with its terms and those as printed."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for term, printed, sense in zip(unit.terms, unit.printed, unit.senses, strict=True):
        if sense and sense.full:
            found[sense.form].setdefault(term, printed)
    return found
