"""The pipeline beside Silang's own rules: `python -m training.pipeline.rules --corpora DIR --gold DIR`.

Sentence starts in the body of gold/dev's reports (furniture left out: the rules do not read it), and names on the
held-out name sets, each sentence read alone, its words joined by blanks. Both sides see the same text.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import silang_id
from silang_id.sentences import sentence_starts
from spacy.language import Language

from silang.extraction.names import find_names
from silang.language import parse, parse_text
from silang.reading import read_text
from training.pipeline import corpora, evaluate
from training.pipeline.report import STARTS
from training.pipeline.sentences import Sentence

_KINDS = ("PER", "ORG", "LOC")
_NAME_SETS = ("idner", "nergrit")

Span = tuple[int, int, str]


def compare(nlp: Language, root: Path, gold: Path) -> dict[str, Any]:
    """Precision, recall and F1 of both, by task."""
    test = corpora.load(root, hold_out=False).test
    found: dict[str, Any] = {"sentences": _starts(nlp, gold)}
    for name in _NAME_SETS:
        rules = (set(_by_rules(s)) for s in test[name])
        known = [set(_offsets(s, evaluate.spans(s.names))) for s in test[name]]
        ours = (
            set(_offsets(s, ((e.start, e.end, e.label_) for e in doc.ents)))
            for s, doc in zip(test[name], evaluate.annotate(nlp, test[name]), strict=True)
        )
        found[f"names, {name}"] = {"rules": _score(rules, known), "pipeline": _score(ours, known)}
    return found


def _starts(nlp: Language, gold: Path) -> dict[str, dict[str, float]]:
    wanted = json.loads(STARTS.read_text(encoding="utf-8"))
    rules: list[set[int]] = []
    ours: list[set[int]] = []
    known: list[set[int]] = []
    for path in sorted(gold.glob("dev/*.gold.json")):
        for entry in json.loads(path.read_text(encoding="utf-8"))["reports"]:
            if entry["id"] not in wanted:
                continue
            text = entry["text"]
            body = set(range(1, len(text))).difference(*(_past(text, f) for f in entry["furniture"]))
            doc = nlp.make_doc(text)
            ours.append(body & {t.idx for t, start in zip(doc, sentence_starts(doc), strict=True) if start})
            rules.append(body & {s.start for s in parse(read_text(text)).sentences})
            known.append(body & set(wanted[entry["id"]]))
    return {"rules": _score(rules, known), "pipeline": _score(ours, known)}


def _past(text: str, furniture: dict[str, Any]) -> range:
    """The furniture's places and the first of the body after it, which the rules always open and nobody disputes."""
    end = furniture["end"]
    return range(furniture["start"], end + 1 + len(text[end:]) - len(text[end:].lstrip()))


def _by_rules(sentence: Sentence) -> Iterator[Span]:
    for name in find_names(parse_text(" ".join(sentence.words))):
        if name.label in _KINDS:
            yield name.start, name.end, name.label


def _offsets(sentence: Sentence, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans of words as spans of the words joined by blanks."""
    starts = [0]
    for word in sentence.words:
        starts.append(starts[-1] + len(word) + 1)
    yield from ((starts[first], starts[last] - 1, kind) for first, last, kind in spans)


def _score(found: Iterable[set[Any]], known: Iterable[set[Any]]) -> dict[str, float]:
    pairs = list(zip(found, known, strict=True))
    return evaluate.f1(
        {(n, item) for n, (left, _) in enumerate(pairs) for item in left},
        {(n, item) for n, (_, right) in enumerate(pairs) for item in right},
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    given = parser.parse_args()
    print(json.dumps(compare(silang_id.load(), given.corpora, given.gold), indent=2))


if __name__ == "__main__":
    main()
