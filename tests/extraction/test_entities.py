"""Names, and the entities behind them."""

from __future__ import annotations

import pytest

from silang.extraction import extract
from silang.extraction.quotations import find_quotations
from silang.language import parse, parse_text
from silang.model import Extraction, Report, Segment


def read(text: str) -> Extraction:
    report = Report("r", "r.txt", text, (Segment(0, len(text), "body"),))
    return extract(report, parse(report))


def entities(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(entity.label, entity.name, entity.aliases) for entity in read(text).entities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Presiden Rusia Bayu Sasmita bertemu Kanselir Austria Sari Melati di Wina.",
            [
                ("LOC", "Rusia", ()), ("PER", "Bayu Sasmita", ()), ("LOC", "Austria", ()), ("PER", "Sari Melati", ()),
                ("LOC", "Wina", ()),
            ],
        ),
        ("Sari Melati tiba. Kemudian Melati pulang.", [("PER", "Sari Melati", ("Melati",))]),
        ("Kementerian Luar Negeri Rusia membantah kabar itu.", [("ORG", "Kementerian Luar Negeri Rusia", ())]),
        ("Kapolres Wanasari AKBP Lukman Rukmana tiba.", [("PER", "Lukman Rukmana", ())]),
        ("M. Yusran hadir bersama Dr. Sari Melati.", [("PER", "M. Yusran", ()), ("PER", "Sari Melati", ())]),
        (
            "Korea Utara (Korut) meluncurkan roket. Korut mengakui kegagalan itu.",
            [("LOC", "Korea Utara", ("Korut",))],
        ),
        (
            "Badan Sungai Melur (BSM) dibentuk. Warga menemui BSM.",
            [("ORG", "Badan Sungai Melur", ("BSM",))],
        ),
        ("AS dan Amerika Serikat satu negara.", [("LOC", "Amerika Serikat", ("AS",))]),
        ("Menteri Energi dan Sumber Daya Mineral Bayu Sasmita tiba.", [("PER", "Bayu Sasmita", ())]),
        ("Besok pagi pasar dibuka. Semua senang.", []),
    ],
)  # fmt: skip
def test_entities(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert entities(text) == expected


def test_two_people_of_one_family_name_stay_apart() -> None:
    found = entities("Bayu Sasmita dan Dewi Sasmita datang. Sasmita mengatakan bahwa pasar tutup.")
    assert [name for _, name, _ in found] == ["Bayu Sasmita", "Dewi Sasmita", "Sasmita"]


def test_a_pronoun_that_was_resolved_is_a_mention() -> None:
    text = "Sari Melati meninjau pasar. Ia mengatakan bahwa harga beras stabil."
    found = read(text)
    mentions = [(mention.of(text), mention.entity) for mention in found.mentions]
    assert mentions == [("Sari Melati", "e1"), ("Ia", "e1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ia berkata, "Ya."', ["Ya."]),
        ("“Ya,” katanya. “Tidak.”", ["Ya,", "Tidak."]),
        ('“Ya," katanya.', ["Ya,"]),
        ("Pada Jum'at '98 ia pergi.", []),
        ("Film 'Laut Biru' tayang.", ["Laut Biru"]),
        ('"Ya, kata Bayu.\n\nPasar tutup.', ["Ya, kata Bayu."]),
        ("\"Ia bilang 'ya' lalu pergi,\" kata Bayu.", ["Ia bilang 'ya' lalu pergi,"]),
        ('Kami sudah lama menunggu," kata Bayu.', ["Kami sudah lama menunggu,"]),
        ('Layar 14" itu pecah.', []),
        ("Ada 5” hujan.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [quotation.of(text) for quotation in find_quotations(parse_text(text))] == expected


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ketua Umum Asosiasi Pelaut Melur, Sasmita, tiba di dermaga.", "Sasmita"),
        ("Ketua Asosiasi Nelayan dan Batubara (ASNEBARA), Lukman Rukmana, tiba.", "Lukman Rukmana"),
        ("Kepala Satuan Tugas Koordinasi dan Supervisi BPBD Wilayah V Dewi Larasati tiba.", "Dewi Larasati"),
        ("Kepala Sekolah SMAN 15 Wanasari, Dewi Larasati, tiba. Dewi mengatakan bahwa siswa libur.", "Dewi Larasati"),
        ("Kepala Dinas Informatika dan Statistik Melur, Yoga Pramana, tiba.", "Yoga Pramana"),
        ("Pelatih Garuda, Yoga Pramana, menyebut timnya siap.", "Yoga Pramana"),
        ("Jaksa Agung HM Sasmita tiba.", "HM Sasmita"),
        ("Bupati Raja Melur Dewi Larasati tiba di Raja Melur.", "Dewi Larasati"),
    ],
)
def test_who_holds_a_long_office(text: str, person: str) -> None:
    assert [name for label, name, _ in entities(text) if label == "PER"] == [person]


def test_names_of_a_list_hold_no_office_before_them() -> None:
    found = [
        name for label, name, _ in entities("Presiden Bayu, Sari Melati, dan Tirta Wirawan tiba.") if label == "PER"
    ]
    assert found == ["Bayu", "Sari Melati", "Tirta Wirawan"]


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Korea Utara menembak. Korut diam. DPRK marah.", "Korea Utara", ("DPRK", "Korut")),
        (
            "Republik Demokratik Rakyat Korea (RDRK) marah. RDRK menembak.",
            "Republik Demokratik Rakyat Korea",
            ("RDRK",),
        ),
        ("Badan Sungai Melur (BSM) rapat. BSM menolak.", "Badan Sungai Melur", ("BSM",)),
        ("M Yusran tiba. Mohamad Yusran pulang.", "Mohamad Yusran", ("M Yusran",)),
        ("Bayu Sasmita tiba. Sasmita pulang. Bayu menolak.", "Bayu Sasmita", ("Bayu", "Sasmita")),
    ],
)
def test_forms_of_one_entity_are_tied(text: str, name: str, aliases: tuple[str, ...]) -> None:
    assert [(found, others) for _, found, others in entities(text)] == [(name, aliases)]
