"""One quotation in two mouths, and one person at two ages."""

from __future__ import annotations

import pytest

from silang.comparison import compare, tie_entities
from silang.extraction import extract
from silang.language import parse
from silang.model import Conflict, Report, Segment, Story

AROUND = (
    "Lumbung itu berdiri di tepi kali sejak lama. ",
    "Petani setempat menyimpan gabah di balai dusun. ",
)


def conflicts(kind: str, left: str, right: str) -> list[Conflict]:
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published="2024-08-14T10:00")
        for id, text in (("a", AROUND[0] + left), ("b", AROUND[1] + right))
    ]
    parses = [parse(report) for report in reports]
    story = Story("s1", "lumbung", ("a", "b"))
    tied = tie_entities([story], [extract(r, p) for r, p in zip(reports, parses, strict=True)])
    return [c for c in compare(story, reports, parses, tied.extractions).conflicts if c.kind == kind]


SAID = '"Api diduga berasal dari tungku penggilingan yang belum padam ketika penjaga pulang ke rumah," {}.'


def test_one_quotation_in_two_mouths() -> None:
    (found,) = conflicts(
        "source",
        SAID.format("kata Kapolsek Sendang Hasna Mufida"),
        SAID.format("ujar Kepala Desa Karangsari Wiwit Parwoto"),
    )
    assert "Hasna Mufida" in found.detail
    assert "Wiwit Parwoto" in found.detail
    assert found.left.statement is not None
    assert [reason.name for reason in found.reasons] == ["source", "source"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kata Kapolsek Sendang Hasna Mufida", "ujar Hasna Mufida"),
        ("kata Kapolsek Sendang Hasna Mufida", "ujar Hasna Mufidah"),
        ("kata Juru Bicara BPBD Ranai Hasna Mufida", "tulis BPBD Ranai"),
        ("kata Kapolsek Sendang Hasna Mufida", "ujar polisi"),
    ],
    ids=["one person", "a slip in the name", "who speaks for it", "not named"],
)
def test_no_two_mouths(one: str, other: str) -> None:
    assert not conflicts("source", SAID.format(one), SAID.format(other))


def test_other_words_of_another_person_are_no_conflict() -> None:
    other = '"Gabah yang basah akan kami jemur di lapangan desa sampai kering semua," ujar Kepala Desa Wiwit Parwoto.'
    assert not conflicts("source", SAID.format("kata Kapolsek Sendang Hasna Mufida"), other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Wiwit Parwoto (34)", "Wiwit Parwoto (43)"), ("Wiwit Parwoto, 34 tahun,", "Wiwit Parwoto yang berusia 43 tahun")],
)
def test_two_ages(one: str, other: str) -> None:
    (found,) = conflicts("number", f"Penjaga lumbung {one} selamat.", f"Api melukai {other} di lengan.")
    assert found.detail == "a has 34, b has 43"


@pytest.mark.parametrize(
    "other", ["Wiwit Parwoto (34)", "Wiwit Parwoto, 43 tahun lalu", "Rini Astuti (43)", "Wiwit Parwoto pada 43 titik"]
)
def test_no_two_ages(other: str) -> None:
    assert not conflicts("number", "Penjaga lumbung Wiwit Parwoto (34) selamat.", f"Api melukai {other} di lengan.")
