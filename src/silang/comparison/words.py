"""What a word weighs among news, and how alike two words are used; counted on news (see `training/words.py`)."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_UNLISTED = 4  # reports that are taken to hold a root which the table does not list


def rarity(term: str) -> float:
    """ln of one over the share of news reports that hold `term` (Spärck Jones 1972); 0 for what all hold."""
    total, seen, _ = _table()
    return math.log(total / seen.get(term, _UNLISTED))


def common(term: str, reports: int) -> bool:
    """Whether at least so many of the counted reports hold `term`."""
    return _table()[1].get(term, 0) >= reports


def row(term: str) -> int | None:
    """The row of `term` in `vectors()`, None where it has none."""
    return _table()[2].get(term)


@cache
def vectors() -> NDArray[np.float32]:
    """One row of unit length per listed root."""
    import numpy as np

    with as_file(files("silang.comparison").joinpath("vectors.npy")) as path:
        rows: NDArray[np.float32] = np.load(path).astype(np.float32)
    lengths: NDArray[np.float32] = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-6))
    rows /= lengths
    return rows


@cache
def _table() -> tuple[int, dict[str, int], dict[str, int]]:
    lines = files("silang.comparison").joinpath("words.tsv").read_text("utf-8").splitlines()
    total = int(lines[0].split()[2])
    pairs = [line.split("\t") for line in lines[1:]]
    return total, {w: int(n) for w, n in pairs}, {w: i for i, (w, _) in enumerate(pairs)}
