"""One claim of two reports: may one text stand behind it?"""

from __future__ import annotations

import numpy as np

from silang.comparison import echo
from silang.comparison.echo import Echoes, Traits
from silang.comparison.forest import Forest, stored
from silang.comparison.kinship import Pairs
from silang.comparison.likeness import Likeness
from silang.comparison.reuse import shared_runs
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
SMALL = Forest(  # one tree: is the second trait at most .5? .2, else .9
    np.array([0], np.int32),
    np.array([1, -1, -1], np.int16),
    np.array([0.5, 0, 0], np.float32),
    np.array([2, 0, 0], np.int32),
    np.array([0.6, 0.2, 0.9], np.float32),
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
    echoes = Echoes(Pairs(likeness, tie(likeness)), sheets, shared_runs([sheet.words for sheet in sheets]))
    size = likeness.sizes[0]
    return [echoes.traits(n, size + n) for n in range(size)]


def test_a_rewritten_dispatch_is_an_echo_and_own_words_are_less_of_one() -> None:
    rewritten, own = echo.chances(traits(DISPATCH, REWRITTEN)), echo.chances(traits(DISPATCH, OWN_WORDS))
    assert min(rewritten) > 0.5
    assert max(own) < DOUBT


def test_traits_tell_what_is_shared() -> None:
    (first, *_), (other, *_) = traits(DISPATCH, REWRITTEN), traits(DISPATCH, OWN_WORDS)
    assert first.neighbours > other.neighbours
    assert first.here_phrases > other.here_phrases
    assert first.choices > other.choices
    assert first.own == other.own == 0


def test_no_rows_ask_nothing() -> None:
    assert echo.chances([]) == []


def test_a_tree_is_walked_to_its_leaf() -> None:
    assert np.allclose(SMALL.chances([(9, 0.5), (9, 0.6)]), [0.2, 0.9])
    assert np.allclose(SMALL.adds((9, 0.6)), [0, 0.3])


def test_what_traits_add_makes_up_the_chance() -> None:
    forest = stored("echo.npz")
    row = traits(DISPATCH, REWRITTEN)[0]
    base = float(forest.value[forest.roots].mean())
    assert abs(base + sum(forest.adds(row)) - forest.chances([row])[0]) < 1e-4
    assert set(echo.adds(row)) == set(Traits._fields)


def test_the_stored_forest_asks_for_known_traits_and_every_way_ends() -> None:
    forest = stored("echo.npz")
    assert forest.feature.max() < len(Traits._fields)
    inner = np.flatnonzero(forest.feature >= 0)
    assert (forest.right[inner] > inner + 1).all()
    assert ((forest.value >= 0) & (forest.value <= 1)).all()
