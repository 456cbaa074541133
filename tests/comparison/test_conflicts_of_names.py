"""One person spelt in two ways, or given two offices."""

from __future__ import annotations

import pytest

from silang.comparison import compare, tie_entities
from silang.comparison.conflicts.makes import makes_in
from silang.extraction import extract
from silang.language import lexicon, parse
from silang.language.lexicon import Entry
from silang.model import Conflict, Report, Segment, Span, Story

AROUND = (
    "Pasar ikan di Teluk Ranai buka lagi setelah dua pekan. Harga cumi turun seribu rupiah.",
    "Sekolah dasar di desa sebelah menggelar lomba lukis. Panitia menyiapkan hadiah buku.",
)


def conflicts(left: str, right: str) -> list[Conflict]:
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-05-07T10:00")
        for id, text in (("a", f"{AROUND[0]} {left}"), ("b", f"{AROUND[1]} {right}"))
    ]
    parses = [parse(report) for report in reports]
    story = Story("s1", "kebun", ("a", "b"))
    tied = tie_entities([story], [extract(r, p) for r, p in zip(reports, parses, strict=True)])
    return [c for c in compare(story, reports, parses, tied.extractions).conflicts if c.kind == "name"]


def side(conflict: Conflict, text: str, left: bool) -> str:
    span = conflict.left if left else conflict.right
    return span.of(text)


def test_a_name_spelt_otherwise_beside_the_same_word() -> None:
    left = "Warga menunggu Bupati Wiraguna Sastrolesmana di pendapa sampai sore."
    right = "Jembatan itu diresmikan Bupati Wiraguna Sastrolesmono, yang datang naik sepeda."
    (found,) = conflicts(left, right)
    assert found.detail == "a has Sastrolesmana, b has Sastrolesmono"
    assert side(found, f"{AROUND[0]} {left}", left=True) == "Wiraguna Sastrolesmana"
    assert side(found, f"{AROUND[1]} {right}", left=False) == "Wiraguna Sastrolesmono"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("menurut Wiraguna Soetaryoko, kata dia", "menurut Wiraguna Sutaryoko, kata dia"),
        ("menurut Wiraguna Sastrolesmana, lalu Wiraguna Sastrolesmono", "menurut Wiraguna Sastrolesmono, kata dia"),
        ("menurut Wiraguna Sastrolesmana, kata dia", "menurut Darsiti Sastrolesmono, kata dia"),
        ("menurut Wiraguna Pratiyanto, kata dia", "menurut Wiraguna Trihyanto, kata dia"),
        ("menurut Wiraguna Lesmanadan keluarganya", "menurut Wiraguna Lesmanadari Ranai"),
    ],
    ids=["older letters", "one report has both alike", "another person", "begins otherwise", "a space lost behind it"],
)
def test_no_other_spelling(left: str, right: str) -> None:
    assert not conflicts(f"Kebun itu luas {left}.", f"Air sungai naik {right}.")


def test_one_person_at_two_companies() -> None:
    left = "Hakim memanggil Direktur Utama PT Suar Kencana Abadi, Wiraguna Sastrolesmana, pada sidang berikut."
    right = "Saksi lain ialah Wiraguna Sastrolesmana selaku Direktur Utama PT Suar Lestari Abadi (PT SLA)."
    (found,) = conflicts(left, right)
    assert side(found, f"{AROUND[0]} {left}", left=True) == (
        "Direktur Utama PT Suar Kencana Abadi, Wiraguna Sastrolesmana"
    )
    assert found.reasons[0].name == "office"


def test_one_person_in_two_offices_of_an_abbreviated_company() -> None:
    (found,) = conflicts(
        "Hakim memanggil Direktur Niaga PT Suar Lestari Abadi, Wiraguna Sastrolesmana, pada sidang berikut.",
        "Saksi lain ialah Wiraguna Sastrolesmana selaku Direktur Keuangan PT SLA.",
    )
    assert "Niaga" in found.detail
    assert "Keuangan" in found.detail


