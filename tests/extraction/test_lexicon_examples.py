"""Every entry of the tables behind statements, names and credits matches its own example, through the whole reading."""

from __future__ import annotations

import pytest

from silang.extraction import extract
from silang.extraction.credits import find_credits
from silang.extraction.vocabulary import organisations, places
from silang.language import parse, parse_text
from silang.language.lexicon import Entry, table
from silang.model import Extraction, Report, Segment
from silang.reading.bylines import named


def report(text: str) -> Report:
    return Report("r", "r.txt", text, (Segment(0, len(text), "body"),))


def read(text: str) -> Extraction:
    return extract(report(text), parse(report(text)))


def ids(entry: Entry) -> str:
    return f"{entry['form']} {entry.get('kind') or entry.get('place') or ''}"


@pytest.mark.parametrize("entry", table("cues"), ids=ids)
def test_cue(entry: Entry) -> None:
    text = entry["example"]
    found = [s for s in read(text).statements if s.cue and s.cue.of(text).casefold() == entry["form"]]
    assert found, [(s.of(text), s.rule) for s in read(text).statements]
    assert found[0].source is not None
    assert found[0].source.name
    assert found[0].polarity == entry.get("polarity", "affirmed")


@pytest.mark.parametrize("entry", table("titles"), ids=ids)
def test_title(entry: Entry) -> None:
    text = entry["example"]
    names = {entity.name.casefold() for entity in read(text).entities}
    if entry["kind"] in ("organisation", "place"):
        assert f"{entry['form']} wanasari" in names
    else:  # an office is no part of the name
        assert names & {name.casefold() for name in PEOPLE}
        assert not any(f"{entry['form']} " in name for name in names)


PEOPLE = (
    "Bayu Sasmita", "Sari Melati", "Ratna Kencana", "Tirta Wirawan", "Lukman Rukmana", "Dewi Larasati", "Yoga Pramana",
)  # fmt: skip


@pytest.mark.parametrize("entry", table("groups"), ids=ids)
def test_group(entry: Entry) -> None:
    text = entry["example"]
    (statement,) = read(text).statements
    assert statement.source is not None
    assert entry["form"] in (statement.source.name or "")


@pytest.mark.parametrize("entry", table("describing"), ids=ids)
def test_description(entry: Entry) -> None:
    text = entry["example"]
    (statement,) = read(text).statements
    assert statement.source is not None
    assert entry["form"] in statement.source.text.casefold()
    assert statement.source.name in PEOPLE


@pytest.mark.parametrize("entry", [e for e in table("titles") if "means" in e], ids=ids)
def test_an_office_in_full_is_the_office_in_short(entry: Entry) -> None:
    text = f"{entry['example']} {entry['means'].capitalize()} itu mengatakan bahwa pasar dibuka lagi."
    first, second = read(text).statements
    assert first.source is not None
    assert second.source is not None
    assert first.source.name == second.source.name


@pytest.mark.parametrize("entry", table("places"), ids=ids)
def test_place(entry: Entry) -> None:
    for form in (entry["form"], *entry.get("aliases", ())):
        text = entry["example"].replace(entry["form"], form)
        assert places()[form.casefold()] == entry["form"]
        assert ("LOC", form) in {(entity.label, entity.name) for entity in read(text).entities}


@pytest.mark.parametrize("entry", table("organisations"), ids=ids)
def test_organisation(entry: Entry) -> None:
    for form in (entry["form"], *entry.get("aliases", ())):
        assert organisations()[form.casefold()] == entry["form"]
    assert entry["form"] in {entity.name for entity in read(entry["example"]).entities}


@pytest.mark.parametrize("entry", table("media_words"), ids=ids)
def test_media_word(entry: Entry) -> None:
    text = entry["example"]
    (credit,) = find_credits(report(text), parse_text(text))
    assert credit.kind == entry["credit"]


def signed(text: str) -> Report:
    at = text.index("(")
    return Report("r", "r.txt", text, (Segment(0, at - 1, "body"), Segment(at, len(text), "byline")))


@pytest.mark.parametrize("entry", table("media_names"), ids=ids)
def test_word_of_a_mediums_name(entry: Entry) -> None:
    found = signed(entry["example"])
    (credit,) = find_credits(found, parse(found))
    assert entry["form"] in credit.name.casefold().split()
    assert not list(named("(" + credit.name + ")"))


@pytest.mark.parametrize("entry", table("desk_codes"), ids=ids)
def test_desk_code(entry: Entry) -> None:
    text = entry["example"]
    found = signed(text)
    (credit,) = find_credits(found, parse(found))
    assert (credit.name, credit.kind, credit.of(text)) == (entry["medium"], entry["credit"], entry["form"])


@pytest.mark.parametrize("entry", table("particles"), ids=ids)
def test_particle(entry: Entry) -> None:
    text = entry["example"]
    found = read(text)
    statements = found.statements
    if entry["kind"] == "opener":
        assert not [e.name for e in found.entities if e.name.casefold().startswith(f"{entry['form']} ")]
    if entry["kind"] in ("thing", "author"):  # no one speaks, or the outlet itself
        assert not statements
        return
    (statement,) = statements
    assert statement.source is not None
    words = (statement.source.text or "").casefold().split()
    if entry["kind"] in ("pronoun", "article", "determiner", "noun", "document"):  # these belong to the source
        assert entry["form"].split()[0] in words
    elif entry["kind"] == "connective":  # and these to nobody
        assert not statement.of(text).casefold().startswith(f"{entry['form']} ")
    elif entry["kind"] == "auxiliary":
        assert entry["form"] in statement.of(text)
    elif entry["kind"] == "field":  # what an office is for is no part of its holder's name
        assert statement.source.name in PEOPLE
    else:
        assert entry["form"] not in words
        assert statement.source.name in PEOPLE
