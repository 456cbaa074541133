"""When two spans, names or links are the same."""

from __future__ import annotations

import pytest

from silang.evaluation.ledger import Ledger
from silang.evaluation.links import distinct, link
from silang.evaluation.matching import folded, overlap, paired, same_name
from silang.evaluation.stories import Met
from tests.evaluation.melati import A, B, gold, place


def test_overlap_is_intersection_over_union() -> None:
    assert overlap({"start": 0, "end": 10}, {"start": 5, "end": 20}) == 0.25
    assert overlap({"start": 0, "end": 5}, {"start": 5, "end": 9}) == 0.0
    assert overlap({"start": 3, "end": 3}, {"start": 3, "end": 3}) == 0.0


def test_pairs_are_one_to_one_and_the_closest_first() -> None:
    want = [{"start": 0, "end": 10}, {"start": 10, "end": 20}]
    got = [{"start": 0, "end": 12}, {"start": 0, "end": 10}]
    assert paired(want, got, 0.5) == [(0, 1)]
    assert paired(want, got, 0.1) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wening", "Sri Wening", True),
        ("Gelora Pagi", "gelorapagi", True),
        ("Menteri Perhubungan Sri Wening", "Sri Wening", True),
        ("Sri Wening", "Sri Lestari", False),
        ("Sri", "Sri dan enam orang lain dari kampung itu", False),
        ("", "Sri", False),
        (None, None, False),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_folding_takes_accents_and_punctuation_off() -> None:
    assert folded("Café—“Seri”, No. 2") == "cafe seri no 2"


def test_links_in_either_order_and_at_two_grains_are_one() -> None:
    one, other = place("a", A, "Tiga warga luka"), place("b", B, "Dua warga luka")
    wider = {**other, "end": other["end"] + 3}
    assert distinct([link(one, other), link(other, one), link(one, wider)]) == [(one, other)]


def test_evidence_outside_the_story_is_left_out() -> None:
    met = Met(gold(), [], {"r1": "a"}, {}, Ledger())
    assert list(met.located([place("r9", A, "Tiga")])) == []
