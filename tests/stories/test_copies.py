"""Near-duplicates: same report, copied, updated; and what is none of them."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from silang.model import Outlet, Report, Segment
from silang.stories.copies import Copy, copies

CHANCE = random.Random(3)
WORDS = ["".join(CHANCE.choices(["ba", "ku", "ti", "ro", "sem", "lan", "du"], k=3)) for _ in range(900)]


def text() -> str:
    return " ".join(CHANCE.choices(WORDS, k=150))


def made(id: str, text: str, url: str | None = None, outlet: Outlet | None = None) -> Report:
    return Report(id, f"{id}.txt", text, (Segment(0, len(text), "body"),), url=url, outlet=outlet)


def changed(text: str) -> str:
    words = text.split()
    for at in CHANCE.sample(range(len(words)), 3):
        words[at] = "lain"
    return " ".join(words[: int(len(words) * 0.9)])


def only(*reports: Report) -> Copy:
    (copy,) = copies(reports)
    return copy


def test_changed_words_and_a_cut_tail_leave_every_copy_found_and_no_other() -> None:
    originals = [text() for _ in range(300)]
    reports = [made(f"a{n}", t) for n, t in enumerate(originals)]
    reports += [made(f"b{n}", changed(t)) for n, t in enumerate(originals)]
    assert {(c.left, c.right) for c in copies(reports)} == {(f"a{n}", f"b{n}") for n in range(300)}


@pytest.mark.parametrize("twin", ["https://kabar.test/1/sawah/amp", "http://amp.kabar.test/1/sawah?page=all"])
def test_a_twin_at_one_address_is_the_same_report(twin: str) -> None:
    body = text()
    copy = only(made("a", body, "https://www.kabar.test/1/sawah"), made("b", body, twin))
    assert (copy.kind, copy.reasons[0].name) == ("same", "address")


@pytest.mark.parametrize("page", ["https://kabar.test/baca.php?id={}", "https://kabar.test/?utm=x&p={}"])
def test_where_only_the_query_names_the_report_it_is_of_the_address(page: str) -> None:
    body = text()
    other = only(made("a", body, page.format(7)), made("b", changed(body), page.format(8)))
    assert (other.kind, [reason.name for reason in other.reasons]) == ("copied", ["text"])
    assert only(made("a", body, page.format(7)), made("b", changed(body), page.format(7))).kind == "updated"


def test_another_wording_at_one_address_is_an_update() -> None:
    body = text()
    url = "https://kabar.test/1/sawah"
    assert only(made("a", body, url), made("b", changed(body), url)).kind == "updated"


def test_syndication_within_a_group_is_a_copy_and_says_so() -> None:
    body = text()
    left, right = (Outlet(f"kabar{n}", f"Kabar {n}", "kabar") for n in (1, 2))
    copy = only(made("a", body, outlet=left), made("b", body, outlet=right))
    assert (copy.kind, [r.name for r in copy.reasons]) == ("copied", ["group", "text"])


def test_an_excerpt_and_a_report_without_words_are_no_near_duplicates() -> None:
    body = text()
    assert copies([made("a", body), made("b", " ".join(body.split()[:40])), made("c", ""), made("d", "")]) == ()


BULLETIN = (
    "{place}, {day} - Harga cabai rawit di {market} hari ini tercatat Rp{chilli} per kilogram. Bawang merah dijual "
    "Rp{onion} per kilogram, sedangkan telur ayam ras Rp{egg} per kilogram. Dinas Perdagangan mencatat stok mencukupi "
    "untuk kebutuhan dua pekan ke depan. Warga diminta berbelanja secara wajar dan tidak menimbun bahan pokok. Kepala "
    "dinas mengatakan pemantauan dilakukan setiap pagi di seluruh pasar rakyat bersama satuan tugas pangan."
)
PRICES = {"place": "Wonosidi", "day": "Senin", "market": "Pasar Ngadirejo", "chilli": "61.500", "onion": "38.250"}
OTHERS = {"place": "Sendanglor", "day": "Kamis", "market": "Pasar Kaliurip", "chilli": "74.000", "onion": "41.750"}


def test_one_form_filled_in_twice_is_no_copy() -> None:
    one, other = BULLETIN.format(**PRICES, egg="29.100"), BULLETIN.format(**OTHERS, egg="30.900")
    assert copies([made("a", one), made("b", other)]) == ()


def test_a_form_that_is_filled_in_alike_is_a_copy_also_where_one_figure_was_set_right() -> None:
    one, other = BULLETIN.format(**PRICES, egg="29.100"), BULLETIN.format(**PRICES, egg="29.700")
    assert only(made("a", one), made("b", other)).kind == "copied"


def test_at_one_address_it_is_an_update_whatever_the_figures() -> None:
    one, other = BULLETIN.format(**PRICES, egg="29.100"), BULLETIN.format(**OTHERS, egg="30.900")
    url = "https://kabar.test/harga"
    assert only(made("a", one, url), made("b", other, url)).kind == "updated"


def test_near_duplicates_load_numpy_only_when_they_are_sought() -> None:
    code = "import sys, silang.stories.copies; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
