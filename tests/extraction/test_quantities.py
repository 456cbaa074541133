"""Quantities and numerals: a table of cases, every example of the tables, comparable values, odd input, time bounds."""

from __future__ import annotations

import re
import time
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from silang.extraction.numerals import digits, numeral_at
from silang.extraction.quantities import comparable, find_quantities
from silang.language import lexicon
from silang.language.tokens import tokenize
from silang.model import Modifier, Quantity, Span, Time

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "quantities.toml").read_text(encoding="utf-8")
)["case"]
MARKED = re.compile(r"\[([^\[\]|]+)\|((?:[^\[\]]|\[[a-zA-Z_]+\])+)\]")
SIGNS: dict[Modifier, str] = {"exact": "", "about": "~", "at_least": ">=", "at_most": "<="}


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a case without its brackets, and the spans and values that they gave."""
    text, spans, at = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], spans


def shown(quantity: Quantity) -> str:
    """A quantity as the table writes it."""
    value = quantity.low if quantity.low == quantity.high else f"{quantity.low}..{quantity.high}"
    return f"{SIGNS[quantity.modifier]}{value} {quantity.unit}" + (f" {quantity.counted}" if quantity.counted else "")


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    text, want = unmarked(case["text"])
    found = [(q.start, q.end, shown(q)) for q in find_quantities(text)]
    if case.get("known_wrong"):
        assert found != want, "this case came right: take its known_wrong away"
    else:
        assert found == want


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 250
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("entry", lexicon.table("numbers"), ids=lambda e: str(e["form"]))
def test_every_number_word_matches_its_example(entry: dict[str, Any]) -> None:
    tokens = tokenize(entry["example"])
    numerals = [n for at in range(len(tokens)) if (n := numeral_at(tokens, at))]
    assert entry["form"] in entry["example"].casefold()
    assert numerals
    if entry["kind"] not in ("belas", "times", "over", "scale"):
        assert (numerals[0].low, numerals[0].high) == (Decimal(entry["low"]), Decimal(entry.get("high", entry["low"])))


@pytest.mark.parametrize("entry", lexicon.table("currencies"), ids=lambda e: f"{e['form']} {e['side']}")
def test_every_currency_matches_its_example(entry: dict[str, Any]) -> None:
    assert [(q.low, q.unit) for q in find_quantities(entry["example"])] == [("25000000000", entry["code"])]


@pytest.mark.parametrize("entry", lexicon.table("units"), ids=lambda e: str(e["form"]))
def test_every_unit_matches_its_example(entry: dict[str, Any]) -> None:
    (found,) = find_quantities(entry["example"])
    assert found.unit == entry["code"]
    assert comparable(found)[2] == entry["base"]


ROLES = lexicon.table("number_words")


@pytest.mark.parametrize("entry", ROLES, ids=[f"{e['role']}: {e['form']}" for e in ROLES])
def test_every_word_beside_a_number_does_what_its_role_says(entry: dict[str, Any]) -> None:
    found = find_quantities(entry["example"])
    rows = [(q.low, q.high, q.counted, q.modifier) for q in found]
    form = entry["form"]
    match entry["role"]:
        case "modifier" | "after":
            assert [q.modifier for q in found] == [entry["modifier"]]
        case "label" | "score" | "glued":
            assert rows == []
        case "join":
            assert [row[:2] for row in rows] == [("5", "7")]
        case "classifier":
            assert [row[2] for row in rows] == [form]
        case "person" | "noun" | "compound":
            assert rows == [("12", "12", form, "exact")]
        case "fate":
            assert rows == [("11", "11", "orang", "exact")]
        case "other":
            assert form not in [row[2] for row in rows]
        case "opens":
            assert ("2450", "2450", None) in [row[:3] for row in rows]
        case "scale":
            assert rows == [("5.6", "5.6", "magnitudo", "exact")]
        case role:
            pytest.fail(f"no such role: {role}")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1.250", "1250"), ("1,25", "1.25"), ("1.25", "1.25"), ("1.250.000,75", "1250000.75"), ("12", "12"),
        ("1,250,000.5", "1250000.5"), ("007", "7"), ("12/3", None), ("02.02.15", None), ("1" * 40, None), ("₅", None),
    ],
)  # fmt: skip
def test_digits(text: str, want: str | None) -> None:
    assert digits(text) == (None if want is None else Decimal(want))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("USD 395,3 miliar", "395,3 miliar dollar AS"), ("5,5 persen", "5,5%"), ("7 rumah", "tujuh unit rumah"),
        ("1,5 km", "1.500 meter"), ("2 hektare", "20.000 meter persegi"), ("0,25 persen", "25 bps"),
        ("3 ton", "3.000 kg"), ("36 km/jam", "10 meter per detik"), ("5-7 juta orang", "lima hingga tujuh juta orang"),
    ],
)  # fmt: skip
def test_two_ways_of_writing_compare_equal(left: str, right: str) -> None:
    (one,), (other,) = find_quantities(left), find_quantities(right)
    assert [round(x, 6) if isinstance(x, Decimal) else x for x in comparable(one)] == [
        round(x, 6) if isinstance(x, Decimal) else x for x in comparable(other)
    ]
    assert one.counted == other.counted


def test_what_has_no_unit_stays_as_it_is() -> None:
    assert comparable(Quantity(0, 1, "2", "3", "1", None, "exact")) == (Decimal(2), Decimal(3), "1")
    assert comparable(Quantity(0, 1, "2", "2", "IDR", None, "exact")) == (Decimal(2), Decimal(2), "IDR")


def test_numbers_in_given_times_are_none() -> None:
    text = "Ia menunggu 30 menit dengan 12 orang."
    assert [q.low for q in find_quantities(text, times=[Time(12, 20, "DURATION", "PT30M")])] == ["12"]
    assert [q.low for q in find_quantities(text)] == ["12"]


def test_spans_restrict() -> None:
    text = "Ada 7 rumah. Ada 8 kios."
    assert [q.counted for q in find_quantities(text, [Span(13, len(text))])] == ["kios"]


HOSTILE = {
    "digits": "1234567890" * 10_000,
    "numbers": "12 " * 33_000,
    "slashes": "/" * 100_000,
    "decimals": "1,1." * 25_000,
    "numerals": "dua puluh " * 10_000,
    "scales": "juta " * 20_000,
    "ranges": "1-2-" * 25_000,
    "currency": "Rp " * 33_000,
    "modifiers": "lebih dari " * 9_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    find_quantities(text)
    assert time.process_time() - start < 30


def test_values_are_plain_decimals() -> None:
    text = " ".join(unmarked(case["text"])[0] for case in CASES)
    for found in find_quantities(text):
        assert re.fullmatch(r"-?\d+(?:\.\d*[1-9])?", found.low)
        assert Decimal(found.low) <= Decimal(found.high)
