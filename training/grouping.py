"""Would learnt weights group better than those of `silang.stories.likeness`? `python -m training.grouping GOLD`.

A logistic regression over what the likeness is made of, one signal each, fitted on pairs of reports of the stories of
GOLD/train and GOLD/dev, in folds by story; prints the average precision of *one event* beside that of the weights set
by hand and of the bare cosine. A trial: nothing of it ships.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import combinations
from pathlib import Path

import numpy as np

from silang.extraction import extract
from silang.language import parse
from silang.reading import Given, read_text
from silang.stories import Profile, profile
from silang.stories.likeness import WINDOW, cosine, likeness
from training.tying import FOLDS, Array, fit

_NEAR = 0.08  # cosine; pairs below are of no one event


def profiles(path: Path) -> list[Profile]:
    """The profiles of one story's reports."""
    found = []
    for r in json.loads(path.read_text("utf-8"))["reports"]:
        report = read_text(r["text"], id=r["id"], given=Given(published=r.get("given_published") or r.get("published")))
        parsed = parse(report)
        found.append(profile(report, parsed, extract(report, parsed)))
    return found


def signals(a: Profile, b: Profile, alike: float) -> tuple[float, ...]:
    """An intercept, the cosine, and what names, openings, days and figures say, each about 0 to 1."""
    figures = [{word for word in p.weights if word[0].isdigit()} for p in (a, b)]
    gap = abs(a.day - b.day) if a.day is not None and b.day is not None else 1
    return (
        1.0,
        alike,
        alike * alike,
        math.log(alike),
        _held(a.names, b.names),
        max(_held(a.opening, b.names | b.opening), _held(b.opening, a.names | a.opening)),
        gap / WINDOW,
        float(bool(a.front and b.front and not a.front & b.front)),
        _held(*figures),
        float(all(figures) and not figures[0] & figures[1]),
    )


def _held(left: frozenset[str] | set[str], right: frozenset[str] | set[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))


def precision(right: Array, chances: Array) -> float:
    """Average precision of a ranking."""
    ranked = right[np.argsort(-chances, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1) * ranked).sum() / ranked.sum())


def main(gold: Path) -> None:
    paths = sorted([*gold.glob("dev/*.gold.json"), *gold.glob("train/*.claims.json")])
    held = [(n, p) for n, path in enumerate(paths) for p in profiles(path)]
    pairs = [
        (s, t, a, b, alike)
        for (s, a), (t, b) in combinations(held, 2)
        if (alike := cosine(a.weights, b.weights)) >= _NEAR
        and (a.day is None or b.day is None or abs(a.day - b.day) <= WINDOW)
    ]
    rows = np.array([signals(a, b, alike) for _, _, a, b, alike in pairs])
    right = np.array([float(s == t) for s, t, *_ in pairs])
    learnt = np.zeros(len(pairs))
    for fold in range(FOLDS):
        away = np.array([s % FOLDS != fold and t % FOLDS != fold for s, t, *_ in pairs])
        asked = np.array([s % FOLDS == fold for s, *_ in pairs])
        learnt[asked] = rows[asked] @ fit(rows[away], right[away], ridge=1.0)
    by_hand = np.array([likeness(a, b, alike) for _, _, a, b, alike in pairs])
    print(f"{len(pairs)} pairs, {int(right.sum())} of one event")
    for name, chances in (("learnt", learnt), ("by hand", by_hand), ("cosine", rows[:, 1])):
        print(f"{name}  average precision {precision(right, chances):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
