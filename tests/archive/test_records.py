"""Nouns as JSON and back, without loss."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from silang import crosscheck, read
from silang.archive.records import load, pack, store, unpack
from silang.model import Comparison, Extraction, Report, Story

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NOUNS = (Report, Extraction, Comparison, Story)


def test_everything_that_is_made_of_the_examples_comes_back() -> None:
    result = crosscheck(read([EXAMPLES / "pelabuhan", EXAMPLES / "lepas"]))
    nouns = [*result.reading.reports, *result.extractions, *result.stories, *(c.story for c in result.stories)]
    for noun in nouns:
        assert load(type(noun), store(noun)) == noun
        assert unpack(type(noun), json.loads(json.dumps(pack(noun)))) == noun


@settings(max_examples=25, deadline=None)
@given(st.one_of(*map(st.from_type, NOUNS)))
def test_any_noun_comes_back(noun: object) -> None:
    assume("nan" not in repr(noun))  # no noun holds what is not equal to itself
    assert load(type(noun), store(noun)) == noun


def test_a_field_that_is_not_there_reads_as_its_default() -> None:
    assert unpack(Extraction, {"report": "a", "sentences": []}) == Extraction("a", ())
