"""Words of one class of the thesaurus are found, and told where a claim is said in other words."""

from __future__ import annotations

from silang.comparison.claims import other_words
from silang.comparison.likeness import Likeness
from silang.comparison.senses import Sense, senses
from silang.comparison.units import units
from silang.language import parse
from silang.model import Extraction, Outlet, Report, Segment


def report(id: str, text: str) -> Report:
    return Report(id, "-", text, (Segment(0, len(text), "body"),), outlet=Outlet("kabar-lanai", "Kabar Lanai"))


def likeness(*texts: str) -> Likeness:
    parses = [parse(report(str(n), text)) for n, text in enumerate(texts)]
    return Likeness(units(parses, [Extraction(str(n), p.sentences) for n, p in enumerate(parses)]))


def found(text: str) -> list[Sense | None]:
    return senses(parse(report("a", text)).tokens)


def test_the_longest_expression_wins_and_all_its_words_have_its_class() -> None:
    sense = Sense("luka berat", full=True)
    assert found("Sopir menderita luka parah")[1:] == [sense, sense, sense]


def test_a_form_as_printed_goes_before_its_root() -> None:
    assert found("Polisi menahan mandor")[1] == Sense("menahan", full=True)
    assert found("Tanggul bertahan lama")[1] is None


def test_a_clitic_hides_no_class() -> None:
    assert found("Telepon genggamnya disita")[0] == Sense("ponsel", full=True)


def test_a_near_form_stands_in_part() -> None:
    assert found("Roket jatuh")[0] == Sense("rudal", full=False)


def test_what_a_claim_says_in_other_words_is_told() -> None:
    made = likeness("Polisi meringkus nelayan itu.", "Polisi menciduk nelayan itu.", "Nelayan itu dibekuk polisi.")
    assert list(other_words((0, 1, 2), made)) == [("meringkus", "menciduk", "dibekuk")]


def test_verbs_of_saying_are_no_other_words() -> None:
    made = likeness("Nelayan itu selamat, kata camat.", "Nelayan itu selamat, ujar camat.")
    assert list(other_words((0, 1), made)) == []


def test_one_word_in_all_is_no_other_word() -> None:
    made = likeness("Petugas meringkus dan membekuk nelayan.", "Petugas membekuk nelayan.")
    assert list(other_words((0, 1), made)) == []
