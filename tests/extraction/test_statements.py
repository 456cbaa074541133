"""Statements, by the cases of tests/cases/statements.toml; and what holds of any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from silang.extraction import extract
from silang.language import parse
from silang.model import Extraction, Report, Segment

Case = dict[str, Any]
CASES: list[Case] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "statements.toml").read_text(encoding="utf-8")
)["case"]


def read(text: str) -> Extraction:
    report = Report("r", "r.txt", text, (Segment(0, len(text), "body"),))
    return extract(report, parse(report))


def said(text: str) -> list[dict[str, str | None]]:
    return [
        {
            "content": statement.of(text),
            "mode": statement.mode,
            "source": statement.source.name if statement.source else None,
            "cue": statement.cue.of(text) if statement.cue else None,
            "polarity": statement.polarity,
        }
        for statement in read(text).statements
    ]


def expected(case: Case) -> list[dict[str, str | None]]:
    return [{"source": None, "cue": None, "polarity": "affirmed", **row} for row in case["said"]]


@pytest.mark.parametrize("case", [c for c in CASES if "wrong" not in c], ids=lambda c: c["name"])
def test_case(case: Case) -> None:
    assert said(case["text"]) == expected(case)


@pytest.mark.parametrize("case", [c for c in CASES if "wrong" in c], ids=lambda c: c["name"])
def test_known_wrong(case: Case) -> None:
    """Read wrong, and known to be; when this fails, the mark `wrong` comes off the case."""
    assert said(case["text"]) != expected(case)


def test_names_of_cases_are_unique() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 120


def test_every_statement_names_its_rule() -> None:
    for case in CASES:
        assert all(statement.rule for statement in read(case["text"]).statements), case["name"]


WORDS = st.sampled_from(
    ['"', "“", "”", "'", ",", ".", ":", "(", ")", "kata", "ujarnya", "mengatakan", "bahwa", "menurut", "dilansir",
     "Reuters", "Sari", "Melati", "Bupati", "dan", "yang", "itu", "dia", "seraya", "menambahkan", "air", "surut", "\n",
     "di", "Melur", "disebutkan", "oleh", "tidak", "seperti", "para", "nelayan", "untuk", "menurutnya"]
)  # fmt: skip


@settings(deadline=None)  # a busy machine is no error
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_lie_in_the_text(text: str) -> None:
    found = read(text)
    ids = {entity.id for entity in found.entities}
    for statement in found.statements:
        assert 0 <= statement.start < statement.end <= len(text)
        assert statement.of(text).strip() == statement.of(text)
        if statement.cue:
            assert 0 <= statement.cue.start < statement.cue.end <= len(text)
        if statement.source:
            assert statement.source.of(text) == statement.source.text
            assert statement.source.entity is None or statement.source.entity in ids
        assert set(statement.via) <= ids
    for mention in found.mentions:
        assert mention.entity in ids
        assert mention.of(text).strip()
    starts = [(s.start, -s.end) for s in found.statements]
    assert starts == sorted(starts)


@settings(deadline=None)  # a busy machine is no error
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert read(text) == read(text)
