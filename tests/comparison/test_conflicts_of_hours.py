"""One moment at two hours."""

from __future__ import annotations

import pytest

from silang.comparison import compare
from silang.extraction import extract
from silang.language import parse
from silang.model import Conflict, Report, Segment, Story

AROUND = (
    "Lumbung padi itu milik koperasi desa.",
    "Petani diminta menyimpan gabah di balai dusun.",
    "Pemilik warung di depan lumbung melihat asap lebih dulu.",
)


def conflicts(*told: str) -> list[Conflict]:
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-08-14T10:00")
        for id, text in ((f"r{n}", f"{words} {AROUND[n % 3]}") for n, words in enumerate(told))
    ]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    story = Story("s1", "lumbung", tuple(report.id for report in reports))
    return list(compare(story, reports, parses, found).conflicts)


HERE = "Kebakaran lumbung padi di Dusun Karangsari terjadi pada Rabu (14/8/2024) pukul 03.12 WIB."
THERE = "Lumbung padi di Dusun Karangsari terbakar pada Rabu (14/8/2024) {} WIB."


def test_two_hours_minutes_apart() -> None:
    (found,) = conflicts(HERE, THERE.format("pukul 03.05"))
    assert found.kind == "date"
    assert found.detail == "r0 has 03:12, r1 has 03:05"
    said = ["has Rabu (14/8/2024) pukul 03.12 WIB", "has Rabu (14/8/2024) pukul 03.05 WIB"]
    assert [reason.detail for reason in found.reasons] == said


@pytest.mark.parametrize(
    "when",
    ["sekitar pukul 03.15", "sekira pukul 03.00", "hingga pukul 03.05", "pukul 05.05"],
    ids=["vague and round", "vague and on the hour", "only a bound", "hours apart"],
)
def test_no_conflict(when: str) -> None:
    assert not conflicts(HERE, THERE.format(when))


def test_what_a_third_report_tells_apart_are_two_moments() -> None:
    third = "Asap dari lumbung padi di Dusun Karangsari terlihat pukul 03.05 WIB, dan api membesar pukul 03.12 WIB."
    assert not conflicts(HERE, THERE.format("pukul 03.05"), third)


@pytest.mark.parametrize("when", ["04.12 WITA", "04.12 waktu setempat", "04.05 (WITA)"])
def test_hours_of_two_zones_are_not_compared(when: str) -> None:
    here = "Kebakaran lumbung padi di Dusun Karangsari milik koperasi terjadi Rabu (14/8/2024) pukul {}."
    assert not conflicts(here.format("03.12 WIB"), here.format(when))
    assert conflicts(here.format("03.12 WIB"), here.format(when.split()[0] + " WIB"))


def test_a_moment_told_in_two_ways_is_so_between_all_reports_that_print_it() -> None:
    third = "Warga mulai mengungsi ke balai dusun sejak pukul 03.05 WIB."
    found = conflicts(HERE, THERE.format("pukul 03.05"), third)
    assert [c.detail for c in found] == ["r0 has 03:12, r1 has 03:05", "r0 has 03:12, r2 has 03:05"]
