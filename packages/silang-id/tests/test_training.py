"""Training gives the same weights again; corpora are read as they should be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

torch: Any = pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("floret", reason="the training extra is not installed")

import numpy as np  # noqa: E402
from spacy.strings import StringStore  # noqa: E402
from spacy.vectors import Vectors  # noqa: E402
from training.pipeline import constituents, corpora, names, treebanks  # noqa: E402
from training.pipeline.network import Network, Sizes  # noqa: E402
from training.pipeline.restyle import restyled  # noqa: E402
from training.pipeline.sentences import OPEN, Sentence  # noqa: E402
from training.pipeline.supervise import Index, Mean, Schedule, batch_loss, make_batch, supervise  # noqa: E402
from training.pipeline.types import Types  # noqa: E402

_TREE = Sentence(
    source="csui",
    words=("Wulan", "membeli", "beras", "."),
    tags=("PROPN", "VERB", "NOUN", "PUNCT"),
    feats=("", "Voice=Act", "", ""),
    lemmas=("Wulan", "beli", "beras", "."),
    heads=(1, -1, 1, 1),
    deps=("nsubj", "root", "obj", "punct"),
)
_NAMED = Sentence("idner", ("Wulan", "tiba", "di", "Tirtasari"), names=("B-PER", "O", "O", "B-LOC"))


def _trained(words: int) -> tuple[dict[str, list[Sentence]], Network, Types, corpora.Labels]:
    train = {"csui": [_TREE] * 30, "idner": [_NAMED] * 30}
    labels = corpora.labels(train)
    types = Types({"beras": 1, "membeli": 2})
    for part in train.values():
        for word in part[0].words:
            types.add(corpora.spellings(word))
    table = np.random.default_rng(0).normal(size=(50, 8)).astype("float32")
    types.freeze(Vectors(data=table, strings=StringStore(), mode="floret", minn=3, maxn=4, hash_count=2))
    network = _untrained(labels)
    supervise(network, train, types, labels, Schedule(words, rate=1e-2), seed=3)
    return train, network, types, labels


def _untrained(labels: corpora.Labels) -> Network:
    torch.manual_seed(3)
    return Network(Sizes(3, 8, len(labels.tags), len(labels.feats), len(labels.deps), 7, 4, 3))


def test_the_same_seed_gives_the_same_weights() -> None:
    first, second = (_trained(600)[1].state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_clitics_are_folded_into_their_host(tmp_path: Path) -> None:
    rows = [
        "1-2\tRumahnya\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tRumah\trumah\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\t_",
        "2\tnya\tnya\tPRON\t_\t_\t1\tnmod:poss\t_\t_",
        "3\troboh\troboh\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_",
    ]
    path = tmp_path / "a.conllu"
    path.write_text("# sent_id = 1\n" + "\n".join(rows) + "\n\n", encoding="utf-8")
    (sentence,) = treebanks.read(path, "csui")
    assert sentence.words == ("Rumahnya", "roboh", ".")
    assert sentence.heads == (1, -1, 1)
    assert sentence.feats == ("Clitic=Nya|Number=Sing", "", "")
    assert (sentence.expanded, sentence.spaces) == (4, (True, False, True))


def test_constituents_become_dependencies(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        '(SINV (PUN ") (S (NP (NNO Jembatan) (ART itu)) (VP (TAME akan) (VBP dibangun))) (PUN ,) (PUN ")'
        " (VP (VBI kata)) (NP (PRK nya)) (PUN .))\n",
        encoding="utf-8",
    )
    (sentence,) = constituents.read(path)
    found = {
        w: (sentence.words[h] if h >= 0 else "", d)
        for w, h, d in zip(sentence.words, sentence.heads, sentence.deps, strict=True)
    }
    assert found["Jembatan"] == ("dibangun", "nsubj:pass")
    assert found["itu"] == ("Jembatan", "det")
    assert found["akan"] == ("dibangun", "aux")
    assert found["dibangun"] == ("", "root")
    assert found["katanya"] == ("dibangun", "parataxis")


def test_name_tags_are_repaired_and_mapped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rini\tI-PERSON\nPutri\tI-PERSON\ndi\tO\nPekan\tB-EVT\nTirtasari\tB-PLACE\n\n", encoding="utf-8")
    (sentence,) = names.read(path, "nergrit")
    assert sentence.names == ("B-PER", "I-PER", "O", "O", "B-LOC")


def test_an_old_tree_is_made_over_and_doubt_left_out() -> None:
    train, network, types, labels = _trained(9_000)
    (sentence,) = restyled(network, train["csui"][:1], types, labels, "csui")
    assert sentence.source == "csui as csui"
    assert (sentence.heads, sentence.deps, sentence.tags) == (_TREE.heads, _TREE.deps, _TREE.tags)
    assert restyled(_untrained(labels), train["csui"][:1], types, labels, "gsd") == []


def test_a_head_left_open_teaches_nothing() -> None:
    _, network, types, labels = _trained(600)
    index = Index(labels)
    half = replace(_TREE, heads=(OPEN, -1, 1, OPEN), deps=("", "root", "obj", ""))
    loss = batch_loss(network.eval(), make_batch([half, _TREE], types), types, index, 0.0)
    assert float(loss.detach()) > 0


def test_the_mean_of_the_weights_is_kept() -> None:
    network = _untrained(corpora.labels({"csui": [_TREE]}))
    mean = Mean(network, 0.5)
    weights = network.parser.root
    for value in (1.0, 3.0):
        weights.data.fill_(value)
        mean.add()
    mean.settle()
    assert 1.0 < float(weights.detach()[0]) < 3.0
