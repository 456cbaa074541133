"""From `shared/corpora` to the model: `python -m training.pipeline.build --corpora DIR --work DIR`.

Every stage leaves a file in the work folder; a stage whose file is there is not repeated. One thread, fixed seeds: the
same corpora give the same weights on the same machine.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import silang_id
import spacy
import torch
from spacy.language import Language

from training.pipeline import corpora, export, lemmas, news, tokenization, vectors
from training.pipeline.corpora import Corpora, Labels
from training.pipeline.network import Encoder, Network, Sizes
from training.pipeline.pretrain import NORMS, norms, pretrain
from training.pipeline.supervise import Schedule, supervise
from training.pipeline.types import Types

PRETRAIN_WORDS = 10_000_000
TRAIN_WORDS = 3_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things are, how long to train (in words), and the seed."""

    corpora: Path
    work: Path
    pretrain_words: int = PRETRAIN_WORDS
    train_words: int = TRAIN_WORDS
    trial: int | None = None  # raw reports, and sentences of each corpus, to read; all where None
    seed: int = 0
    hold_out: bool = False


def build(plan: Plan) -> Language:
    """Run the stages; returns the finished pipeline."""
    torch.set_num_threads(1)
    plan.work.mkdir(parents=True, exist_ok=True)
    names = _names(plan)
    _raw(plan, names)
    table = plan.work / "vectors.floret"
    if not table.exists():
        vectors.learn(_lines(plan), plan.work)
    rows = _encoder(plan, table)
    sets = corpora.load(plan.corpora, hold_out=plan.hold_out)
    sets = replace(sets, train={name: part[: plan.trial] for name, part in sets.train.items()})
    labels = corpora.labels(sets.train)
    nlp = export.blank(names, table)
    network = _network(plan, (sets, labels), rows, nlp)
    export.assemble(nlp, network, labels, rows)
    roots, forms = lemmas.learn([*sets.train["csui"], *sets.train["gsd"]], plan.corpora / "unimorph/ind")
    nlp.get_pipe("silang_lemmas").set_tables(roots, forms)  # type: ignore[attr-defined]
    return nlp


def _names(plan: Plan) -> list[str]:
    path = plan.work / "names.json"
    if not path.exists():
        path.write_text(json.dumps(news.whole_names(_texts(plan))), encoding="utf-8")
    found: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _texts(plan: Plan) -> Iterator[str]:
    for at, text in enumerate(news.texts(plan.corpora / "news")):
        if at == plan.trial:
            return
        yield text


def _raw(plan: Plan, names: list[str]) -> None:
    path = plan.work / "raw.txt"
    if path.exists():
        return
    nlp = spacy.blank("id")
    nlp.tokenizer = tokenization.tokenizer(nlp.vocab, names)
    with path.open("w", encoding="utf-8") as out:
        for words in news.sentences(nlp, _texts(plan)):
            out.write(" ".join(words) + "\n")


def _lines(plan: Plan) -> Iterator[list[str]]:
    with (plan.work / "raw.txt").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.split()


def _unique(plan: Plan) -> list[list[str]]:
    """Sentences of more than three words, once each: furniture repeats, the news does not."""
    return [list(words) for words in dict.fromkeys(tuple(words) for words in _lines(plan)) if len(words) > 3]


def _encoder(plan: Plan, table: Path) -> dict[str, int]:
    """Pre-train; returns the rows of the norms."""
    path, listed = plan.work / "encoder.pt", plan.work / "norms.json"
    if not path.exists():
        sentences = _unique(plan)
        rows = norms(sentences)
        types = Types(rows)
        numbered = [np.array(types.add(words), dtype="int32") for words in sentences]
        del sentences
        types.freeze(vectors.load(table, spacy.blank("id").vocab))
        torch.manual_seed(plan.seed)
        encoder = Encoder(NORMS, vectors.DIMENSIONS)
        pretrain(encoder, types, numbered, words=plan.pretrain_words, seed=plan.seed)
        listed.write_text(json.dumps(rows), encoding="utf-8")
        torch.save(encoder.state_dict(), path)
    found: dict[str, int] = json.loads(listed.read_text(encoding="utf-8"))
    return found


def _network(plan: Plan, data: tuple[Corpora, Labels], rows: dict[str, int], nlp: Language) -> Network:
    sets, labels = data
    sizes = Sizes(
        norms=NORMS, vector=vectors.DIMENSIONS, tags=len(labels.tags), feats=len(labels.feats), deps=len(labels.deps),
        names=len(labels.names), tree_styles=len(corpora.TREE_STYLES), name_styles=len(corpora.NAME_STYLES),
    )  # fmt: skip
    torch.manual_seed(plan.seed)
    network = Network(sizes)
    path = plan.work / ("network-tune.pt" if plan.hold_out else "network.pt")
    if path.exists():
        network.load_state_dict(torch.load(path))
        return network.eval()
    network.encoder.load_state_dict(torch.load(plan.work / "encoder.pt"))
    types = Types(rows)
    for sentence in (s for part in sets.train.values() for s in part):
        for word in sentence.words:
            types.add(corpora.spellings(word))
    types.freeze(nlp.vocab.vectors)
    supervise(network, sets.train, types, labels, Schedule(plan.train_words), plan.seed)
    torch.save(network.state_dict(), path)
    return network


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud-csui, icon, news ...")
    parser.add_argument("--work", type=Path, required=True, help="folder for the stages, about 1 GB")
    parser.add_argument("--out", type=Path, default=silang_id.MODEL, help="where the model goes")
    parser.add_argument("--pretrain-words", type=int, default=PRETRAIN_WORDS)
    parser.add_argument("--train-words", type=int, default=TRAIN_WORDS)
    parser.add_argument("--trial", type=int, help="read only so many raw reports and sentences of each corpus")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hold-out", action="store_true", help="keep a tenth of the treebanks to tune on")
    given = vars(parser.parse_args())
    out = given.pop("out")
    nlp = build(Plan(**given))
    nlp.meta.update(export.META)
    nlp.to_disk(out)
    print(f"wrote {out}")


if __name__ == "__main__":
    main()
