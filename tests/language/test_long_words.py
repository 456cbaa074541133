"""One very long run of letters is one token, found in time that grows with its length."""

from __future__ import annotations

import time

from silang.language import tokenize


def test_a_run_of_letters_too_long_for_two_words_stays_whole() -> None:
    (token,) = tokenize("a" * 200_000)
    assert (token.start, token.end) == (0, 200_000)


def test_time_grows_with_the_length_of_a_word_not_with_its_square() -> None:
    started = time.process_time()
    tokenize("x" * 1_000_000)
    assert time.process_time() - started < 2


def test_a_verb_that_hangs_on_a_name_is_still_cut_off() -> None:
    assert [token.text for token in tokenize("Wirasena hadir. Kata Wirasenamenyebut harga naik.")][4:6] == [
        "Wirasena",
        "menyebut",
    ]
