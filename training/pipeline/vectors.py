"""Static word vectors from the raw news: floret, so that every word has one and the table stays small."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import floret
import numpy as np
from silang_id.features import normal
from spacy.vectors import Vectors
from spacy.vocab import Vocab

DIMENSIONS = 96
BUCKETS = 40_000
_HASHES, _SHORTEST, _LONGEST = 2, 3, 5


def learn(sentences: Iterable[list[str]], work: Path, *, epochs: int = 2) -> Path:
    """Train on one thread, so that the same text gives the same vectors; returns a table for `load`."""
    plain = work / "normal.txt"
    seen: set[bytes] = set()
    with plain.open("w", encoding="utf-8") as out:
        for words in sentences:
            line = " ".join(normal(w) for w in words)
            if (
                len(words) > 3 and (key := blake2b(line.encode(), digest_size=8).digest()) not in seen
            ):  # furniture repeats; the news does not
                seen.add(key)
                out.write(line + "\n")
    model = floret.train_unsupervised(
        str(plain), model="skipgram", mode="floret", hashCount=_HASHES, bucket=BUCKETS, dim=DIMENSIONS,
        minn=_SHORTEST, maxn=_LONGEST, minCount=5, ws=4, neg=5, epoch=epochs, thread=1, lr=0.05, verbose=0,
    )  # fmt: skip
    table = work / "vectors.floret"
    model.save_floret_vectors(str(table))
    return table


def load(table: Path, vocab: Vocab) -> Vectors:
    """The floret table as spaCy vectors keyed by normal forms, half precision."""
    with table.open(encoding="utf-8") as lines:
        buckets, dim, shortest, longest, hashes, seed, begin, end = lines.readline().split()
        data = np.zeros((int(buckets), int(dim)), dtype="float32")
        for line in lines:
            row, *numbers = line.rstrip().split(" ")
            data[int(row)] = np.asarray(numbers, dtype="float32")
    return Vectors(
        data=data.astype("float16").astype("float32"), strings=vocab.strings, mode="floret", minn=int(shortest),
        maxn=int(longest), hash_count=int(hashes), hash_seed=int(seed), bow=begin, eow=end,
    )  # fmt: skip
