"""A day printed against the calendar, beside the report that has it right."""

from __future__ import annotations

import pytest

from silang.comparison import compare
from silang.extraction import extract
from silang.language import parse
from silang.model import Conflict, Report, Segment, Story

LEFT = 'Gudang garam di Kampung Anyar ambrol. "Kami memindahkan gudang garam ke Pulau Tembang," {}.'
RIGHT = 'Koperasi menata ulang tambaknya. "Panen tahun ini tetap cukup untuk seluruh pesisir," {}.'


def conflicts(left: str, right: str, published: str = "2024-05-08T10:00") -> list[tuple[Conflict, str, str]]:
    texts = LEFT.format(left), RIGHT.format(right)
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published=published)
        for id, text in zip("ab", texts, strict=True)
    ]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    compared = compare(Story("s1", "gudang", ("a", "b")), reports, parses, found).conflicts
    return [(c, c.left.of(texts[0]), c.right.of(texts[1])) for c in compared]


@pytest.mark.parametrize(
    "slip", ["Selasa (6/5/2024)", "Selasa (7/6/2024)", "Selasa (7/5/2026)"], ids=["day", "month", "year"]
)
def test_a_date_against_its_weekday(slip: str) -> None:
    ((found, left, right),) = conflicts(
        f"kata ketua koperasi, Darsiti, {slip}", "ujar Darsiti di balai desa, Selasa (7/5/2024)"
    )
    assert found.kind == "date"
    assert found.detail == f"a has {slip}, b has Selasa (7/5/2024)"
    assert left == f"kata ketua koperasi, Darsiti, {slip}"
    assert right == "ujar Darsiti di balai desa, Selasa (7/5/2024)"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("kata Darsiti, Senin (6/5/2024)", "ujar Darsiti, Selasa (7/5/2024)"),
        ("kata Darsiti, Selasa (8/5/2024)", "ujar Darsiti, Selasa (7/5/2024)"),
        ("kata Darsiti, Kamis (7/5/2024)", "ujar Darsiti, Selasa (7/5/2024)"),
        ("kata Darsiti, Selasa (6/5/2024)", "ujar Darsiti, Selasa (14/5/2024)"),
    ],
    ids=["both right", "the day of publishing", "weekday of another thing said", "still to come"],
)
def test_no_slip(left: str, right: str) -> None:
    assert not conflicts(left, right)


def test_two_weekdays_of_one_date_where_one_thing_is_said() -> None:
    def said(cue: str, day: str) -> str:
        return f"{cue} ketua koperasi Darsiti kepada wartawan di balai desa Kampung Anyar, {day}"

    texts = [LEFT.format(said("kata", "Senin (7/5/2024)")), LEFT.format(said("ujar", "Selasa (7/5/2024)"))]
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-05-08")
        for id, text in zip("ab", texts, strict=True)
    ]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    (conflict,) = compare(Story("s1", "gudang", ("a", "b")), reports, parses, found).conflicts
    assert conflict.detail == "a has Senin (7/5/2024), b has Selasa (7/5/2024)"
