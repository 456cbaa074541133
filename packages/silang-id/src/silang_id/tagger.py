"""Universal part of speech and features of every token."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from silang_id import columns
from silang_id.head import Head, dense


@Language.factory("silang_tagger", requires=["doc.tensor"], assigns=["token.pos", "token.morph"])
def make_tagger(nlp: Language, name: str) -> Tagger:
    """The component under its registered name, without weights until `from_disk`."""
    return Tagger(nlp.vocab)


class Tagger(Head):
    """Sets `token.pos` and `token.morph`; white space is SPACE."""

    name = "silang_tagger"

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab
        self._tags = np.zeros(0, dtype="uint64")
        self._morphs = np.zeros(0, dtype="uint64")

    def _prepare(self) -> None:
        self._tags = np.array([self._vocab.strings[tag] for tag in self.labels["tags"]], dtype="uint64")
        self._morphs = np.array([self._vocab.morphology.add(f) for f in self.labels["feats"]], dtype="uint64")

    def _annotate(self, docs: Sequence[Doc]) -> None:
        words, filled = self._words(docs)
        hidden = np.maximum(dense(words, self._weights, "hidden"), 0)
        tags = self._tags[dense(hidden, self._weights, "tags").argmax(1)]
        morphs = self._morphs[dense(hidden, self._weights, "feats").argmax(1)]
        empty = self._vocab.morphology.add("")
        at = 0
        for doc, places, _ in filled:
            table = np.empty((len(doc), 2), dtype="uint64")
            table[:] = (self._vocab.strings["SPACE"], empty)
            table[places, 0] = tags[at : at + len(places)]
            table[places, 1] = morphs[at : at + len(places)]
            columns.write(doc, ["POS", "MORPH"], table)
            at += len(places)
