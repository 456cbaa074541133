"""How sure two reports are one text: `python -m training.kinship GOLD > src/silang/comparison/kinship.json`.

A logistic regression over `silang.comparison.kinship.Traits`, fitted on all pairs of reports of the stories of
GOLD/train and GOLD/dev; a pair is kin where the annotators list it or let a claim's origins tie it. With `--folds` it
prints instead what stories that were left out give, by threshold.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from silang.comparison.kinship import Pairs, Traits
from silang.comparison.likeness import Likeness
from silang.comparison.reuse import Run, shared_runs
from silang.comparison.sheets import Sheet, sheet_of
from silang.comparison.tying import tie
from silang.comparison.units import units
from silang.extraction import extract
from silang.language import parse
from silang.reading import Given, read_text
from training.tying import FOLDS, Array, fit

Gold = dict[str, Any]
Row = tuple[Traits, bool]
Pair = tuple[int, int]


@dataclass(frozen=True)
class LaidOut:
    """The reports of one gold story as ties are read of them, all in one order."""

    ids: list[str]
    pairs: Pairs
    sheets: list[Sheet]
    runs: dict[Pair, list[Run]]


def laid_out(gold: Gold) -> LaidOut:
    """The reports of one gold story, read and laid side by side."""
    reports = [
        read_text(r["text"], id=r["id"], given=Given(published=r.get("given_published") or r.get("published")))
        for r in gold["reports"]
    ]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    likeness = Likeness(units(parses, found))
    sheets = [sheet_of(r, p, x) for r, p, x in zip(reports, parses, found, strict=True)]
    runs = shared_runs([sheet.words for sheet in sheets])
    return LaidOut([report.id for report in reports], Pairs(likeness, tie(likeness)), sheets, runs)


def rows_of(gold: Gold, laid: LaidOut) -> list[Row]:
    """The traits of each pair of one gold story's reports, and whether it is kin."""
    kin = _kin(gold["story"])
    return [
        (laid.pairs.traits(pair, laid.sheets, laid.runs.get(pair, [])), frozenset(laid.ids[n] for n in pair) in kin)
        for pair in combinations(range(len(laid.ids)), 2)
    ]


def _kin(story: dict[str, Any]) -> set[frozenset[str]]:
    groups = [k["reports"] for k in story["kinship"]] + [part for c in story["claims"] for part in c["origins"]]
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def model(rows: list[Row]) -> Array:
    """The intercept and the weight of each trait."""
    design = np.array([(1.0, *traits) for traits, _ in rows])
    return fit(design, np.array([float(kin) for _, kin in rows]), ridge=0.3)


def chance(traits: Sequence[float], weights: Array) -> float:
    """The chance of these traits by a model of intercept and weights."""
    return float(1 / (1 + np.exp(-np.array((1.0, *traits)) @ weights)))


def printed(names: Sequence[str], weights: Array) -> str:
    """A model of intercept and weights as `silang.comparison.logistic` reads it."""
    named = {name: round(float(w), 3) for name, w in zip(names, weights[1:], strict=True)}
    return json.dumps({"intercept": round(float(weights[0]), 3), "weights": named}, indent=1)


def main(gold: Path, *, folds: bool) -> None:
    paths = sorted([*gold.glob("dev/*.gold.json"), *gold.glob("train/*.claims.json")])
    golds = [json.loads(path.read_text("utf-8")) for path in paths]
    stories = [rows_of(story, laid_out(story)) for story in golds]
    if not folds:
        print(printed(Traits._fields, model([row for rows in stories for row in rows])))
        return
    chances: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = model([row for n, rows in enumerate(stories) if n % FOLDS != fold for row in rows])
        seen = [row for rows in stories[fold::FOLDS] for row in rows]
        chances += [(chance(traits, weights), kin) for traits, kin in seen]
    for bound in np.arange(0.1, 0.7, 0.05):
        kept = [kin for c, kin in chances if c >= bound]
        precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / sum(kin for _, kin in chances)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{bound:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), folds="--folds" in sys.argv)
