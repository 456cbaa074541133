"""Kept pages: within their bound, whatever fails."""

from __future__ import annotations

import threading

import pytest

from silang.web.shelf import _ENTRY, Shelf


def test_a_page_is_made_once_and_the_one_read_longest_ago_makes_room() -> None:
    made: list[str] = []

    def make(key: str) -> bytes:
        made.append(key)
        return b"x" * 100

    shelf = Shelf(most=2 * (100 + _ENTRY))
    for key in ("a", "b", "a", "c", "a", "b"):
        shelf.get(key, lambda key=key: make(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


def test_a_page_made_twice_counts_once() -> None:
    shelf = Shelf(most=2 * (100 + _ENTRY))
    waiting, go = threading.Event(), threading.Event()

    def failing() -> bytes:
        waiting.set()
        go.wait(10)
        raise RuntimeError("made")

    def first() -> None:
        with pytest.raises(RuntimeError):
            shelf.get("a", failing)

    maker = threading.Thread(target=first)
    maker.start()
    assert waiting.wait(10)
    inner = threading.Thread(target=lambda: shelf.get("a", lambda: b"y" * 100))
    inner.start()
    go.set()
    maker.join(10)
    inner.join(10)
    for _ in range(5):
        shelf._keep("a", b"x" * 100)
    shelf.get("b", lambda: b"x" * 100)
    assert shelf.get("a", lambda: b"new") == b"x" * 100
