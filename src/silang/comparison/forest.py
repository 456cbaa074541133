"""A forest of decision trees as fitted in `training`, read from one file and asked many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes of all trees in one row each; `roots` are where the trees begin.

    A node asks whether `row[feature] <= threshold`: if so the next node, else the one `right`; a leaf has feature -1.
    `value` is the share of the fitted rows at the node that were positive.
    """

    roots: NDArray[np.int32]
    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]

    def chances(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The mean of the trees' leaves for each row (extremely randomized trees, Geurts et al. 2006)."""
        import numpy as np

        if not rows:
            return []
        x = np.asarray(rows, dtype=np.float32)
        at = np.repeat(self.roots[np.newaxis, :], len(x), axis=0)
        line = np.arange(len(x))[:, np.newaxis]
        while (asking := self.feature[at] >= 0).any():
            left = x[line, np.maximum(self.feature[at], 0)] <= self.threshold[at]
            at = np.where(asking, np.where(left, at + 1, self.right[at]), at)
        return [float(chance) for chance in self.value[at].mean(axis=1)]

    def adds(self, row: Sequence[float]) -> list[float]:
        """What each feature adds to the chance along the ways of one row through the trees (Saabas 2014)."""
        import numpy as np

        x = np.asarray(row, dtype=np.float32)
        added = [0.0] * len(row)
        for root in self.roots:
            at = int(root)
            while (feature := int(self.feature[at])) >= 0:
                after = at + 1 if x[feature] <= self.threshold[at] else int(self.right[at])
                added[feature] += float(self.value[after] - self.value[at]) / len(self.roots)
                at = after
        return added


@cache
def stored(name: str) -> Forest:
    """The forest in the file `name` of this package."""
    import numpy as np

    with as_file(files("silang.comparison").joinpath(name)) as path, np.load(path) as held:
        return Forest(*(held[part] for part in ("roots", "feature", "threshold", "right", "value")))
