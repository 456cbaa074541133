"""One place told in two ways: markers of a road, and where a speaker spoke."""

from __future__ import annotations

import pytest

from silang.comparison import compare, tie_entities
from silang.comparison.conflicts.markers import Marker
from silang.extraction import extract
from silang.language import parse
from silang.model import Conflict, Report, Segment, Story

AROUND = (
    "Pemilik warung di tepi jalan mendengar benturan keras lebih dulu.",
    "Petugas derek membersihkan pecahan kaca selama dua jam.",
    "Arus kendaraan dari arah timur dialihkan ke jalan desa.",
)
CRASH = "Truk pengangkut garam menabrak pembatas Jalan Tol Ranai-Tembang di {} arah Ranai pada Rabu malam."


def conflicts(*told: str) -> list[Conflict]:
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-05-08T10:00")
        for id, text in ((f"r{n}", f"{words} {AROUND[n % 3]}") for n, words in enumerate(told))
    ]
    parses = [parse(report) for report in reports]
    story = Story("s1", "jalan tol", tuple(report.id for report in reports))
    tied = tie_entities([story], [extract(r, p) for r, p in zip(reports, parses, strict=True)])
    return [c for c in compare(story, reports, parses, tied.extractions).conflicts if c.kind == "place"]


def test_two_markers_of_one_place() -> None:
    (found,) = conflicts(CRASH.format("KM 71+400"), CRASH.format("Km 74.100"))
    assert found.detail == "r0 has KM 71+400, r1 has Km 74.100"
    assert [reason.detail for reason in found.reasons] == ["has KM 71+400", "has Km 74.100"]


@pytest.mark.parametrize("other", ["KM 71", "kilometer 71.400", "KM 071400", "71 kilometer"])
def test_one_marker_written_otherwise(other: str) -> None:
    assert not conflicts(CRASH.format("KM 71+400"), CRASH.format(other))


def test_markers_that_one_sentence_tells_apart_are_two_places() -> None:
    third = "Kemacetan mengular dari KM 71+400 sampai KM 74.100."
    assert not conflicts(CRASH.format("KM 71+400"), CRASH.format("KM 74.100"), third)


def test_what_holds_between_two_reports_holds_between_all_that_print_it() -> None:
    third = "Warga setempat menyebut titik KM 74.100 rawan karena gelap."
    found = conflicts(CRASH.format("KM 71+400"), CRASH.format("KM 74.100"), third)
    assert [(c.left.report, c.right.report) for c in found] == [("r0", "r1"), ("r0", "r2")]


def test_a_marker_less_exact_agrees() -> None:
    assert Marker(71, None).agrees(Marker(71, 400))
    assert not Marker(71, 200).agrees(Marker(71, 400))


SPOKE = '"{}," kata Bupati Ranai Sulaiman Hatta {}, Senin (6/5/2024).'
HERE = "Gudang garam itu akan kami pindahkan ke pulau seberang"
THERE = "Musim angin barat tahun ini datang lebih cepat"


@pytest.mark.parametrize(
    ("one", "other"),
    [("di Jalan Kenanga", "di Jl Cempaka"), ("di kawasan Anyelir, Ranai Utara", "di Seroja, Ranai Utara")],
    ids=["two streets", "two quarters of one town"],
)
def test_one_speaker_at_two_places_on_one_day(one: str, other: str) -> None:
    (found,) = conflicts(SPOKE.format(HERE, one), SPOKE.format(THERE, other))
    assert [reason.name for reason in found.reasons] == ["where", "where"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("di Jalan Kenanga", "di Kantor Bupati"),
        ("di Gedung Serbaguna", "di Gedung Kesenian"),
        ("di Jalan Kenanga", "di Jalan Raya Kenanga"),
        ("di Anyelir, Ranai Utara", "di Seroja, Ranai Selatan"),
    ],
    ids=["two kinds", "buildings go by many names", "one name", "two towns"],
)
def test_no_two_places(one: str, other: str) -> None:
    assert not conflicts(SPOKE.format(HERE, one), SPOKE.format(THERE, other))


def test_on_two_days_one_speaks_at_two_places() -> None:
    later = SPOKE.format(THERE, "di Jalan Cempaka").replace("Senin (6/5/2024)", "Selasa (7/5/2024)")
    assert not conflicts(SPOKE.format(HERE, "di Jalan Kenanga"), later)


BREACH = "Sebanyak 40 rumah terendam setelah tanggul Kali Sendang jebol di {} pada Minggu malam."


def test_one_event_in_two_villages() -> None:
    (found,) = conflicts(BREACH.format("Desa Karangsari"), BREACH.format("Desa Talang Anyar"))
    assert found.detail == "r0 has Karangsari, r1 has Talang Anyar"


@pytest.mark.parametrize(
    "other",
    ["Kecamatan Sendang", "Desa Karangsary", "Desa Karangsari, Kecamatan Sendang"],
    ids=["less exact", "a slip", "more exact"],
)
def test_one_village(other: str) -> None:
    assert not conflicts(BREACH.format("Desa Karangsari"), BREACH.format(other))


def test_a_village_that_the_other_report_names_too() -> None:
    other = BREACH.format("Desa Talang Anyar") + " Air lalu menggenangi Desa Karangsari."
    assert not conflicts(BREACH.format("Desa Karangsari"), other)
