"""Furniture: tables of texts with their furniture marked, and what holds of any text."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silang.language import lexicon
from silang.language.mending import mended
from silang.reading import read_text

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "furniture.toml").read_text(encoding="utf-8"))["case"]
MARK = re.compile(r"⟦(?:([a-z_]+)\|)?(.*?)⟧", re.DOTALL)
Piece = tuple[str, str]


def marked(text: str) -> tuple[str, list[Piece]]:
    """A text without its marks, and what they marked: kind (may be empty) and words."""
    return MARK.sub(lambda m: m.group(2), text), [(m.group(1) or "", m.group(2)) for m in MARK.finditer(text)]


def found(text: str) -> list[Piece]:
    return [(s.kind, s.of(text)) for s in read_text(text).segments if s.kind != "body"]


def known_wrong(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason="not found yet", strict=True)] if case.get("known_wrong") else []


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["name"].replace(" ", "-"), marks=known_wrong(case)) for case in CASES]
)
def test_furniture(case: dict[str, Any]) -> None:
    text, wanted = marked(case["text"])
    assert found(text) == wanted


@pytest.mark.parametrize("entry", lexicon.table("furniture"), ids=lambda e: e["pattern"][:30])
def test_every_formula_matches_its_example(entry: lexicon.Entry) -> None:
    text, wanted = marked(entry["example"])
    pieces = found(text)
    assert (entry["kind"], wanted[0][1]) in pieces
    starts = [text.index(piece) for _, piece in wanted]
    hits = [match.start() for match in re.compile(entry["pattern"]).finditer(text)]
    assert set(starts) & set(hits), "the example is found by another formula"


@pytest.mark.parametrize("entry", lexicon.table("furniture_words"), ids=lambda e: e["kind"])
def test_every_list_of_words_serves_its_example(entry: lexicon.Entry) -> None:
    kinds = [kind for kind, _ in found(entry["example"])]
    assert kinds == ["read_also"]
    assert [s.kind for s in read_text(entry["example"]).segments] == ["read_also", "body"]


LINES = st.sampled_from(
    [
        "Baca juga: Jembatan Ambruk di Kota Lama Menurut camat, air naik.", "Advertisement", "(abc/xyz)", "-",
        "Foto: Dok",
        "JAKARTA - Air naik sejak subuh.", "Jembatan Ambruk di Kota Lama", "Editor: Sarwono Adi", "\u00a0", "banjir",
        "“Baca juga buku itu,” kata dia.", "Senin, 3 Feb 2031 14:50 WIB", "[Gambas:Video 20detik]", "![]() |", "---|",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=12), st.sampled_from(["\n", "\r\n", " ", "\n\n"]))
def test_segments_cover_what_is_printed_in_order_without_overlap(lines: list[str], between: str) -> None:
    text = between.join(lines)
    report = read_text(text)
    read = mended(text, report.repairs)  # what reads as nothing is of no kind
    at = 0
    for segment in report.segments:
        assert not read[at : segment.start].strip()
        assert segment.start < segment.end
        assert segment.of(text).strip()
        at = segment.end
    assert not read[at:].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "Baca juga: Judul Lain Di Sini ",
        "Baca juga:\n",
        "Simak juga Video ",
        "(Sarwono Adi)",
        "(",
        "Ab cd\n",
        "|\n",
        "#a ",
    ],
)
def test_hostile_texts_are_read_in_a_moment(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    assert read_text(text).text == text
    assert time.process_time() - started < 5
