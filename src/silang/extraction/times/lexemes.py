"""A text as a string of classes, one character per word, number or mark, so that patterns can be plain regexes.

Each known word has a character of its own; numbers have one by their shape; what is unknown is `u` (`U` in capitals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from silang.extraction.numerals import digits, numeral_at
from silang.language import lexicon
from silang.language.tokens import Token, tokenize
from silang.model import Span

SHAPES = {
    "D": "D",  # 1 to 31
    "N": "N",  # any other number in digits
    "Y": "Y",  # 1000 to 2999, four digits
    "F": "F",  # day/month
    "G": "G",  # day/month/year
    "C": "C",  # hours and minutes
    "R": "R",  # 2024/2025
    "W": "W",  # a number in words, or digits with ribu, juta …
    "V": "V",  # beberapa, puluhan …
    "HALF": "H",  # setengah
    "U": "U",  # an unknown word in capitals
    "BAR": "B",  # |
}
_WORD = re.compile(  # as silang.language.tokens has them
    r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’`][^\W\d_]+)*(?:[-‑][^\W_]+)*\d*|[^\W_]+|[^\w\s]|_"
)
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{2,4})")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?")
_SEASON = re.compile(r"((?:19|20)\d\d)/(?:(?:19|20)?\d\d)")
_ORDINAL = re.compile(r"ke-?(\d{1,2})")
_MARKS = "(),-–—./:+&·"
_BREAK = "\n"
_PRIVATE = 0xE000


class Lexeme(NamedTuple):
    """One word, number or mark (a phrase of the lexicon is one). `shape` is its character in the string of classes."""

    start: int
    end: int
    shape: str
    text: str
    kind: str = ""
    value: int | str | None = None
    number: Decimal | None = None

    @property
    def lower(self) -> str:
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Word:
    """A known word or phrase: its class and value, and the character that stands for it."""

    shape: str
    kind: str
    value: int | str | None


@cache
def words() -> dict[str, Word]:
    """The known words, casefolded but for those that count only as printed."""
    found: dict[str, Word] = {}
    for entry in lexicon.table("time_words"):
        form = entry["form"] if entry.get("exact") else entry["form"].casefold()
        found[form] = Word(chr(_PRIVATE + len(found)), entry["class"], entry.get("value"))
    for entry in lexicon.table("time_holidays"):
        found[entry["form"]] = Word(chr(_PRIVATE + len(found)), "HOLIDAY", entry["feast"])
    for literal in sorted(_literals() - found.keys()):
        found[literal] = Word(chr(_PRIVATE + len(found)), "", None)
    return found


@cache
def _literals() -> frozenset[str]:
    """The lower-case words that patterns name without a class, and the words that forbid a bare year."""
    found = set()
    for entry in lexicon.table("time_patterns"):
        found |= {word.replace("_", " ") for word in re.findall(r"[^\s{}|?]+", entry["pattern"]) if word[0].islower()}
    return frozenset(found | {e["form"] for e in lexicon.table("time_bounds")})


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Phrases of several words by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in words():
        parts = tuple(form.split())
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: sorted(rows, key=len, reverse=True) for first, rows in found.items()}


def lexemes(text: str, spans: Sequence[Span] | None = None) -> list[Lexeme]:
    """The lexemes of `text`, or of those `spans` of it, in order; line breaks between them are lexemes too."""
    tokens = _Tokens(
        text, [cut for span in ([Span(0, len(text))] if spans is None else spans) for cut in _cuts(text, span)]
    )
    openers = _openers()
    found: list[Lexeme] = []
    at = last = 0
    while at < len(tokens):
        start, end = tokens.cuts[at]
        if start > last and "\n" in text[last:start]:
            found.append(Lexeme(last, start, _BREAK, _BREAK))
        word = text[start:end]
        if word.isalpha() and word.casefold() not in openers:  # nearly all words
            lexeme, at = Lexeme(start, end, "U" if word[0].isupper() else "u", word), at + 1
        elif word[0].isalnum():
            lexeme, at = _read(tokens, at)
        else:
            shape = "B" if word == "|" else word if word in _MARKS else "p"
            lexeme, at = Lexeme(start, end, shape, word), at + 1
        last = lexeme.end
        found.append(lexeme)
    return found


@dataclass(frozen=True, slots=True)
class _Tokens(Sequence[Token]):
    """The tokens at those cuts of a text, made when asked for, as few are."""

    text: str
    cuts: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.cuts)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self.cuts)))]
        start, end = self.cuts[at]
        word = self.text[start:end]
        return Token(start, end, word, word.casefold())


def _cuts(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where words, numbers and marks stand; *padaRabu*, *Juni-Juli* and *I-2025* are cut apart."""
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        if "-" in word and len(word) > 1:
            yield from _unhyphened(match.start(), word)
        elif word[1:].islower() or len(word) < 5 or not word.isalpha() or word.isupper():
            yield match.span()
        else:
            yield from ((token.start, token.end) for token in tokenize(text, [Span(*match.span())]))


