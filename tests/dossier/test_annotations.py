"""The evidence as Web Annotations: sound JSON-LD of the standard's terms, quotations that stand where they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silang.dossier import web_annotations
from silang.model import Crosscheck, Extraction, Source, Statement
from tests.dossier import built

TERMS = json.loads(Path(__file__).with_name("anno_terms.json").read_text(encoding="utf-8"))
OA = "http://www.w3.org/ns/oa#"


@pytest.fixture(scope="module")
def example() -> Crosscheck:
    return built.bundled("pelabuhan")


def items(crosscheck: Crosscheck, *, quotes_only: bool = False) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = web_annotations(crosscheck, quotes_only=quotes_only)["first"]["items"]
    return found


def body(item: dict[str, Any], key: str) -> list[Any]:
    return [body[key] for body in item["body"] if key in body]


def selected(item: dict[str, Any]) -> tuple[str, int, int]:
    quote, place = item["target"]["selector"]
    return quote["exact"], place["start"], place["end"]


def nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from nodes(value)
    elif isinstance(data, list):
        for value in data:
            yield from nodes(value)


def assert_sound(crosscheck: Crosscheck, data: dict[str, Any]) -> None:
    """The MUSTs of the data model for what is used of it, and each selector checked on the text."""
    texts = {report.id: report.text for report in crosscheck.reading.reports}
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (data["type"], data["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    made = data["first"]["items"]
    assert data["total"] == len(made)
    assert len({item["id"] for item in made}) == len(made)
    for item in made:
        assert item["type"] == "Annotation"
        assert item["motivation"] in {"linking", "identifying"}
        assert item["body"]
    for node in nodes(data):
        assert ":" in node.get("id", "urn:")
        if node.get("type") == "TextualBody":
            assert isinstance(node["value"], str)
        if node.get("type") == "SpecificResource":
            text = texts[node["source"]["dcterms:identifier"]]
            quote, place = node["selector"]
            assert 0 <= place["start"] <= place["end"] <= len(text)
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])


@pytest.mark.parametrize("quotes_only", [False, True])
@pytest.mark.parametrize("made", [built.bridge, built.alone, built.nothing, built.two_stories])
def test_built_stories_are_sound(made: Any, quotes_only: bool) -> None:
    assert_sound(made(), web_annotations(made(), quotes_only=quotes_only))


def test_the_example_is_sound(example: Crosscheck) -> None:
    assert_sound(example, web_annotations(example))


def test_every_term_is_one_of_the_standard(example: Crosscheck) -> None:
    """Expanded by the standard's terms, nothing is lost: JSON-LD drops what a context does not name."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD, which reads JSON-LD, is not installed")

    def loader(url: str, options: Any) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": TERMS}

    data = web_annotations(example)
    (expanded,) = jsonld.expand(data, {"documentLoader": loader})
    for node in nodes(data):
        for key in node.keys() - {"@context", "id", "type"}:
            assert key in TERMS["@context"] or key.partition(":")[0] in TERMS["@context"]
    (page,) = expanded["http://www.w3.org/ns/activitystreams#first"]
    (listed,) = page["http://www.w3.org/ns/activitystreams#items"]
    assert len(listed["@list"]) == data["total"]
    first = listed["@list"][0]
    assert first["@type"] == [f"{OA}Annotation"]
    assert first[f"{OA}motivatedBy"] == [{"@id": f"{OA}linking"}]
    (target,) = first[f"{OA}hasTarget"]
    kinds = [selector["@type"][0] for selector in target[f"{OA}hasSelector"]]
    assert kinds == [f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"]
    assert target[f"{OA}hasState"][0][f"{OA}cachedSource"][0]["@id"].startswith("ni:///sha-256;")


def test_each_piece_of_evidence_is_annotated_once() -> None:
    crosscheck = built.bridge()
    made = items(crosscheck)
    labels = [label for item in made for label in body(item, "label")]
    assert labels == ["claim c1"] * 3 + ["claim c2"] * 2 + [
        f"conflict {k}" for k in ("k1", "k1", "k2", "k2", "k3", "k3")
    ] + ["origin o1"]
    said = [item for item in made if item["motivation"] == "identifying"]
    assert [item["target"]["source"]["dcterms:identifier"] for item in said] == ["warta", "kabar", "suar"]


def test_a_claim_says_on_how_many_feet_it_stands() -> None:
    assert body(items(built.bridge())[0], "value") == ["claim c1: 3 reports, independent at least 1, at most 2"]


def test_the_words_that_name_a_source_are_a_body_of_their_own() -> None:
    said = items(built.bridge())[-3]
    words, who, note = said["body"]
    assert words["selector"][0]["exact"] == "Gani Prasetya"
    assert (who["type"], who["name"]) == ("Person", "Gani Prasetya")
    assert note["value"] == "statement s1: direct, affirmed"


def test_a_source_not_found_is_said_to_be() -> None:
    words, note = items(built.bridge())[-1]["body"]
    assert words["selector"][0]["exact"] == "dia"
    assert note["value"] == "statement s1: indirect, affirmed; whom the source's words name was not found"


def test_an_address_is_the_source_where_it_may_be_one() -> None:
    plain = built.bridge()
    urls = ("https://warta.test/ambruk–lagi?a=1&b=%20<x>", "javascript:alert(1)", None)
    reports = tuple(replace(r, url=url) for r, url in zip(plain.reading.reports, urls, strict=True))
    made = items(replace(plain, reading=replace(plain.reading, reports=reports)))
    sources = {item["target"]["source"]["id"] for item in made}
    assert "https://warta.test/ambruk–lagi?a=1&b=%20%3Cx%3E" in sources
    assert sum(source.startswith("urn:uuid:") for source in sources) == 2
    assert not any("javascript" in source for source in sources)


def test_the_same_input_gives_the_same_ids_and_another_text_gives_others() -> None:
    assert web_annotations(built.bridge()) == web_annotations(built.bridge())
    plain = built.bridge()
    reports = tuple(replace(r, text=r.text + "\n") for r in plain.reading.reports)
    other = items(replace(plain, reading=replace(plain.reading, reports=reports)))
    assert not {item["id"] for item in other} & {item["id"] for item in items(plain)}


def test_quotes_only_keeps_little_of_what_stands_around() -> None:
    short = items(built.bridge(), quotes_only=True)
    quotes = [item["target"]["selector"][0] for item in short]
    assert max(len(quote[key]) for quote in quotes for key in ("prefix", "suffix")) <= 12
    assert [selected(item) for item in short] == [selected(item) for item in items(built.bridge())]


def _one(text: str, start: int, end: int) -> Crosscheck:
    source = Source(start, end, text[start:end], None)
    statement = Statement(start, end, "s1", "indirect", source)
    plain = built.alone(text)
    return replace(plain, extractions=(Extraction("satu", (), statements=(statement,)),))


def test_a_quotation_that_stands_twice_is_told_apart_by_what_stands_around() -> None:
    filler = "Air naik lagi di hilir bendungan itu. "
    text = f"Pagi hari. {filler * 3}Warga mengungsi. {filler * 4}"
    start = text.rindex(filler.strip(), 0, text.index("Warga"))
    (item,) = items(_one(text, start, start + len(filler) - 1))
    quote = item["target"]["selector"][0]
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


@given(st.text(max_size=60), st.data())
def test_any_text_is_quoted_as_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = _one(text, start, end)
    assert_sound(made, web_annotations(made))
    assert selected(items(made)[0]) == (text[start:end], start, end)


def test_one_place_in_two_claims_gives_two_annotations() -> None:
    plain = built.bridge()
    story = plain.stories[0]
    first = story.claims[0]
    twice = replace(story, claims=(first, replace(first, id="c9")))
    made = items(replace(plain, stories=(twice,)))
    assert len({item["id"] for item in made}) == len(made)
