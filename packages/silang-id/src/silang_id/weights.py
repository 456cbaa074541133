"""Named arrays on disk: half precision in the file, single precision in memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Weights = dict[str, Array]


def save(path: Path, weights: Mapping[str, Array]) -> None:
    """Write `weights` to a folder, one .npy file per name, so that the same weights are the same bytes."""
    path.mkdir(parents=True, exist_ok=True)
    for name in sorted(weights):
        np.save(path / f"{name}.npy", weights[name].astype("float16"))


def load(path: Path) -> Weights:
    """What `save` wrote. Raises FileNotFoundError where the folder holds none."""
    found = {file.stem: np.load(file).astype("float32") for file in sorted(path.glob("*.npy"))}
    if not found:
        raise FileNotFoundError(f"no weights in {path}: the model package is not whole, install it again")
    return found
