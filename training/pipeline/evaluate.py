"""Scores of a pipeline on annotated sentences, gold words given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from training.pipeline.sentences import ROOT, Sentence

Span = tuple[int, int, str]


def annotate(nlp: Language, sentences: Sequence[Sentence]) -> Iterator[Doc]:
    """One document per sentence: words and boundaries given, all else by the pipeline."""
    pipes: list[Any] = [
        pipe for name, pipe in nlp.pipeline if name not in ("silang_sentences", "senter", "sentencizer")
    ]
    docs: Iterable[Doc] = [_given(nlp, s) for s in sentences]
    for pipe in pipes:
        docs = pipe.pipe(docs, batch_size=64)
    yield from docs


def _given(nlp: Language, sentence: Sentence) -> Doc:
    spaces = list(sentence.spaces) or [True] * len(sentence.words)
    starts: list[bool | int | None] = [at == 0 for at in range(len(sentence.words))]
    return Doc(nlp.vocab, words=list(sentence.words), spaces=spaces, sent_starts=starts)


def trees(nlp: Language, sentences: Sequence[Sentence], style: str = "csui") -> dict[str, float]:
    """Shares of written words right, punctuation counted.

    `las` compares universal relations (CoNLL 2018), `las_full` with subtypes; `*_syntactic` counts every clitic that UD
    takes for a word of its own as wrong.
    """
    if "silang_parser" in nlp.pipe_names:
        parser: Any = nlp.get_pipe("silang_parser")
        parser.style = style
    right = dict.fromkeys(("pos", "uas", "las", "las_full", "feats", "root"), 0)
    total = expanded = 0
    for doc, gold in zip(annotate(nlp, sentences), sentences, strict=True):
        total += len(doc)
        expanded += gold.expanded
        for at, token in enumerate(doc):
            head = ROOT if token.head.i == at else token.head.i
            dep = "root" if head == ROOT else token.dep_
            attached = head == gold.heads[at]
            right["pos"] += token.pos_ == gold.tags[at]
            right["uas"] += attached
            right["las"] += attached and dep.partition(":")[0] == gold.deps[at].partition(":")[0]
            right["las_full"] += attached and dep == gold.deps[at]
            right["feats"] += str(token.morph) == gold.feats[at]
            right["root"] += bool(gold.lemmas) and _root(token).casefold() == gold.lemmas[at].casefold()
    scores = {name: round(count / total, 4) for name, count in right.items()}
    scores["las_syntactic"] = round(right["las"] / expanded, 4)
    scores["words"] = total
    return scores


def _root(token: Any) -> str:
    return str(token._.root) if token.has_extension("root") else str(token.lemma_)


def names(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Exact-match precision, recall and F1 over PER, ORG, LOC, and F1 of each kind."""
    found: set[tuple[int, Span]] = set()
    gold: set[tuple[int, Span]] = set()
    for at, (doc, sentence) in enumerate(zip(annotate(nlp, sentences), sentences, strict=True)):
        found |= {(at, (e.start, e.end, e.label_)) for e in doc.ents}
        gold |= {(at, span) for span in spans(sentence.names)}
    scores = f1(found, gold)
    for kind in ("PER", "ORG", "LOC"):
        scores[kind] = f1({f for f in found if f[1][2] == kind}, {g for g in gold if g[1][2] == kind})["f1"]
    return scores


def spans(tags: Sequence[str]) -> Iterator[Span]:
    """Token spans of B-/I- tags."""
    start = None
    for at, (tag, following) in enumerate(pairwise([*tags, "O"])):
        if tag.startswith("B-"):
            start = at
        if start is not None and not following.startswith("I-"):
            yield start, at + 1, tags[start][2:]
            start = None


def f1(found: set[Any], gold: set[Any]) -> dict[str, float]:
    """Precision, recall and F1 of what was found."""
    right = len(found & gold)
    precision = right / len(found) if found else 0.0
    recall = right / len(gold) if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
