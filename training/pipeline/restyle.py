"""A treebank's sentences with trees by another treebank's conventions, its own trees heard as a witness.

The old trees of GSD and the heads found in ICON's constituents obey other conventions than the treebanks that are
measured. A network that was trained on all of them, each in a style of its own, parses those sentences in the wanted
style; the tree that is there weighs on every doubtful word, as much as that kind of label proved right where the
network has no doubt. Words still doubtful are left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from silang_id.trees import best_tree
from torch import Tensor

from training.pipeline.corpora import TREE_STYLES, Labels
from training.pipeline.network import Network
from training.pipeline.sentences import OPEN, ROOT, Sentence
from training.pipeline.supervise import Batch, Index, encode, grouped, make_batch
from training.pipeline.types import Types

_CERTAIN = 0.95  # of the network without a witness: the words that tell how good the witness is
_KEPT = 0.6  # of head and relation, or tag, with the witness: less is left open
_WEIGHT = 0.5  # of the witness: easy words, where it is judged, flatter it
_CHOICE = 20.0  # heads that a wrong witness chooses among, about
_FLOOR = -1e4


@dataclass(frozen=True, slots=True)
class Witness:
    """What an old label says: a bonus for its head (deps), and log odds of old given new (new, old) for labels."""

    heads: Tensor
    deps: Tensor
    tags: Tensor


@dataclass(frozen=True, slots=True)
class _Scores:
    """One batch: log probabilities of heads (sentences, words, 1 + words; 0 the root) and of tags (sentences, words,
    tags), and what relations are scored from."""

    heads: Tensor
    tags: Tensor
    child: Tensor
    head: Tensor


def restyled(
    network: Network, sentences: Sequence[Sentence], types: Types, labels: Labels, style: str
) -> list[Sentence]:
    """`sentences` in `style`, with source "OLD as STYLE"; doubtful words have head OPEN, doubtful tags are empty.

    A sentence of which nothing is sure is left out.
    """
    network.eval()
    index = Index(labels)
    batches = grouped(sorted(sentences, key=lambda s: len(s.words)), 4_000)
    with torch.no_grad():
        witness = _witness(network, batches, types, index, style)
        return [
            done
            for group in batches
            for done in _relabel(network, make_batch(group, types), types, (labels, index), (witness, style))
            if any(done.deps) and any(done.tags)
        ]


def _scores(network: Network, batch: Batch, types: Types, style: str) -> tuple[_Scores, Tensor]:
    number = torch.full((len(batch.sentences),), TREE_STYLES.index(style))
    encoded = encode(network, batch, types)
    arcs, child, head = network.parser(encoded, number)
    closed = torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask], 1)
    itself = torch.eye(arcs.shape[1], arcs.shape[2] - 1, dtype=torch.bool)
    itself = torch.cat([torch.zeros_like(itself[:, :1]), itself], 1)
    arcs = arcs.masked_fill(~closed[:, None] | itself[None], _FLOOR).log_softmax(-1)
    return _Scores(arcs, network.tagger(encoded, number)[0].log_softmax(-1), child, head), number


def _witness(network: Network, batches: Sequence[list[Sentence]], types: Types, index: Index, style: str) -> Witness:
    """How the old labels fit the new ones on words of which the network is certain."""
    met = torch.ones(len(index.deps), 2)  # of each old relation: its head wrong, right
    deps = torch.full((len(index.deps), len(index.deps)), 0.1)
    tags = torch.full((len(index.tags), len(index.tags)), 0.1)
    for group in batches:
        batch = make_batch(group, types)
        scores, number = _scores(network, batch, types, style)
        sentence, word = batch.mask.nonzero(as_tuple=True)
        old_heads, old_deps, old_tags = _old(group, index)
        sure, heads = scores.heads[sentence, word].max(-1)
        certain = sure > np.log(_CERTAIN)
        met.index_put_((old_deps[certain], (heads == old_heads)[certain].long()), torch.tensor(1.0), accumulate=True)
        both = certain & (heads == old_heads)
        found = network.parser.relations(
            scores.child[sentence, word][both], scores.head[sentence, heads][both], number[sentence][both]
        ).argmax(-1)
        deps.index_put_((found, old_deps[both]), torch.tensor(1.0), accumulate=True)
        sure, new_tags = scores.tags[sentence, word].max(-1)
        certain = sure > np.log(_CERTAIN)
        tags.index_put_((new_tags[certain], old_tags[certain]), torch.tensor(1.0), accumulate=True)
    bonus = (met[:, 1] / met[:, 0] * _CHOICE).log().clamp(min=0)
    return Witness(*(_WEIGHT * part for part in (bonus, _given(deps), _given(tags))))


def _given(counts: Tensor) -> Tensor:
    return (counts / counts.sum(1, keepdim=True)).log()


def _old(group: Sequence[Sentence], index: Index) -> tuple[Tensor, Tensor, Tensor]:
    """Heads (0 the root), relations and tags that are there, word after word."""
    heads = torch.tensor([0 if h == ROOT else h + 1 for s in group for h in s.heads])
    deps = torch.tensor([index.deps[d] for s in group for d in s.deps])
    return heads, deps, torch.tensor([index.tags[t] for s in group for t in s.tags])


def _relabel(
    network: Network, batch: Batch, types: Types, names: tuple[Labels, Index], how: tuple[Witness, str]
) -> Iterator[Sentence]:
    (labels, index), (witness, style) = names, how
    scores, number = _scores(network, batch, types, style)
    sentence, word = batch.mask.nonzero(as_tuple=True)
    old_heads, old_deps, old_tags = _old(batch.sentences, index)
    heard = scores.heads.clone()
    heard[sentence, word, old_heads] += witness.heads[old_deps]
    heard = heard.log_softmax(-1)
    lengths = batch.lengths.tolist()
    trees = [best_tree(heard[n, :size, : size + 1].numpy()) for n, size in enumerate(lengths)]
    heads = torch.from_numpy(np.concatenate(trees))
    relations = network.parser.relations(
        scores.child[sentence, word], scores.head[sentence, heads], number[sentence]
    ).log_softmax(-1)
    relations = relations + witness.deps[:, old_deps].T * (heads == old_heads)[:, None]
    sure, deps = relations.log_softmax(-1).max(-1)
    sure = sure + heard[sentence, word, heads]
    sure_tag, tags = (scores.tags[sentence, word] + witness.tags[:, old_tags].T).log_softmax(-1).max(-1)
    at = 0
    for old, size in zip(batch.sentences, lengths, strict=True):
        part = slice(at, at + size)
        kept = (sure[part] > np.log(_KEPT)).tolist()
        yield replace(
            old,
            source=f"{old.source} as {style}",
            heads=tuple(h - 1 if keep else OPEN for h, keep in zip(heads[part].tolist(), kept, strict=True)),
            deps=tuple(labels.deps[d] if keep else "" for d, keep in zip(deps[part].tolist(), kept, strict=True)),
            tags=tuple(
                labels.tags[t] if keep else ""
                for t, keep in zip(tags[part].tolist(), (sure_tag[part] > np.log(_KEPT)).tolist(), strict=True)
            ),
            feats=(),
        )
        at += size
