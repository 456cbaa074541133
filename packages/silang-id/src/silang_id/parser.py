"""Dependency trees: biaffine scores (Dozat and Manning, 2017), the best single-rooted tree of each sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.symbols import PUNCT
from spacy.tokens import Doc
from spacy.vocab import Vocab

from silang_id import columns
from silang_id.head import Filled, Head, dense
from silang_id.punctuation import ROOT, Units, attach
from silang_id.trees import best_tree
from silang_id.weights import Array

_STYLES = {"csui": "csui", "gsd": "gsd", "ud": "csui"}  # and whose trees they follow
_GUIDELINE = ("gsd", "ud")  # those that place punctuation by UD's guideline
_CHUNK = 2_000  # words whose relations are scored at once


@Language.factory(
    "silang_parser", default_config={"style": "csui"}, requires=["doc.tensor", "token.pos", "token.is_sent_start"],
    assigns=["token.head", "token.dep", "doc.sents"],
)  # fmt: skip
def make_parser(nlp: Language, name: str, style: str) -> Parser:
    """The component under its registered name, without weights until `from_disk`."""
    return Parser(nlp.vocab, style)


class Parser(Head):
    """Sets `token.head` and `token.dep` inside the sentences that are there.

    `style` is the treebank whose conventions are followed: "csui" (news) or "gsd" (which has `compound`, and flatter
    names); "ud" is "csui" with punctuation where UD's guideline wants it. Punctuation is what the tagger calls PUNCT.
    """

    name = "silang_parser"

    def __init__(self, vocab: Vocab, style: str = "csui") -> None:
        super().__init__()
        self._vocab = vocab
        self.style = style
        self._deps = np.zeros(0, dtype="uint64")

    def _prepare(self) -> None:
        self._deps = np.array([self._vocab.strings.add(dep) for dep in self.labels["deps"]], dtype="uint64")
        self._mark, self._conjunct, self._aside = (
            self.labels["deps"].index(dep) for dep in ("punct", "conj", "parataxis")
        )
        relation = self._weights["relation"]
        self._relation = np.ascontiguousarray(relation.transpose(1, 0, 2)).reshape(relation.shape[1], -1)

    def _annotate(self, docs: Sequence[Doc]) -> None:
        words, filled = self._words(docs)
        lengths = [size for _, _, sizes in filled for size in sizes]
        marks = self._marks(filled)
        offsets, relations = self.parse(words, lengths, marks)
        self._attach(filled, offsets, relations, marks)
        deps = self._deps[relations]
        at = 0
        for doc, places, _ in filled:
            if len(doc):
                _write(doc, places, offsets[at : at + len(places)], deps[at : at + len(places)])
            at += len(places)

    def _marks(self, filled: Filled) -> npt.NDArray[np.bool_]:
        """Which words are punctuation, by the tagger; none in a sentence that has nothing else."""
        found = [np.zeros(0, dtype=bool)]
        for doc, places, sizes in filled:
            marks = columns.read(doc, "POS")[places] == PUNCT
            at = 0
            for size in sizes:
                found.append(marks[at : at + size] & (not marks[at : at + size].all()))
                at += size
        return np.concatenate(found)

    def _attach(
        self, filled: Filled, offsets: npt.NDArray[np.int64], relations: npt.NDArray[np.int64],
        marks: npt.NDArray[np.bool_],
    ) -> None:  # fmt: skip
        """Set the heads of punctuation, from those of the words."""
        guideline = self.style in _GUIDELINE
        at = 0
        for doc, places, sizes in filled:
            texts = [doc[place].text for place in places.tolist()]
            first = 0
            for size in sizes:
                part = slice(at, at + size)
                if marks[part].any():
                    here = np.arange(size)
                    heads: list[int] = np.where(offsets[part] == 0, ROOT, here + offsets[part]).tolist()
                    units = Units(
                        frozenset(np.flatnonzero(relations[part] == self._conjunct).tolist()),
                        frozenset(np.flatnonzero(relations[part] == self._aside).tolist()),
                    )
                    attach(
                        texts[first : first + size], heads, np.flatnonzero(marks[part]).tolist(), units,
                        guideline=guideline,
                    )  # fmt: skip
                    offsets[part] = np.where(marks[part], heads - here, offsets[part])
                at += size
                first += size

    def parse(
        self, words: Array, lengths: Sequence[int], marks: npt.NDArray[np.bool_]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Encoded words of sentences one after another to offsets of their heads (0: root) and relation numbers.

        `marks` are left out of the trees; their relation is `punct`, their offset 0.
        """
        style = self._style()
        bias = self._weights["style"][style]
        hidden = np.maximum(dense(words, self._weights, "hidden") + bias, 0)
        root = np.maximum(dense(self._weights["root"][None], self._weights, "hidden") + bias, 0)
        arc = self._weights["arc"].shape[1]
        rel = (hidden.shape[1] - 2 * arc) // 2
        query = hidden[:, :arc] @ self._weights["arc"][1:] + self._weights["arc"][0]
        heads = np.concatenate([hidden[:, arc : 2 * arc], root[:, arc : 2 * arc]])
        offsets = np.zeros(len(words), dtype="int64")
        at = 0
        for length in lengths:
            places = at + np.flatnonzero(~marks[at : at + length])
            scores = np.empty((len(places), len(places) + 1), dtype="float32")
            scores[:, 0] = query[places] @ heads[-1]
            np.matmul(query[places], heads[places].T, out=scores[:, 1:])
            tree = best_tree(scores)
            offsets[places] = np.where(tree == 0, 0, places[tree - 1] - places)
            at += length
        places = np.flatnonzero(~marks)
        governors = np.where(offsets == 0, len(words), np.arange(len(words)) + offsets)[places]
        child = hidden[places, 2 * arc : 2 * arc + rel]
        head = np.ones((len(words) + 1, 1 + rel), dtype="float32")
        head[:-1, 1:], head[-1, 1:] = hidden[:, 2 * arc + rel :], root[0, 2 * arc + rel :]
        relations = np.full(len(words), self._mark, dtype="int64")
        relations[places] = self._relations(child, head[governors], style)
        return offsets, relations

    def _relations(self, child: Array, head: Array, style: int) -> npt.NDArray[np.int64]:
        found: list[npt.NDArray[np.int64]] = [np.zeros(0, dtype="int64")]
        kinds = len(self._deps)
        for at in range(0, len(child), _CHUNK):
            part = child[at : at + _CHUNK]
            mixed = (part @ self._relation[1:] + self._relation[0]).reshape(len(part), kinds, -1)
            scores = np.matmul(mixed, head[at : at + _CHUNK, :, None])[..., 0]
            found.append((scores + self._weights["relation_style"][style]).argmax(1))
        return np.concatenate(found)

    def _style(self) -> int:
        if self.style not in _STYLES:
            raise ValueError(f"silang_parser has no style {self.style!r}; it has {', '.join(_STYLES)}")
        return self.labels["styles"].index(_STYLES[self.style])


def _write(
    doc: Doc, places: npt.NDArray[np.int64], offsets: npt.NDArray[np.int64], deps: npt.NDArray[np.uint64]
) -> None:
    """Offsets among words to offsets among tokens; white space hangs on the token before it, else after it.

    Its relation is `dep`, as in spaCy's own pipelines: a token without one counts as having no head.
    """
    table = np.zeros((len(doc), 2), dtype="int64")
    table[:, 0] = -1
    table[:, 1] = doc.vocab.strings.add("dep")
    table[places, 0] = places[np.arange(len(places)) + offsets] - places
    table[places, 1] = deps.astype("int64")
    first = int(places[0]) if len(places) else len(doc)
    if len(places):
        table[:first, 0] = first - np.arange(first)
    else:
        table[0, 0] = 0
    columns.write(doc, ["HEAD", "DEP"], table)
