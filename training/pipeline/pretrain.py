"""Pre-train the embedding and the lower layer on raw news: each word from its two contexts."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from silang_id.features import normal
from torch.nn.utils.rnn import pad_sequence

from training.pipeline.network import Cloze, Encoder
from training.pipeline.types import Types

NORMS = 30_000
_NEGATIVES = 1_500
_BATCH = 3_000  # words


def norms(sentences: Iterable[Sequence[str]], size: int = NORMS) -> dict[str, int]:
    """The commonest normal forms, rows from 1 by falling count."""
    counts: Counter[str] = Counter()
    for words in sentences:
        counts.update(words)
    folded: Counter[str] = Counter()
    for word, count in counts.items():
        folded[normal(word)] += count
    common = sorted(folded.items(), key=lambda item: (-item[1], item[0]))[: size - 1]
    return {norm: row for row, (norm, _) in enumerate(common, 1)}


def pretrain(encoder: Encoder, types: Types, sentences: Sequence[np.ndarray], *, words: int, seed: int) -> float:
    """Train on about `words` words of `sentences` (arrays of type rows); returns the last mean loss."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    cloze = Cloze(encoder.embedding.norm.num_embeddings)
    rows = types.ids[:, 0]
    counts = np.bincount(np.concatenate([rows.numpy()[s] for s in sentences]), minlength=cloze.words.num_embeddings)
    odds = counts.astype("float64") ** 0.75
    odds[0] = 0
    odds /= odds.sum()
    log_odds = torch.from_numpy(np.log(odds * _NEGATIVES + 1e-9).astype("float32"))
    draw = np.random.default_rng(seed)
    parameters = [*encoder.embedding.parameters(), *encoder.lower.parameters(), *cloze.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=2e-3, betas=(0.9, 0.98))
    seen, mean, start = 0, 0.0, time.monotonic()
    encoder.train()
    for step, batch in enumerate(_batches(sentences, order)):
        if seen >= words:
            break
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min(1.0, (step + 1) / 100, 1.02 - seen / words)
        lengths = torch.tensor([len(s) for s in batch])
        padded = pad_sequence([torch.from_numpy(s.astype("int64")) for s in batch], batch_first=True)
        unique, places = torch.unique(padded, return_inverse=True)
        embedded = encoder.embedding(types.ids[unique], types.vectors[unique], forget=0.1)[places]
        negatives = torch.from_numpy(draw.choice(len(odds), _NEGATIVES, p=odds))
        loss = cloze(encoder.first(embedded, lengths), rows[padded], negatives, log_odds)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        seen += int(lengths.sum())
        mean = 0.98 * mean + 0.02 * float(loss.detach()) if step else float(loss.detach())
        if step % 100 == 0:
            print(
                f"pretrain {seen:>9} words  loss {mean:.3f}  {seen / (time.monotonic() - start):.0f} words/s",
                flush=True,
            )
    return mean


def _batches(sentences: Sequence[np.ndarray], order: random.Random) -> Iterator[list[np.ndarray]]:
    """Shuffled batches of about equal length, for ever."""
    while True:
        places = list(range(len(sentences)))
        order.shuffle(places)
        for at in range(0, len(places), 20_000):
            chunk = sorted(places[at : at + 20_000], key=lambda p: len(sentences[p]))
            batches: list[list[np.ndarray]] = [[]]
            size = 0
            for place in chunk:
                if size + len(sentences[place]) > _BATCH:
                    batches.append([])
                    size = 0
                batches[-1].append(sentences[place])
                size += len(sentences[place])
            order.shuffle(batches)
            yield from (b for b in batches if b)
