"""Months and years that two reports give differently, each its own."""

from __future__ import annotations

import pytest

from silang.comparison import compare
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
    assert [reason.detail for reason in found.reasons] == ["has 2019-03", "has 2018-03"]


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
