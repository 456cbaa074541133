"""Every entry of the tables that comparison reads matches its own example; roots meet."""

from __future__ import annotations

import pytest

from silang.comparison.units import units
from silang.extraction.feet import footprints
from silang.language import lexicon, parse
from silang.language.lexicon import Entry
from silang.language.stems import root
from silang.model import Extraction, Outlet, Report, Segment


def report(text: str) -> Report:
    return Report("a", "-", text, (Segment(0, len(text), "body"),), outlet=Outlet("suara-ranai", "Suara Ranai"))


@pytest.mark.parametrize("entry", lexicon.table("feet"), ids=lambda e: e["forms"][0])
def test_each_mark_of_a_foot_is_found(entry: Entry) -> None:
    made = report(entry["example"].replace("{outlet}", "Suara Ranai"))
    assert footprints(made, parse(made), entry["kind"])


@pytest.mark.parametrize("entry", lexicon.table("synonyms"), ids=lambda e: e["form"])
def test_each_class_of_synonyms_folds_its_example(entry: Entry) -> None:
    parsed = parse(report(entry["example"]))
    ((unit,),) = units([parsed], [Extraction("a", parsed.sentences)])
    assert entry["form"] in unit.terms


def test_another_outlets_interview_is_no_own_foot() -> None:
    made = report("“Airnya naik,” kata Darsiti kepada Kabar Lembang.")
    assert not footprints(made, parse(made), "own")


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("mengatakan", "kata"), ("perkataan", "kata"), ("menewaskan", "tewas"), ("penembakan", "tembak"),
        ("ditembakkan", "tembak"), ("pemberitaan", "berita"), ("menyetujui", "setuju"), ("rumah-rumah", "rumah"),
        ("bulan", "bulan"), ("menteri", "menteri"), ("soyuz-2", "soyuz-2"), ("2024", "2024"),
    ],
)  # fmt: skip
def test_forms_of_one_root_meet(word: str, bare: str) -> None:
    assert root(word) == bare
