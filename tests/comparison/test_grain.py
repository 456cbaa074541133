"""Partial agreement: the same, told less exactly by one report."""

from __future__ import annotations

import pytest

from silang.comparison import compare, tie_entities
from silang.extraction import extract
from silang.language import parse
from silang.model import Reason, Report, Segment, Story

AROUND = (
    "Lumbung padi itu milik koperasi desa.",
    "Petani diminta menyimpan gabah di balai dusun.",
)


def coarser(left: str, right: str) -> list[tuple[str, str]]:
    """What is less exact, by the reason's name and the words that it points to."""
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-08-14T10:00")
        for id, text in (("a", f"{left} {AROUND[0]}"), ("b", f"{right} {AROUND[1]}"))
    ]
    parses = [parse(report) for report in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    story = Story("s1", "banjir", ("a", "b"))
    claims = compare(story, reports, parses, tie_entities([story], found).extractions).claims
    texts = {report.id: report.text for report in reports}
    return [(r.name, _words(r, texts)) for c in claims for r in c.reasons if r.name.startswith("coarser")]


def _words(reason: Reason, texts: dict[str, str]) -> str:
    assert reason.report is not None
    return texts[reason.report][reason.start : reason.end]


FLOOD = "Banjir bandang di lembah Sungai Wailoa merendam {} warga Desa Anantara pada {}."


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("312 rumah", "Rabu (14/8/2024)"), ("sekitar 300 rumah", "Rabu (14/8/2024)"), ("number", "sekitar 300 rumah")),
        (("312 rumah", "Rabu (14/8/2024)"), ("sedikitnya 250 rumah", "Rabu (14/8/2024)"), ("number", "250 rumah")),
        (("312 rumah", "Rabu (14/8/2024)"), ("312 rumah", "Agustus 2024"), ("time", "Agustus 2024")),
    ],
    ids=["about", "at least", "month for day"],
)
def test_less_exact(left: tuple[str, str], right: tuple[str, str], found: tuple[str, str]) -> None:
    ((name, words),) = coarser(FLOOD.format(*left), FLOOD.format(*right))
    assert name == f"coarser {found[0]}"
    assert found[1] in words


@pytest.mark.parametrize(
    ("left", "right"),
    [("312 rumah", "312 rumah"), ("12 rumah", "10 rumah"), ("312 rumah", "sekitar 200 rumah")],
    ids=["the same", "small numbers are not round", "too far"],
)
def test_as_exact_or_another(left: str, right: str) -> None:
    assert not coarser(FLOOD.format(left, "Rabu (14/8/2024)"), FLOOD.format(right, "Rabu (14/8/2024)"))


def test_a_place_and_the_nearer_one_in_it() -> None:
    here = "Banjir bandang merendam ratusan rumah warga di Desa Anantara, Jawa Tengah, pada Rabu (14/8/2024)."
    there = "Banjir bandang merendam ratusan rumah warga di Jawa Tengah pada Rabu (14/8/2024)."
    assert coarser(here, there) == [("coarser place", "Jawa Tengah")]
