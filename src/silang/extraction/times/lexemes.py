"""A text as a string of classes, one character per word, number or mark, so that patterns can be plain regexes.

Each known word has a character of its own; numbers have one by their shape; what is unknown is `u` (`U` in capitals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

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
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{2,4})")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?")
_SEASON = re.compile(r"((?:19|20)\d\d)/(?:(?:19|20)?\d\d)")
_ORDINAL = re.compile(r"ke-?(\d{1,2})")
_MARKS = "(),-–—./:+&·"
_BREAK = "\n"
_PRIVATE = 0xE000


@dataclass(frozen=True, slots=True)
class Lexeme(Span):
    """One word, number or mark (a phrase of the lexicon is one). `shape` is its character in the string of classes."""

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
    tokens = [piece for token in tokenize(text, spans) for piece in _pieces(token)]
    found: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        if at and (text.find("\n", tokens[at - 1].end, tokens[at].start) >= 0):
            found.append(Lexeme(tokens[at - 1].end, tokens[at].start, _BREAK, _BREAK))
        lexeme, at = _read(text, tokens, at)
        found.append(lexeme)
    return found


def _pieces(token: Token) -> Iterator[Token]:
    """*Juni-Juli* and *I-2025* read apart; a known word (*baru-baru*, *H-3*) stays whole."""
    if "-" not in token.text or not token.is_word or _is_known(token.text):
        yield token
        return
    parts = token.text.split("-")
    if token.lower.startswith("ke-") or not all(p.isdigit() or _is_known(p) for p in parts) or token.text == "-":
        yield token
        return
    start = token.start
    for number, part in enumerate(parts):
        if number:
            yield Token(start - 1, start, "-", "-")
        yield Token(start, start + len(part), part, part.casefold())
        start += len(part) + 1


def _is_known(text: str) -> bool:
    lower = text.casefold()
    return text in words() or lower in words() or ("-" in text and lower in _phrases())


def _read(text: str, tokens: Sequence[Token], at: int) -> tuple[Lexeme, int]:
    token = tokens[at]
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
    if token.is_word:
        if ordinal := _ORDINAL.fullmatch(token.lower):
            any_ordinal = words()["pertama"].shape  # every ordinal may stand where one may
            return Lexeme(token.start, token.end, any_ordinal, token.text, "ORDINAL", int(ordinal.group(1)))
        if token.lower.startswith("ke-") and (roman := words().get(token.text[3:])):
            return Lexeme(token.start, token.end, roman.shape, token.text, roman.kind, roman.value)
        return Lexeme(token.start, token.end, "U" if token.is_capital else "u", token.text)
    shape = "B" if token.text == "|" else token.text if token.text in _MARKS else "p"
    return Lexeme(token.start, token.end, shape, token.text)


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
