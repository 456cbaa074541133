"""Which parts of which corpora train, tune and test, and the label sets they share."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.pipeline import constituents, names, treebanks
from training.pipeline.sentences import Sentence

TREE_STYLES = ("csui", "gsd", "gsd2017", "icon")
NAME_STYLES = ("idner", "nergrit", "nerp")
_RARE = 3  # a feature bundle seen less often is not predicted


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets, each in a fixed order; feature bundle 0 is the empty one."""

    tags: tuple[str, ...]
    feats: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass(frozen=True, slots=True)
class Corpora:
    """`train` by source, `tune` held out of the training sets, `test` never trained on."""

    train: dict[str, list[Sentence]]
    tune: dict[str, list[Sentence]]
    test: dict[str, list[Sentence]]


def load(root: Path, *, hold_out: bool) -> Corpora:
    """All corpora under `root`; with `hold_out`, a tenth of the small training sets goes to `tune`."""
    conllu = treebanks.read
    train = {
        "csui": list(conllu(root / "ud-csui/id_csui-ud-train.conllu", "csui")),
        "gsd": list(conllu(root / "ud-gsd/id_gsd-ud-dev.conllu", "gsd")),
        "gsd2017": list(conllu(root / "ud-gsd/id_gsd-ud-train-2017.conllu", "gsd2017")),
        "icon": list(constituents.read(root / "icon/train.txt")) + list(constituents.read(root / "icon/dev.txt")),
        "idner": list(names.read(root / "idner-news-2k/train.txt", "idner")),
        "nergrit": list(names.read(root / "nergrit/train_preprocess.txt", "nergrit")),
        "nerp": list(names.read(root / "nerp/nerp_train_decontaminated.tsv", "nerp")),
    }
    tune = {"idner": list(names.read(root / "idner-news-2k/dev.txt", "idner"))}
    tune["nergrit"] = list(names.read(root / "nergrit/valid_preprocess.txt", "nergrit"))
    if hold_out:
        for source in ("csui", "gsd"):
            tune[source], train[source] = train[source][::10], [s for n, s in enumerate(train[source]) if n % 10]
    else:
        for source in ("idner", "nergrit"):
            train[source] += tune[source]
    test = {
        "csui": list(conllu(root / "ud-csui/id_csui-ud-test.conllu", "csui")),
        "gsd": list(conllu(root / "ud-gsd/id_gsd-ud-test.conllu", "gsd")),
        "pud": list(conllu(root / "ud-pud/id_pud-ud-test.conllu", "pud")),
        "idner": list(names.read(root / "idner-news-2k/test.txt", "idner")),
        "nergrit": list(names.read(root / "nergrit/test_preprocess.txt", "nergrit")),
    }
    held = {s.words for part in test.values() for s in part}
    return Corpora({k: [s for s in v if s.words not in held] for k, v in train.items()}, tune, test)


def labels(train: dict[str, list[Sentence]]) -> Labels:
    """The labels that occur, the commonest first."""
    every = [s for part in train.values() for s in part]
    feats = Counter(f for s in every for f in s.feats)
    return Labels(
        tags=_ordered(t for s in every for t in s.tags),
        feats=("", *(f for f in _ordered(f for s in every for f in s.feats) if f and feats[f] >= _RARE)),
        deps=_ordered(d for s in every for d in s.deps),
    )


def _ordered(values: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(values)
    return tuple(sorted(counts, key=lambda v: (-counts[v], v)))


def roughened(sentence: Sentence, order: random.Random) -> Sentence:
    """Now and then the sentence as a lead in capitals, a headline, or a comment in lower case."""
    chance = order.random()
    change: Callable[[str], str] | None = None
    words: Sequence[str] = sentence.words
    if chance < 0.04:
        change = str.upper
    elif chance < 0.06:
        change = str.lower
    elif chance < 0.09:
        change = _title
    elif chance < 0.11 and sentence.tags:
        return sentence.with_words(tuple(order.choice(_MARKS[w]) if w in _MARKS else w for w in words))
    return sentence if change is None else sentence.with_words(tuple(change(w) for w in words))


def spellings(word: str) -> list[str]:
    """All that `roughened` may make of a word, itself first."""
    return [word, word.upper(), word.lower(), _title(word), *_MARKS.get(word, ())]


_MARKS = {'"': ("“", "”", "''", "``"), "'": ("‘", "’"), "-": ("–", "—")}


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