def _unhyphened(start: int, word: str) -> Iterator[tuple[int, int]]:
    """*Juni-Juli* and *I-2025* cut apart; a known word (*baru-baru*, *H-3*) stays whole."""
    parts = word.split("-")
    whole = not word[0].isalpha() or _is_known(word) or word.casefold().startswith("ke-")
    if whole or not all(p.isdigit() or _is_known(p) for p in parts):
        yield start, start + len(word)
        return
    for number, part in enumerate(parts):
        if number:
            yield start, start + 1
            start += 1
        yield start, start + len(part)
        start += len(part)


@cache
def _openers() -> frozenset[str]:
    """The first words of all that is known, casefolded."""
    numbers = {entry["form"] for entry in lexicon.table("numbers")}
    return frozenset({form.casefold() for form in words()} | _phrases().keys() | numbers)


def _is_known(text: str) -> bool:
    lower = text.casefold()
    return text in words() or lower in words() or ("-" in text and lower in _phrases())


def _read(tokens: _Tokens, at: int) -> tuple[Lexeme, int]:
    token, text = tokens[at], tokens.text
    for phrase in _phrases().get(token.lower, ()):
        end = at + len(phrase)
        if end <= len(tokens) and all(t.lower == p for t, p in zip(tokens[at:end], phrase, strict=True)):
            word = words()[" ".join(phrase)]
            return _lexeme(text, token.start, tokens[end - 1].end, word), end
    numeral = numeral_at(tokens, at)
    if numeral and (numeral.end > at + 1 or token.is_word):
        end = numeral.end
        shape = "V" if numeral.vague else "H" if token.lower == "setengah" and end == at + 1 else "W"
        start, stop = token.start, tokens[end - 1].end
        return Lexeme(start, stop, shape, text[start:stop], number=numeral.low), end
    if token.text[0].isdigit():
        return _number(token), at + 1
    if known := words().get(token.text) or words().get(token.lower):
        return _lexeme(text, token.start, token.end, known), at + 1
    return _unknown(token), at + 1


def _lexeme(text: str, start: int, end: int, word: Word) -> Lexeme:
    return Lexeme(start, end, word.shape, text[start:end], word.kind, word.value)


def _unknown(token: Token) -> Lexeme:
    if ordinal := _ORDINAL.fullmatch(token.lower):
        any_ordinal = words()["pertama"].shape  # every ordinal may stand where one may
        return Lexeme(token.start, token.end, any_ordinal, token.text, "ORDINAL", int(ordinal.group(1)))
    if token.lower.startswith("ke-") and (roman := words().get(token.text[3:])):
        return Lexeme(token.start, token.end, roman.shape, token.text, roman.kind, roman.value)
    return Lexeme(token.start, token.end, "U" if token.is_capital else "u", token.text)


def _number(token: Token) -> Lexeme:
    text = token.text
    value = digits(text)
    return Lexeme(token.start, token.end, _shape(text, value), text, number=value)


def _shape(text: str, value: Decimal | None) -> str:
    if text.isascii() and text.isdigit():
        number = int(text) if len(text) < 5 else 0
        if len(text) <= 2 and 1 <= number <= 31:
            return "D"
        return "Y" if len(text) == 4 and 1000 <= number < 3000 else "N"
    if (match := _CLOCK.fullmatch(text)) and int(match[1]) <= 24 and int(match[2]) < 60:
        return "C"
    if (match := _DAY_MONTH.fullmatch(text)) and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12:
        return "F"
    if (match := _DAY_MONTH_YEAR.fullmatch(text)) and 1 <= int(match[1]) <= 31 and 1 <= int(match[3]) <= 12:
        return "G"
    if _SEASON.fullmatch(text):
        return "R"
    return "N" if value is not None else "p"
