"""Training gives the same weights again; corpora are read as they should be."""

from __future__ import annotations

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
from training.pipeline.sentences import Sentence  # noqa: E402
from training.pipeline.supervise import Schedule, supervise  # noqa: E402
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


def _train() -> dict[str, Any]:
    train = {"csui": [_TREE] * 30, "idner": [_NAMED] * 30}
    labels = corpora.labels(train)
    types = Types({"beras": 1, "membeli": 2})
    for part in train.values():
        for word in part[0].words:
            types.add(corpora.spellings(word))
    table = np.random.default_rng(0).normal(size=(50, 8)).astype("float32")
    types.freeze(Vectors(data=table, strings=StringStore(), mode="floret", minn=3, maxn=4, hash_count=2))
    torch.manual_seed(3)
    network = Network(Sizes(3, 8, len(labels.tags), len(labels.feats), len(labels.deps), 7, 4, 3))
    supervise(network, train, types, labels, Schedule(words=600), seed=3)
    return dict(network.state_dict())


def test_the_same_seed_gives_the_same_weights() -> None:
    first, second = _train(), _train()
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
