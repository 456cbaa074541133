"""Documents as columns: one array call instead of one call per token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc


def write(doc: Doc, attributes: list[str], table: npt.NDArray[Any]) -> None:
    """Set token attributes; `table` is (tokens, attributes), codes or signed offsets as spaCy keeps them."""
    if len(doc):
        names: Any = attributes
        codes: Any = np.ascontiguousarray(table).astype("uint64")
        doc.from_array(names, codes)


def read(doc: Doc, attribute: str) -> npt.NDArray[np.uint64]:
    """One attribute of all tokens."""
    column: Any = doc.to_array(attribute)
    return np.asarray(column, dtype="uint64")


def batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """Documents in lists of `size`."""
    waiting = iter(stream)
    while batch := list(islice(waiting, size)):
        yield batch
