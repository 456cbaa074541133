"""Credits and chains: which media a report leans on, and what stands between a speaker and the outlet."""

from __future__ import annotations

import pytest

from silang.extraction import extract
from silang.language import parse
from silang.model import Extraction, Outlet, Report, Segment


def read(text: str, *captions: str, outlet: str | None = None) -> Extraction:
    body = Segment(0, len(text), "body")
    segments = [body]
    for caption in captions:
        segments.append(Segment(len(text) + 1, len(text) + 1 + len(caption), "caption"))
        text = f"{text}\n{caption}"
    report = Report("r", "r.txt", text, tuple(segments), outlet=Outlet(outlet, outlet) if outlet else None)
    return extract(report, parse(report))


def credits(text: str, *captions: str, outlet: str | None = None) -> list[tuple[str, str]]:
    return [(credit.name, credit.kind) for credit in read(text, *captions, outlet=outlet).credits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapal itu karam, dikutip dari Reuters, Senin.", [("Reuters", "agency")]),
        ("Kapal itu karam, seperti dilansirReuters, Senin.", [("Reuters", "agency")]),
        ("Kapal itu karam, demikian dilansir\nReuters\n, Senin.", [("Reuters", "agency")]),
        ("Mengutip DW, kapal itu karam di dekat mercusuar.", [("DW", "broadcast")]),
        ("Menurut kantor berita TASS, kapal itu karam.", [("TASS", "agency")]),
        ("Kantor Berita Pusat Korea (KCNA) menulis kapal itu karam.", [("KCNA", "agency"), ("KCNA", "agency")]),
        ('"Kami siap," kata Sari Melati kepada Antara.', [("Antara", "agency")]),
        ("Jalan itu terletak antara Melur dan Wanasari.", []),
        ("Kantor berita Gelora melaporkan kapal itu karam.", [("Gelora", "agency")]),
        ("Surat kabar Suluh Melur menulis pasar itu tutup.", [("Suluh Melur", "outlet")]),
        ("Rekaman itu disiarkan di TV Melur.", [("TV Melur", "broadcast")]),
        ("Dikutip dari kabarmelur.com, pasar itu tutup selama sepekan.", [("kabarmelur.com", "outlet")]),
        ("Polda Wanasari mengabarkan lewat media sosial X bahwa jalan itu dibuka.", [("X", "social")]),
        ("Dalam sebuah unggahan di Instagram, Bayu Sasmita mengaku bersalah.", [("Instagram", "social")]),
        ("Bayu Sasmita berjualan lewat Instagram dan TikTok.", []),
        ("Dikutip dari Kepala Dinas Pasar Ratna Kencana, pasar itu tutup.", []),
        ("Sari Melati mengutip sebuah pantun lama.", []),
        ("Pantauan Reuters di lokasi, pasar itu tutup.", []),
        ("Laga itu ditayangkan langsung RCTI mulai pukul tujuh.", []),
        ("Kabar itu ramai di media sosial Facebook sejak pagi.", []),
        ("“Saya lega,” ucap Sari, dikutip dari YouTube Kabar Melur, Senin.", [("YouTube Kabar Melur", "social")]),
        ("Ia berbicara dalam siaran langsung di akun @pasarmelur.", [("@pasarmelur", "social")]),
        ("Demikian laporan Warta Melur.", [("Warta Melur", "agency")]),
    ],
)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    assert credits(text) == expected


def test_the_outlet_itself_is_no_credit() -> None:
    text = '"Kami siap," kata Sari Melati kepada Kompas.com, dikutip dari Reuters.'
    assert credits(text, outlet="kompas-com") == [("Reuters", "agency")]


def test_a_photo_credits_its_agency() -> None:
    assert credits("Kapal itu karam.", "Kapal yang karam. Foto: AP Photo/Bayu Sasmita") == [("AP", "agency")]
    assert credits("Kapal itu karam.", "Warga AP menonton kapal itu.") == []


def test_a_credit_has_its_entity() -> None:
    found = read("Kapal itu karam, dilansir Reuters. Reuters juga menyebut awaknya selamat.")
    assert {credit.entity for credit in found.credits} == {e.id for e in found.entities if e.name == "Reuters"}


def chain(text: str) -> list[list[str]]:
    found = read(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [[names[id] for id in statement.via] for statement in found.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap," kata Sari Melati.', [[]]),
        ('"Kami siap," kata Sari Melati, dikutip dari Reuters.', [["Reuters"]]),
        ('"Kami siap," kata Sari Melati kepada TASS, dikutip dari Reuters.', [["TASS", "Reuters"]]),
        ('"Kami siap," kata Sari Melati. Demikian dikutip dari Reuters.', [["Reuters"]]),
        ("Dilansir Reuters, Sari Melati mengatakan kapal itu karam.", [["Reuters"]]),
        ("Kapal itu karam di dekat mercusuar, seperti dilansir Reuters.", [[]]),  # there the agency is the source
        ('"Kami siap," kata Sari Melati.\n\nKapal itu dilihat oleh Reuters. "Kami pulang," ujarnya.', [[], []]),
    ],
)
def test_chains(text: str, expected: list[list[str]]) -> None:
    assert chain(text) == expected


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("(okz)", [("Okezone", "outlet")]),
        ("(goal/ab)", [("Goal", "outlet")]),
        ("(Reuters, AFP)", [("Reuters", "agency"), ("AFP", "agency")]),
        ("(Warta Melur)", [("Warta Melur", "agency")]),
        ("(Sari Melati)", []),
        ("(abc/okz)", []),
        ("(smr)", []),
    ],
)
def test_a_closing_credit(closing: str, expected: list[tuple[str, str]]) -> None:
    text = f"Kapal itu karam di muara.\n{closing}"
    at = text.index("(")
    report = Report("r", "r.txt", text, (Segment(0, at - 1, "body"), Segment(at, len(text), "byline")))
    assert [(credit.name, credit.kind) for credit in extract(report, parse(report)).credits] == expected


def test_what_the_outlet_saw_itself_is_no_statement() -> None:
    assert read("Menurut pantauan Kabar Melur, bus datang setiap setengah jam.").statements == ()
