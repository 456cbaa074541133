"""What a report is found by."""

from __future__ import annotations

import pytest

from silang.archive.terms import Wanted, indexed, terms, wanted
from silang.language.lexicon import Entry, table
from silang.reading import read_text


@pytest.mark.parametrize("entry", table("stop_words"), ids=lambda entry: str(entry["form"]))
def test_stop_word(entry: Entry) -> None:
    words = [token.lower for token, _ in terms(entry["example"])]
    assert entry["form"] in entry["example"].casefold().replace(",", "").replace(".", "").split()
    assert words
    assert entry["form"] not in words


@pytest.mark.parametrize(
    "forms",
    ["menembakkan tembakan penembakan ditembak", "membakar kebakaran terbakar", "laporan melaporkan dilaporkannya"],
)
def test_forms_of_a_root_are_one_term(forms: str) -> None:
    assert len({term for _, term in terms(forms)}) == 1


def test_a_query_is_taken_apart() -> None:
    assert wanted('"gas air mata" tembakan -warga yang') == Wanted((("gas", "air", "mata"), ("tembak",)), (("warga",),))
    assert wanted('--- "" \'') == Wanted((), ())
    assert wanted("rata-rata")


def test_terms_are_letters_and_digits() -> None:
    found = [term for _, term in terms("Jum'at, 12.500 rumah; André (COVID-19) rata-rata")]
    assert found == ["jumat", "12500", "rumah", "andre", "covid19", "rata"]


def test_furniture_is_not_found() -> None:
    report = read_text("SUKARAYA - Jembatan Melati ambruk.\nBaca juga: Harga Cabai Naik\nWarga mengungsi.\n")
    _, body = indexed(report)
    assert "jembatan" in body.split()
    assert "cabai" not in body.split()
