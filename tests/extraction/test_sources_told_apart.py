"""Sources whose name is easily read too long or too short: bodies, offices, lost spaces, blends."""

from __future__ import annotations

import pytest

from silang.extraction import extract
from silang.language import parse
from silang.model import Extraction, Report, Segment


def read(text: str) -> Extraction:
    report = Report("r", "r.txt", text, (Segment(0, len(text), "body"),))
    return extract(report, parse(report))


def sources(text: str) -> list[str | None]:
    return [statement.source.name if statement.source else None for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'PT Wastu Melur untung. "Kami siap," ujar Corporate Secretary Wastu Melur Ermy Sasmita Yunita.',
            "Ermy Sasmita Yunita",
        ),
        (
            'Fraksi Garuda menolak. "Kami hitung," kata Ketua Harian Garuda Sufri Dasri Sasmita di gedung itu.',
            "Sufri Dasri Sasmita",
        ),
        ('"Kami siap," kata Kepala Departemen Kebijakan Makroprudensial BI Juda Sasmita.', "Juda Sasmita"),
        (
            '"Kami siap," kata Kepala Biro Perencanaan, Organisasi, dan Keuangan Kementerian Pertanian Andi Rahadi.',
            "Andi Rahadi",
        ),
        ('"Kami siap," kata Direktur Keuangan & Manajemen Risiko Bank Melur, Heri Sasmita.', "Heri Sasmita"),
        ("Dirtipidter Bareskrim Polri Brigjend Nunung Sasmita mengatakan gudang itu ditutup.", "Nunung Sasmita"),
        ('"Baik," kata Ketua Komisi III DPR RIHabisasmitadalam rapat. Habisasmita pulang.', "Habisasmita"),
        ("Bupati Bayu Sasmitameresmikan balai itu. Bayu Sasmita mengatakan balai itu gratis.", "Bayu Sasmita"),
        ("Anggota Komisi VII DPR Bayu Raja Sasmita mengatakan bahwa air surut.", "Bayu Raja Sasmita"),
        ("Prof Rosa Dwi Sasmita SE MSi PhD mengatakan bahwa air surut.", "Rosa Dwi Sasmita"),
        ("Kita wajib sukses, ucap Gus Bayu Ia menambahkan bahwa siapa pun memiliki program itu.", "Bayu"),
        ("Basmi mengatakan air surut pagi ini. Gubernur Bayu Sasmita Baskara pulang.", "Basmi"),
        ("Gubernur Bayu Sasmita datang. Basas mengatakan bahwa air surut pagi ini.", "Bayu Sasmita"),
    ],
)
def test_source(text: str, expected: str) -> None:
    assert sources(text) == [expected]


def test_what_nobody_said() -> None:
    assert read("Kedua adalah menuntut ganti rugi atas kapal, yang nyata-nyata karam di dermaga.").statements == ()


def test_ia_is_never_a_body() -> None:
    text = 'Bank Melur menyatakan bahwa bunga turun. "Kami yakin," kata dia.'
    assert sources(text)[1] is None


def test_the_end_of_an_office_leads_to_no_medium() -> None:
    assert read("Ketua Harian Bayu Sasmita tiba.").credits == ()
