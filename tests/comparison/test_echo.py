"""One claim of two reports: may one text stand behind it?"""

from __future__ import annotations

import pytest

from silang.comparison import echo, kinship
from silang.comparison.echo import Echoes, Traits
from silang.comparison.kinship import Pairs
from silang.comparison.likeness import Likeness
from silang.comparison.logistic import Logistic, stored
from silang.comparison.sheets import sheet_of
from silang.comparison.ties import DOUBT
from silang.comparison.tying import tie
from silang.comparison.units import units
from silang.extraction import extract
from silang.language import parse
from silang.model import Report, Segment

DISPATCH = (
    "Jembatan gantung di Desa Sukaraya ambruk saat dilintasi rombongan pengantin, Minggu siang. "
    "Dua belas orang tercebur ke Sungai Cibeureum dan diselamatkan warga dengan rakit bambu. "
    "Tali seling di sisi timur putus karena berkarat sejak bertahun-tahun."
)
REWRITTEN = (
    "Jembatan gantung Desa Sukaraya ambruk saat rombongan pengantin melintas, Minggu siang. "
    "Dua belas orang tercebur ke Sungai Cibeureum, lalu diselamatkan warga dengan rakit bambu. "
    "Tali seling di sisi timur disebut putus karena berkarat sejak bertahun-tahun."
)
OWN_WORDS = (
    "Pesta pernikahan di Sukaraya berakhir kacau ketika titian kayu yang mereka lewati runtuh kemarin. "
    "Sebanyak 12 undangan jatuh ke kali; penduduk menolong mereka. "
    "Camat menduga kabel baja penyangga sudah lapuk dimakan usia."
)


def traits(first: str, second: str) -> list[Traits]:
    """The traits of each sentence of the first report beside the one in its place in the second."""
    reports = [
        Report(id, "-", text, (Segment(0, len(text), "body"),), language="id")
        for id, text in (("a", first), ("b", second))
    ]
    parses = [parse(r) for r in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    likeness = Likeness(units(parses, found))
    sheets = [sheet_of(r, p, x) for r, p, x in zip(reports, parses, found, strict=True)]
    echoes = Echoes(Pairs(likeness, tie(likeness)), sheets)
    size = likeness.sizes[0]
    return [echoes.traits(n, size + n) for n in range(size)]


def test_a_rewritten_dispatch_is_an_echo_and_own_words_are_less_of_one() -> None:
    rewritten = [echo.chance(t) for t in traits(DISPATCH, REWRITTEN)]
    own = [echo.chance(t) for t in traits(DISPATCH, OWN_WORDS)]
    assert min(rewritten) > 0.5
    assert max(own) < DOUBT


def test_traits_tell_what_is_shared() -> None:
    (first, *_), (other, *_) = traits(DISPATCH, REWRITTEN), traits(DISPATCH, OWN_WORDS)
    assert first.neighbours > other.neighbours
    assert first.here_phrases > other.here_phrases
    assert first.here_choices > other.here_choices
    assert first.claims > other.claims


def test_a_chance_is_made_of_what_its_traits_add() -> None:
    model = Logistic(-1.0, {"much": 2.0, "little": 0.5})
    assert model.adds({"much": 1.0, "little": 0.0}) == {"much": 2.0, "little": 0.0}
    assert model.chance({"much": 0.5, "little": 0.0}) == pytest.approx(0.5)


@pytest.mark.parametrize(("name", "fields"), [("echo.json", Traits._fields), ("kinship.json", kinship.Traits._fields)])
def test_the_stored_models_ask_for_the_traits_that_there_are(name: str, fields: tuple[str, ...]) -> None:
    assert tuple(stored(name).weights) == fields
