"""The installed package as a whole; skipped where it was built without its model."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import silang_id

pytestmark = pytest.mark.skipif(
    not (silang_id.MODEL / "config.cfg").exists(), reason="the package has no model: run training.pipeline.build"
)

TEXT = (
    'JAKARTA - Kepala Dinas Kesehatan Kota Tirtasari, Sri Wahyuningsih, membantah kabar itu. "Stok vaksin di '
    'rumah sakit kami masih cukup," kata Sri kepada wartawan, Selasa (4/3/2025).\n'
    "Baca juga:\n"
    "Warga Antre Sejak Subuh\n"
    "Pemerintah Kabupaten Lembang Jaya telah mengirimkan dua ribu dosis ke puskesmasnya."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("silang_id")


def test_every_layer_is_there(nlp: Language) -> None:
    doc = nlp(TEXT)
    for layer in ("SENT_START", "POS", "DEP", "LEMMA", "ENT_IOB"):
        assert doc.has_annotation(layer), layer
    words = {t.text: t for t in doc}
    assert words["membantah"].pos_ == "VERB"
    assert words["membantah"].lemma_ == "bantah"
    assert words["Pemerintah"].lemma_.casefold() == "pemerintah"
    assert words["vaksin"].head.text == "Stok"
    assert words["Stok"].dep_ == "nsubj"


def test_titles_stay_outside_names(nlp: Language) -> None:
    names = {(e.text, e.label_) for e in nlp(TEXT).ents}
    assert ("Sri Wahyuningsih", "PER") in names
    assert not any(text.startswith("Kepala") for text, label in names if label == "PER")


def test_each_sentence_is_one_tree(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert len(list(doc.sents)) == 5
    for sentence in doc.sents:
        assert [t for t in sentence if t.head == t] == [sentence.root]


def test_batches_change_nothing(nlp: Language) -> None:
    texts = [TEXT, "", " \n", "Hujan turun.", TEXT.upper()]
    together = [[(t.text, t.pos_, t.head.i, t.dep_, t.ent_type_, t.lemma_) for t in d] for d in nlp.pipe(texts)]
    alone = [[(t.text, t.pos_, t.head.i, t.dep_, t.ent_type_, t.lemma_) for t in nlp(text)] for text in texts]
    assert together == alone


def test_a_saved_copy_is_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    copy = spacy.load(tmp_path)
    assert [(t.pos_, t.dep_, t.head.i) for t in copy(TEXT)] == [(t.pos_, t.dep_, t.head.i) for t in nlp(TEXT)]


def test_style_is_checked() -> None:
    nlp = silang_id.load(exclude=["silang_names"], config={"components.silang_parser.style": "ptb"})
    with pytest.raises(ValueError, match="no style 'ptb'; it has csui, gsd, ud"):
        nlp(TEXT)


def test_words_glued_at_a_lost_link_are_parted(nlp: Language) -> None:
    assert [t.text for t in nlp.make_doc("Dilansir dariReuters, KetuaPanitia memakai WhatsApp.")] == [
        "Dilansir", "dari", "Reuters", ",", "Ketua", "Panitia", "memakai", "WhatsApp", ".",
    ]  # fmt: skip
