"""The story at a glance and the stories of its chain: on the page, in Markdown, in the export."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import lxml.html
import pytest

import silang
from silang.dossier import pages, render_html, render_markdown
from silang.interchange import export
from silang.model import Chapter, Crosscheck, Reading, Report, Segment
from tests.stories.sequel import APPEAL, VERDICT


def made(id: str, text: str, day: str) -> Report:
    return Report(id, f"{id}.txt", text, (Segment(0, len(text), "body"),), "id", headline=f"Judul {id}", published=day)


@pytest.fixture(scope="module")
def case() -> Crosscheck:
    reports = [made(f"vonis{n}", text, "2024-03-04") for n, text in enumerate(VERDICT)]
    reports += [made(f"banding{n}", text, "2024-03-07") for n, text in enumerate(APPEAL)]
    return silang.crosscheck(Reading(tuple(reports)))


def test_the_line_leads_to_its_place_in_the_report(case: Crosscheck) -> None:
    page = pages(case)[0]
    assert page.gist.line is not None
    assert "vonis enam tahun" in page.gist.line.words
    root: Any = lxml.html.document_fromstring(render_html(page))
    (link,) = root.cssselect("blockquote.gist a")
    assert root.get_element_by_id(link.get("href").lstrip("#")).text_content() in case.report("vonis0").text
    facts = [div.text_content() for div in root.cssselect("dl.facts div")]
    assert [fact for fact in facts if fact.startswith("Siapa") and "Darmaji Sukoco" in fact]
    assert facts[-1].endswith("4 Maret 2024")


def test_both_stories_of_a_chain_lead_to_each_other(case: Crosscheck) -> None:
    verdict, appeal = pages(case)
    assert [one.story for one in verdict.chain] == [appeal.id]
    assert [one.story for one in appeal.chain] == [verdict.id]
    root: Any = lxml.html.document_fromstring(render_html(verdict, stories="index.html"))
    (link,) = root.cssselect("nav.chain a")
    assert link.get("href") == f"story-{appeal.id}.html"
    assert "Darmaji" in root.cssselect("nav.chain li")[0].text_content()


def test_a_page_that_stands_alone_names_the_chain_without_a_link(case: Crosscheck) -> None:
    root: Any = lxml.html.document_fromstring(render_html(pages(case)[0]))
    assert not root.cssselect("nav.chain a")
    assert "Judul banding1" in root.cssselect("nav.chain")[0].text_content()


def test_markdown_says_the_same(case: Crosscheck) -> None:
    page = pages(case, lang="en")[0]
    text = render_markdown([page], lang="en")
    assert page.gist.line is not None
    assert page.gist.line.words.split(",")[0] in text
    assert "## Stories of one chain\n\n- Judul banding1 (7 March 2024; Names in common: " in text


def test_the_export_holds_both(case: Crosscheck) -> None:
    first, second = export(case)["stories"]
    assert first["outline"]["when"] == "2024-03-04"
    assert first["outline"]["line"]["report"] == "vonis0"
    (chapter,) = first["chain"]
    assert (chapter["story"], chapter["first"]) == (second["id"], "2024-03-07")
    assert "Darmaji" in chapter["names"]


def test_words_of_a_chain_are_no_markup(case: Crosscheck) -> None:
    story = case.stories[0]
    hostile = Chapter("x", "<img src=x onerror=alert(1)>", "kemarin", ("<b>tebal</b>",))
    page = pages(replace(case, stories=(replace(story, story=replace(story.story, chain=(hostile,))),)))[0]
    html = render_html(page, stories="index.html")
    assert "<img src=x" not in html
    assert "<b>tebal" not in html
    assert "<b>tebal" not in render_markdown([page])
