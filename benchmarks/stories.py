"""Near-duplicates beside rensa and datasketch, from text to verdict, on one processor, in one run.

usage: python benchmarks/stories.py [--documents 100000]

Half of the documents are invented newsroom reports (`newsroom.py`: phrases of one trade, a tenth on forms), the other
half their copies, 2 % of the words changed and up to a tenth of the tail cut. A pair counts as found where a tool gives
it as its verdict: `silang.stories.copies`; for the two others the pairs that their index of 128 permutations (16 bands
of 8 for rensa, threshold .5 for datasketch) returns and whose estimated Jaccard reaches .6.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import newsroom

from silang.model import Report
from silang.stories.copies import copies

Pairs = set[tuple[str, str]]
_PERMUTATIONS = 128
_ENOUGH = 0.6


def corpus(documents: int) -> list[Report]:
    """Originals ``aN``, then their copies ``bN``."""
    chance = random.Random(11)
    texts = [newsroom.told(newsroom.event(chance, n % 60), chance) for n in range(documents // 2)]
    day = date(2024, 1, 1)
    originals = [newsroom.report(f"a{n}", text, day) for n, text in enumerate(texts)]
    return originals + [newsroom.report(f"b{n}", newsroom.copied(t, chance), day) for n, t in enumerate(texts)]


def by_silang(reports: Sequence[Report]) -> Pairs:
    return {(copy.left, copy.right) for copy in copies(reports)}


def by_rensa(reports: Sequence[Report]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=16)
    made = []
    for n, report in enumerate(reports):
        hashed = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        hashed.update(shingles(report.text))
        made.append(hashed)
        index.insert(n, hashed)
    return {
        (reports[min(n, m)].id, reports[max(n, m)].id)
        for n, hashed in enumerate(made)
        for m in index.query(hashed)
        if m != n and hashed.jaccard(made[m]) >= _ENOUGH
    }


def by_datasketch(reports: Sequence[Report]) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS)
    made = []
    for n, report in enumerate(reports):
        hashed = MinHash(num_perm=_PERMUTATIONS, seed=1)
        hashed.update_batch([shingle.encode() for shingle in shingles(report.text)])
        made.append(hashed)
        index.insert(n, hashed, check_duplication=False)
    return {
        (reports[min(n, m)].id, reports[max(n, m)].id)
        for n, hashed in enumerate(made)
        for m in index.query(hashed)
        if m != n and hashed.jaccard(made[m]) >= _ENOUGH
    }


def shingles(text: str) -> list[str]:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return list({" ".join(words[n : n + 3]) for n in range(len(words) - 2)})


def measured(
    reports: Sequence[Report], tools: dict[str, Callable[[Sequence[Report]], Pairs]]
) -> Iterator[dict[str, object]]:
    for name, tool in tools.items():
        started = time.process_time()
        found = tool(reports)
        seconds = time.process_time() - started
        right = sum(left[1:] == other[1:] for left, other in found)
        yield {
            "tool": name,
            "recall": round(right / (len(reports) // 2), 5),
            "precision": round(right / len(found), 5) if found else 0.0,
            "documents_per_second": round(len(reports) / seconds),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    reports = corpus(parser.parse_args().documents)
    tools = {"silang": by_silang, "rensa": by_rensa, "datasketch": by_datasketch}
    print(json.dumps({"documents": len(reports), "tools": list(measured(reports, tools))}, indent=1))


if __name__ == "__main__":
    main()
