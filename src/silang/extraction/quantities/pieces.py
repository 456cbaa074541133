"""Tokens with numbers read apart from the letters that they hang on: *Rp5.545,3*, *M5,6*, *10km*, *100-an*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from silang.extraction.quantities.words import currencies
from silang.language import Token

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_LETTERS = re.compile(r"([A-Za-z]{1,3})(\d+)")


def pieces(text: str, tokens: Iterable[Token]) -> list[Token]:
    """The `tokens` of `text`, in order, such numbers read apart."""
    found: list[Token] = []
    for token in tokens:
        if found and token.start < found[-1].end:
            continue  # inside a number that was read whole
        found += _apart(text, token)
    return found


def _apart(text: str, token: Token) -> Iterator[Token]:
    hit = _LETTERS.fullmatch(token.text)
    if hit and (_is_magnitude(text, token, hit[1]) or (hit[1].casefold(),) in currencies("before")):
        middle = token.start + len(hit[1])
        if number := _NUMBER.match(text, middle):
            yield _token(text, token.start, middle)
            yield _token(text, middle, number.end())
            return
    yield token


def _is_magnitude(text: str, token: Token, letters: str) -> bool:
    """*M5,6*, not the *M5* of a machine."""
    return (
        letters == "M"
        and text[token.end : token.end + 1] in (",", ".")
        and text[token.end + 1 : token.end + 2].isdigit()
    )


def _token(text: str, start: int, end: int) -> Token:
    return Token(start, end, text[start:end], text[start:end].casefold())
