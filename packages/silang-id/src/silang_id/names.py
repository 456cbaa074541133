"""Names of persons, organisations and places; titles and roles stay outside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from silang_id import columns
from silang_id.head import Head, dense
from silang_id.lstm import pack
from silang_id.weights import Array

_IOB = {"B": 3, "I": 1, "O": 2}


@Language.factory("silang_names", requires=["doc.tensor", "token.is_sent_start"], assigns=["doc.ents"])
def make_names(nlp: Language, name: str) -> Names:
    """The component under its registered name, without weights until `from_disk`."""
    return Names(nlp.vocab)


class Names(Head):
    """Sets `doc.ents` with labels PER, ORG, LOC by the best path through a linear chain."""

    name = "silang_names"

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab
        self._codes = np.zeros((0, 2), dtype="uint64")

    def _prepare(self) -> None:
        codes = [(_IOB[tag[0]], self._vocab.strings.add(tag[2:]) if tag != "O" else 0) for tag in self.labels["names"]]
        self._codes = np.array(codes, dtype="uint64")
        tags = self.labels["names"]
        # An I- follows only a tag of its own kind.
        wrong = [[b[0] == "I" and a[2:] != b[2:] for b in tags] for a in tags]
        self._step = np.where(wrong, np.float32(-1e4), self._weights["step"])
        self._start = np.where([tag[0] == "I" for tag in tags], np.float32(-1e4), self._weights["start"])

    def _annotate(self, docs: Sequence[Doc]) -> None:
        words, filled = self._words(docs)
        hidden = np.maximum(dense(words, self._weights, "hidden"), 0)
        best = self.best_path(dense(hidden, self._weights, "tags"), [n for _, _, sizes in filled for n in sizes])
        at = 0
        for doc, places, _ in filled:
            table = np.zeros((len(doc), 2), dtype="uint64")
            table[:, 0] = _IOB["O"]
            table[places] = self._codes[best[at : at + len(places)]]
            columns.write(doc, ["ENT_IOB", "ENT_TYPE"], table)
            at += len(places)

    def best_path(self, scores: Array, lengths: Sequence[int]) -> npt.NDArray[np.int64]:
        """Viterbi over all sentences at once: (words, tags) to one tag number per word."""
        packing = pack(lengths)
        packed = scores[packing.ahead]
        pointers = np.zeros(packed.shape, dtype="int64")
        ends = np.cumsum(packing.sizes)
        totals: list[Array] = []
        for step, end in enumerate(ends.tolist()):
            size = int(packing.sizes[step])
            here = packed[end - size : end]
            if step == 0:
                totals.append(self._start + here)
                continue
            moves = totals[-1][:size, :, None] + self._step
            pointers[end - size : end] = moves.argmax(1)
            totals.append(moves.max(1) + here)
        path = np.zeros(len(packed), dtype="int64")
        following = np.zeros(0, dtype="int64")
        for step in range(len(totals) - 1, -1, -1):
            begin, size = int(ends[step] - packing.sizes[step]), int(packing.sizes[step])
            going_on = len(following)
            chosen = totals[step].argmax(1)
            chosen[:going_on] = following
            path[begin : begin + size] = chosen
            following = pointers[begin : begin + size][np.arange(size), chosen] if step else following
        result = np.zeros(len(packed), dtype="int64")
        result[packing.ahead] = path
        return result
