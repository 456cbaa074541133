"""One truth: the page, its Markdown, the JSON export, the JSON-LD and the tables say the same of every claim."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import lxml.html
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import silang
from silang.dossier import Page, claim_reviews, pages, render_html, render_markdown, web_annotations
from silang.dossier.page import Row
from silang.dossier.quotes import in_marks
from silang.dossier.tables import write_tables
from silang.dossier.tables.writing import guarded
from silang.interchange import dumps
from silang.model import (
    Claim,
    Comparison,
    Conflict,
    Crosscheck,
    Entity,
    Evidence,
    Extraction,
    Independence,
    Mode,
    Origin,
    Reading,
    Reason,
    Source,
    Statement,
    Story,
)
from tests.dossier import built

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
FLOOR = 1  # the page shows no bound below one: somebody wrote it


@dataclass(frozen=True)
class Said:
    """What one form says of a claim: at least and at most how many origins, and the words of each report."""

    at_least: int
    at_most: int
    quotes: frozenset[tuple[str, str]]


Claims = dict[str, Said]
Sides = dict[str, frozenset[tuple[str, str]]]


def flat(words: str) -> str:
    return " ".join(words.split())


def shown(bounds: tuple[int, int]) -> tuple[int, int]:
    """The bounds as the page shows them."""
    most = max(FLOOR, bounds[1])
    return min(most, max(FLOOR, bounds[0])), most


# ── each form, read back ─────────────────────────────────────────────────────────────────────────────────────────


def of_json(document: dict[str, Any]) -> tuple[Claims, Sides]:
    reports = {report["id"]: report for report in document["reports"]}

    def words(evidence: dict[str, Any]) -> tuple[str, str]:
        report = reports[evidence["report"]]
        span = next((s for s in report["statements"] if s["id"] == evidence.get("statement")), evidence)
        return report["id"], flat(report["text"][span["start"] : span["end"]])

    claims: Claims = {}
    sides: Sides = {}
    for story in document["stories"]:
        for claim in story["claims"]:
            feet = claim["independent"]
            quotes = frozenset(words(evidence) for evidence in claim["statements"])
            claims[claim["id"]] = Said(feet["at_least"], feet["at_most"], quotes)
        for conflict in story["conflicts"]:
            sides[f"k{len(sides) + 1}"] = frozenset({words(conflict["left"]), words(conflict["right"])})
    return claims, sides


def of_tables(crosscheck: Crosscheck) -> tuple[Claims, Sides]:
    with TemporaryDirectory() as folder:
        write_tables(silang.export(crosscheck), Path(folder))
        rows = {}
        for name in ("claims", "claim_statements", "conflicts"):
            with (Path(folder) / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
                rows[name] = list(csv.DictReader(lines))
    quotes: dict[str, set[tuple[str, str]]] = {row["claim"]: set() for row in rows["claims"]}
    for row in rows["claim_statements"]:
        quotes[row["claim"]].add((row["report"], flat(unguarded(row["text"]))))
    claims = {
        row["claim"]: Said(int(row["at_least"]), int(row["at_most"]), frozenset(quotes[row["claim"]]))
        for row in rows["claims"]
    }
    sides = {
        row["conflict"]: frozenset((row[f"{s}_report"], flat(unguarded(row[f"{s}_text"]))) for s in ("left", "right"))
        for row in rows["conflicts"]
    }
    return claims, sides


def unguarded(cell: str) -> str:
    words = cell.removeprefix("'")
    assert guarded(words) == cell
    return words


def of_annotations(crosscheck: Crosscheck) -> tuple[Claims, Sides]:
    found: dict[str, set[tuple[str, str]]] = {}
    feet: dict[str, tuple[int, int]] = {}
    for item in web_annotations(crosscheck)["first"]["items"]:
        if item["motivation"] != "linking":
            continue
        id, said = item["body"][0]["dcterms:identifier"], item["body"][1]["value"]
        target = item["target"]
        quote = (target["source"]["dcterms:identifier"], flat(target["selector"][0]["exact"]))
        found.setdefault(id, set()).add(quote)
        if counted := re.fullmatch(rf"claim {id}: \d+ reports, independent at least (\d+), at most (\d+)", said):
            feet[id] = (int(counted[1]), int(counted[2]))
    claims = {id: Said(*bounds, frozenset(found[id])) for id, bounds in feet.items()}
    return claims, {id: frozenset(quotes) for id, quotes in found.items() if id.startswith("k")}


def of_reviews(crosscheck: Crosscheck) -> dict[str, frozenset[tuple[str, str]]]:
    """Headlines stand for reports here: a review names no id of ours."""
    found = {}
    for review in claim_reviews(crosscheck)["@graph"]:
        carried = review["itemReviewed"]["appearance"]
        found[review["identifier"]] = frozenset(
            (one["headline"], flat(part["text"])) for one in carried for part in one["hasPart"]
        )
    return found


def of_html(page: Page) -> tuple[Claims, Sides]:
    root: Any = lxml.html.document_fromstring(render_html(page))
    for spoken in root.find_class("vh"):  # what a screen reader says of a marked word is no word of the outlet
        spoken.drop_tree()
    ids = {paper.code: paper.id for paper in page.papers}

    def quotes(element: Any) -> frozenset[tuple[str, str]]:
        found = set()
        for item in element.xpath(".//div[@class='by']//li"):
            (words,) = item.xpath("./span[@class='words']")
            direct = "“" if words.text_content().startswith("“") and words.text_content().endswith("”") else ""
            text = flat(words.text_content())
            for place in item.xpath(".//a[@class='ref']"):
                found.add((ids[place.text_content().split("\u00a0")[0]], text[1:-1] if direct else text))
        return frozenset(found)

    claims: Claims = {}
    sides: Sides = {}
    for row in page.rows:
        (opened,) = root.xpath(f"//*[@id='{row.anchor}']")
        (counted,) = opened.xpath("./parent::details/summary/span[@class='cnt']/b")
        least, _, most = counted.text_content().partition("–")
        claims[row.id] = Said(int(least), int(most or least), quotes(opened))
    for card in page.clashes:
        (opened,) = root.xpath(f"//article[@id='{card.anchor}']")
        sides |= dict.fromkeys(card.ids, quotes(opened))
    return claims, sides


def of_markdown(made: tuple[Page, ...], text: str) -> dict[str, list[str]]:
    """The quotation lines below the heading of each claim, one story after the other."""
    root = lxml.html.fragment_fromstring(MarkdownIt().render(text), create_parent="div")
    rows: Iterator[Row] = (row for page in made for row in (*page.agreed, *page.echoes))
    found: dict[str, list[str]] = {}
    at: list[str] | None = None
    for element in root:
        if element.tag in ("h1", "h2", "h3", "h4"):
            at = None
            if re.match(r"Butir \d+:", element.text_content()):
                row = next(rows)
                assert element.text_content() == f"Butir {row.number}: {flat(row.headline)}"
                at = found.setdefault(row.id, [])
        elif at is not None and element.tag == "ul":
            lines = [line for line in element.xpath(".//li[not(.//ul)]") if not line.xpath("./em|./p/em")]
            at += [flat(line.text_content()) for line in lines]
    assert next(rows, None) is None
    return found


def assert_agree(crosscheck: Crosscheck) -> None:
    document = json.loads(dumps(crosscheck))
    claims, sides = of_json(document)
    assert of_tables(crosscheck) == (claims, sides)
    assert of_annotations(crosscheck) == (claims, sides)
    headlines = {report["id"]: report["headline"] for report in document["reports"]}
    assert of_reviews(crosscheck) == {
        id: frozenset((headlines[report], words) for report, words in said.quotes) for id, said in claims.items()
    }
    made = pages(crosscheck)
    told_claims: Claims = {}
    told_sides: Sides = {}
    for page in made:
        of_page = of_html(page)
        told_claims |= of_page[0]
        told_sides |= of_page[1]
        (story,) = (story for story in document["stories"] if story["id"] == page.id)
        assert page.answer[0] == f"{len(story['reports'])} berita"
    assert told_claims.keys() == claims.keys()
    for id, said in told_claims.items():
        bounds = shown((claims[id].at_least, claims[id].at_most))
        assert (said.at_least, said.at_most, said.quotes) == (*bounds, claims[id].quotes)
    assert told_sides.keys() == sides.keys()
    for id, quotes in sides.items():
        assert quotes <= told_sides[id]
    printed = of_markdown(made, render_markdown(made))
    codes = {paper.id: paper.code for page in made for paper in page.papers}
    assert printed.keys() == claims.keys()
    for id, lines in printed.items():
        for report, words in claims[id].quotes:
            assert any(line.startswith(f"{in_marks(words)} (") and f" {codes[report]} ¶" in line for line in lines)
        for line in lines:
            assert any(line.startswith(f"{in_marks(words)} (") for _, words in claims[id].quotes)


# ── what they are asked about ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_examples(folder: Path) -> None:
    assert_agree(built.bundled(folder.name))


@pytest.mark.parametrize(
    "made", [built.bridge, built.alone, built.nothing, built.two_stories], ids=lambda f: f.__name__
)
def test_built_stories(made: Any) -> None:
    assert_agree(made())


def test_a_disagreement_would_be_seen() -> None:
    """The check itself: a claim whose bounds differ, or with a word more, is not the same."""
    plain = built.bridge()
    other = replace(plain.stories[0].claims[0], independent=Independence(2, 3))
    changed = replace(plain, stories=(replace(plain.stories[0], claims=(other, plain.stories[0].claims[1])),))
    claims = of_json(json.loads(dumps(changed)))[0]
    assert of_tables(plain)[0] != claims
    assert of_annotations(plain)[0] != claims
    assert of_html(pages(plain)[0])[0]["c1"] != claims["c1"]


WORDS = st.sampled_from(
    ["warga", "air", "Lembah Arum", "naik", "=1+1", "<b>", "*tiga*", "[x](y)", "&amp;", "`dua`", "1.", "é", "–", "#"]
)
MODES: st.SearchStrategy[Mode] = st.sampled_from(["direct", "indirect", "mixed"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@st.composite
def crosschecks(draw: st.DrawFn) -> Crosscheck:
    """Two to four reports of one story; each sentence is evidence of one claim, or of none."""
    n = draw(st.integers(2, 4))
    bodies = [draw(st.lists(SENTENCES, min_size=2, max_size=4)) for _ in range(n)]
    reports, spans = [], []
    for k, body in enumerate(bodies):
        headline = f"Kabar ke-{k}"
        reports.append(built.report(f"r{k}", "\n\n".join([headline, *body]), f"Media {'ABCD'[k]}"))
        at = len(headline) + 2
        for sentence in body:
            spans.append(Evidence(at, at + len(sentence), f"r{k}"))
            at += len(sentence) + 2
    statements: dict[str, list[Statement]] = {report.id: [] for report in reports}
    evidence = []
    for span in spans:
        if draw(st.booleans()):
            id = f"s{len(statements[span.report]) + 1}"
            mode = draw(MODES)
            source = Source(span.start, span.start, "", "Sri Wening", "e1") if draw(st.booleans()) else None
            statements[span.report].append(Statement(span.start, span.end, id, mode, source))
            span = replace(span, statement=id)
        evidence.append(span)
    claims = []
    for c in range(draw(st.integers(0, 3))):
        held = draw(st.lists(st.sampled_from(evidence), min_size=2, max_size=6, unique=True))
        most = draw(st.integers(0, n))
        feet = Independence(draw(st.integers(0, most)), most)
        claims.append(Claim(f"c{c + 1}", tuple(held), draw(st.sampled_from([None, "e1"])), (), feet, ()))
    pairs = draw(st.lists(st.tuples(st.sampled_from(evidence), st.sampled_from(evidence)), max_size=2))
    conflicts = tuple(Conflict(f"k{k}", "wording", None, *pair, "beda") for k, pair in enumerate(pairs, 1))
    tied = tuple(report.id for report in reports[:2])
    origins = (Origin("o1", None, "undeclared", tied, (Reason("reuse", "same run"),)),) if draw(st.booleans()) else ()
    story = Story("cerita", "Kabar", tuple(report.id for report in reports))
    return Crosscheck(
        Reading(tuple(reports)),
        tuple(Extraction(report.id, (), statements=tuple(statements[report.id])) for report in reports),
        (Entity("e1", "PER", "Sri Wening"),),
        (Comparison(story, origins, tuple(claims), conflicts),),
    )


# Shrinking a story takes minutes; the first that fails tells enough.
@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(crosschecks())
def test_stories_of_any_shape(crosscheck: Crosscheck) -> None:
    assert_agree(crosscheck)
