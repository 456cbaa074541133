"""The main ways of use in a real Chromium, under the room's own policy; axe on every page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from silang.archive import Archive
from tests.web.chromium import AXE_RULES, Browser, axe, browser, served
from tests.web.shelves import filled, report_by


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return filled(tmp_path_factory.mktemp("browser") / "a.sqlite", "pelabuhan", "tunggal")


@pytest.fixture(scope="module")
def address(archive: Archive) -> Iterator[str]:
    with served(archive) as here:
        yield here


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        opened.look(1280, 900)
        yield opened


def pages(archive: Archive) -> list[str]:
    """One page of each kind."""
    story = archive.stories().items[0].id
    one, other = (report_by(archive, name, "Crane") for name in ("Harian Tirtabuana", "Lintas Dermaga"))
    return [
        "/stories?all=true", f"/stories/{story}/", f"/stories/{story}/rulings", f"/reports/{one}", "/search?q=crane",
        "/people", "/people/hasan%20wirajaya", "/outlets", "/outlets/harian-tirtabuana",
        f"/compare?left={one}&right={other}", "/rulings", "/desk", "/nothing",
    ]  # fmt: skip


def test_texts_are_pasted_and_read(tab: Browser, address: str) -> None:
    tab.go(f"{address}/desk")
    text = "Jembatan Ambruk\n\nDua orang luka saat jembatan Lumping ambruk, Senin (3/2/2025).\n---\nJembatan Putus\n\n"
    text += 'Jembatan Lumping ambruk, Senin (3/2/2025). "Empat orang luka," kata Camat Gani Prasetya.'
    tab.run(f"document.querySelector('#text').value = {json.dumps(text)}")
    tab.click("main button")
    assert "Gani Prasetya" in tab.run("document.querySelector('#siapa').innerText")
    tab.click(".forget button")
    assert tab.run("location.pathname") == "/desk"


def test_a_claim_is_ruled_on_from_its_row_and_the_ruling_taken_back(
    tab: Browser, address: str, archive: Archive
) -> None:
    tab.go(f"{address}/stories/{archive.stories().items[0].id}/")
    tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    tab.click('a[href$="rulings?claim=c2"]')
    tab.run("document.querySelector('#claim-who').value = 'Sinta'")
    tab.click("main form button[value=no]")
    assert "Sinta" in tab.run("document.querySelector('.ruled').innerText")
    assert archive.rulings()[0].verdict is False
    tab.click(".ruled button")  # who rules is remembered
    assert archive.rulings()[1].undone


def test_a_reader_searches_narrows_and_sees_the_evidence(tab: Browser, address: str) -> None:
    tab.go(f"{address}/search")
    tab.run("document.querySelector('#q').value = 'menimpa'")
    tab.click("main button")
    before = tab.run("document.querySelectorAll('.hits li').length")
    tab.click(".facets a")
    assert 0 < tab.run("document.querySelectorAll('.hits li').length") < before
    tab.click(".hits .kick:last-child a")
    assert tab.run("location.pathname").startswith("/reports/")
    assert tab.run("document.querySelector(':target') !== null")


def test_the_policy_lets_styles_in_and_no_script(tab: Browser, address: str) -> None:
    tab.complaints.clear()
    tab.go(f"{address}/stories?all=true")
    assert tab.run("document.styleSheets.length") == 2
    assert not [text for text in tab.complaints if "Content Security" in text]
    added = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    assert tab.run(f"{added}; window.ran === undefined")


def test_no_page_is_wider_than_a_phone(tab: Browser, address: str, archive: Archive) -> None:
    tab.look(360, 740)
    for page in pages(archive):
        tab.go(address + page)
        assert tab.run("document.documentElement.scrollWidth") <= 360, page
    tab.look(1280, 900)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(tab: Browser, address: str, archive: Archive, dark: bool) -> None:
    source = axe()
    tab.look(1280, 900, dark=dark)
    rules = ["color-contrast"] if dark else AXE_RULES  # in the dark nothing but colours is another
    for page in pages(archive)[:: 3 if dark else 1]:
        tab.go(address + page)
        tab.run(source)
        shown = "`${one.id}: ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary}`"
        # Of a story, what the room adds to the dossier; the rest is tested with the dossier.
        where = (
            "{include: [['.mast'], ['#sejalan']]}"
            if page.startswith("/stories/s") and page.endswith("/")
            else "document"
        )
        found = tab.run(
            f"axe.run({where}, {{runOnly: {rules}, resultTypes: ['violations']}})"
            f".then(result => result.violations.map(one => {shown}))"
        )
        assert not found, f"{page}: {found}"
    tab.look(1280, 900)


STOPS = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"


def test_the_keyboard_reaches_all_in_the_order_of_the_page_and_shows_where_it_is(
    tab: Browser, address: str, archive: Archive
) -> None:
    report = report_by(archive, "Harian Tirtabuana", "Crane")
    for page in (f"/reports/{report}", "/search?q=menimpa&outlet=harian-tirtabuana", "/desk"):
        tab.go(address + page)
        tab.run(f"window.stops = {STOPS}.filter(one => one.checkVisibility())")
        reached: list[int] = []
        for _ in range(200):
            tab.press("Tab")
            now, outline = tab.run(
                "[stops.indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]"
            )
            if now < 0:  # past the last one
                break
            assert outline != "none", f"{page}: stop {now}"
            reached += [now] if now not in reached[-1:] else []  # a date has stops of its own
        assert reached == list(range(tab.run("stops.length"))), page


def test_the_first_stop_leads_past_the_menu(tab: Browser, address: str) -> None:
    tab.go(f"{address}/desk")
    tab.press("Tab")
    assert tab.run("document.activeElement.getBoundingClientRect().top >= 0")
    tab.press("Enter", text="\r")
    tab.press("Tab")
    assert tab.run("document.activeElement.id") == "text"


def test_words_of_reports_say_their_language(tab: Browser, address: str, archive: Archive) -> None:
    for page in pages(archive)[:-1]:
        tab.go(f"{address}{page}{'&' if '?' in page else '?'}lang=en")
        assert tab.run("document.documentElement.lang") == "en", page
        words = "[...document.querySelectorAll('.q, .words, .par p')].filter(one => !one.closest('.cite'))"
        others = f"{words}.filter(one => one.closest('[lang]').lang !== 'id')"
        assert tab.run(f"{others}.map(one => one.outerHTML.slice(0, 120))") == [], page
        assert tab.run("document.querySelector('.turn').lang") == "id"
    tab.go(f"{address}/desk?lang=id")
    assert tab.run("document.querySelector('.turn').lang") == "en"


def test_pages_read_alike_without_javascript(tab: Browser, address: str, archive: Archive) -> None:
    story = archive.stories().items[0].id
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.go(f"{address}/stories/{story}/")
        drawn = tab.call("DOM.getDocument", depth=-1)
        assert "Korban Tewas" in str(drawn)
    finally:
        tab.call("Emulation.setScriptExecutionDisabled", value=False)


def test_pages_print_without_their_controls(tab: Browser, address: str, tmp_path: Path) -> None:
    tab.go(f"{address}/search?q=crane")
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.run("getComputedStyle(document.querySelector('.facets')).display") == "none"
    assert tab.run("getComputedStyle(document.querySelector('.hits')).display") != "none"
    tab.call("Emulation.setEmulatedMedia", media="")
