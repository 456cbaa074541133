"""Which claims two reports make on feet of their own: `python -m training.independence GOLD [PUBLIC]`.

For every claim of the annotated stories and every two of its reports: how sure a model of kinship fitted without that
story is of the pair, and how far the two sentences share phrases. Prints precision and recall of *independent* by the
bounds of `silang.comparison.ties`: from WHOLE all claims of a pair are tied, from DOUBT those in like phrases. The
figures are those of claims as annotated; what the claims found miss is not in them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from silang.comparison.features import Phrases
from silang.comparison.kinship import Traits
from silang.comparison.likeness import Likeness
from silang.model import Report
from training.kinship import Gold, LaidOut, laid_out, model, rows_of, sure
from training.tying import FOLDS

_WHOLE, _DOUBT, _ALIKE = (0.35, 0.45, 0.55), (0.05, 0.1, 0.15, 0.2, 0.3), (0.02, 0.05, 0.1)


class Shared(NamedTuple):
    """One claim in two reports: the traits of the pair, neighbouring words alike, and whether gold ties it."""

    traits: Traits
    phrases: float
    tied: bool


def shared(gold: Gold, laid: LaidOut) -> Iterator[Shared]:
    """The claims of one gold story, by two reports each."""
    reports, likeness, traits = laid
    phrases = Phrases(likeness)
    ids = [report.id for report in reports]
    for claim in gold["story"]["claims"]:
        held = _units(claim, reports, likeness)
        for a, b in combinations(sorted(held), 2):
            likest = max(phrases.jaccard(x, y) for x, y in product(held[a], held[b]))
            yield Shared(traits[a, b], likest, any(ids[a] in part and ids[b] in part for part in claim["origins"]))


def _units(claim: dict[str, Any], reports: list[Report], likeness: Likeness) -> dict[int, list[int]]:
    """The units of a claim, by report."""
    place = {report.id: n for n, report in enumerate(reports)}
    held: dict[int, list[int]] = {}
    for statement in claim["statements"]:
        for n, unit in enumerate(likeness.units):
            inside = min(unit.end, statement["end"]) - max(unit.start, statement["start"])
            whole = max(unit.end, statement["end"]) - min(unit.start, statement["start"])
            if unit.report == place[statement["report"]] and inside >= 0.3 * whole:
                held.setdefault(unit.report, []).append(n)
    return held


def main(folders: list[Path]) -> None:
    """Prints one line for each choice of the bounds."""
    paths = [p for folder in folders for p in sorted([*folder.rglob("*.gold.json"), *folder.rglob("*.claims.json")])]
    golds = [json.loads(path.read_text("utf-8")) for path in paths]
    laid = [laid_out(gold) for gold in golds]
    pairs = [rows_of(gold, out) for gold, out in zip(golds, laid, strict=True)]
    claims = [list(shared(gold, out)) for gold, out in zip(golds, laid, strict=True)]
    seen: list[tuple[str, float, Shared]] = []
    for fold in range(FOLDS):
        weights = model([row for n, rows in enumerate(pairs) if n % FOLDS != fold for row in rows])
        for path, found in list(zip(paths, claims, strict=True))[fold::FOLDS]:
            seen += [(path.parent.name, sure(c.traits, weights), c) for c in found]
    for whole, doubt, alike in product(_WHOLE, _DOUBT, _ALIKE):
        print(f"whole {whole:.2f} doubt {doubt:.2f} alike {alike:.2f}", end="")
        for name in sorted({folder for folder, _, _ in seen}):
            apart = [
                (chance < doubt or (chance < whole and c.phrases < alike), not c.tied)
                for at, chance, c in seen
                if at == name
            ]
            right = sum(found and true for found, true in apart)
            precision = right / max(1, sum(found for found, _ in apart))
            print(f"  {name} P {precision:.3f} R {right / max(1, sum(true for _, true in apart)):.3f}", end="")
        print()


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
