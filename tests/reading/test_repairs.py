"""Repairs: what is printed wrongly is recorded by span, and the text stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from silang.language.mending import mended
from silang.reading import read_text
from silang.reading.records import Given

LEAD = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("sign", ["“", "‘", "é", "–", "…"])
def test_mojibake_is_read_as_the_sign_it_was(sign: str, encoding: str) -> None:
    broken = sign.encode().decode(encoding)
    text = f"Camat berkata {broken}sudah surut."
    (repair,) = read_text(text).repairs
    assert (repair.kind, repair.reads, repair.of(text)) == ("mojibake", sign, broken)


@pytest.mark.parametrize("text", ["Kafé “Senja” – di Orléans…", "Suhu 30° dan luas 5 m².", "€ 5, £ 6, naïf"])
def test_signs_in_good_order_are_left_alone(text: str) -> None:
    assert read_text(text).repairs == ()


def test_a_lead_printed_twice() -> None:
    text = f"{LEAD}\n{LEAD}\nCamat meminta perahu karet."
    assert [(r.kind, r.of(text), r.start) for r in read_text(text).repairs] == [("doubled", LEAD, len(LEAD) + 1)]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_repairs_lie_in_the_text_in_order_and_are_shorter(text: str) -> None:
    at = 0
    for repair in (r for r in read_text(text).repairs if r.kind == "mojibake"):
        assert at <= repair.start < repair.end <= len(text)
        assert len(repair.reads) < repair.end - repair.start
        at = repair.end


def test_a_long_text_of_foreign_signs_is_read_in_a_moment() -> None:
    started = time.process_time()
    read_text("Ã©" * 40_000)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ” dan “Özil”",
        "Ia berteriak “Olé…”",
        "PARANÁ’S",
        "‘É’ dan “Åse”",
        "ROMÂ menang",
        "R&D; naik & turun",
        "&tidakada;",
    ],
)
def test_letters_beside_marks_are_no_mojibake(text: str) -> None:
    assert read_text(text).repairs == ()


def test_a_field_is_read_as_it_was_meant() -> None:
    report = read_text(
        "Air surut di desa itu.", given=Given(headline="Banjir di &lsquo;Kota JosÃ©&rsquo;", authors=("RenÃ©e",))
    )
    assert report.headline == "Banjir di ‘Kota José’"
    assert [byline.name for byline in report.bylines] == ["Renée"]


def test_a_paragraph_printed_twice_that_opens_with_a_broken_mark() -> None:
    line = f"â€œ{LEAD}â€\x9d ujar lurah."
    text = f"{line}\n{line}\nCamat meminta perahu karet."
    found = read_text(text).repairs
    assert [(r.kind, r.start) for r in found] == [
        ("mojibake", 0), ("mojibake", text.index("â€\x9d")), ("doubled", len(line) + 1)
    ]  # fmt: skip
    assert mended(text, found).split("\n")[1].isspace()


def test_many_signs_in_many_paragraphs_printed_twice_are_read_in_a_moment() -> None:
    line = f"{LEAD} {'Ã©' * 40}\n"
    started = time.process_time()
    read_text(line * 500)
    assert time.process_time() - started < 5
