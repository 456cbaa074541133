"""HTML and Markdown: links both ways, nothing executed, the same counts, hostile texts, the files on disk."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import lxml.html
import pytest

from silang.dossier import pages, render_html, render_index, render_markdown, write
from silang.dossier.markdown import escape
from silang.model import Byline, Crosscheck, Outlet
from tests.dossier import built

HOSTILE = (
    "</style></title><script>document.title='jebol'</script><img src=x onerror=alert(1)>\u202e&lt; {{ 7*7 }} `[x](y)`"
)


def hostile() -> Crosscheck:
    """The bridge with hostile words in every field that a report can carry."""
    plain = built.bridge()
    reports = tuple(
        replace(
            report,
            headline=(HOSTILE + "panjang " * 60)[:500],
            url="javascript:alert(1)",
            outlet=Outlet(f"x{n}", HOSTILE),
            bylines=(Byline("editor", HOSTILE),),
            input=HOSTILE,
            published=HOSTILE,
        )
        for n, report in enumerate(plain.reading.reports)
    )
    entities = tuple(replace(entity, name=HOSTILE) for entity in plain.entities)
    story = plain.stories[0]
    origins = tuple(
        replace(o, name=HOSTILE, reasons=tuple(replace(r, detail=HOSTILE, name=HOSTILE) for r in o.reasons))
        for o in story.origins
    )
    conflicts = tuple(replace(c, detail=HOSTILE) for c in story.conflicts)
    skipped = tuple(replace(s, path=HOSTILE, reason=HOSTILE) for s in plain.reading.skipped)
    return replace(
        plain,
        reading=replace(plain.reading, reports=reports, skipped=skipped),
        entities=entities,
        stories=(replace(story, origins=origins, conflicts=conflicts),),
    )


def tree(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("quotes_only", [False, True])
@pytest.mark.parametrize("made", [built.bridge, built.alone, hostile, built.two_stories], ids=lambda f: f.__name__)
def test_every_link_leads_somewhere_and_no_anchor_is_twice(made: object, lang: str, quotes_only: bool) -> None:
    assert callable(made)
    for page in pages(made(), lang=lang, quotes_only=quotes_only):
        root = tree(render_html(page))
        ids = [str(id) for id in root.xpath("//@id")]
        assert len(ids) == len(set(ids))
        targets = {str(href)[1:] for href in root.xpath("//@href") if str(href).startswith("#")}
        assert targets <= set(ids)


def test_each_place_of_a_claim_links_to_its_words_and_back() -> None:
    root = tree(render_html(pages(built.bridge())[0]))
    for claim in ("b-c1", "b-c2"):
        refs = root.xpath(f"//*[@id='{claim}']//a[@class='ref']/@href")
        assert len(refs) >= 2
        for ref in refs:
            (place,) = root.xpath(f"//*[@id='{str(ref)[1:]}']")
            quoted = root.xpath(f"//*[@id='{claim}']//li[.//a[@href='{ref}']]//*[@class='words']")[0].text_content()
            assert " ".join(place.text_content().split()) == quoted.strip("“”")
            block = place.xpath("ancestor::div[@class='par']")[0]
            assert block.xpath(f".//a[@href='#{claim}']")


def test_a_conflict_links_to_its_words_and_back() -> None:
    (page,) = pages(built.bridge())
    root = tree(render_html(page))
    for card in page.clashes:
        for ref in root.xpath(f"//*[@id='{card.anchor}']//a[@class='ref']/@href"):
            (place,) = root.xpath(f"//*[@id='{str(ref)[1:]}']")
            assert place.xpath(f"ancestor::div[@class='par']//a[@href='#{card.anchor}']")


def test_a_report_loses_none_of_its_text() -> None:
    crosscheck = built.bridge()
    root = tree(render_html(pages(crosscheck)[0]))
    for code, report in zip(("WL", "KS", "SH"), crosscheck.reading.reports, strict=True):
        shown = "".join(root.xpath(f"//article[@id='{code}']//text()"))
        for word in report.text.split():
            assert word in shown


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    html = render_html(pages(hostile())[0])
    root = tree(html)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not root.xpath("//script | //img | //iframe | //link | //object | //@style | //@onerror | //@src")
    assert not [href for href in root.xpath("//@href") if "javascript" in str(href)]
    assert "{{ 7*7 }}" in html
    assert "49" not in "".join(root.xpath("//h1//text()"))


def test_a_word_of_300_letters_and_control_characters_pass() -> None:
    text = "Judul\n\n" + "a" * 300 + " \x00\x07\ud800 العربية e\u0301"
    html = render_html(pages(built.alone(text))[0])
    assert "a" * 300 in html
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)


def test_html_and_markdown_agree_on_counts() -> None:
    (page,) = pages(built.bridge())
    root, markdown = tree(render_html(page)), render_markdown([page])
    assert len(root.xpath("//ol[@class='rows']/li")) == len(page.rows) == markdown.count("### Butir ")
    assert len(root.xpath("//article[@class='clash']")) == len(page.clashes) == markdown.count("### Pertentangan ")
    assert len(root.xpath("//article[@class='rep']")) == len(page.papers)
    assert len(root.xpath("//*[@class='person']")) == len(page.people)
    for row in page.rows:
        for quote in (quote for bracket in row.brackets for quote in bracket.quotes):
            assert escape(quote.words) in markdown
    assert ", ".join(page.answer) in markdown


def test_markdown_holds_no_markup_of_others() -> None:
    markdown = render_markdown(pages(hostile()), skipped=["rilis<b>.pdf"])
    assert not re.search(r"(?<!\\)<", markdown)
    assert not re.search(r"(?<!\\)\]\(", markdown)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. satu", "1\\. satu"),
        ("- butir", "\\- butir"),
        ("18.42", "18.42"),
        ("# a\n# b", "\\# a \\# b"),
        ("a_b", "a\\_b"),
    ],
)
def test_markdown_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_the_list_of_stories_and_its_empty_state() -> None:
    made = pages(built.two_stories())
    root = tree(render_index(made, lang="id"))
    assert root.xpath("//ol[@class='stories']//a/@href") == ["story-2025-02-03-jembatan.html", "story-satu.html"]
    empty = tree(render_index((), lang="id", skipped=["kosong.txt: empty"])).text_content()
    assert "Belum ada berita." in empty
    assert "kosong.txt: empty" in empty


def test_one_story_is_the_index_and_several_have_their_own_files(tmp_path: Path) -> None:
    one = write(built.bridge(), tmp_path / "satu")
    every = ["dossier.md", "annotations.jsonld", "claimreview.jsonld"]
    assert [path.name for path in one] == ["index.html", *every]
    several = write(built.two_stories(), tmp_path / "dua")
    assert [path.name for path in several] == [
        "index.html",
        "story-2025-02-03-jembatan.html",
        "story-satu.html",
        *every,
    ]
    assert all(path.is_file() for path in several)
    assert [path.name for path in write(built.nothing(), tmp_path / "nol")] == ["index.html", *every]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write(built.bridge(), tmp_path / "a")]
    assert first == [path.read_bytes() for path in write(built.bridge(), tmp_path / "b")]


def test_sixty_reports_and_four_hundred_claims_stay_under_3_mb() -> None:
    (page,) = pages(built.large())
    html = render_html(page)
    assert len(page.rows) == 400
    assert len(page.papers) == 60
    assert len(html.encode()) < 3_000_000
