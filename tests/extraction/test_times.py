"""Time expressions: a table of cases, every example of the tables, the odd inputs, and time bounds."""

from __future__ import annotations

import re
import time
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from silang.extraction.times import find_times, reference_day
from silang.extraction.times.find import READERS
from silang.extraction.times.lexemes import lexemes
from silang.extraction.times.patterns import matches, rules
from silang.language import lexicon
from silang.model import Span

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "times.toml").read_text(encoding="utf-8")
)["case"]
MARKED = re.compile(r"\[([^\[\]]+)\|([^|\[\]]+)\]")
Row = tuple[str, str]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a case without its brackets, and the spans and values that they gave."""
    text, spans, at = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], spans


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    text, want = unmarked(case["text"])
    found = [(t.start, t.end, t.value) for t in find_times(text, case.get("reference"))]
    if case.get("known_wrong"):
        assert found != want, "this case came right: take its known_wrong away"
    else:
        assert found == want


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 300
    assert len({case["text"] for case in CASES}) > 0.98 * len(CASES)


@pytest.mark.parametrize("entry", lexicon.table("time_words"), ids=lambda e: str(e["form"]))
def test_every_word_matches_its_example(entry: dict[str, Any]) -> None:
    found = lexemes(entry["example"])
    hit = [x for x in found if x.kind == entry["class"] and entry["form"] in (x.text, x.lower)]
    assert hit, entry["example"]
    if entry["class"] == "NONE":
        assert not find_times(entry["example"], date(2025, 6, 18))
        return
    times = find_times(entry["example"], date(2025, 6, 18))
    assert any(t.start <= hit[0].start and hit[0].end <= t.end for t in times), times


@pytest.mark.parametrize("entry", lexicon.table("time_holidays"), ids=lambda e: str(e["form"]))
def test_every_holiday_matches_its_example(entry: dict[str, Any]) -> None:
    day = next((d for d in entry.get("days", ()) if d.startswith("2025")), None)
    want = day or f"2025-{entry['month']:02d}-{entry['day']:02d}"
    times = find_times(entry["example"], date(2025, 6, 18))
    assert [(t.value, entry["example"][t.start : t.end].casefold()) for t in times] == [(want, f"{entry['form']} 2025")]


PATTERNS = [e for e in lexicon.table("time_patterns") if "read" in e]


@pytest.mark.parametrize("number", range(len(PATTERNS)), ids=[e["example"] for e in PATTERNS])
def test_every_pattern_matches_its_example(number: int) -> None:
    entry = PATTERNS[number]
    shapes = "".join(x.shape for x in lexemes(entry["example"]))
    assert rules()[number].regex.search(shapes)
    assert find_times(entry["example"], date(2025, 6, 18))


def test_every_part_of_a_pattern_is_in_a_time_of_its_example() -> None:
    for entry in lexicon.table("time_patterns"):
        assert find_times(entry["example"], date(2025, 6, 18)), entry["example"]


def test_every_reader_is_used() -> None:
    assert {rule.read for rule in rules()} == set(READERS)


BOUNDS = lexicon.table("time_bounds")


@pytest.mark.parametrize("entry", BOUNDS, ids=[f"{e['role']}: {e['form']}" for e in BOUNDS])
def test_every_bound_does_what_its_role_says(entry: dict[str, Any]) -> None:
    values = [t.value for t in find_times(entry["example"], date(2025, 6, 18))]
    want: dict[str, list[str]] = {
        "before": [],
        "after": [],
        "law": [],
        "meal": [],
        "planned": ["2025-06-20"],
        "said": ["2025-06-10"],
        "place": ["2025-07"],
        "opener": ["2025-06-18TMO"],
    }
    assert values == want[entry["role"]]


def test_the_day_of_a_saying_is_no_day_of_the_event() -> None:
    text = "Pabrik terbakar Senin (9/6). “Kami lari,” kata Rudi, Selasa (10/6). Api padam pukul 21.00 WIB."
    assert find_times(text, date(2025, 6, 10))[-1].value == "2025-06-09T21:00"


def test_spans_restrict() -> None:
    text = "Senin (9/6/2025)\nRabu (11/6/2025)"
    assert [t.value for t in find_times(text, None, [Span(17, len(text))])] == ["2025-06-11"]


def test_nothing_reaches_over_a_line() -> None:
    assert [t.value for t in find_times("Selasa\n10 Juni 2025", date(2025, 6, 18))] == ["2025-06-17", "2025-06-10"]


@pytest.mark.parametrize(
    ("text", "published", "want"),
    [
        ("Ia tiba Rabu (13/9/2023).", None, date(2023, 9, 13)),
        ("Ia tiba Rabu (13/9/2023), lahir 5 Mei 2024.", None, date(2023, 9, 13)),
        ("Ia tiba 13 September 2023.", None, date(2023, 9, 13)),
        ("Ia tiba Rabu (13/9).", None, None),
        ("Ia tiba.", None, None),
        ("", None, None),
        ("Ia tiba Rabu (13/9/2023).", "2025-06-18T20:00+07:00", date(2025, 6, 18)),
        ("Ia tiba Rabu (13/9/2023).", "kemarin", date(2023, 9, 13)),
    ],
)
def test_reference_day(text: str, published: str | None, want: date | None) -> None:
    assert reference_day(text, published) == want


ODD = [
    "32/13/2025", "0/0/0000", "Rabu (99/99/9999)", "pukul 25.99", "31 Februari 2025", "tahun 0000", "abad ke-99",
    "99999999999999999999999999 tahun lalu", "9999 abad lalu", "3000 dekade lagi", "kuartal IX 2025", "1 Syawal 9999 H",
    "²³ Juni", "١٢ Juni 2025", "Senin (٣/٤)", "H-99999 Lebaran", "- - -", "()", "\u0000", "tanggal 31", "30/2",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("day", [None, date(2025, 2, 28), date(1, 1, 1), date(9999, 12, 31)])
def test_odd_input_breaks_nothing(text: str, day: date | None) -> None:
    for found in find_times(text, day):
        assert 0 <= found.start < found.end <= len(text)
        assert found.value


HOSTILE = {
    "digits": "1234567890" * 10_000,
    "numbers": "12 " * 33_000,
    "slashes": "/" * 100_000,
    "dates": "1/" * 50_000,
    "lalu": "lalu " * 20_000,
    "hours": "pukul 10.00 " * 8_000,
    "weekdays": "Senin " * 16_000,
    "parts": "malam hari " * 9_000,
    "numerals": "dua puluh " * 10_000,
    "units": "2 tahun " * 12_000,
    "parens": "Rabu (" * 16_000,
    "glued": "padaRabu" * 12_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    find_times(text, date(2025, 6, 18))
    assert time.process_time() - start < 20


def test_order_and_no_overlap() -> None:
    text = " ".join(unmarked(case["text"])[0] for case in CASES)
    times = find_times(text, date(2025, 6, 18))
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert times == find_times(text, date(2025, 6, 18))


def test_candidates_come_longest_first() -> None:
    for candidates in matches(lexemes("Jumat (4/7) pukul 03.25 WIB dini hari tadi")):
        assert [m.end for m in candidates] == sorted((m.end for m in candidates), reverse=True)
