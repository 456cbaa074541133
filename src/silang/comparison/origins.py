"""Where the text of several reports comes from: ties between two reports, and origins that bind them.

A tie is *whole* where two reports are one text throughout: their sentences come from one hand, so everything that they
share does. It is *partial* where only a passage, a quotation in one translation or a credit shows it: then it binds the
claims in which that passage stands. Every doubt counts toward a tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from silang.comparison.claims import cliques_of
from silang.model import OriginKind, Reason, Span


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports (indices, the lower first) of one origin. `spans` are the shared passages, in each of the two."""

    pair: tuple[int, int]
    kind: OriginKind
    name: str | None
    whole: bool
    spans: tuple[tuple[Span, Span], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """An origin to be: reports (indices) that are tied pair by pair."""

    reports: tuple[int, ...]
    ties: tuple[Tie, ...]

    def binds(self, held: Mapping[int, Sequence[Span]]) -> bool:
        """Whether a claim rests on this origin in two reports or more; `held` is its evidence by report (index)."""
        return any(_touches(tie, held) for tie in self.ties)


def _touches(tie: Tie, held: Mapping[int, Sequence[Span]]) -> bool:
    left, right = (held.get(n, ()) for n in tie.pair)
    if not left or not right:
        return False
    return tie.whole or any(any(e.meets(a) for e in left) and any(e.meets(b) for e in right) for a, b in tie.spans)


def bindings(ties: Sequence[Tie]) -> list[Binding]:
    """The origins that `ties` make: maximal sets of reports all tied to each other in one way, by the first report."""
    kinds: defaultdict[tuple[str, str, bool], dict[tuple[int, int], Tie]] = defaultdict(dict)
    for tie in ties:
        kinds[tie.kind, tie.name or "", tie.whole][tie.pair] = tie
    found = []
    for (_, name, whole), pairs in kinds.items():
        groups = cliques_of(pairs) if whole or name else [tuple(pair) for pair in sorted(pairs)]
        for group in groups:
            inside = tuple(pairs[pair] for pair in sorted(pairs) if set(pair) <= set(group))
            found.append(Binding(tuple(group), inside))
    return sorted(found, key=lambda b: (b.reports, b.ties[0].kind, b.ties[0].name or "", not b.ties[0].whole))


def groups_left(reports: Iterable[int], bound: Iterable[Sequence[int]]) -> list[frozenset[int]]:
    """`reports` parted into groups: whoever shares an origin of `bound`, straight or over others, is in one."""
    rest = set(reports)
    found = []
    while rest:
        group = {min(rest)}
        while more := {n for origin in bound if group & set(origin) for n in origin if n in rest} - group:
            group |= more
        rest -= group
        found.append(frozenset(group))
    return found
