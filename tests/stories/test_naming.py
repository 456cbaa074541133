"""What a story is called."""

from __future__ import annotations

from datetime import date

import pytest

from silang.language import parse
from silang.model import Extraction, Report, Segment
from silang.stories import naming

ISO = "2024-03-05"
DAY = date.fromisoformat(ISO).toordinal()
LONG = (
    "Ratusan warga Kampung Sukarimbun memadati balai desa untuk mengambil beras bantuan yang tertahan "
    "selama dua pekan di gudang kecamatan."
)


def made(id: str, text: str, headline: str | None = None) -> Report:
    return Report(id, f"{id}.txt", text, (Segment(0, len(text), "body"),), headline=headline)


def headline(*reports: Report) -> str:
    return naming.headline(reports, [Extraction(report.id, parse(report).sentences) for report in reports])


def test_the_newest_headline_names_the_story() -> None:
    assert headline(made("a", "Isi.", "Judul lama"), made("b", "Isi.", " Judul\n baru "), made("c", "Isi.")) == (
        "Judul baru"
    )


def test_without_headlines_the_newest_lead_does() -> None:
    assert headline(made("a", "Kalimat pertama. Lagi."), made("b", "Kalimat lain. Lagi.")) == "Kalimat lain."


def test_a_long_lead_is_cut_at_a_word() -> None:
    name = headline(made("a", LONG))
    assert len(name) <= 101
    assert LONG.startswith(name.removesuffix(" …"))
    assert LONG[len(name) - 2] == " "


def test_without_any_words_the_id_of_the_report_does() -> None:
    assert headline(made("kosong", "")) == "kosong"


@pytest.mark.parametrize(
    ("stories", "ids"),
    [
        ([(DAY, "Kapal Kandas di Selat")], [f"{ISO}-kapal-kandas-di-selat"]),
        ([(None, "Jum’at: Café 'Rindu' Tutup")], ["jumat-cafe-rindu-tutup"]),
        ([(DAY, "Sama"), (DAY, "Sama!"), (DAY + 1, "Sama")], [f"{ISO}-sama", f"{ISO}-sama-2", "2024-03-06-sama"]),
        ([(DAY, "Sama"), (DAY, "Sama 2"), (DAY, "Sama")], [f"{ISO}-sama", f"{ISO}-sama-2", f"{ISO}-sama-3"]),
        ([(None, "…"), (None, "地震")], ["story", "story-2"]),
    ],
)
def test_ids_are_readable_and_unique(stories: list[tuple[int | None, str]], ids: list[str]) -> None:
    assert naming.ids(stories) == ids
