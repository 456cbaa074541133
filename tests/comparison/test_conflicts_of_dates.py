"""Months and years that two reports give differently, each its own."""

from __future__ import annotations

import pytest

from silang.comparison import compare
from silang.comparison.conflicts.dates import weekday
from silang.extraction import extract
from silang.language import parse
from silang.model import Conflict, Report, Segment, Story

AROUND = (
    "Pasar ikan di Teluk Ranai buka lagi setelah dua pekan. Harga cumi turun seribu rupiah.",
    "Sekolah dasar di desa sebelah menggelar lomba lukis. Panitia menyiapkan hadiah buku.",
)


def conflicts(left: str, right: str) -> list[Conflict]:
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-05-07T10:00")
        for id, text in (("a", f"{left} {AROUND[0]}"), ("b", f"{AROUND[1]} {right}"))
    ]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    return list(compare(Story("s1", "menara", ("a", "b")), reports, parses, found).conflicts)


def test_one_month_against_another() -> None:
    (found,) = conflicts(
        "Menara suar Tanjung Lanang dibangun kontraktor Karya Samudra pada Maret 2019.",
        "Menara suar Tanjung Lanang dibangun oleh kontraktor Karya Samudra pada Maret 2018.",
    )
    assert found.kind == "date"
    assert [reason.detail for reason in found.reasons] == ["has Maret 2019", "has Maret 2018"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("dibangun kontraktor Karya Samudra pada Maret 2019.", "dibangun oleh kontraktor Karya Samudra pada 2019."),
        (
            "dibangun kontraktor Karya Samudra pada Maret 2019.",
            "dibangun oleh kontraktor Karya Samudra antara Maret 2019 dan Juli 2019.",
        ),
    ],
    ids=["one is coarser", "one has both"],
)
def test_no_conflict(left: str, right: str) -> None:
    assert not conflicts(f"Menara suar Tanjung Lanang {left}", f"Menara suar Tanjung Lanang {right}")


SAID = (
    "Gudang garam milik koperasi di Kampung Anyar ambrol diterjang gelombang pasang. "
    '"Kami akan memindahkan gudang garam ke Pulau Tembang sebelum musim angin barat," {}. '
    "Koperasi itu menampung panen dari 60 tambak di pesisir utara."
)


def test_one_utterance_on_two_days() -> None:
    (found,) = conflicts(
        SAID.format("kata Bupati Ranai Sulaiman Hatta, Senin (6/5/2024)"),
        SAID.format("ujar Sulaiman Hatta di Ranai, Selasa (7/5/2024)"),
    )
    assert found.kind == "date"
    assert found.detail == "a has Senin (6/5/2024), b has Selasa (7/5/2024)"


def test_what_is_said_again_a_week_later_is_no_conflict() -> None:
    assert not conflicts(
        SAID.format("kata Bupati Ranai Sulaiman Hatta, Senin (6/5/2024)"),
        SAID.format("kata Sulaiman Hatta, Senin (13/5/2024)"),
    )


def test_a_slip_in_the_month_of_one_occasion() -> None:
    (found,) = conflicts(
        SAID.format("kata Bupati Ranai Sulaiman Hatta, Senin (6/5/2024)"),
        SAID.format("kata Sulaiman Hatta, Kamis (6/6/2024)"),
    )
    assert found.kind == "date"


def test_two_weekdays_of_one_date() -> None:
    (found,) = conflicts(
        SAID.format("kata Bupati Ranai Sulaiman Hatta, Senin (6/5/2024)"),
        SAID.format("ujar Sulaiman Hatta di Ranai, Selasa (6/5/2024)"),
    )
    assert found.detail == "a has Senin (6/5/2024), b has Selasa (6/5/2024)"


def test_the_day_on_which_it_was_read_is_no_conflict() -> None:
    assert not conflicts(
        SAID.format("kata Bupati Ranai Sulaiman Hatta, Senin (6/5/2024)"),
        SAID.format("kata Sulaiman Hatta, dikutip Selasa (7/5/2024)"),
    )


@pytest.mark.parametrize(("one", "other"), [("Jumat", "Jum'at"), ("Jumat", "Jum’at"), ("Minggu", "Ahad")])
def test_one_weekday_by_two_names(one: str, other: str) -> None:
    assert weekday(f"{one} (7/6/2024)") == weekday(f"{other}, 7 Juni 2024")
    assert weekday("7 Juni 2024") is None
