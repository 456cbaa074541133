"""The yardstick: spaCy's own small pipeline with nothing added, trained on the current treebanks and the name sets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from training.pipeline.evaluate import spans
from training.pipeline.sentences import ROOT, Sentence

_TRAINED_ON = ("csui", "gsd", "idner", "nergrit")


def train_plain(sets: dict[str, list[Sentence]], work: Path, *, steps: int = 4000, seed: int = 0) -> Language:
    """Train `tok2vec, morphologizer, parser, ner` with spaCy's defaults; every tenth sentence chooses the best step."""
    chosen = [s for source in _TRAINED_ON for s in sets[source]]
    _write((s for n, s in enumerate(chosen) if n % 10), work / "plain-train.spacy")
    _write((s for n, s in enumerate(chosen) if n % 10 == 0), work / "plain-dev.spacy")
    config = init_config(lang="id", pipeline=["morphologizer", "parser", "ner"], optimize="efficiency")
    config.to_disk(work / "plain.cfg")
    train(
        work / "plain.cfg",
        work / "plain",
        overrides={
            "paths.train": str(work / "plain-train.spacy"),
            "paths.dev": str(work / "plain-dev.spacy"),
            "training.max_steps": steps,
            "training.seed": seed,
        },
    )
    return spacy.load(work / "plain" / "model-best")


def _write(sentences: Iterable[Sentence], path: Path) -> None:
    vocab = spacy.blank("id").vocab
    DocBin(docs=[_doc(s, vocab) for s in sentences]).to_disk(path)


def _doc(sentence: Sentence, vocab: spacy.vocab.Vocab) -> Doc:
    words = list(sentence.words)
    if not sentence.heads:
        doc = Doc(vocab, words=words, spaces=list(sentence.spaces) or None)
        doc.set_ents([Span(doc, *span) for span in spans(sentence.names)], default="outside")
        return doc
    return Doc(
        vocab, words=words, spaces=list(sentence.spaces) or None, pos=list(sentence.tags), morphs=list(sentence.feats),
        heads=[at if head == ROOT else head for at, head in enumerate(sentence.heads)], deps=list(sentence.deps),
    )  # fmt: skip
