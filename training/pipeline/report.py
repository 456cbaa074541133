"""All figures of the model card: `python -m training.pipeline.report --corpora DIR --gold DIR --work DIR`.

Run it with OMP_NUM_THREADS=1 and OPENBLAS_NUM_THREADS=1: speeds are of one core.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import silang_id
import spacy
from silang_id.sentences import sentence_starts
from spacy.language import Language

from training.pipeline import corpora, evaluate, news, plain

STARTS = Path(__file__).with_name("sentence_starts.json")  # report id to offsets, by eye
_STYLED = (("gsd", "gsd"), ("pud", "ud"))  # beside the default style
_REPORTS = 600
_ROUNDS = 3


def report(root: Path, gold: Path, work: Path) -> dict[str, Any]:
    """Scores on the held-out sets, beside spaCy's own small pipeline; sizes; speeds."""
    sets = corpora.load(root, hold_out=False)
    ours = silang_id.load()
    model = work / "plain" / "model-best"
    yardstick = spacy.load(model) if model.exists() else plain.train_plain(sets.train, work)
    texts = list(islice(news.texts(root / "news"), _REPORTS))
    return {
        "command": "python -m training.pipeline.report",
        "date": time.strftime("%Y-%m-%d"),
        "machine": f"{platform.machine()}, one thread",
        "version": silang_id.__version__,
        "model_megabytes": round(sum(f.stat().st_size for f in silang_id.MODEL.rglob("*") if f.is_file()) / 1e6, 1),
        "silang_id": _scores(ours, sets.test),
        "spacy_plain": _scores(yardstick, sets.test),
        "sentences": sentence_scores(ours, gold),
        "tokens_per_second": speeds({"silang_id": ours, "spacy_plain": yardstick, "blank": spacy.blank("id")}, texts),
    }


def _scores(nlp: Language, test: dict[str, list[Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {name: evaluate.trees(nlp, test[name]) for name in ("csui", "gsd", "pud")}
    if "silang_parser" in nlp.pipe_names:
        found |= {f"{name}, style {style}": evaluate.trees(nlp, test[name], style) for name, style in _STYLED}
        parser: Any = nlp.get_pipe("silang_parser")
        parser.style = "csui"
    return {**found, **{name: evaluate.names(nlp, test[name]) for name in ("idner", "nergrit")}}


def sentence_scores(nlp: Language, gold: Path) -> dict[str, float]:
    """Precision, recall and F1 of sentence starts (the first of each report left out) on reports of gold/dev."""
    wanted = json.loads(STARTS.read_text(encoding="utf-8"))
    right = found = known = 0
    for path in sorted(gold.glob("dev/*.gold.json")):
        for entry in json.loads(path.read_text(encoding="utf-8"))["reports"]:
            if entry["id"] not in wanted:
                continue
            doc = nlp.make_doc(entry["text"])
            ours = {t.idx for t, start in zip(doc, sentence_starts(doc), strict=True) if start and t.i}
            theirs = set(wanted[entry["id"]][1:])
            right, found, known = right + len(ours & theirs), found + len(ours), known + len(theirs)
    precision, recall = right / found, right / known
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "starts": known}


def speeds(pipelines: dict[str, Language], texts: Sequence[str]) -> dict[str, int]:
    """Median tokens per second of each pipeline over the same texts, the pipelines taking turns."""
    rates: dict[str, list[float]] = {name: [] for name in pipelines}
    for _ in range(_ROUNDS):
        for name, nlp in pipelines.items():
            start = time.process_time()
            tokens = _count(nlp, texts)
            rates[name].append(tokens / (time.process_time() - start))
    return {name: round(median(found)) for name, found in rates.items()}


def _count(nlp: Language, texts: Iterable[str]) -> int:
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="where the yardstick is, or is trained")
    parser.add_argument("--out", type=Path, default=Path("packages/silang-id/results.json"))
    given = parser.parse_args()
    results = report(given.corpora, given.gold, given.work)
    given.out.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
