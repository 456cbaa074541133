"""An export against gold: reports are matched by their exact text, each part is counted over all stories together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from silang.errors import GoldError
from silang.evaluation.ledger import Figures, Ledger, Miss, harmonic
from silang.evaluation.matching import Json
from silang.evaluation.reports import measure_report
from silang.evaluation.stories import Met, measure_story


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by part, and what each part missed and got wrong."""

    figures: Mapping[str, Figures]
    misses: Mapping[str, Sequence[Miss]]


def evaluate(export: Json, golds: Sequence[Json]) -> Evaluation:
    """Measures an export (schema `silang/1`) against gold, one object per story (docs/benchmark.md).

    Raises GoldError where gold or export lack what a measure needs; names the story.
    """
    ledger = Ledger()
    try:
        first, copies = _by_text(export)
        entities = {entity["id"]: entity for entity in export.get("entities", [])}
        places = {(r["id"], s["id"]): s for r in export["reports"] for s in r.get("statements", [])}
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"the export cannot be measured: {error!r}") from error
    for gold in golds:
        try:
            for report in gold["reports"]:
                if report["text"] not in first:
                    ledger.misses["reports"].append(Miss("missed", report["id"], report["text"][:60]))
                measure_report(ledger, entities, report, first.get(report["text"], {}))
            ids = {id: report["id"] for report in gold["reports"] for id in copies.get(report["text"], ())}
            stories = [s for s in export.get("stories", []) if any(id in ids for id in s["reports"])]
            measure_story(Met(gold, stories, ids, places, ledger))
        except (KeyError, TypeError, AttributeError) as error:
            story = gold["story"].get("id", "a story without id")
            raise GoldError(f"{story}: it cannot be measured: {error!r} in the gold or the export") from error
    figures = ledger.figures() | {"stories (B-cubed)": _grouping(export, golds, first)}
    return Evaluation(figures, {part: tuple(row) for part, row in ledger.misses.items() if row})


def _by_text(export: Json) -> tuple[dict[str, Json], dict[str, list[str]]]:
    """The first report of each text, and the ids of all."""
    first: dict[str, Json] = {}
    copies: defaultdict[str, list[str]] = defaultdict(list)
    for report in export["reports"]:
        first.setdefault(report["text"], report)
        copies[report["text"]].append(report["id"])
    return first, copies


def _grouping(export: Json, golds: Sequence[Json], first: Mapping[str, Json]) -> Figures:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of the export's stories over the gold's reports."""
    texts = ((n, report["text"]) for n, gold in enumerate(golds) for report in gold["reports"])
    truth = {first[text]["id"]: n for n, text in texts if text in first}
    guess: dict[str, object] = {}
    for n, story in enumerate(export.get("stories", [])):
        for id in story["reports"]:
            if id in truth:
                guess[id] = ("in two stories", id) if id in guess else n
    for id in truth:
        guess.setdefault(id, ("in no story", id))
    if not truth:
        return {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": len(golds)}
    precision = recall = 0.0
    for id in truth:
        mine, real = ({other for other in truth if side[other] == side[id]} for side in (guess, truth))
        precision += len(mine & real) / len(mine)
        recall += len(mine & real) / len(real)
    precision, recall = precision / len(truth), recall / len(truth)
    return {"precision": precision, "recall": recall, "f1": harmonic(precision, recall), "gold": len(golds)}
