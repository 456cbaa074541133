"""A trained network to a spaCy pipeline that needs numpy alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import silang_id
import spacy
import torch
from silang_id.weights import Array, Weights
from spacy.language import Language

from training.pipeline import tokenization, vectors
from training.pipeline.corpora import NAME_STYLES, TREE_STYLES, Labels
from training.pipeline.network import Network

PIPES = ("silang_sentences", "silang_encoder", "silang_tagger", "silang_parser", "silang_names", "silang_lemmas")
META: dict[str, Any] = {
    "name": "silang_news",
    "version": silang_id.__version__,
    "description": "Indonesian news: sentences, tags, lemmas, dependencies, names",
    "license": "CC BY-SA 4.0",
    "author": "The Silang founders",
    "sources": [
        {"name": "UD Indonesian-CSUI, GSD", "license": "CC BY-SA 4.0"},
        {"name": "ICON", "license": "CC BY-SA 4.0"},
        {"name": "idner-news-2k", "license": "MIT"},
        {"name": "IndoNLU nergrit, nerp", "license": "MIT, Apache-2.0/CC BY-SA 4.0"},
        {"name": "UniMorph Indonesian", "license": "CC BY-SA 3.0"},
        {"name": "IndoSum", "license": "CC BY-SA 4.0"},
    ],
}
_KEPT = ("csui", "gsd")  # tree styles a user can ask for; tags and names follow the first of theirs


def blank(names: Iterable[str], table: Path) -> Language:
    """An empty Indonesian pipeline with our tokenizer and static vectors."""
    nlp = spacy.blank("id")
    nlp.tokenizer = tokenization.tokenizer(nlp.vocab, names)
    nlp.vocab.vectors = vectors.load(table, nlp.vocab)
    return nlp


def assemble(nlp: Language, network: Network, labels: Labels, norms: Mapping[str, int]) -> Language:
    """Add the components with the trained weights."""
    for name in PIPES:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    encoder: Any = nlp.get_pipe("silang_encoder")
    encoder.set_weights(_arrays(network.encoder), dict(norms))
    tagger: Any = nlp.get_pipe("silang_tagger")
    tagger.set_weights(_folded(network.tagger, TREE_STYLES.index("csui")), {"tags": labels.tags, "feats": labels.feats})
    parser: Any = nlp.get_pipe("silang_parser")
    parser.set_weights(_styled(network.parser), {"deps": labels.deps, "styles": _KEPT})
    names: Any = nlp.get_pipe("silang_names")
    names.set_weights(_folded(network.names, NAME_STYLES.index("idner")), {"names": labels.names})
    return nlp


def _arrays(module: torch.nn.Module) -> Weights:
    return {name: _rounded(value) for name, value in module.state_dict().items()}


def _rounded(value: torch.Tensor) -> Array:
    """As the file will hold it, so that a pipeline in memory and one from disk are the same."""
    array: Array = value.detach().numpy().astype("float16").astype("float32")
    return array


def _folded(module: torch.nn.Module, style: int) -> Weights:
    """One style's bias added to the hidden layer's."""
    weights = {name: value.detach().clone() for name, value in module.state_dict().items()}
    weights["hidden.bias"] += weights.pop("style.weight")[style]
    return {name: _rounded(value) for name, value in weights.items()}


def _styled(module: torch.nn.Module) -> Weights:
    rows = [TREE_STYLES.index(style) for style in _KEPT]
    weights = _arrays(module)
    weights["style"] = weights.pop("style.weight")[rows]
    weights["relation_style"] = weights.pop("relation_style.weight")[rows]
    return weights
