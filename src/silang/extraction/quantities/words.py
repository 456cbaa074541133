"""The words beside a number: currencies, units, classifiers, modifiers, each found by the tokens that it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Generic, TypeVar

from silang.extraction.numerals import Numeral
from silang.language import lexicon
from silang.language.tokens import Token

Phrase = tuple[str, ...]
T = TypeVar("T")
_WORDS = 4  # of the longest phrase in the tables


@dataclass(frozen=True, slots=True)
class Unit:
    """A UCUM code or ISO 4217 currency; `base` and `factor` make what is measured comparable."""

    code: str
    base: str
    factor: Decimal

    @property
    def is_currency(self) -> bool:
        """Whether this is an ISO 4217 code."""
        return len(self.code) == 3 and self.code.isupper() and self.code.isalpha()


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases with what they mean, and the words that open and close them."""

    rows: Mapping[Phrase, T]
    firsts: frozenset[str]
    lasts: frozenset[str]

    @staticmethod
    def of(rows: Mapping[Phrase, T]) -> Phrases[T]:
        """The phrases of `rows`."""
        return Phrases(rows, frozenset(p[0] for p in rows), frozenset(p[-1] for p in rows))

    def __contains__(self, phrase: Phrase) -> bool:
        return phrase in self.rows

    def __getitem__(self, phrase: Phrase) -> T:
        return self.rows[phrase]


@cache
def currencies(side: str) -> Phrases[Unit]:
    """Currencies that stand on that side (before, after) of their number."""
    return Phrases.of(
        {
            _phrase(e["form"]): Unit(e["code"], e["code"], Decimal(1))
            for e in lexicon.table("currencies")
            if e["side"] == side
        }
    )


@cache
def units() -> Phrases[Unit]:
    """Units of measure, and the currencies that stand after their number."""
    measured = {_phrase(e["form"]): Unit(e["code"], e["base"], Decimal(e["factor"])) for e in lexicon.table("units")}
    return Phrases.of({**measured, **currencies("after").rows})


@cache
def letters() -> frozenset[str]:
    """Units of one letter, as printed: *42 m* is metres, *5G* is not grams."""
    return frozenset(e["form"] for e in lexicon.table("units") if len(e["form"]) == 1)


@cache
def by_code() -> dict[str, Unit]:
    """Units by the code that a quantity carries."""
    return {unit.code: unit for unit in units().rows.values() if unit.factor != Decimal("0.01") or unit.code != "%"}


@cache
def role(name: str) -> Phrases[str]:
    """The phrases of that role in `number_words`, with the modifier or name that goes with them."""
    return Phrases.of(
        {
            _phrase(e["form"]): e.get("modifier", e.get("counted", e["form"]))
            for e in lexicon.table("number_words")
            if e["role"] == name
        }
    )


def _phrase(form: str) -> Phrase:
    return tuple(form.casefold().split())


def longest(tokens: Sequence[Token], at: int, phrases: Phrases[T]) -> int:
    """How many tokens from `at` on make the longest of those phrases; 0 where none does."""
    if at >= len(tokens) or tokens[at].lower not in phrases.firsts:
        return 0
    for length in range(min(_WORDS, len(tokens) - at), 0, -1):
        if tuple(t.lower for t in tokens[at : at + length]) in phrases.rows:
            return length
    return 0


def longest_before(tokens: Sequence[Token], end: int, phrases: Phrases[T]) -> int:
    """How many tokens up to `end` make the longest of those phrases; 0 where none does."""
    if end <= 0 or tokens[end - 1].lower not in phrases.lasts:
        return 0
    for length in range(min(_WORDS, end), 0, -1):
        if tuple(t.lower for t in tokens[end - length : end]) in phrases.rows:
            return length
    return 0


@dataclass(frozen=True, slots=True)
class Count:
    """A number in its place: tokens `first` up to `end` with currency and unit, and what they measure."""

    first: int
    end: int
    low: Decimal
    high: Decimal
    unit: Unit | None
    vague: bool = False

    @staticmethod
    def of(numeral: Numeral, first: int, unit: Unit | None) -> Count:
        """The count of a numeral that a currency may open."""
        return Count(first, numeral.end, numeral.low, numeral.high, unit, numeral.vague)
