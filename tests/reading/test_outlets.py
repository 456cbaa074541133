"""The registry of media: every entry is found by its example, names and domains lead to it."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from silang.errors import LexiconError
from silang.language import lexicon
from silang.reading import outlets, read_text
from silang.reading.outlets import Medium, find_dateline, find_outlet, media, outlet_named, unsigned

HERE = files(outlets.__name__)
EXAMPLES = [
    entry["example"]
    for name in outlets._TABLES
    for entry in lexicon.parse(HERE.joinpath(name).read_text("utf-8"), name)
]
ENTRIES = list(zip(media(), EXAMPLES, strict=True))


@pytest.mark.parametrize(("medium", "example"), ENTRIES, ids=[m.outlet.id for m, _ in ENTRIES])
def test_every_entry_is_found_by_its_example(medium: Medium, example: str) -> None:
    shown = read_text(example).outlet
    if shown == medium.outlet:
        return
    named = [name for name in (*medium.names, *medium.marks) if name in example]
    assert named, "the example neither shows nor names it"
    assert any(find_outlet(name) == medium.outlet for name in named)


def test_the_registry_is_as_large_as_newsrooms_need() -> None:
    kinds = Counter(medium.kind for medium in media())
    indonesian = [m for m in media() if m.outlet.group]
    assert len(indonesian) >= 60
    assert len(media()) - len(indonesian) >= 40
    assert kinds["agency"] >= 20


def test_ids_are_unique_and_domains_lead_to_one_medium() -> None:
    assert not [id for id, n in Counter(m.outlet.id for m in media()).items() if n > 1]
    assert not [domain for domain, n in Counter(d for m in media() for d in m.domains).items() if n > 1]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("detik.com", "detikcom"),
        ("https://news.detik.com/berita/d-1/x?page=2", "detikcom"),
        ("www.liputan6.com", "liputan6"),
        ("https://aceh.tribunnews.com/2031/x", "serambinews"),
        ("https://lain.tribunnews.com/x", "tribunnews"),
        ("SERAMBINEWS.COM", "serambinews"),
        ("Agence France-Presse", "afp"),
        ("Kantor Berita Antara", "antara"),
        ("republika online", "republika"),
        ("Koran Bayangan", None),
        ("bayangan.invalid", None),
        ("", None),
    ],
)
def test_find_outlet(name: str, id: str | None) -> None:
    found = find_outlet(name)
    assert (found and found.id) == id


def test_outlets_of_one_publisher_are_one_group() -> None:
    pairs = (("Kompas.com", "Serambinews"), ("detikcom", "CNBC Indonesia"), ("Okezone", "Sindonews"), ("VIVA", "tvOne"))
    for pair in pairs:
        groups = {found.group for name in pair if (found := find_outlet(name))}
        assert len(groups) == 1
        assert None not in groups


def test_forms_that_are_trusted_in_a_dateline_alone() -> None:
    assert find_outlet("VIVA Dunia") is None
    found = find_dateline("VIVA Dunia")
    assert found is not None
    assert found.id == "viva"


def test_an_unknown_outlet_is_named_after_its_domain() -> None:
    made = outlet_named("https://www.koranbayangan.co.id/x")
    assert (made.id, made.name, made.group) == ("koranbayangan", "koranbayangan", None)
    assert outlet_named("TRIBUNBAYANGAN.COM").group == "kompas-gramedia"


def test_an_entry_that_lacks_a_field_is_told_by_name() -> None:
    with pytest.raises(LexiconError, match=r"x\.toml: entry 'bayangan' has no 'kind'"):
        outlets._medium({"id": "bayangan", "name": "Bayangan"}, "x.toml")


@pytest.mark.parametrize(
    ("headline", "outlet", "read"),
    [
        ("Pasar Lembayung Dibuka Lagi | tempo.co", "https://www.tempo.co/ekonomi/pasar", "Pasar Lembayung Dibuka Lagi"),
        ("Pasar Dibuka Lagi - Koran Bayangan | koranbayangan.com", "Koran Bayangan", "Pasar Dibuka Lagi"),
        ("Pasar Dibuka Lagi – Koran Bayangan", "Koran Bayangan", "Pasar Dibuka Lagi"),
        ("Pasar Dibuka Lagi Halaman all - Kompas.com", "kompas.com", "Pasar Dibuka Lagi"),
        ("Pasar Dibuka Lagi - Tribunnews.com", "https://medan.tribunnews.com/x", "Pasar Dibuka Lagi"),
        ("Serikat Buruh Gugat Koran - Kompas.com", "Koran Bayangan", "Serikat Buruh Gugat Koran - Kompas.com"),
        ("Lembayung-Kencana 2-1", "Kencana 2-1", "Lembayung-Kencana 2-1"),
        ("Pasar Dibuka Lagi | tempo.co", None, "Pasar Dibuka Lagi | tempo.co"),
    ],
)
def test_a_headline_goes_without_its_outlets_signature(headline: str, outlet: str | None, read: str) -> None:
    assert unsigned(headline, outlet) == read
