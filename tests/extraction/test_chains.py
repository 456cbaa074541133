"""Chains: what a report says words came through, each hop with its span, and whether the outlet was there."""

from __future__ import annotations

import pytest

from silang.extraction import extract
from silang.language import parse
from silang.language.lexicon import Entry, table
from silang.model import Extraction, Outlet, Report, Segment, Statement

OWN = Outlet("kabar-melur", "Kabar Melur")


def read(text: str) -> Extraction:
    report = Report("r", "r.txt", text, (Segment(0, len(text), "body"),), outlet=OWN)
    return extract(report, parse(report))


def said(text: str, n: int = 0) -> Statement:
    return read(text).statements[n]


@pytest.mark.parametrize("entry", table("hops"), ids=lambda e: e["form"])
def test_hop(entry: Entry) -> None:
    (hop,) = said(entry["example"]).hops
    assert hop.kind == entry["kind"]
    assert hop.of(entry["example"]).removesuffix(" miliknya").removesuffix("nya") == entry["form"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Kami siap," kata Sari Melati melalui penerjemahnya kepada TASS, dikutip dari Reuters.',
            ["interpreter penerjemahnya", "agency TASS", "agency Reuters"],
        ),
        (
            "Dilansir The Straits Times, mengutip kantor berita KCNA, Bayu Sasmita mengatakan melalui penerjemah bahwa "
            "ia senang.",
            ["interpreter penerjemah", "agency KCNA", "outlet The Straits Times"],
        ),
        (
            '"Utang lunas," kata Bayu Sasmita lewat juru bicaranya, Sari Melati, kepada wartawan, Senin (2/2).',
            ["spokesperson juru bicaranya, Sari Melati", "channel wartawan"],
        ),
        (
            "Dalam keterangan tertulisnya, Bupati Sari Melati mengatakan air mulai surut.",
            ["channel keterangan tertulisnya"],
        ),
        (
            '"Kami pulang," tulis Sari Melati di akun Instagram pribadinya @sarimelati, Senin.',
            ["channel akun Instagram pribadinya @sarimelati"],
        ),
        (
            '"Kami pulang," tulis Sari Melati di X-nya, dikutip Reuters dari KCNA.',
            ["channel X-nya", "agency KCNA", "agency Reuters"],
        ),
        (
            '"Gudang kosong," kata Bayu Sasmita dalam jumpa pers menanggapi video di media sosial.',
            ["channel jumpa pers"],
        ),
        ('"Gudang kosong," kata Bayu Sasmita terkait unggahan di akun Instagram.', []),
        ('"Kami tahu dari media sosial," kata Bayu Sasmita.', []),
        ('"Gudang kosong, kata adik lewat telepon," kata Bayu Sasmita.', []),
    ],
)
def test_hops(text: str, expected: list[str]) -> None:
    assert [f"{hop.kind} {hop.of(text)}" for hop in said(text).hops] == expected


def test_a_hop_belongs_to_the_nearest_cue() -> None:
    text = (
        '"Gudang kosong," kata Bayu Sasmita lewat telepon, sedangkan Sari Melati mengatakan dalam jumpa pers bahwa '
        "gudang itu terkunci."
    )
    first, second = read(text).statements
    assert ([hop.name for hop in first.hops], [hop.name for hop in second.hops]) == (["telepon"], ["jumpa pers"])


def test_a_spokesperson_who_is_named_is_an_entity() -> None:
    found = read('"Utang lunas," kata Bayu Sasmita melalui juru bicaranya, Sari Melati.')
    (statement,) = found.statements
    names = {entity.id: entity.name for entity in found.entities}
    assert [names[id] for id in statement.via] == ["Sari Melati"] == [hop.name for hop in statement.hops]


def test_an_interpreter_says_what_the_speaker_says() -> None:
    statement = said('Bayu Sasmita tiba di Melur. "Kami senang," kata juru bahasanya.')
    assert statement.source is not None
    assert statement.source.name == "Bayu Sasmita"
    assert [hop.kind for hop in statement.hops] == ["interpreter"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ('"Airnya naik," kata Bayu Sasmita kepada Kabar Melur.', "own"),
        ('"Airnya naik," kata Bayu Sasmita saat dihubungi Kabar Melur, Senin.', "own"),
        ('"Airnya naik," kata Bayu Sasmita, dikutip dari Reuters.', "taken"),
        ('"Airnya naik," kata Bayu Sasmita kepada Kabar Melur, dikutip dari Reuters.', "taken"),
        ("Reuters melaporkan bahwa air naik.", "taken"),
        ('"Airnya naik," kata Bayu Sasmita kepada wartawan.', None),
        ('"Airnya naik," kata Bayu Sasmita.', None),
    ],
)
def test_heard(text: str, heard: str | None) -> None:
    assert said(text).heard == heard


def test_what_the_outlet_saw_is_narrated() -> None:
    text = "Pantauan Kabar Melur di lokasi, antrean mengular sampai jalan raya. Polisi berjaga di gerbang."
    (statement,) = read(text).statements
    assert (statement.mode, statement.source, statement.heard) == ("narrated", None, "own")
    assert statement.cue is not None
    assert statement.cue.of(text) == "Pantauan Kabar Melur"
    assert statement.of(text) == "Pantauan Kabar Melur di lokasi, antrean mengular sampai jalan raya."
