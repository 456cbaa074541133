"""May one text stand behind a claim of two reports? `python -m training.echo GOLD > src/silang/comparison/echo.json`.

A logistic regression over `silang.comparison.echo.Traits`, fitted on every claim of the stories of GOLD/train and
GOLD/dev in every two of its reports; a row is positive where the annotators let one origin tie the two reports for that
claim. `python -m training.echo GOLD --folds [PUBLIC]` prints instead, for stories that were left out, precision and
recall of *independent* by the bound `silang.comparison.ties.DOUBT`: of claims as annotated: what the
claims found miss is not in them.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from silang.comparison.echo import Echoes, Traits
from silang.comparison.likeness import Likeness
from training.kinship import chance, laid_out, printed
from training.tying import FOLDS, SAME, Array, fit

RIDGE = 3.0
_BOUNDS = (0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4)

Rows = list[tuple[Traits, bool]]


def rows_of(gold: dict[str, Any]) -> Rows:
    """The claims of one gold story in every two of their reports: traits, and whether one origin ties them."""
    laid = laid_out(gold)
    ids, echoes = laid.ids, Echoes(laid.pairs, laid.sheets)
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


def model(rows: Rows) -> Array:
    """The intercept and the weight of each trait."""
    design = np.array([(1.0, *traits) for traits, _ in rows])
    return fit(design, np.array([float(one) for _, one in rows]), ridge=RIDGE)


def main(gold: Path, others: list[Path], *, folds: bool) -> None:
    folders = [gold / "dev", gold / "train", *others]
    stories = [
        (folder.name, rows_of(json.loads(path.read_text("utf-8"))))
        for folder in folders
        for path in sorted([*folder.rglob("*.gold.json"), *folder.rglob("*.claims.json")])
    ]
    fitting = [name in ("dev", "train") for name, _ in stories]
    if not folds:
        print(
            printed(
                Traits._fields,
                model([row for (_, rows), fit in zip(stories, fitting, strict=True) if fit for row in rows]),
            )
        )
        return
    seen: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = model([r for n, (_, rows) in enumerate(stories) if n % FOLDS != fold and fitting[n] for r in rows])
        for name, rows in stories[fold::FOLDS]:
            seen[name] += [(chance(traits, weights), one) for traits, one in rows]
    for bound in _BOUNDS:
        print(f"{bound:.2f}", end="")
        for name, held in seen.items():
            apart = [not one for sure, one in held if sure < bound]
            wanted = sum(not one for _, one in held)
            print(f"  {name} P {sum(apart) / max(1, len(apart)):.3f} R {sum(apart) / max(1, wanted):.3f}", end="")
        print()


if __name__ == "__main__":
    given = [Path(arg) for arg in sys.argv[1:] if arg != "--folds"]
    main(given[0], given[1:], folds="--folds" in sys.argv)
