"""The pages over an archive: what each shows, and that every link on it leads somewhere."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from silang.archive import Archive, Utterance
from silang.dossier import Page, pages, render_html
from silang.model import Crosscheck, Statement
from silang.reading import read_text
from silang.reading.records import Given
from silang.web.people import occasions
from tests.web.shelves import examples, filled, report_by
from tests.web.visitors import HOST, visitor

ID = re.compile(r'\bid="([^"]+)"')
HREF = re.compile(r'(?:href|action)="([^"]*)"')
STORY = "Korban Tewas Crane Roboh di Tanjung Merapun Bertambah Jadi Lima Orang"


@pytest.fixture
def story() -> str:
    return next(line.id for line in examples().stories().items if line.headline == STORY)


def links(page: str, address: str) -> Iterator[str]:
    """The addresses of this room that a page leads to."""
    for href in HREF.findall(page):
        target = urljoin(address, html.unescape(href))
        if target.startswith(HOST):
            yield target


def test_every_link_leads_somewhere_and_to_a_place_that_is_there() -> None:
    browser = visitor(examples())
    places: dict[str, set[str]] = {}
    todo, seen = [f"{HOST}/stories?all=true"], set[str]()
    kinds: Counter[str] = Counter()
    while todo:
        target = todo.pop(0)
        address, _, anchor = target.partition("#")
        if address not in places:
            parts = urlsplit(address).path.split("/")
            kind = f"{parts[1]} {len(parts)} {parts[-1] if len(parts) > 3 else ''}"
            kinds[kind] += 1
            if kinds[kind] > 2:  # two of each kind of page
                continue
            found = browser.get(address)
            assert found.status_code in (200, 405), f"{address}: {found.status_code}"  # 405: forms
            page = found.text if "html" in found.headers["content-type"] else ""
            places[address] = {html.unescape(place) for place in ID.findall(page)}
            new = set(links(page, str(found.url))) - seen
            seen |= new
            todo += sorted(new)
        assert not anchor or unquote(anchor) in places[address], f"{address} has no place {anchor}"
    assert len(places) > 20


def test_stories_stand_by_origins_not_by_outlets() -> None:
    page = visitor(examples()).get("/stories?all=true").text
    counts = re.findall(r'<p class="cnt"><b>([\d–]+)</b>', page)
    assert counts == sorted(counts, reverse=True)
    assert counts
    assert page.index(STORY) < page.index("Sekolah Apung")


def test_the_newest_day_stands_first_and_days_lead_on() -> None:
    browser = visitor(examples())
    newest, before = (day for day, _ in examples().days()[:2])
    assert f'value="{newest}"' in browser.get("/stories").text
    assert f"/stories?day={before}" in browser.get("/stories").text
    assert "Tidak ada peristiwa" in browser.get("/stories?day=1999-01-01").text


def test_the_story_page_is_the_dossier(story: str) -> None:
    browser = visitor(examples())
    page = browser.get(f"/stories/{story}/")
    assert "Dimuat dua asal atau lebih" in page.text
    assert f'href="/stories/{story}/rulings?claim=c1"' in page.text
    exported = browser.get(f"/stories/{story}/dossier.json").json()
    claims = exported["stories"][0]["claims"]
    assert len(re.findall(r'id="b-c\d+"', page.text)) == len(claims)
    assert "# " in browser.get(f"/stories/{story}/dossier.md").text
    notes = browser.get(f"/stories/{story}/annotations.jsonld")
    assert notes.headers["content-type"] == "application/ld+json"
    assert notes.json()["type"] == "AnnotationCollection"
    assert browser.get(f"/stories/{story}/claimreview.jsonld").json()["@context"] == "https://schema.org"


def test_whoever_has_a_page_is_a_link_to_it(story: str) -> None:
    """Outlets and persons of the story page; the dossier on its own has no such pages."""
    browser = visitor(examples())
    page = browser.get(f"/stories/{story}/").text
    people = re.findall(r'<header><h3><a href="(/people/[^"]+)">', page)
    outlets = re.findall(r'<b>[^<·]+ · <a href="(/outlets/[^"]+)">', page)
    assert len(people) > 1
    assert len(outlets) == page.count('<article class="rep"')
    for address in {*people, *outlets}:
        assert browser.get(address).status_code == 200
    alone = render_html(pages(examples().story(story), lang="id")[0])
    assert "/people/" not in alone
    assert "/outlets/" not in alone


def test_what_did_not_change_is_not_sent_again(story: str) -> None:
    browser = visitor(examples())
    for address in (f"/stories/{story}/", "/stories", "/search?q=crane", f"/api/v1/stories/{story}", "/people"):
        tag = browser.get(address).headers["etag"]
        again = browser.get(address, headers={"if-none-match": f'"x", W/{tag}'})
        assert again.status_code == 304
        assert again.content == b""
        assert browser.get(address, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_kept_page_holds_nothing_of_the_reader_who_asked_first(story: str) -> None:
    first, second = visitor(examples()), visitor(examples())
    first.app.state.room = second.app.state.room  # type: ignore[attr-defined]
    first.get(f"/stories/{story}/?rahasia=budi")
    assert "rahasia" not in second.get(f"/stories/{story}/").text
    assert '<html lang="en">' in second.get(f"/stories/{story}/?lang=en").text
    assert '<html lang="id">' in first.get(f"/stories/{story}/").text


def test_a_report_shows_its_evidence_and_leads_back() -> None:
    id = report_by(examples(), "Harian Tirtabuana", "Crane")
    page = visitor(examples()).get(f"/reports/{id}").text
    line = examples().line(id)
    assert f'href="/stories/{line.story}/#b-c1"' in page
    assert 'class="st"' in page
    assert page.count(f"/compare?left={id}") == 5


def test_the_reports_of_a_story_are_laid_out_once_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[str] = []

    def counted(crosscheck: Crosscheck, *, lang: str) -> Sequence[Page]:
        laid.append(lang)
        return pages(crosscheck, lang=lang)

    monkeypatch.setattr("silang.web.reports.pages", counted)
    archive = filled(tmp_path / "a.sqlite", "putusan")
    one, other = (line.id for line in archive.reports(limit=2).items)
    browser = visitor(archive)
    first = browser.get(f"/reports/{one}").text
    assert browser.get(f"/reports/{other}").status_code == 200
    assert browser.get(f"/reports/{one}").text == first
    assert laid == ["id"]
    browser.get(f"/reports/{one}?lang=en")
    assert laid == ["id", "en"]
    story = archive.line(one).story or ""
    archive.rule("story", False, (other, story), who="Sari")
    browser.get(f"/reports/{one}")
    assert len(laid) == 3


def test_a_stretch_leads_to_the_mark_that_covers_it() -> None:
    id = report_by(examples(), "Harian Tirtabuana", "Crane")
    text, browser = examples().report(id).text, visitor(examples())
    said = next(s for s in examples().extraction(id).statements if s.mode == "direct")
    for start, end in ((said.start, said.end), (said.start + 5, said.end - 5)):
        found = browser.get(f"/reports/{id}/{start}-{end}", follow_redirects=False)
        marked = re.search(r"#HT-(\d+)-(\d+)$", found.headers["location"])
        assert marked
        assert abs(int(marked[1]) - said.start) < 3
        assert abs(int(marked[2]) - said.end) < 3
    out = browser.get(f"/reports/{id}/{len(text) + 5}-{len(text) + 9}", follow_redirects=False)
    assert out.headers["location"].endswith("#HT")


def test_search_marks_words_in_any_form_and_narrows() -> None:
    browser = visitor(examples())
    page = browser.get("/search?q=merobohkan").text
    assert "<mark>roboh</mark>" in page
    assert '<a href="/search?q=merobohkan&amp;outlet=kabar-teluk"><span>Kabar Teluk</span>' in page
    narrowed = browser.get("/search?q=merobohkan&outlet=kabar-teluk").text
    assert "1 berita ditemukan" in narrowed
    assert chosen(narrowed) == [("Media:", "Kabar Teluk", "/search?q=merobohkan")]
    assert 'name="outlet" value="kabar-teluk"' in narrowed  # a new search stays within
    nothing = browser.get("/search?q=zzzz&outlet=kabar-teluk").text
    assert "Tidak ada berita yang cocok" in nothing
    assert chosen(nothing) == [("Media:", "Kabar Teluk", "/search?q=zzzz")]
    day = browser.get("/search?since=2025-08-13&until=2025-08-13").text
    assert chosen(day) == [("Hari:", "13 Agustus 2025", "/search")]
    days = browser.get("/search?q=crane&since=2025-08-12&until=2025-08-13").text
    assert [(kind, name) for kind, name, _ in chosen(days)] == [
        ("Sejak:", "12 Agustus 2025"),
        ("Sampai:", "13 Agustus 2025"),
    ]


def test_search_is_narrowed_to_whom_reports_credit() -> None:
    browser = visitor(examples())
    page = browser.get("/search?q=crane").text
    assert "<h2>Asal yang disebut</h2>" in page
    asked = re.search(r'href="(/search\?q=crane&amp;origin=mercu\+warta)"', page)
    assert asked
    narrowed = browser.get(html.unescape(asked[1])).text
    assert [(kind, name) for kind, name, _ in chosen(narrowed)] == [("Asal yang disebut:", "Mercu Warta")]
    assert "<h2>Asal yang disebut</h2>" not in narrowed
    credits = browser.get("/outlets/harian-tirtabuana").text
    led = re.search(r'href="(/search\?outlet=harian-tirtabuana&amp;origin=mercu\+warta[^"]*)"', credits)
    assert led
    assert "Harian Tirtabuana" in browser.get(html.unescape(led[1])).text
    found = browser.get("/api/v1/search", params={"origin": "mercu warta"}).json()
    assert found["total"] == next(one["reports"] for one in found["facets"]["origin"] if one["value"] == "mercu warta")


def chosen(page: str) -> list[tuple[str, str, str]]:
    """What narrows a search down already: kind, name, and the address without it."""
    found = re.search(r'<ul class="chosen".*?</ul>', page, re.DOTALL)
    pattern = r'<a href="([^"]+)"><span class="mute">([^<]+)</span> <b>([^<]+)</b>'
    return [(kind, name, html.unescape(href)) for href, kind, name in re.findall(pattern, found[0] if found else "")]


def test_a_person_with_what_they_said_in_whose_words() -> None:
    browser = visitor(examples())
    assert "/people/hasan%20wirajaya" in browser.get("/people?q=WIRA").text
    page = browser.get("/people/hasan%20wirajaya").text
    assert "“Crane itu seharusnya sudah menjalani pemeriksaan ulang bulan lalu,”" in page
    assert "Lintas Dermaga" in page
    assert "langsung" in page
    assert "ditulis sebagai" in page
    assert browser.get("/people/nobody").status_code == 404


def test_words_that_a_report_prints_again_are_shown_once() -> None:
    line = examples().reports().items[0]
    said = [
        Utterance(line, Statement(n, n + 1, f"s{n}", "direct"), words)
        for n, words in enumerate(["A", "B", "A", "C", "B"])
    ]
    assert [one.statement.id for one in occasions(said)[0].said] == ["s0", "s1", "s3"]


def test_an_outlet_with_its_credits_echoes_and_what_it_has_alone() -> None:
    page = visitor(examples()).get("/outlets/harian-tirtabuana").text
    credits, echoes, alone, reports = re.split(r'<h2 id="(?:gema|sendiri|berita)">', page)
    assert "Mercu Warta" in credits
    assert "Kabar Teluk" in echoes
    assert "Warta Selatmas" not in echoes
    assert "Crane Roboh" in reports
    assert alone


def test_two_reports_side_by_side() -> None:
    one, other = (report_by(examples(), name, "Crane") for name in ("Harian Tirtabuana", "Lintas Dermaga"))
    browser = visitor(examples())
    page = browser.get(f"/compare?left={one}&right={other}").text
    assert "pemeriksaan ulang bulan depan" in page
    assert "pemeriksaan ulang bulan lalu" in page
    assert "Bunyi kutipan" in page
    swapped = browser.get(f"/compare?left={other}&right={one}").text
    assert swapped.index("LD · Lintas Dermaga") < swapped.index("HT · Harian Tirtabuana")
    for address in ("/compare", f"/compare?left={one}", f"/compare?left={one}&right={one}"):
        assert "Pilih dua berita" in browser.get(address).text


def test_reports_of_different_stories_can_be_compared_too() -> None:
    one = report_by(examples(), "Harian Tirtabuana", "Crane")
    other = report_by(examples(), "Suara Merapun", "Hakim")
    page = visitor(examples()).get(f"/compare?left={one}&right={other}")
    assert page.status_code == 200
    assert "Tidak ditemukan ikatan" in page.text


def test_an_old_version_says_that_it_is_one(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.sqlite")
    given = Given(url="https://kabar.test/1", headline="Jembatan Ambruk")
    first = read_text("Jembatan Ambruk\n\nDua orang luka saat jembatan ambruk.", id="a", input="a", given=given)
    added = archive.add([first])[0]
    changed = read_text("Jembatan Ambruk\n\nTiga orang luka saat jembatan ambruk.", id="a", input="a", given=given)
    newer = archive.add([replace(changed, url=first.url)])[0]
    assert newer.state == "version"
    browser = visitor(archive)
    assert "ini versi lama" in browser.get(f"/reports/{added.id}").text
    page = browser.get(f"/reports/{newer.id}").text
    assert "ini versi lama" not in page
    assert f"/reports/{added.id}" in page


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    browser = visitor(Archive.open(tmp_path / "a.sqlite"))
    assert "silang add" in browser.get("/").text
    for address in ("/search?q=apa", "/people", "/outlets", "/rulings"):
        assert browser.get(address).status_code == 200


def test_nothing_of_a_report_is_ever_markup(tmp_path: Path) -> None:
    evil = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    text = f'{evil} Ambruk\n\n"{evil} kami panik," kata Budi {evil}, warga {evil}.\n\nBaca juga: {evil}'
    given = Given(url='https://kabar.test/"><script>', headline=f"{evil} Ambruk", outlet=f"Kabar {evil}")
    archive = Archive.open(tmp_path / "a.sqlite")
    id = archive.add([read_text(text, id=evil, input=evil, given=given)])[0].id
    browser = visitor(archive)
    outlet = archive.outlets()[0][0].id if archive.outlets() else "x"
    story = archive.line(id).story
    for address in ("/stories", f"/stories/{story}/", f"/stories/{story}/rulings", f"/reports/{id}", "/search?q=panik",
                    "/people", "/outlets", f"/outlets/{outlet}"):  # fmt: skip
        page = browser.get(address)
        assert page.status_code == 200, address
        assert "<script" not in page.text, address
        assert "<img" not in page.text, address


def test_headings_leave_out_no_level() -> None:
    browser = visitor(examples())
    report = report_by(examples(), "Harian Tirtabuana", "Crane")
    other = report_by(examples(), "Lintas Dermaga", "Crane")
    story = examples().line(report).story
    for address in ("/stories?all=true", f"/stories/{story}/", f"/stories/{story}/rulings", f"/reports/{report}",
                    "/search?q=crane", "/people", "/people/hasan%20wirajaya", "/outlets", "/outlets/harian-tirtabuana",
                    f"/compare?left={report}&right={other}", "/rulings", "/desk"):  # fmt: skip
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", browser.get(address).text)]
        assert levels[0] == 1, address
        assert all(b <= a + 1 for a, b in pairwise(levels)), (address, levels)
