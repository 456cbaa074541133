"""Train encoder and heads together, one corpus per batch, each teaching what it knows."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence

from training.pipeline.corpora import NAME_STYLES, TREE_STYLES, Labels, roughened
from training.pipeline.network import Network
from training.pipeline.sentences import ROOT, Sentence
from training.pipeline.types import Types

# How much of a training run each corpus has: at the start, and at the end, when the target corpora take over.
_EARLY = {"csui": 0.12, "gsd": 0.10, "gsd2017": 0.20, "icon": 0.26, "idner": 0.16, "nergrit": 0.10, "nerp": 0.06}
_LATE = {"csui": 0.26, "gsd": 0.18, "gsd2017": 0.10, "icon": 0.14, "idner": 0.22, "nergrit": 0.08, "nerp": 0.02}
_BATCH = 1_200  # words
_DROP = 0.33
_IGNORE = -100


@dataclass(frozen=True, slots=True)
class Schedule:
    """Length of a run in words, and its largest learning rate."""

    words: int
    rate: float = 2e-3
    encoder_rate: float = 1e-3
    drop: float = _DROP


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of one source, padded."""

    source: str
    sentences: list[Sentence]
    rows: Tensor
    lengths: Tensor

    @property
    def mask(self) -> Tensor:
        return torch.arange(self.rows.shape[1])[None] < self.lengths[:, None]


