"""ClaimReview skeletons: an outlet's own words, who carries them, and no verdict."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from silang.dossier import claim_reviews, pages, web_annotations, write
from silang.model import Crosscheck, Entity
from tests.dossier import built

# What schema.org knows of each type used here (version 29), besides @id and @type.
KNOWN = {
    "ClaimReview": {
        "identifier", "claimReviewed", "inLanguage", "author", "url", "datePublished", "reviewRating", "itemReviewed",
    },
    "Claim": {"author", "appearance"},
    "NewsArticle": {"url", "headline", "datePublished", "publisher", "hasPart"},
    "NewsMediaOrganization": {"name"},
    "Quotation": {"text"},
    "Person": {"name"},
    "Organization": {"name"},
}  # fmt: skip


def reviews(crosscheck: Crosscheck) -> list[dict[str, Any]]:
    data = claim_reviews(crosscheck)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def assert_known(node: dict[str, Any]) -> None:
    if "@type" in node:
        assert node.keys() - {"@id", "@type"} <= KNOWN[node["@type"]]
    for value in node.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                assert_known(one)


@pytest.fixture(scope="module")
def example() -> Crosscheck:
    return built.bundled("pelabuhan")


def test_only_types_and_properties_of_schema_org_are_used(example: Crosscheck) -> None:
    for review in reviews(example):
        assert_known(review)


def test_silang_does_not_rule(example: Crosscheck) -> None:
    for review in reviews(example):
        assert [review[key] for key in ("author", "reviewRating", "url", "datePublished")] == [None] * 4


def test_the_claim_is_in_the_words_of_an_outlet_that_carries_it(example: Crosscheck) -> None:
    assert reviews(example)
    for review in reviews(example):
        words = [part["text"] for one in review["itemReviewed"]["appearance"] for part in one["hasPart"]]
        assert review["claimReviewed"] in words


def test_the_words_are_those_that_head_the_claim_on_the_page(example: Crosscheck) -> None:
    heads = [row.headline.strip("“”") for page in pages(example) for row in page.rows]
    made = [review["claimReviewed"] for review in reviews(example)]
    assert len(made) == len(heads)
    for head, words in zip(heads, made, strict=True):
        assert words.strip("“”").startswith(head.removesuffix(" …"))


def test_every_report_that_carries_a_claim_is_an_appearance_with_its_outlet() -> None:
    first, second = reviews(built.bridge())
    assert [one["publisher"]["name"] for one in first["itemReviewed"]["appearance"]] == [
        "Warta Lembah",
        "Kabar Seberang",
        "Suar Hulu",
    ]
    assert second["itemReviewed"]["author"]["name"] == "Gani Prasetya"
    assert [one["headline"] for one in second["itemReviewed"]["appearance"]] == [
        "Jembatan Lumping Ambruk, Dua Orang Luka",
        "Jembatan di Batu Raya Putus",
    ]


def test_a_review_and_the_annotations_name_one_claim() -> None:
    reviewed = {review["itemReviewed"]["@id"] for review in reviews(built.bridge())}
    items = web_annotations(built.bridge())["first"]["items"]
    bodies = {body["id"] for item in items for body in item["body"] if body.get("type") == "schema:Claim"}
    assert reviewed == bodies


def test_an_address_that_is_none_is_left_out() -> None:
    plain = built.bridge()
    urls = ("https://warta.test/ambruk", "javascript:alert(1)", None)
    reports = tuple(replace(r, url=url) for r, url in zip(plain.reading.reports, urls, strict=True))
    first = reviews(replace(plain, reading=replace(plain.reading, reports=reports)))[0]
    assert [one["url"] for one in first["itemReviewed"]["appearance"]] == [urls[0], None, None]


def test_a_source_that_is_neither_person_nor_organisation_has_no_type() -> None:
    plain = replace(built.bridge(), entities=(Entity("e1", "LOC", "Batu Raya"),))
    author = reviews(plain)[1]["itemReviewed"]["author"]
    assert author["name"] == "Batu Raya"
    assert "@type" not in author


def test_no_claim_gives_an_empty_graph() -> None:
    assert reviews(built.nothing()) == []
    assert reviews(built.alone()) == []


def test_a_skeleton_may_stand_in_a_script_element_of_a_page(tmp_path: Path) -> None:
    bad = "</script><!--<script>alert(1)</script>"
    plain = built.bridge()
    reports = tuple(replace(report, headline=bad) for report in plain.reading.reports)
    write(replace(plain, reading=replace(plain.reading, reports=reports)), tmp_path)
    text = (tmp_path / "claimreview.jsonld").read_text(encoding="utf-8")
    assert "</" not in text
    assert "<!--" not in text
    first = json.loads(text)["@graph"][0]["itemReviewed"]["appearance"][0]
    assert first["headline"] == bad
