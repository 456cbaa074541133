"""Affixes and clitics, over a small table of bare words."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from silang_id.lemmas import Lemmas

ROOTS = {
    "bantah", "perintah", "rumah", "anak", "sapu", "pilih", "tulis", "kirim", "baca", "kata", "ada", "usaha", "ulang",
    "ambil", "beli", "adil", "main", "hanya", "apa",
}  # fmt: skip
CASES = [
    ("membantah", "VERB", "bantah", "bantah"),
    ("dibantahnya", "VERB", "bantah", "bantah"),
    ("menyapu", "VERB", "sapu", "sapu"),
    ("memilih", "VERB", "pilih", "pilih"),
    ("menuliskan", "VERB", "tulis", "tulis"),
    ("mengirimi", "VERB", "kirim", "kirim"),
    ("mengambil", "VERB", "ambil", "ambil"),
    ("kubaca", "VERB", "baca", "baca"),
    ("dikatakannya", "VERB", "kata", "kata"),
    ("berulang-ulang", "VERB", "ulang", "ulang"),
    ("pemerintah", "NOUN", "pemerintah", "perintah"),
    ("perusahaan", "NOUN", "perusahaan", "usaha"),
    ("keadilan", "NOUN", "keadilan", "adil"),
    ("keberadaannya", "NOUN", "keberadaan", "ada"),
    ("rumahnya", "NOUN", "rumah", "rumah"),
    ("anak-anaknya", "NOUN", "anak", "anak"),
    ("hanya", "ADV", "hanya", "hanya"),
    ("apakah", "PRON", "apa", "apa"),
    ("Bantahan", "PROPN", "Bantahan", "Bantahan"),
    ("12.500", "NUM", "12.500", "12.500"),
]


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    return Lemmas(Vocab()).set_tables(ROOTS, {})


@pytest.mark.parametrize(("word", "pos", "lemma", "root"), CASES)
def test_lemma_and_root(lemmas: Lemmas, word: str, pos: str, lemma: str, root: str) -> None:
    assert (lemmas.lemma(word, pos), lemmas.root(word, pos)) == (lemma, root)


def test_stored_forms_win() -> None:
    lemmas = Lemmas(Vocab()).set_tables(ROOTS, {"mengada": "ada-ada", "main|NOUN": "permainan"})
    assert lemmas.root("mengada", "VERB") == "ada-ada"
    assert lemmas.root("main", "NOUN") == "permainan"
    assert lemmas.root("main", "VERB") == "main"