class Feed:
    """Endless shuffled batches of each source."""

    def __init__(self, train: dict[str, list[Sentence]], types: Types, order: random.Random) -> None:
        self._train, self._types, self._order = train, types, order
        self._queue: dict[str, list[list[Sentence]]] = {source: [] for source in train}

    def batch(self, source: str) -> Batch:
        if not self._queue[source]:
            self._queue[source] = self._shuffle(self._train[source])
        return make_batch(self._queue[source].pop(), self._types)

    def _shuffle(self, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
        chosen = [roughened(s, self._order) for s in sentences if len(s.words) <= 120]
        self._order.shuffle(chosen)
        batches: list[list[Sentence]] = []
        for at in range(0, len(chosen), 400):
            batches += grouped(sorted(chosen[at : at + 400], key=lambda s: len(s.words)), _BATCH)
        self._order.shuffle(batches)
        return batches


def grouped(sentences: Sequence[Sentence], words: int) -> list[list[Sentence]]:
    """Runs of sentences of about `words` words."""
    batches: list[list[Sentence]] = [[]]
    size = 0
    for sentence in sentences:
        if batches[-1] and size + len(sentence.words) > words:
            batches.append([])
            size = 0
        batches[-1].append(sentence)
        size += len(sentence.words)
    return [b for b in batches if b]


def make_batch(sentences: list[Sentence], types: Types) -> Batch:
    """Pad sentences of one source."""
    rows = [torch.tensor(types.add(s.words)) for s in sentences]
    return Batch(
        sentences[0].source, sentences, pad_sequence(rows, batch_first=True), torch.tensor([len(r) for r in rows])
    )


def encode(network: Network, batch: Batch, types: Types, *, drop: float = 0.0, forget: float = 0.0) -> Tensor:
    """(sentences, words, 2 * WIDTH)."""
    unique, places = torch.unique(batch.rows, return_inverse=True)
    embedded = network.encoder.embedding(types.ids[unique], types.vectors[unique], forget)[places]
    encoded: Tensor = network.encoder(embedded, batch.lengths, drop)
    return encoded


def supervise(
    network: Network, train: dict[str, list[Sentence]], types: Types, labels: Labels, plan: Schedule, seed: int
) -> None:
    """Train in place."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    feed = Feed(train, types, order)
    heads = [p for part in (network.tagger, network.parser, network.names) for p in part.parameters()]
    # The norms keep what the raw news taught them: the treebanks know few of them, and would tear those few away.
    network.encoder.embedding.norm.weight.requires_grad_(False)
    lower = [p for part in (network.encoder.embedding, network.encoder.lower) for p in part.parameters()]
    groups = [
        {"params": [p for p in lower if p.requires_grad], "peak": plan.encoder_rate},
        {"params": [*network.encoder.upper.parameters(), *heads], "peak": plan.rate},
    ]
    optimizer = torch.optim.Adam(groups, lr=0.0, betas=(0.9, 0.95))
    index = Index(labels)
    seen, step, start = 0, 0, time.monotonic()
    means: dict[str, float] = {}
    network.train()
    while seen < plan.words:
        done = seen / plan.words
        shares = {s: (1 - done) * _EARLY[s] + done * _LATE[s] for s in train}
        source = order.choices(list(shares), list(shares.values()))[0]
        batch = feed.batch(source)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1.0, (step + 1) / 200, 1.02 - done)
        loss = batch_loss(network, batch, types, index, plan.drop)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        seen += int(batch.lengths.sum())
        step += 1
        value = float(loss.detach())
        means[source] = 0.95 * means.get(source, value) + 0.05 * value
        if step % 200 == 0:
            shown = " ".join(f"{s} {m:.3f}" for s, m in sorted(means.items()))
            print(f"supervise {seen:>8} words  {shown}  {seen / (time.monotonic() - start):.0f} words/s", flush=True)
    network.eval()


class Index:
    """Labels to numbers."""

    def __init__(self, labels: Labels) -> None:
        self.tags = {t: n for n, t in enumerate(labels.tags)}
        self.feats = {f: n for n, f in enumerate(labels.feats)}
        self.deps = {d: n for n, d in enumerate(labels.deps)}
        self.names = {n: at for at, n in enumerate(labels.names)}


def batch_loss(network: Network, batch: Batch, types: Types, index: Index, drop: float) -> Tensor:
    """The sum of what the batch's corpus can teach."""
    encoded = encode(network, batch, types, drop=drop, forget=0.15)
    if batch.source in NAME_STYLES:
        style = torch.full((len(batch.sentences),), NAME_STYLES.index(batch.source))
        gold = _table([[index.names[n] for n in s.names] for s in batch.sentences], 0)
        loss: Tensor = network.names.loss(network.names(encoded, style), gold, batch.mask)
        return loss
    style = torch.full((len(batch.sentences),), TREE_STYLES.index(batch.source))
    tags, feats = network.tagger(encoded, style)
    gold_tags = _table([[index.tags[t] for t in s.tags] for s in batch.sentences])
    total = cross_entropy(tags.flatten(0, 1), gold_tags.flatten(), ignore_index=_IGNORE)
    if batch.sentences[0].feats:
        gold_feats = _table([[index.feats.get(f, _IGNORE) for f in s.feats] for s in batch.sentences])
        total = total + 0.5 * cross_entropy(feats.flatten(0, 1), gold_feats.flatten(), ignore_index=_IGNORE)
    return total + _tree_loss(network, batch, (encoded, style), index)


def _tree_loss(network: Network, batch: Batch, given: tuple[Tensor, Tensor], index: Index) -> Tensor:
    encoded, style = given
    scores, child, head = network.parser(encoded, style)
    mask = batch.mask
    closed = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
    scores = scores.masked_fill(~closed[:, None], -1e4)
    gold = _table([[0 if h == ROOT else h + 1 for h in s.heads] for s in batch.sentences])
    loss = cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=_IGNORE)
    sentence, word = mask.nonzero(as_tuple=True)
    relations = network.parser.relations(child[sentence, word], head[sentence, gold[sentence, word]], style[sentence])
    wanted = torch.tensor([index.deps[d] for s in batch.sentences for d in s.deps])
    return loss + cross_entropy(relations, wanted)


def _table(rows: list[list[int]], fill: int = _IGNORE) -> Tensor:
    return pad_sequence([torch.tensor(r) for r in rows], batch_first=True, padding_value=fill)
