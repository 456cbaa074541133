"""Whether one text stands behind a claim of two reports: `python -m training.echo GOLD src/silang/comparison/echo.npz`.

A forest of extremely randomized trees (Geurts et al. 2006; scikit-learn) over `silang.comparison.echo.Traits`, fitted
on every claim of the stories of GOLD/train and GOLD/dev in every two of its reports; a row is positive where the
annotators let one origin tie the two reports for that claim. `python -m training.echo GOLD --folds [PUBLIC]` prints
instead, for stories that were left out, precision and recall of *independent* by the bound
`silang.comparison.ties.DOUBT`, of claims as annotated: what the claims found miss is not in them.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier

from silang.comparison.echo import Echoes
from silang.comparison.likeness import Likeness
from training.kinship import laid_out
from training.tying import FOLDS, SAME, Array

TREES = 100
LEAF = 3  # rows
SHARE = 0.5  # of the traits, asked at each node
_BOUNDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)

Rows = list[tuple[tuple[float, ...], bool]]


def rows_of(gold: dict[str, Any]) -> Rows:
    """The claims of one gold story in every two of their reports: traits, and whether one origin ties them."""
    laid = laid_out(gold)
    ids, echoes = laid.ids, Echoes(laid.pairs, laid.sheets, laid.runs)
    rows: Rows = []
    for claim in gold["story"]["claims"]:
        held = _units(claim, ids, echoes.likeness)
        for a, b in combinations(sorted(held), 2):
            one = any(ids[a] in part and ids[b] in part for part in claim["origins"])
            rows.append((echoes.traits(*echoes.likest(held[a], held[b])), one))
    return rows


def _units(claim: dict[str, Any], ids: list[str], likeness: Likeness) -> dict[int, list[int]]:
    """The units of a claim, by report."""
    held: defaultdict[int, list[int]] = defaultdict(list)
    for statement in claim["statements"]:
        for n, unit in enumerate(likeness.units):
            inside = min(unit.end, statement["end"]) - max(unit.start, statement["start"])
            whole = max(unit.end, statement["end"]) - min(unit.start, statement["start"])
            if ids[unit.report] == statement["report"] and inside >= SAME * whole:
                held[unit.report].append(n)
    return dict(held)


def forest(rows: Rows) -> ExtraTreesClassifier:
    """The forest of these rows; the same rows give the same forest."""
    fitted = ExtraTreesClassifier(TREES, min_samples_leaf=LEAF, max_features=SHARE, random_state=0)
    return fitted.fit(np.array([traits for traits, _ in rows], dtype=np.float32), np.array([one for _, one in rows]))


def flat(fitted: ExtraTreesClassifier) -> dict[str, Array]:
    """The nodes of all trees as `silang.comparison.forest` reads them."""
    trees = [estimator.tree_ for estimator in fitted.estimators_]
    roots = np.cumsum([0, *(tree.node_count for tree in trees)])[:-1]
    for tree in trees:  # a left child follows its node
        inner = tree.children_left >= 0
        assert (tree.children_left[inner] == np.flatnonzero(inner) + 1).all()
    return {
        "roots": roots.astype(np.int32),
        "feature": np.concatenate([np.where(t.children_left < 0, -1, t.feature) for t in trees]).astype(np.int16),
        "threshold": np.concatenate([t.threshold for t in trees]).astype(np.float32),
        "right": np.concatenate([t.children_right + r for t, r in zip(trees, roots, strict=True)]).astype(np.int32),
        "value": np.concatenate([t.value[:, 0, 1] / t.value[:, 0].sum(axis=1) for t in trees]).astype(np.float32),
    }


def main(gold: Path, target: Path | None, others: list[Path]) -> None:
    folders = [gold / "dev", gold / "train", *others]
    stories = [
        (folder.name, rows_of(json.loads(path.read_text("utf-8"))))
        for folder in folders
        for path in sorted([*folder.rglob("*.gold.json"), *folder.rglob("*.claims.json")])
    ]
    fitting = [name in ("dev", "train") for name, _ in stories]
    if target:
        parts = flat(forest([row for (_, rows), fit in zip(stories, fitting, strict=True) if fit for row in rows]))
        np.savez_compressed(target, allow_pickle=False, **parts)
        return
    seen: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        fitted = forest([r for n, (_, rows) in enumerate(stories) if n % FOLDS != fold and fitting[n] for r in rows])
        for name, rows in stories[fold::FOLDS]:
            if rows:
                chances = fitted.predict_proba(np.array([traits for traits, _ in rows], dtype=np.float32))[:, 1]
                seen[name] += zip(map(float, chances), (one for _, one in rows), strict=True)
    for bound in _BOUNDS:
        print(f"{bound:.2f}", end="")
        for name, held in seen.items():
            apart = [not one for chance, one in held if chance < bound]
            wanted = sum(not one for _, one in held)
            print(f"  {name} P {sum(apart) / max(1, len(apart)):.3f} R {sum(apart) / max(1, wanted):.3f}", end="")
        print()


if __name__ == "__main__":
    folds = "--folds" in sys.argv
    given = [Path(arg) for arg in sys.argv[1:] if arg != "--folds"]
    main(given[0], None if folds else given[1], given[1:] if folds else given[2:])
