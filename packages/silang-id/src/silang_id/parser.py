"""Dependency trees: biaffine scores (Dozat and Manning, 2017), the best single-rooted tree of each sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from silang_id import columns
from silang_id.head import Head, dense
from silang_id.trees import best_tree
from silang_id.weights import Array

_CHUNK = 2_000  # words whose relations are scored at once


@Language.factory(
    "silang_parser", default_config={"style": "csui"}, requires=["doc.tensor", "token.is_sent_start"],
    assigns=["token.head", "token.dep", "doc.sents"],
)  # fmt: skip
def make_parser(nlp: Language, name: str, style: str) -> Parser:
    """The component under its registered name, without weights until `from_disk`."""
    return Parser(nlp.vocab, style)


class Parser(Head):
    """Sets `token.head` and `token.dep` inside the sentences that are there.

    `style` is the treebank whose conventions are followed: "csui" (news) or "gsd" (which has `compound`, and flatter
    names).
    """

    name = "silang_parser"

    def __init__(self, vocab: Vocab, style: str = "csui") -> None:
        super().__init__()
        self._vocab = vocab
        self.style = style
        self._deps = np.zeros(0, dtype="uint64")

    def _prepare(self) -> None:
        self._deps = np.array([self._vocab.strings.add(dep) for dep in self.labels["deps"]], dtype="uint64")
        relation = self._weights["relation"]
        self._relation = np.ascontiguousarray(relation.transpose(1, 0, 2)).reshape(relation.shape[1], -1)

    def _annotate(self, docs: Sequence[Doc]) -> None:
        words, filled = self._words(docs)
        heads, relations = self.parse(words, [size for _, _, sizes in filled for size in sizes])
        deps = self._deps[relations]
        at = 0
        for doc, places, _ in filled:
            if len(doc):
                _write(doc, places, heads[at : at + len(places)], deps[at : at + len(places)])
            at += len(places)

    def parse(self, words: Array, lengths: Sequence[int]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Encoded words of sentences one after another to offsets of their heads (0: root) and relation numbers."""
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
            scores = np.empty((length, length + 1), dtype="float32")
            scores[:, 0] = query[at : at + length] @ heads[-1]
            np.matmul(query[at : at + length], heads[at : at + length].T, out=scores[:, 1:])
            tree = best_tree(scores)
            offsets[at : at + length] = np.where(tree == 0, 0, tree - 1 - np.arange(length))
            at += length
        governors = np.where(offsets == 0, len(words), np.arange(len(words)) + offsets)
        child = hidden[:, 2 * arc : 2 * arc + rel]
        head = np.ones((len(words) + 1, 1 + rel), dtype="float32")
        head[:-1, 1:], head[-1, 1:] = hidden[:, 2 * arc + rel :], root[0, 2 * arc + rel :]
        return offsets, self._relations(child, head[governors], style)

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
        styles = self.labels["styles"]
        if self.style not in styles:
            raise ValueError(f"silang_parser has no style {self.style!r}; it has {', '.join(styles)}")
        return styles.index(self.style)


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
