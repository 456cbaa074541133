"""What each signal of tying is worth: `python -m training.ablation GOLD`.

Every feature of `silang.comparison.features` is left out once, the model fitted anew in folds by story
(`training.tying`), and the F1 of sentence pairs printed at the bound that ships, as a Markdown table.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from silang.comparison.features import NAMES
from silang.comparison.tying import ENOUGH
from training.tying import Pairs, left_out, pairs_of


def without(stories: Sequence[Pairs], feature: int) -> list[Pairs]:
    """The stories with the column of `feature` emptied."""
    return [replace(s, rows=np.where(np.arange(s.rows.shape[1]) == feature, 0.0, s.rows)) for s in stories]


def f1(stories: Sequence[Pairs]) -> float:
    """Of the pairs tied by models that have not seen their story: F1 against the links of the annotators."""
    chances = left_out(stories)
    tied = [[f for f, c in zip(s.finds, chances[s.story], strict=True) if c >= ENOUGH] for s in stories]
    precision = sum(bool(f) for found in tied for f in found) / max(1, sum(map(len, tied)))
    recall = sum(len(frozenset().union(*found)) for found in tied) / sum(s.wanted for s in stories)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def main(gold: Path) -> None:
    stories = [pairs_of(p) for p in sorted([*gold.glob("dev/*.gold.json"), *gold.glob("train/*.claims.json")])]
    whole = f1(stories)
    worth = {name: whole - f1(without(stories, n)) for n, name in enumerate(NAMES)}
    print(f"| left out | F1 | worth |\n| --- | --- | --- |\n| nothing | {whole:.4f} | |")
    for name, gain in sorted(worth.items(), key=lambda item: -item[1]):
        print(f"| {name} | {whole - gain:.4f} | {gain:+.4f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
