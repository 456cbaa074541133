"""A spaCy pipeline for Indonesian news: sentences, parts of speech, lemmas, dependencies, names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"
MODEL = Path(__file__).parent / "model"


def load(*, disable: Iterable[str] = (), exclude: Iterable[str] = (), **given: Any) -> Language:
    """The trained pipeline; `spacy.load("silang_id")` calls this. `given`: spaCy's other loading options.

    Raises OSError where the package was built without its model.
    """
    from spacy import util

    return util.load_model_from_path(MODEL, disable=list(disable), exclude=list(exclude), **given)
