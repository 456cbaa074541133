"""Pairs of places in two reports of a story: what claims and conflicts come down to when they are measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations

from silang.evaluation.ledger import Ledger, Miss
from silang.evaluation.matching import SENTENCE, Json, overlap

Link = tuple[Json, Json]
Same = Callable[[Link, Link], bool]


def link(one: Json, other: Json) -> Link:
    """Two places, the report whose id comes first in front."""
    return (one, other) if one["report"] < other["report"] else (other, one)


def links(places: Sequence[Json]) -> list[Link]:
    """All pairs of places in different reports."""
    return [link(a, b) for a, b in combinations(places, 2) if a["report"] != b["report"]]


def by_place(gold: Link, found: Link) -> bool:
    """Whether both ends lie in the same reports and overlap as whole sentences do."""
    pairs = zip(gold, found, strict=True)
    return all(a["report"] == b["report"] and overlap(a, b) >= SENTENCE for a, b in pairs)


def by_place_and_kind(gold: Link, found: Link) -> bool:
    """As `by_place`, and of one kind."""
    return by_place(gold, found) and gold[0].get("kind") == found[0].get("kind")


def grouped(keyed: Iterable[tuple[Hashable, Link]]) -> list[list[Link]]:
    """Links of one key between the same two reports, together."""
    groups: defaultdict[Hashable, list[Link]] = defaultdict(list)
    for key, row in keyed:
        groups[key, row[0]["report"], row[1]["report"]].append(row)
    return list(groups.values())


def distinct(rows: Iterable[Link]) -> list[Link]:
    """Links without those that overlap an earlier one at both ends: the same again, at another grain."""
    by_ends: dict[tuple[tuple[str, int, int], ...], Link] = {}
    for row in rows:
        by_ends[tuple((end["report"], end["start"], end["end"]) for end in row)] = row
    kept: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    for row in by_ends.values():
        near = kept[row[0]["report"], row[1]["report"]]
        if not any(by_place(one, row) for one in near):
            near.append(row)
    return [row for near in kept.values() for row in near]


def count(
    ledger: Ledger, part: str, rows: tuple[list[list[Link]], list[Link]], same: Same, texts: dict[str, str]
) -> None:
    """Counts `rows`, groups of gold links and found links.

    Recall: groups of which one link is found. Precision: links found that the gold has. `texts` are those of the gold's
    reports by id.
    """
    groups, found = rows
    gold = [row for group in groups for row in group]
    missed = [group for group in groups if not any(same(row, other) for row in group for other in found)]
    wrong = [row for row in found if not any(same(other, row) for other in gold)]
    ledger.tallies[part].add((len(groups) - len(missed), len(found) - len(wrong)), len(groups), len(found))
    ledger.misses[part] += [Miss("missed", "", _shown(group[0], texts)) for group in missed]
    ledger.misses[part] += [Miss("wrong", "", _shown(row, texts)) for row in wrong]


def _shown(row: Link, texts: dict[str, str]) -> str:
    return " || ".join(f"{end['report']}: {texts[end['report']][end['start'] : end['end']]}" for end in row)
