"""The pairs of training/pairs are well-formed, and as their README says."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training" / "pairs"
FILES = sorted(FOLDER.glob("*.tsv"))
COLUMNS = ["claim", "same", "other", "opposite"]
WORD = re.compile(r"\w+")


def _items(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]


def _shared(one: str, two: str) -> float:
    """Twice the words in common over the words of both, each word once."""
    first, second = set(WORD.findall(one.lower())), set(WORD.findall(two.lower()))
    return 2 * len(first & second) / (len(first) + len(second))


def _shares(column: int) -> list[float]:
    return [_shared(item[0], item[column]) for file in FILES for item in _items(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_line_holds_four_sentences(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\ufeff" not in text
    assert text.splitlines()[0].split("\t") == COLUMNS
    for number, item in enumerate(_items(file), start=2):
        assert len(item) == len(COLUMNS), f"line {number}: {len(item)} columns"
        for sentence in item:
            assert sentence == " ".join(sentence.split()), f"line {number}: blanks around or doubled in {sentence!r}"
            assert len(WORD.findall(sentence)) >= 4, f"line {number}: too short: {sentence!r}"
            assert sentence[-1] in '."”?!', f"line {number}: not a sentence: {sentence!r}"


def test_no_sentence_stands_twice() -> None:
    counts = Counter(sentence.casefold() for file in FILES for item in _items(file) for sentence in item)
    assert [sentence for sentence, count in counts.items() if count > 1] == []


def test_no_two_of_an_item_differ_in_marks_only() -> None:
    for file in FILES:
        for item in _items(file):
            assert len({tuple(WORD.findall(sentence.lower())) for sentence in item}) == len(COLUMNS), item[0]


def test_words_in_common_mislead_as_the_readme_says() -> None:
    assert statistics.median(_shares(1)) < 0.40
    assert statistics.median(_shares(2)) > 0.50
    first, _, third = statistics.quantiles(_shares(3), n=4)
    assert first < 0.50
    assert third > 0.60


def test_one_item_in_twenty_is_the_reverse() -> None:
    shares = list(zip(_shares(1), _shares(2), strict=True))
    reverse = [pair for pair in shares if pair[0] > 0.70 and pair[1] < 0.30]
    assert len(reverse) >= len(shares) / 20
