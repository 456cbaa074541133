"""Single pieces of a page: words marked against others, codes and letters, marks in a text, safe addresses."""

from __future__ import annotations

import pytest

from silang.dossier.codes import report_codes
from silang.dossier.diff import compared, near
from silang.dossier.feet import letter
from silang.dossier.marking import pointed
from silang.dossier.reader import Marked, nodes, safe, uncrossed
from silang.model import Span
from tests.dossier import built


@pytest.mark.parametrize("words", ["Dua  orang", "atang (nama lokal)", "datang (nama", "orang\n luka.", "luka.", "Dua"])
def test_pointing_at_words_loses_none_of_them(words: str) -> None:
    text = "Dua  orang\n luka. datang (nama lokal) "
    span = Span(0, len(text))
    where = Span(text.index(words), text.index(words) + len(words))
    pieces = pointed(text, span, where)
    assert "".join(piece.text for piece in pieces) == " ".join(text.split())
    assert [piece.text for piece in pieces if piece.mark == "point"] == [" ".join(words.split())]


@pytest.mark.parametrize(
    ("base", "words", "marked", "gone", "turned"),
    [
        ("Kami mengingatkan nakhoda", "kami ingatkan nakhoda", [], (), ()),
        ("atap gudang itu roboh", "atap lumbung itu roboh", [("lumbung", "other")], (), ()),
        ("ulang bulan depan akan diperiksa", "ulang bulan lalu akan diperiksa", [("lalu", "turned")], (), ()),
        ("api padam pagi itu", "api padam total pagi itu", [("total", "added")], (), ()),
        ("api padam total pagi itu", "api padam pagi itu", [], ("total",), ()),
        ("api tidak padam pagi itu", "api padam pagi itu", [], ("tidak",), ("tidak",)),
        ("api padam pagi itu", "api belum padam pagi itu", [("belum", "turned")], (), ()),
        ("tidak ada korban, kata camat itu", "ada korban, kata camat itu", [], ("tidak",), ()),
        (
            "warga kembali sore itu juga",
            "warga kembali sore itu juga dan tidak menginap",
            [("tidak menginap", "added")],
            (),
            (),
        ),
    ],
)
def test_wordings_are_marked(
    base: str, words: str, marked: list[tuple[str, str]], gone: tuple[str, ...], turned: tuple[str, ...]
) -> None:
    found = compared(base, words)
    assert found is not None
    assert [(p.text, p.mark) for p in found.pieces if p.mark != "same"] == marked
    assert (found.gone, found.turned) == (gone, turned)
    assert "".join(p.text for p in found.pieces) == words


def test_wordings_that_share_too_little_are_not_marked() -> None:
    assert compared("gempa mengguncang pesisir barat", "harga cabai turun di pasar") is None
    assert not near("gempa mengguncang pesisir", "harga cabai turun")
    assert near("dermaga itu ditutup untuk sementara", "dermaga itu ditutup untuk sementara,")


def test_codes_differ_and_stay_short() -> None:
    names = ["Suara Lembah", "Saksi Lautan", "Surya", "Suryana", "KBRN", "Pojok24", "kabarkota.co.id", "日本"]
    made = [built.report(f"r{n}", "Judul", name) for n, name in enumerate([*names, "Suara Lembah"])]
    codes = report_codes(made)
    assert codes["r0"] == "SL1"
    assert codes["r8"] == "SL2"
    assert codes["r5"] == "P24"
    assert codes["r6"] == "KAB"
    assert len(set(codes.values())) == len(made)
    assert all(code.isascii() and len(code) <= 6 for code in codes.values())


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_marks_that_cross_are_cut_and_no_word_is_lost() -> None:
    text = "abcdefghij"
    marks = [Marked(0, 6, "statement", "x"), Marked(4, 9, "narrated", "y"), Marked(5, 7, "time")]
    tree = nodes(text, Span(0, 10), uncrossed(marks))
    assert "".join(node.text for top in tree for node in top.walk()) == text
    assert [node.id for top in tree for node in top.walk() if node.id] == ["x", "y"]


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://contoh.id/a?b=c", True),
        ("http://contoh.id", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("https://", False),
        ("data:text/html,x", False),
        ("https://contoh.id/\n", False),
        ("http://[", False),
    ],
)
def test_only_web_addresses_become_links(url: str, good: bool) -> None:
    assert safe(url) is good


def test_words_that_lie_outside_are_not_pointed_at() -> None:
    assert [(p.text, p.mark) for p in pointed("satu dua tiga", Span(5, 13), Span(0, 4))] == [("dua tiga", "same")]
