"""The shared representation: every word of a document to a row of `doc.tensor`, in one pass over many sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from silang_id import columns
from silang_id import weights as store
from silang_id.features import features, normal
from silang_id.lstm import Layer, pack
from silang_id.weights import Array, Weights

_CACHE = 60_000  # word types
_BATCH = 6_000  # words per pass


@Language.factory("silang_encoder", requires=["token.is_sent_start"], assigns=["doc.tensor"])
def make_encoder(nlp: Language, name: str) -> Encoder:
    """The component under its registered name, without weights until `from_disk`."""
    return Encoder(nlp.vocab)


class Encoder:
    """Sets `doc.tensor`, float32 (tokens, 2 * hidden); zeros for white space."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._norms: dict[str, int] = {}
        self._weights: Weights = {}
        self._layers: tuple[Layer, ...] = ()
        self._known: dict[int, int] = {}
        self._types: Array = np.zeros((0, 0), dtype="float32")

    def __call__(self, doc: Doc) -> Doc:
        self._encode([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """Documents in batches: longer batches run faster."""
        for batch in columns.batches(stream, batch_size):
            self._encode(batch)
            yield from batch

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        store.save(Path(path), self._weights)
        lines = sorted(self._norms, key=self._norms.__getitem__)
        Path(path, "norms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Encoder:
        lines = Path(path, "norms.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
        return self.set_weights(store.load(Path(path)), {norm: row for row, norm in enumerate(lines, 1)})

    def set_weights(self, weights: Weights, norms: dict[str, int]) -> Encoder:
        """Take trained weights (names as in the training's encoder) and rows of the norms."""
        self._weights, self._norms = weights, norms
        self._layers = (Layer(weights, "lower"), Layer(weights, "upper"))
        self._forget()
        return self

    def _forget(self) -> None:
        self._known = {}
        self._types = np.zeros((1024, self._weights["embedding.norm.weight"].shape[1]), dtype="float32")

    def _encode(self, docs: Sequence[Doc]) -> None:
        if not self._layers:
            raise ValueError("silang_encoder has no weights: load the trained package with spacy.load('silang_id')")
        if len(self._known) > _CACHE:
            self._forget()
        filled = [words_of(doc) for doc in docs]
        rows = [self._rows(doc, places) for doc, (places, _) in zip(docs, filled, strict=True)]
        lengths = [length for _, sizes in filled for length in sizes]
        if not lengths:
            for doc in docs:
                doc.tensor = np.zeros((len(doc), 2 * self._layers[0].hidden), dtype="float32")
            return
        encoded = self._pass(np.concatenate(rows), lengths)
        at = 0
        for doc, (places, _) in zip(docs, filled, strict=True):
            tensor = np.zeros((len(doc), encoded.shape[1]), dtype="float32")
            tensor[places] = encoded[at : at + len(places)]
            doc.tensor = tensor
            at += len(places)

    def _pass(self, rows: npt.NDArray[np.int64], lengths: Sequence[int]) -> Array:
        """All words, a few thousand at a time."""
        parts: list[Array] = []
        group: list[int] = []
        at = 0
        for n, length in enumerate(lengths):
            group.append(length)
            if sum(group) >= _BATCH or n == len(lengths) - 1:
                words = self._types[rows[at : at + sum(group)]]
                packing = pack(group)
                lower = self._layers[0](words, packing)
                parts.append(lower + self._layers[1](lower, packing))
                at += sum(group)
                group = []
        return np.concatenate(parts)

    def _rows(self, doc: Doc, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Rows of the cache for the words of a document; new words are embedded first."""
        keys = columns.read(doc, "ORTH")[places].tolist()
        known = self._known
        fresh = sorted({key for key in keys if key not in known})
        if fresh:
            self._embed(fresh)
        return np.array([known[key] for key in keys], dtype="int64")

    def _embed(self, keys: Sequence[int]) -> None:
        table = self._weights
        words = [self._vocab.strings[key] for key in keys]
        found = [features(word, self._norms) for word in words]
        static = self._vocab.vectors.get_batch([normal(word) or " " for word in words])
        summed = static @ table["embedding.static.weight"].T + table["embedding.static.bias"]
        for name in ("norm", "prefix", "suffix", "ending", "shape"):
            summed += table[f"embedding.{name}.weight"][[getattr(f, name) for f in found]]
        low = _standard(summed, table["embedding.gain.weight"], table["embedding.gain.bias"])
        mixed = low + np.maximum(low @ table["embedding.mix.weight"].T + table["embedding.mix.bias"], 0)
        self._keep(keys, _standard(mixed, table["embedding.out.weight"], table["embedding.out.bias"]))

    def _keep(self, keys: Sequence[int], embedded: Array) -> None:
        at = len(self._known)
        while at + len(keys) > len(self._types):
            self._types = np.concatenate([self._types, np.zeros_like(self._types)])
        self._types[at : at + len(keys)] = embedded
        self._known.update({key: at + n for n, key in enumerate(keys)})


def words_of(doc: Doc) -> tuple[npt.NDArray[np.int64], list[int]]:
    """Places of the tokens that are no white space, and how many of them each sentence has (none are empty)."""
    spaces = columns.read(doc, "IS_SPACE") == 1
    starts = columns.read(doc, "SENT_START") == 1
    starts[:1] = True
    sentence = np.cumsum(starts)[~spaces]
    sizes = np.bincount(sentence) if len(sentence) else np.zeros(0, dtype="int64")
    return np.flatnonzero(~spaces), [int(n) for n in sizes if n]


def _standard(values: Array, gain: Array, bias: Array) -> Array:
    centred = values - values.mean(1, keepdims=True)
    scale = np.sqrt((centred**2).mean(1, keepdims=True) + 1e-5)
    result: Array = (centred / scale * gain + bias).astype("float32")
    return result
