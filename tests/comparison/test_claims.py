"""Claims are cliques, never chains; groups are what is left once tied reports count once."""

from __future__ import annotations

from silang.comparison.claims import claims_of, cliques, cliques_of
from silang.comparison.origins import Binding, Tie, bindings, groups_left
from silang.comparison.units import Unit
from silang.model import Span


def unit(report: int, place: int = 0) -> Unit:
    return Unit(0, 1, report, place, (), (), frozenset(), frozenset(), frozenset(), 0.0)


def tie(a: int, b: int, *, whole: bool = True) -> Tie:
    return Tie((a, b), "undeclared", None, whole, ((Span(0, 10), Span(0, 10)),), ())


def test_a_chain_is_two_claims() -> None:
    units = [unit(0), unit(1), unit(2)]
    assert cliques([(0, 1), (1, 2)], units) == [(0, 1), (1, 2)]


def test_what_all_tie_is_one_claim() -> None:
    units = [unit(0), unit(1), unit(2)]
    assert cliques([(0, 1), (1, 2), (0, 2)], units) == [(0, 1, 2)]


def test_two_sentences_of_one_report_share_a_claim_only_where_one_repeats_the_other() -> None:
    units = [unit(0), unit(0, 1), unit(1)]
    assert cliques([(0, 2), (1, 2)], units) == [(0, 2), (1, 2)]
    assert cliques([(0, 2), (1, 2)], units, twins=[(0, 1)]) == [(0, 1, 2)]


def test_what_two_thirds_of_the_other_reports_tie_to_joins_the_claim() -> None:
    units = [unit(0), unit(1), unit(2), unit(3), unit(3, 1)]
    whole = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
    assert cliques([*whole, (0, 4), (1, 4)], units) == [(0, 1, 2, 3, 4)]
    assert cliques([*whole, (0, 4)], units) == [(0, 1, 2, 3), (0, 4)]


def test_a_wide_claim_of_weak_ties_falls_apart_but_for_its_firm_ones() -> None:
    units = [unit(report) for report in range(7)]
    loose = {(a, b): 0.5 for b in range(7) for a in range(b)}
    found, kept = claims_of(loose | {(0, 1): 0.9}, units)
    assert (found, kept) == ([(0, 1)], {(0, 1)})
    found, _ = claims_of(dict.fromkeys(loose, 0.7), units)
    assert found == [(0, 1, 2, 3, 4, 5, 6)]


def test_a_claim_of_few_reports_may_stand_on_weak_ties() -> None:
    units = [unit(report) for report in range(5)]
    weak = {(a, b): 0.4 for b in range(5) for a in range(b)}
    assert claims_of(weak, units) == ([(0, 1, 2, 3, 4)], set(weak))


def test_a_weak_tie_of_a_narrow_claim_stays_though_a_wide_one_holds_it_too() -> None:
    units = [*(unit(report) for report in range(6)), unit(6), unit(7)]
    wide = {(a, b): 0.5 for b in range(6) for a in range(b)}
    narrow = {(0, 6): 0.9, (1, 6): 0.9}
    found, kept = claims_of(wide | narrow, units)
    assert (0, 1) in kept
    assert (0, 1, 6) in found


def test_maximal_cliques_of_pairs() -> None:
    assert cliques_of([(0, 1), (1, 2), (0, 2), (2, 3)]) == [(0, 1, 2), (2, 3)]


def test_three_reports_of_one_text_are_one_origin_and_a_chain_is_two() -> None:
    assert [b.reports for b in bindings([tie(0, 1), tie(0, 2), tie(1, 2)])] == [(0, 1, 2)]
    assert [b.reports for b in bindings([tie(0, 1), tie(1, 2)])] == [(0, 1), (1, 2)]


def test_a_partial_tie_binds_only_the_claims_in_its_passage() -> None:
    binding = Binding((0, 1), (tie(0, 1, whole=False),))
    inside = {0: [Span(2, 9)], 1: [Span(0, 10)]}
    outside = {0: [Span(20, 29)], 1: [Span(0, 10)]}
    assert binding.binds(inside)
    assert not binding.binds(outside)
    assert Binding((0, 1), (tie(0, 1),)).binds(outside)


def test_groups_join_over_a_third_report() -> None:
    assert groups_left([0, 1, 2, 3], [(0, 1), (1, 2)]) == [frozenset({0, 1, 2}), frozenset({3})]
    assert groups_left([0, 2], [(0, 1), (1, 2)]) == [frozenset({0}), frozenset({2})]
