"""One utterance rendered to another sense, on invented reports."""

from __future__ import annotations

import pytest

from silang.comparison import tie_entities
from silang.comparison.conflicts.facing import Facing
from silang.comparison.conflicts.wordings import wordings_apart
from silang.comparison.units import units
from silang.extraction import extract
from silang.language import lexicon, parse
from silang.model import Conflict, Report, Segment, Story


def found(left: str, right: str) -> list[Conflict]:
    a, b = (
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id")
        for id, text in (("a", left), ("b", right))
    )
    parses = [parse(a), parse(b)]
    story = Story("s1", "pintu air", ("a", "b"))
    x, y = tie_entities([story], [extract(r, p) for r, p in zip((a, b), parses, strict=True)]).extractions
    (one, *_), (other, *_) = units(parses, [x, y])
    return list(wordings_apart(Facing((a, b), (one, other), (x, y))))


def test_an_opposite_in_the_midst_of_the_same_words() -> None:
    (conflict,) = found(
        '"Pintu air Kali Sendang harus dibuka sebelum rob datang," kata Camat Sendang Hasna Mufida.',
        '"Pintu air Kali Sendang harus ditutup sebelum rob datang," ujar Hasna Mufida.',
    )
    assert conflict.kind == "wording"
    assert conflict.detail == "a has dibuka, b has ditutup"
    assert [reason.detail for reason in conflict.reasons] == ["has dibuka", "has ditutup"]


def test_a_denial_that_only_one_has() -> None:
    (conflict,) = found(
        "Camat Sendang Hasna Mufida mengatakan pompa air di Kali Sendang itu tidak pernah diperiksa petugas.",
        "Menurut Hasna Mufida, pompa air di Kali Sendang itu pernah diperiksa petugas.",
    )
    assert conflict.detail == "a has tidak, b has no such word"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            '"Pintu air Kali Sendang harus dibuka sebelum rob datang," kata Camat Sendang Hasna Mufida.',
            '"Pintu air Kali Sendang harus ditutup sebelum rob datang," ujar Kepala Desa Wiwit Parwoto.',
        ),
        (
            '"Pintu air Kali Sendang harus dibuka sebelum rob datang," kata Camat Sendang Hasna Mufida.',
            '"Pintu air Kali Sendang mesti dibuka sebelum banjir rob datang," ujar Hasna Mufida.',
        ),
        (
            '"Pintu air Kali Sendang harus dibuka sebelum rob datang," kata Camat Sendang Hasna Mufida.',
            '"Warung di tepi jalan raya ditutup warga sejak kemarin sore," ujar Hasna Mufida.',
        ),
    ],
    ids=["two people", "the same sense", "another matter"],
)
def test_no_conflict(left: str, right: str) -> None:
    assert not found(left, right)


def test_other_words_between_quotation_marks_at_the_same_place() -> None:
    (conflict,) = found(
        'Hasna Mufida mengatakan warga Kali Sendang akan "bahu-membahu" dengan petugas pompa.',
        'Hasna Mufida mengatakan warga Kali Sendang akan "ikut" dengan petugas pompa.',
    )
    assert conflict.detail == "a has bahu membahu, b has ikut"


@pytest.mark.parametrize("other", ["saling bahu-membahu", "bahu-membahu"])
def test_a_fragment_with_a_word_in_common_is_no_conflict(other: str) -> None:
    assert not found(
        'Hasna Mufida mengatakan warga Kali Sendang akan "bahu-membahu" dengan petugas pompa.',
        f'Hasna Mufida mengatakan warga Kali Sendang akan "{other}" dengan petugas pompa.',
    )


def test_all_who_hold_an_office_for_the_one_who_does() -> None:
    (conflict,) = found(
        '"Para gubernur Jepang sudah melihat pompa air di Kali Sendang itu," kata Camat Sendang Hasna Mufida.',
        '"Gubernur Jepang telah melihat pompa air di Kali Sendang," ujar Hasna Mufida.',
    )
    assert conflict.detail == "a has para gubernur, b has gubernur"


@pytest.mark.parametrize(
    "other", ["Para gubernur Jepang telah melihat pompa air", "Sejumlah gubernur Jepang telah melihat pompa air"]
)
def test_all_who_hold_an_office_in_both(other: str) -> None:
    assert not found(
        '"Para gubernur Jepang sudah melihat pompa air di Kali Sendang itu," kata Camat Sendang Hasna Mufida.',
        f'"{other} di Kali Sendang," ujar Hasna Mufida.',
    )


@pytest.mark.parametrize("entry", lexicon.table("opposites"), ids=lambda e: f"{e['left']}-{e['right']}")
def test_an_example_holds_one_of_the_pair(entry: dict[str, str]) -> None:
    said = f'"{entry["example"][:-1]} menurut catatan petugas di lapangan," kata Camat Sendang Hasna Mufida.'
    there, other = (
        (entry["left"], entry["right"])
        if entry["left"] in entry["example"].casefold()
        else (entry["right"], entry["left"])
    )
    (conflict, *_) = found(said, said.replace(there, other).replace(there.capitalize(), other.capitalize()))
    assert conflict.kind == "wording"
