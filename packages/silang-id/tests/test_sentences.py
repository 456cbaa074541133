"""Sentence boundaries on texts as scrapers leave them."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from silang_id.sentences import sentence_starts, spans

CASES = {
    "two sentences": ["Warga Desa Sukamaju mengungsi.", "Tidak ada korban jiwa."],
    "a quotation goes on after its question mark": ['"Kapan bantuan datang?" tanya Wulan kepada petugas.'],
    "a quotation of two sentences": ['"Kami terlambat.', 'Maafkan kami," kata Rustam.'],
    "an opening quote belongs to what follows": ["Banjir surut.", '"Kami lega," ujar Rini.'],
    "an initial ends nothing": ["Bupati R. Hartono meninjau lokasi."],
    "a line broken at a link": ["Polisi\nResor Karangasri\nmenangkap dua pelaku, Senin (3/2)."],
    "a line that goes on in lower case": ["Sidang itu dihadiri banyak warga dari dua kecamatan\ndan berjalan tertib."],
    "furniture stands alone": ["Harga cabai naik.\n", "Baca juga:\n", "Petani Menunggu Hujan\n", "Stok beras cukup."],
    "a headline and a lead": [
        "Gempa Bumi Mengguncang Pesisir Selatan Pulau Melati\n",
        "Gempa berkekuatan 5,1 mengguncang wilayah itu pada Kamis dini hari.",
    ],
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("id")
    blank.add_pipe("silang_sentences")
    return blank


@pytest.mark.parametrize("name", CASES)
def test_starts(nlp: Language, name: str) -> None:
    wanted = CASES[name]
    text = "".join(part if part.endswith("\n") else part + " " for part in wanted).rstrip(" ")
    doc = nlp(text)
    assert [s.text.strip() for s in doc.sents] == [part.strip() for part in wanted]


def test_no_tokens(nlp: Language) -> None:
    assert sentence_starts(nlp.make_doc("")) == []
    assert list(spans(nlp(""))) == []


def test_white_space_alone(nlp: Language) -> None:
    assert sentence_starts(nlp.make_doc(" \n ")) == [True]
