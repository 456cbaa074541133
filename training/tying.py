"""How pairs of sentences are weighed into claims: `python -m training.tying GOLD > src/silang/comparison/tying.json`.

An additive logistic model (Hastie and Tibshirani 1990): each feature of `silang.comparison.features` bends at a few
quantiles of its own. Fitted by Newton's method with a ridge on all pairs of the stories of GOLD/train and GOLD/dev; a
pair is right where the annotators tie sentences that overlap both of its own. With `--folds` it prints instead what
stories that were left out give, by threshold.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from silang.comparison.features import NAMES, Features
from silang.comparison.likeness import Likeness
from silang.comparison.units import Unit, units
from silang.extraction import extract
from silang.language import parse
from silang.reading import Given, read_text

KNOTS = 6
RIDGE = 3.0
SAME = 0.3  # intersection over union from which the scorer takes a span for another
FOLDS = 11

Array = NDArray[np.float64]
Link = tuple[int, int, int, int]  # claim, report, start, end


@dataclass(frozen=True)
class Pairs:
    """The candidate pairs of one story: features, and the gold claims (with reports) that each pair finds."""

    story: str
    rows: Array
    finds: list[frozenset[tuple[int, int, int]]]
    wanted: int


def pairs_of(path: Path) -> Pairs:
    """The candidate pairs of one gold story, read as the program reads it."""
    gold = json.loads(path.read_text("utf-8"))
    reports = [
        read_text(r["text"], id=r["id"], given=Given(published=r.get("given_published") or r.get("published")))
        for r in gold["reports"]
    ]
    parses = [parse(report) for report in reports]
    likeness = Likeness(units(parses, [extract(r, p) for r, p in zip(reports, parses, strict=True)]))
    place = {report.id: n for n, report in enumerate(reports)}
    spans: list[Link] = [
        (n, place[s["report"]], s["start"], s["end"])
        for n, claim in enumerate(gold["story"]["claims"])
        for s in claim["statements"]
    ]
    held = [frozenset(n for n, report, *span in spans if _is(unit, report, span)) for unit in likeness.units]
    all_ = {(a[0], a[1], b[1]) for a in spans for b in spans if a[0] == b[0] and a[1] < b[1]}
    finds = [
        frozenset(
            (n, likeness.units[m.left].report, likeness.units[m.right].report) for n in held[m.left] & held[m.right]
        )
        for m in likeness.matches
    ]
    return Pairs(path.name, np.array(Features(likeness).rows()).reshape(-1, len(NAMES)), finds, len(all_))


def _is(unit: Unit, report: int, span: Sequence[int]) -> bool:
    shared = min(unit.end, span[1]) - max(unit.start, span[0])
    return unit.report == report and shared > 0 and shared / (max(unit.end, span[1]) - min(unit.start, span[0])) >= SAME


def knots_of(column: Array) -> list[float]:
    """The quantiles at which a feature may bend; at least two."""
    found = np.unique(np.quantile(column, np.linspace(0, 1, KNOTS)).round(4))
    return [float(k) for k in (found if len(found) > 1 else np.array([found[0], found[0] + 1]))]


def basis(rows: Array, knots: Sequence[Sequence[float]]) -> Array:
    """Each feature as hats over its knots, after a column of ones."""
    columns = [np.ones(len(rows))]
    for n, places in enumerate(knots):
        hats = np.eye(len(places))
        columns += [np.interp(rows[:, n], places, hat) for hat in hats]
    return np.stack(columns, axis=1)


def fit(design: Array, right: Array, *, ridge: float = RIDGE) -> Array:
    """The weights of a logistic regression with a ridge on all but the first, by Newton's method."""
    weights = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - right) + penalty * weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def model(stories: Sequence[Pairs]) -> tuple[list[list[float]], Array]:
    """Knots and weights fitted on `stories`."""
    rows = np.concatenate([s.rows for s in stories])
    right = np.concatenate([np.array([bool(f) for f in s.finds], dtype=float) for s in stories])
    knots = [knots_of(rows[:, n]) for n in range(rows.shape[1])]
    return knots, fit(basis(rows, knots), right)


def as_json(knots: Sequence[Sequence[float]], weights: Array) -> dict[str, Any]:
    """The model as it is stored: for each feature its knots and what it adds to the log odds at each."""
    at, features = 1, {}
    for name, places in zip(NAMES, knots, strict=True):
        features[name] = {"at": list(places), "adds": [round(float(w), 3) for w in weights[at : at + len(places)]]}
        at += len(places)
    return {"intercept": round(float(weights[0]), 3), "features": features}


def left_out(stories: Sequence[Pairs]) -> Mapping[str, Array]:
    """For each story the chances of its pairs by a model that has not seen it."""
    found = {}
    for fold in range(FOLDS):
        knots, weights = model([s for n, s in enumerate(stories) if n % FOLDS != fold])
        for story in stories[fold::FOLDS]:
            found[story.story] = 1 / (1 + np.exp(-basis(story.rows, knots) @ weights))
    return found


def main(gold: Path, *, folds: bool) -> None:
    stories = [pairs_of(p) for p in sorted([*gold.glob("dev/*.gold.json"), *gold.glob("train/*.claims.json")])]
    if not folds:
        knots, weights = model(stories)
        rows = [f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in as_json(knots, weights)["features"].items()]
        print(f'{{"intercept": {weights[0]:.3f}, "features": {{\n' + ",\n".join(rows) + "\n}}")
        return
    chances = left_out(stories)
    for part in ("gold", "claims"):
        some = [s for s in stories if s.story.split(".")[1] == part]
        for bound in np.arange(0.2, 0.52, 0.03):
            picked = [(s, [f for f, c in zip(s.finds, chances[s.story], strict=True) if c >= bound]) for s in some]
            found = sum(len(p) for _, p in picked)
            precision = sum(bool(f) for _, p in picked for f in p) / max(1, found)
            recall = sum(len(frozenset().union(*p)) for _, p in picked) / sum(s.wanted for s in some)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"{part:7} {bound:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), folds="--folds" in sys.argv)
