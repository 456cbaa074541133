"""Punctuation hangs where the treebanks write that it does."""

from __future__ import annotations

import pytest

from silang_id.punctuation import ROOT, Units, attach

_NOBODY: frozenset[int] = frozenset()
_SAID = ["Jalan", "itu", ",", "kata", "Wulan", ",", "rusak", "."]
_SAID_HEADS = [6, 0, 0, 6, 3, 0, ROOT, 0]
_LIST = ["Wulan", "membeli", "beras", "(", "5", "kg", ")", ",", "gula", "dan", "teh", "."]
_LIST_HEADS = [1, ROOT, 1, 0, 5, 2, 0, 0, 2, 10, 2, 0]
_FRONT = ["Setelah", "hujan", "reda", ",", "warga", "pulang", "."]
_FRONT_HEADS = [2, 2, 5, 0, 5, ROOT, 0]


@pytest.mark.parametrize(
    ("words", "heads", "units", "guideline", "wanted"),
    [
        (_SAID, _SAID_HEADS, Units(_NOBODY, frozenset({3})), False, {2: 3, 5: 3, 7: 6}),
        (_SAID, _SAID_HEADS, Units(_NOBODY, _NOBODY), True, {2: 0, 5: 3, 7: 6}),
        (_LIST, _LIST_HEADS, Units(frozenset({8, 10}), _NOBODY), False, {3: 5, 6: 5, 7: 8, 11: 1}),
        (_LIST, _LIST_HEADS, Units(frozenset({8, 10}), _NOBODY), True, {3: 5, 6: 5, 7: 8, 11: 1}),
        (_FRONT, _FRONT_HEADS, Units(_NOBODY, _NOBODY), False, {3: 5, 6: 5}),
        (_FRONT, _FRONT_HEADS, Units(_NOBODY, _NOBODY), True, {3: 2, 6: 5}),
    ],
)
def test_heads_of_marks(
    words: list[str], heads: list[int], units: Units, guideline: bool, wanted: dict[int, int]
) -> None:
    found = list(heads)
    attach(words, found, sorted(wanted), units, guideline=guideline)
    assert {at: found[at] for at in wanted} == wanted
    assert [h for at, h in enumerate(found) if at not in wanted] == [
        h for at, h in enumerate(heads) if at not in wanted
    ]


def test_an_abbreviation_keeps_its_full_stop_and_a_second_clause_its_own() -> None:
    words = ["Dr", ".", "Wulan", "datang", ".", "Warga", "pulang", "."]
    heads = [3, 0, 0, ROOT, 0, 6, 3, 0]
    attach(words, heads, [1, 4, 7], Units(_NOBODY, _NOBODY), guideline=True)
    assert (heads[1], heads[4], heads[7]) == (0, 3, 6)


def test_a_mark_that_opens_nothing_and_one_that_never_closes() -> None:
    words = [")", "Wulan", "(", "datang"]
    heads = [0, 3, 0, ROOT]
    attach(words, heads, [0, 2], Units(_NOBODY, _NOBODY), guideline=True)
    assert heads == [3, 3, 1, ROOT]
