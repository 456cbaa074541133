"""A text as it is to be read keeps every other code point where it stood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from silang.language.mending import FILLER, mended, said
from silang.model import Repair


def test_what_is_left_over_is_filled() -> None:
    text = "Ia berkata â€œyaâ€\x9d di kafÃ© Jumâ€™at."
    repairs = [
        Repair(11, 14, "mojibake", "“"),
        Repair(16, 19, "mojibake", "”"),
        Repair(26, 28, "mojibake", "é"),
        Repair(32, 35, "mojibake", "’"),
    ]
    read = mended(text, repairs)
    assert read == f"Ia berkata   “ya”   di kafé{FILLER} Jum’{FILLER}{FILLER}at."
    assert said(read) == "Ia berkata   “ya”   di kafé Jum’at."


def test_nothing_to_mend_is_the_text_itself() -> None:
    text = "Ia pulang."
    assert mended(text, ()) is text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 9), st.text(max_size=9))))
def test_any_repairs_leave_the_length(text: str, cuts: list[tuple[int, int, str]]) -> None:
    repairs = [Repair(s, s + n, "entity", reads) for s, n, reads in sorted(cuts) if s + n <= len(text)]
    read = mended(text, repairs)
    assert len(read) == len(text)
    held = {at for repair in repairs for at in range(repair.start, repair.end)}
    assert all(read[at] == text[at] for at in range(len(text)) if at not in held)
