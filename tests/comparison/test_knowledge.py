"""Every entry of the tables that comparison reads matches its own example; roots meet."""

from __future__ import annotations

from collections import Counter

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


def classes(text: str) -> set[str]:
    made = report(text)
    parsed = parse(made)
    found = units([parsed], [Extraction("a", parsed.sentences)])
    return {sense.form for (unit,) in found for sense in unit.senses if sense}


@pytest.mark.parametrize("entry", lexicon.table("synonyms"), ids=lambda e: e["form"])
def test_each_class_of_synonyms_is_found_in_its_example(entry: Entry) -> None:
    assert entry["form"] in classes(entry["example"])


def test_a_form_is_of_one_class_of_synonyms() -> None:
    forms = [form for entry in lexicon.table("synonyms") for form in (*entry["forms"], *entry.get("near", ()))]
    assert not [form for form, n in Counter(forms).items() if n > 1]


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
