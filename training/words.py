"""What words of news weigh and which resemble each other:
`python -m training.words CORPORA src/silang/comparison` writes `words.tsv` and `vectors.npy` there.

`words.tsv`: a root and how many reports hold it. `vectors.npy`: one int8 row per root of `words.tsv`, the left singular
vectors of the shifted positive PMI of roots within five words of each other (Levy, Goldberg and Dagan 2015).
Needs SciPy, which Silang itself does not.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds

from silang.language.stems import root
from training.corpus import reports

LEAST = 12  # reports that hold a root
WINDOW = 5
DIMENSIONS = 100
SHIFT = 5.0  # negative samples that the shift stands for
SMOOTH = 0.75


def main(corpora: Path, target: Path) -> None:
    texts = [[root(word) for word in words] for words in reports(corpora)]
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(text))
    del seen["."]
    words = sorted(w for w, n in seen.items() if n >= LEAST and not w[0].isdigit() and len(w) < 25)
    lines = [f"# Of {len(texts)} Indonesian news reports, how many hold a root; made by training/words.py.\n"]
    (target / "words.tsv").write_text("".join(lines + [f"{w}\t{seen[w]}\n" for w in words]), encoding="utf-8")
    vectors = _vectors(_counts(texts, {w: n for n, w in enumerate(words)}))
    np.save(target / "vectors.npy", np.clip(np.rint(vectors * 127 * 2.5), -127, 127).astype(np.int8))


def _counts(texts: list[list[str]], index: dict[str, int]) -> sparse.csr_matrix:
    size = len(index)
    ids = np.array([index.get(w, -1) for text in texts for w in [*text, *["."] * WINDOW]], dtype=np.int64)
    total = sparse.csr_matrix((size, size), dtype=np.float64)
    for gap in range(1, WINDOW + 1):
        left, right = ids[:-gap], ids[gap:]
        both = (left >= 0) & (right >= 0)
        total += sparse.coo_matrix(
            (np.full(int(both.sum()), 1.0 / gap), (left[both], right[both])), shape=(size, size)
        ).tocsr()
    return total + total.T


def _vectors(counts: sparse.csr_matrix) -> NDArray[np.float64]:
    rows = np.asarray(counts.sum(axis=1)).ravel()
    context = rows**SMOOTH
    context /= context.sum()
    cells = counts.tocoo()
    pmi = np.log(cells.data / (rows[cells.row] * context[cells.col])) - np.log(SHIFT)
    keep = pmi > 0
    positive = sparse.csr_matrix((pmi[keep], (cells.row[keep], cells.col[keep])), shape=counts.shape)
    left, strength, _ = svds(positive, k=DIMENSIONS, random_state=1)
    vectors: NDArray[np.float64] = left * np.sqrt(strength)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
