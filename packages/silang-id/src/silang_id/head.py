"""What tagger, parser and names share: batches, weights and labels on disk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from silang_id import columns
from silang_id import weights as store
from silang_id.encoder import words_of
from silang_id.weights import Array, Weights

Filled = list[tuple[Doc, npt.NDArray[np.int64], list[int]]]  # documents, their words' places, sentence lengths


class Head:
    """A component that reads `doc.tensor`; subclasses say how a batch is annotated."""

    name = "head"

    def __init__(self) -> None:
        self._weights: Weights = {}
        self.labels: dict[str, list[str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """Documents in batches."""
        for batch in columns.batches(stream, batch_size):
            self._annotate(batch)
            yield from batch

    def set_weights(self, weights: Weights, labels: Mapping[str, Sequence[str]]) -> Self:
        """Take trained weights and the labels their rows stand for."""
        self._weights = weights
        self.labels = {kind: list(values) for kind, values in labels.items()}
        self._prepare()
        return self

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        store.save(Path(path), self._weights)
        Path(path, "labels.json").write_text(json.dumps(self.labels, ensure_ascii=False, indent=0), encoding="utf-8")

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Self:
        labels = json.loads(Path(path, "labels.json").read_text(encoding="utf-8"))
        return self.set_weights(store.load(Path(path)), labels)

    def _prepare(self) -> None:
        """Called when the weights are there."""

    def _annotate(self, docs: Sequence[Doc]) -> None:
        raise NotImplementedError

    def _words(self, docs: Sequence[Doc]) -> tuple[Array, Filled]:
        """The encoded words of all documents, and for each its places and sentence lengths."""
        if not self._weights:
            raise ValueError(f"{self.name} has no weights: load the trained package with spacy.load('silang_id')")
        filled: Filled = []
        for doc in docs:
            if len(doc) and not len(doc.tensor):
                raise ValueError(
                    f"{self.name} reads doc.tensor, which silang_encoder sets; put that component before it"
                )
            filled.append((doc, *words_of(doc)))
        tensors = [doc.tensor[places] for doc, places, _ in filled if len(places)]
        width = self._weights["hidden.weight"].shape[1]
        return (np.concatenate(tensors) if tensors else np.zeros((0, width), dtype="float32")), filled


def dense(values: Array, weights: Weights, name: str) -> Array:
    """A linear layer."""
    result: Array = values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return result
