"""Lemmas and roots.

`token.lemma_` is the dictionary form: clitics and reduplication off, a verb without voice and valency (membantah:
bantah), other words whole (pemerintah). `token._.root` is what UD's Indonesian treebanks call the lemma: all affixes
off (pemerintah: perintah).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from silang_id import affixes, columns

_WHOLE = frozenset(["PROPN", "X", "NUM", "SYM", "PUNCT", "SPACE"])


@Language.factory("silang_lemmas", requires=["token.pos"], assigns=["token.lemma", "token._.root"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """The component under its registered name, without tables until `from_disk`."""
    return Lemmas(nlp.vocab)


class Lemmas:
    """Sets `token.lemma`, and answers `token._.root`.

    Tables: `roots`, known bare words; `forms`, a form to its root where the rules fail, keyed by the form or by
    "form|POS".
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._roots: frozenset[str] = frozenset()
        self._forms: Mapping[str, str] = {}
        self._known: dict[tuple[int, int], int] = {}
        self._cache: dict[tuple[str, str], str] = {}
        Token.set_extension("root", getter=self._root_of, force=True)

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            keys = zip(columns.read(doc, "ORTH").tolist(), columns.read(doc, "POS").tolist(), strict=True)
            known = self._known
            column = [known.get(key) or self._remember(key) for key in keys]
            columns.write(doc, ["LEMMA"], np.array(column, dtype="uint64").reshape(-1, 1))
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """One document after another."""
        for doc in stream:
            yield self(doc)

    def _remember(self, key: tuple[int, int]) -> int:
        orth, pos = key
        lemma = self.lemma(self._vocab.strings[orth], self._vocab.strings[pos] if pos else "")
        self._known[key] = self._vocab.strings.add(lemma)
        return self._known[key]

    def _root_of(self, token: Token) -> str:
        return self.root(token.text, token.pos_)

    def lemma(self, word: str, pos: str) -> str:
        """The dictionary form of a word with that part of speech."""
        if pos in _WHOLE:
            return word
        if pos == "VERB":
            return self.root(word, pos)
        folded = affixes.single(word.lower())
        if folded in self._roots or self._forms.get(folded) == folded:
            return folded
        return next((bare for bare in affixes.without_clitics(folded) if self._is_word(bare)), folded)

    def root(self, word: str, pos: str) -> str:
        """The bare word that `word` is built on; itself if none is known."""
        if pos in _WHOLE:
            return word
        key = (word, pos)
        if key not in self._cache:
            self._cache[key] = self._root(word.lower(), pos)
        return self._cache[key]

    def _root(self, word: str, pos: str) -> str:
        for form in (word, *affixes.without_clitics(word)):
            if (stored := self._forms.get(f"{form}|{pos}") or self._forms.get(form)) is not None:
                return stored
            if form in self._roots:
                return form
            for half in dict.fromkeys([form, affixes.single(form)]):
                if half in self._roots:
                    return half
                if (found := self._forms.get(half) or affixes.root(half, self._roots.__contains__)) is not None:
                    return found
        return affixes.single(word)

    def _is_word(self, form: str) -> bool:
        return form in self._roots or form in self._forms or affixes.root(form, self._roots.__contains__) is not None

    def set_tables(self, roots: Iterable[str], forms: Mapping[str, str]) -> Lemmas:
        """Take the learnt tables."""
        self._roots, self._forms = frozenset(roots), dict(forms)
        self._known, self._cache = {}, {}
        return self

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)
        tables = {"roots": sorted(self._roots), "forms": dict(sorted(self._forms.items()))}
        Path(path, "tables.json").write_text(json.dumps(tables, ensure_ascii=False, indent=0), encoding="utf-8")

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Lemmas:
        tables = json.loads(Path(path, "tables.json").read_text(encoding="utf-8"))
        return self.set_tables(tables["roots"], tables["forms"])