def test_a_company_right_before_the_name() -> None:
    (found,) = conflicts(
        "Hakim memanggil Direktur Niaga PT Suar Lestari Abadi, Wiraguna Sastrolesmana, pada sidang berikut.",
        "Selanjutnya Direktur Keuangan PT SLA Wiraguna Sastrolesmana didenda seratus juta rupiah.",
    )
    assert "Keuangan" in found.detail


@pytest.mark.parametrize(
    "office",
    ["Direktur PT Suar Kencana Abadi", "Ketua Yayasan Suar Kencana", "Direktur Utama PT SKA"],
    ids=["less exact", "another office", "abbreviated"],
)
def test_no_conflict_of_offices(office: str) -> None:
    assert not conflicts(
        "Hakim memanggil Direktur Utama PT Suar Kencana Abadi, Wiraguna Sastrolesmana, pada sidang berikut.",
        f"Saksi lain ialah Wiraguna Sastrolesmana selaku {office}.",
    )


def test_a_company_spelt_otherwise() -> None:
    (found,) = conflicts(
        "Izin itu milik PT Rimba Tirta Kencena yang berkantor di Ranai.",
        "Bupati mencabut izin PT Rimba Tirta Kencana pada hari yang sama.",
    )
    assert found.detail == "a has Kencena, b has Kencana"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Komisi Pengawas Tambak Garam (KPTG)", "Komite Pengawas Tambak Garam (KPTG)"),
        ("Tembang Motor Assistance (T-Assist)", "Tembang Motor Assist (T-Assist)"),
    ],
)
def test_an_abbreviation_spelt_out_in_two_ways(one: str, other: str) -> None:
    (found,) = conflicts(f"Aturan itu dibuat {one} tahun lalu.", f"Petambak mengadu kepada {other} pekan ini.")
    assert found.detail == f"a has {one}, b has {other}"


@pytest.mark.parametrize(
    "other",
    [
        "Komisi Pengawas Tambak Garam (KPTG)",
        "Ketua Komisi Pengawas Tambak Garam (KPTG)",
        "Komisi Pengawaz Tambak Garam (KPTG)",
        "Salt Pond Supervisory Commission (KPTG)",
    ],
    ids=["the same", "its head", "a misprint", "a translation"],
)
def test_an_abbreviation_spelt_out_alike(other: str) -> None:
    here = "Aturan itu dibuat Komisi Pengawas Tambak Garam (KPTG) tahun lalu."
    assert not conflicts(here, f"Petambak mengadu kepada {other} pekan ini.")


CRASH = "Tiga kambing mati setelah {} pengangkut garam itu menabrak kandang milik Wiraguna Sastrolesmana."


def test_one_vehicle_of_two_makes() -> None:
    (found,) = conflicts(CRASH.format("truk Isuzu"), CRASH.format("truk merek Hino"))
    assert found.detail == "a has truk Isuzu, b has truk merek Hino"


@pytest.mark.parametrize(
    "other",
    ["truk Isuzu", "bus Hino", "truk", "truk Hino dan truk Isuzu"],
    ids=["the same", "another kind", "none", "one has both"],
)
def test_no_two_makes(other: str) -> None:
    assert not conflicts(CRASH.format("truk Isuzu"), CRASH.format(other))


def test_two_names_of_one_maker_are_one_make() -> None:
    assert not conflicts(CRASH.format("truk Fuso"), CRASH.format("truk Mitsubishi"))


@pytest.mark.parametrize("entry", lexicon.table("vehicles"), ids=lambda e: e["form"])
def test_each_vehicle_and_make_is_found_in_its_example(entry: Entry) -> None:
    found = makes_in(entry["example"], Span(0, len(entry["example"])))
    makers = {maker for makes in found.values() for maker in makes}
    assert entry["form"] in found if entry["kind"] == "vehicle" else entry["maker"] in makers
