"""Blocks, sentences and tokens of dirty and clean text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silang.language import parse_text, tokenize
from silang.language.lexicon import table


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in parse_text(text).sentences]


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Api padam pukul 02.02 WIB. Warga pulang.", ["Api padam pukul 02.02 WIB.", "Warga pulang."]),
        ('"Kami siap. Kami pergi," kata Bayu.', ['"Kami siap.', 'Kami pergi," kata Bayu.']),
        ("Ia dirawat di RS Dr. Surya. Ia pulih.", ["Ia dirawat di RS Dr. Surya.", "Ia pulih."]),
        ("Harga naik 5.000 rupiah.“Berat,” ujar Sari.", ["Harga naik 5.000 rupiah.", "“Berat,” ujar Sari."]),
        ("MELUR.COM, JAKARTA – Bupati tiba.", ["MELUR.COM, JAKARTA – Bupati tiba."]),
        ("M. Yusran hadir. Ia diam.", ["M. Yusran hadir.", "Ia diam."]),
        ("Mengapa? Tidak jelas!", ["Mengapa?", "Tidak jelas!"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_broken_at_a_link_goes_on() -> None:
    text = "Gempa mengguncang\nKota Wanasari\n, Senin pagi, seperti dilansir\nKantor Gelora\n, Selasa."
    assert len(sentences(text)) == 1


def test_a_blank_line_ends_a_sentence() -> None:
    assert len(sentences("Gempa mengguncang Wanasari\n\nWarga berlarian ke lapangan")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menurut laporan yang dilansirReuters", ["Menurut", "laporan", "yang", "dilansir", "Reuters"]),
        ("Sasmita hadir. Sasmitapada Senin", ["Sasmita", "hadir", ".", "Sasmita", "pada", "Senin"]),
        ("Sasmita hadir. Sasmitamengatakan", ["Sasmita", "hadir", ".", "Sasmita", "mengatakan"]),
        ("lewat TikTok dan YouTube", ["lewat", "TikTok", "dan", "YouTube"]),
        ("naik 5,5% pada 13/9/2023 pukul 02.02", ["naik", "5,5", "%", "pada", "13/9/2023", "pukul", "02.02"]),
        ("rata-rata Kim Jong-un Soyuz-2 Jum'at", ["rata-rata", "Kim", "Jong-un", "Soyuz-2", "Jum'at"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=400))
def test_every_span_lies_in_the_text_and_in_order(text: str) -> None:
    found = parse_text(text)
    for spans in (found.blocks, found.sentences, found.tokens):
        ends = [0]
        for span in spans:
            assert ends[-1] <= span.start < span.end <= len(text)
            ends.append(span.end)
    assert all(token.of(text) == token.text for token in found.tokens)
    assert "".join(t.text for t in found.tokens) == "".join(text.split())


def test_within() -> None:
    found = parse_text("Bayu tiba. Sari pergi.")
    second = found.sentences[1]
    assert [t.text for t in found.within(second)] == ["Sari", "pergi", "."]


@pytest.mark.parametrize("entry", table("abbreviations"), ids=lambda e: e["form"])
def test_no_abbreviation_ends_its_example(entry: dict[str, str]) -> None:
    assert len(sentences(entry["example"])) == 1


@pytest.mark.parametrize("entry", table("glue"), ids=lambda e: e["form"])
def test_glue(entry: dict[str, str]) -> None:
    found = words(entry["example"])
    assert entry["form"] in [word.casefold() for word in found] or entry["form"] in found
