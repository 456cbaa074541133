"""Indonesian numerals, in digits and words: *5.545,3 triliun*, *seratus tujuh puluh lima*, *dua setengah*, *belasan*.

Digits follow the Indonesian way (point for thousands, comma for decimals), with the English way read where only that
makes sense (*2.5*, *1,250,000*). Spelling and grammar: Sneddon, Indonesian Reference Grammar (2010), 2.22 to 2.30.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from silang.language import lexicon
from silang.language.tokens import Token

_WHOLE = re.compile(r"\d+")
_INDONESIAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"\d+,\d+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_POINT = re.compile(r"\d+\.\d+")
_LONGEST = 30  # digits; more than that counts nothing


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before token `end`; `low` and `high` differ where it is vague (*puluhan*)."""

    low: Decimal
    high: Decimal
    end: int

    @property
    def vague(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    low: Decimal
    high: Decimal


def digits(text: str) -> Decimal | None:
    """The number that a token of digits prints, None where it is no number (*13/9*, *02.02.15*)."""
    if len(text) > _LONGEST or not text.isascii():
        return None
    if _WHOLE.fullmatch(text):
        return Decimal(text)
    if _INDONESIAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _POINT.fullmatch(text):
        return Decimal(text)
    return None


def numeral_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The longest numeral that starts at token `at`, None where there is none."""
    first = tokens[at]
    if first.text[0].isdigit():
        value = digits(first.text)
        return None if value is None else _scaled(tokens, at + 1, value, value)
    word = _words().get(first.lower)
    if word is None or word.kind in ("belas", "times", "scale", "over"):
        return None
    if word.kind in ("many", "part", "half"):
        return _scaled(tokens, at + 1, word.low, word.high)
    value, end = _below_thousand(tokens, at)
    return _more(tokens, _scaled(tokens, end, value, value))


def _below_thousand(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Units, teens, tens and hundreds: *seratus tujuh puluh lima*; a whole word may open it."""
    total, last = Decimal(0), Decimal(1000)
    while (word := _word(tokens, at)) and word.kind in ("digit", "whole"):
        value, end = word.low, at + 1
        after = _word(tokens, end)
        if word.kind == "digit" and after and after.kind in ("belas", "times"):
            value = value + after.low if after.kind == "belas" else value * after.low
            end += 1
        if value >= last and total:
            break  # *tujuh delapan*: two numbers
        total, last, at = total + value, _place(value), end
        if word.kind == "digit" and value < 20:
            break
    return total, at


def _place(value: Decimal) -> Decimal:
    """What may still follow: after hundreds less than a hundred, after tens less than ten."""
    return (
        Decimal(1000) if value >= 1000 else Decimal(100) if value >= 100 else Decimal(10) if value >= 20 else Decimal(0)
    )


def _scaled(tokens: Sequence[Token], at: int, low: Decimal, high: Decimal) -> Numeral:
    """Takes in *setengah*, *perempat*, and *ribu* to *triliun* after a number."""
    word = _word(tokens, at)
    if word and word.kind == "half" and low == high and low == low.to_integral_value():
        low, high, at = low + word.low, high + word.low, at + 1
        word = _word(tokens, at)
    elif word and word.kind == "over" and low == high:
        low = high = (low / word.low).quantize(Decimal("0.0001")).normalize()
        at += 1
        word = _word(tokens, at)
    while word and (word.kind == "scale" or (word.kind == "many" and word.low >= 1000)):  # *447 jutaan*
        low, high, at = low * word.low, high * word.low, at + 1
        word = _word(tokens, at)
    return Numeral(low, high, at)


def _more(tokens: Sequence[Token], head: Numeral) -> Numeral:
    """Goes on in words after a scale: *dua ribu lima ratus*."""
    while head.low >= 1000 and (word := _word(tokens, head.end)) and word.kind in ("digit", "whole"):
        value, end = _below_thousand(tokens, head.end)
        part = _scaled(tokens, end, value, value)
        if part.low >= head.low or part.low != part.low.to_integral_value():
            break
        head = Numeral(head.low + part.low, head.high + part.high, part.end)
    return head


def _word(tokens: Sequence[Token], at: int) -> _Word | None:
    return _words().get(tokens[at].lower) if at < len(tokens) else None


@cache
def _words() -> dict[str, _Word]:
    return {
        e["form"]: _Word(e["kind"], Decimal(e["low"]), Decimal(e.get("high", e["low"])))
        for e in lexicon.table("numbers")
    }
