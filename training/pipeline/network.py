"""The network as it is trained: one encoder, heads for tags, trees and names. It runs in numpy once exported.

The encoder is a two-layer bidirectional LSTM over word types; the parser is deep biaffine (Dozat and Manning, 2017);
the names are a linear-chain CRF (Lample et al., 2016). Each corpus has a style, a bias of its own in each head
(Stymne et al., 2018), so that corpora with other conventions can teach without being imitated.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from silang_id.features import BUCKETS
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

WIDTH = 128  # of a word type, and of each LSTM direction


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of rows, labels and styles."""

    norms: int
    vector: int
    tags: int
    feats: int
    deps: int
    names: int
    tree_styles: int
    name_styles: int
    arc: int = 128
    relation: int = 48


class Embedding(nn.Module):
    """Word types to WIDTH numbers; depends on nothing but the spelling, so that a run can cache it."""

    def __init__(self, norms: int, vector: int) -> None:
        super().__init__()
        self.norm = nn.Embedding(norms, WIDTH)
        self.prefix = nn.Embedding(BUCKETS["prefix"], WIDTH)
        self.suffix = nn.Embedding(BUCKETS["suffix"], WIDTH)
        self.ending = nn.Embedding(BUCKETS["ending"], WIDTH)
        self.shape = nn.Embedding(BUCKETS["shape"], WIDTH)
        self.static = nn.Linear(vector, WIDTH)
        self.gain = nn.LayerNorm(WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.out = nn.LayerNorm(WIDTH)
        for table in (self.norm, self.prefix, self.suffix, self.ending, self.shape):
            nn.init.normal_(table.weight, std=0.3)

    def forward(self, ids: Tensor, vectors: Tensor, forget: float = 0.0) -> Tensor:
        """(types, 5) rows and (types, vector) floats to (types, WIDTH); `forget`: share of norms dropped."""
        norm = ids[:, 0]
        if forget and self.training:
            norm = norm * (torch.rand(norm.shape) >= forget)
        summed = (
            self.norm(norm) + self.prefix(ids[:, 1]) + self.suffix(ids[:, 2]) + self.ending(ids[:, 3])
            + self.shape(ids[:, 4]) + self.static(vectors)
        )  # fmt: skip
        low = self.gain(summed)
        out: Tensor = self.out(low + torch.relu(self.mix(low)))
        return out


class Encoder(nn.Module):
    """Word types in sentences to 2 * WIDTH numbers per word."""

    def __init__(self, norms: int, vector: int) -> None:
        super().__init__()
        self.embedding = Embedding(norms, vector)
        self.lower = nn.LSTM(WIDTH, WIDTH, bidirectional=True, batch_first=True)
        self.upper = nn.LSTM(2 * WIDTH, WIDTH, bidirectional=True, batch_first=True)

    def first(self, embedded: Tensor, lengths: Tensor) -> Tensor:
        """The lower layer alone: (sentences, words, 2 * WIDTH); its directions do not see each other."""
        return _run(self.lower, embedded, lengths)

    def forward(self, embedded: Tensor, lengths: Tensor, drop: float = 0.0) -> Tensor:
        lower = self.first(_locked(embedded, drop, self.training), lengths)
        upper = _run(self.upper, _locked(lower, drop, self.training), lengths)
        return lower + upper


def _run(layer: nn.LSTM, values: Tensor, lengths: Tensor) -> Tensor:
    packed = pack_padded_sequence(values, lengths, batch_first=True, enforce_sorted=False)
    out, _ = pad_packed_sequence(layer(packed)[0], batch_first=True)
    return out


def _locked(values: Tensor, drop: float, training: bool) -> Tensor:
    """Dropout with one mask per sentence (Gal and Ghahramani, 2016)."""
    if not drop or not training:
        return values
    keep = torch.rand(values.shape[0], 1, values.shape[2]) >= drop
    return values * keep / (1 - drop)


class Cloze(nn.Module):
    """Pre-training: a word from the words before it and after it (Melamud et al., 2016), with sampled negatives."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.words = nn.Embedding(words, WIDTH)
        self.bias = nn.Embedding(words, 1)
        nn.init.zeros_(self.bias.weight)
        nn.init.normal_(self.words.weight, std=0.05)

    def forward(self, lower: Tensor, targets: Tensor, negatives: Tensor, log_odds: Tensor) -> Tensor:
        """Mean loss over `targets` (sentences, words; 0 is skipped). `log_odds`: log expected count of each word."""
        ahead, behind = lower[..., :WIDTH], lower[..., WIDTH:]
        edge = torch.zeros_like(ahead[:, :1])
        context = torch.cat([torch.cat([edge, ahead[:, :-1]], 1), torch.cat([behind[:, 1:], edge], 1)], -1)
        wanted = targets > 0
        hidden = torch.relu(self.hidden(context[wanted]))
        target = targets[wanted]
        right = (hidden * self.words(target)).sum(-1) + self.bias(target)[:, 0] - log_odds[target]
        wrong = hidden @ self.words(negatives).T + self.bias(negatives)[:, 0] - log_odds[negatives]
        wrong = wrong.masked_fill(negatives[None] == target[:, None], -1e4)
        loss: Tensor = (torch.logsumexp(torch.cat([right[:, None], wrong], 1), 1) - right).mean()
        return loss


class Tagger(nn.Module):
    """UPOS and features."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.style = nn.Embedding(sizes.tree_styles, WIDTH)
        self.tags = nn.Linear(WIDTH, sizes.tags)
        self.feats = nn.Linear(WIDTH, sizes.feats)
        nn.init.zeros_(self.style.weight)

    def forward(self, encoded: Tensor, style: Tensor) -> tuple[Tensor, Tensor]:
        hidden = torch.relu(self.hidden(encoded) + self.style(style)[:, None])
        hidden = nn.functional.dropout(hidden, 0.2, self.training)
        return self.tags(hidden), self.feats(hidden)


class Parser(nn.Module):
    """Scores of heads (sentences, words, 1 + words; column 0 the root) and of relations under a given head."""

    def __init__(self, sizes: Sizes, drop: float = 0.33) -> None:
        super().__init__()
        self.sizes, self.drop = sizes, drop
        width = 2 * (sizes.arc + sizes.relation)  # arc child, arc head, relation child, relation head
        self.hidden = nn.Linear(2 * WIDTH, width)
        self.style = nn.Embedding(sizes.tree_styles, width)
        self.root = nn.Parameter(torch.zeros(2 * WIDTH))
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.relation = nn.Parameter(torch.zeros(sizes.deps, sizes.relation + 1, sizes.relation + 1))
        self.relation_style = nn.Embedding(sizes.tree_styles, sizes.deps)
        nn.init.zeros_(self.style.weight)
        nn.init.zeros_(self.relation_style.weight)

    def forward(self, encoded: Tensor, style: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores, relation children and relation heads (column 0 of the heads is the root)."""
        root = self.root.expand(encoded.shape[0], 1, -1)
        hidden = torch.relu(self.hidden(torch.cat([root, encoded], 1)) + self.style(style)[:, None])
        hidden = _locked(hidden, self.drop, self.training)
        arc, rel = self.sizes.arc, self.sizes.relation
        child, head, rel_child, rel_head = torch.split(hidden, [arc, arc, rel, rel], -1)
        scores = (_one(child[:, 1:]) @ self.arc) @ head.transpose(1, 2)
        return scores, rel_child[:, 1:], rel_head

    def relations(self, child: Tensor, head: Tensor, style: Tensor) -> Tensor:
        """(pairs, relation) twice to (pairs, deps)."""
        scores = torch.einsum("pi,dij,pj->pd", _one(child), self.relation, _one(head))
        styled: Tensor = scores + self.relation_style(style)
        return styled


def _one(values: Tensor) -> Tensor:
    return torch.cat([torch.ones_like(values[..., :1]), values], -1)


class Names(nn.Module):
    """A CRF over B-/I-/O tags."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.style = nn.Embedding(sizes.name_styles, WIDTH)
        self.tags = nn.Linear(WIDTH, sizes.names)
        self.step = nn.Parameter(torch.zeros(sizes.names, sizes.names))
        self.start = nn.Parameter(torch.zeros(sizes.names))
        nn.init.zeros_(self.style.weight)

    def forward(self, encoded: Tensor, style: Tensor) -> Tensor:
        hidden = torch.relu(self.hidden(encoded) + self.style(style)[:, None])
        scores: Tensor = self.tags(nn.functional.dropout(hidden, 0.3, self.training))
        return scores

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log likelihood per word; `gold` (sentences, words), `mask` true on words."""
        total = self.start + scores[:, 0]
        path = self.start[gold[:, 0]] + scores[:, 0].gather(1, gold[:, :1])[:, 0]
        for at in range(1, scores.shape[1]):
            on = mask[:, at]
            following = torch.logsumexp(total[:, :, None] + self.step, 1) + scores[:, at]
            total = torch.where(on[:, None], following, total)
            move = self.step[gold[:, at - 1], gold[:, at]] + scores[:, at].gather(1, gold[:, at : at + 1])[:, 0]
            path = path + move * on
        return (torch.logsumexp(total, 1) - path).sum() / mask.sum()


class Network(nn.Module):
    """All of it."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes.norms, sizes.vector)
        self.tagger = Tagger(sizes)
        self.parser = Parser(sizes)
        self.names = Names(sizes)
