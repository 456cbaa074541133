"""The table of word types that training sees: their feature rows and static vectors, one row per spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import torch
from silang_id.features import features, normal
from spacy.vectors import Vectors

PAD = 0


class Types:
    """Spellings to rows, growing until `freeze`; row 0 pads."""

    def __init__(self, norms: Mapping[str, int]) -> None:
        self._norms = norms
        self._rows: dict[str, int] = {"": PAD}
        self.ids = torch.zeros((0, 5), dtype=torch.long)
        self.vectors = torch.zeros((0, 0))

    def add(self, words: Iterable[str]) -> list[int]:
        """The rows of `words`, new ones where they are new."""
        rows = self._rows
        return [rows.setdefault(word, len(rows)) for word in words]

    def freeze(self, vectors: Vectors) -> None:
        """Compute the features of all rows."""
        words = list(self._rows)
        table = [features(word, self._norms) for word in words]
        self.ids = torch.tensor([(f.norm, f.prefix, f.suffix, f.ending, f.shape) for f in table])
        self.vectors = torch.from_numpy(lookup(vectors, words))

    def __len__(self) -> int:
        return len(self._rows)


def lookup(vectors: Vectors, words: Sequence[str]) -> np.ndarray:
    """One static vector per word, float32 (words, dimensions)."""
    found = [vectors.get_batch([normal(w) or " " for w in words[at : at + 4096]]) for at in range(0, len(words), 4096)]
    return np.concatenate(found).astype("float32")
