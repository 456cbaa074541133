"""Words, numbers and marks of a text, with the words that lost their space at a link read apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from silang.language import lexicon
from silang.language.stems import is_derived
from silang.model import Span

_TOKEN = re.compile(
    r"""\d+(?:[.,:/]\d+)*                                   # 12.500,75  02.02  13/9/2023
      | [^\W\d_]+(?:['’`][^\W\d_]+)*(?:[-‑][^\W_]+)*\d*     # kata, Jum'at, rata-rata, Soyuz-2
      | [^\W_]+                                             # what mixes letters and digits
      | [^\w\s]|_                                           # one mark
    """,
    re.VERBOSE,
)
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z])(?=[A-Z])")
_HUNG = re.compile(r"([A-Z]{2,6})[A-Z][a-z]{3}")
_VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}")
_PLAIN = 7  # letters of a verb that is cut off a name which the text has nowhere else: ``Sasmitameresmikan``
_LONGEST = 60  # letters; a longer run is no two words, and to try its every cut grows with its square


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word, number or mark. `text` is as printed, `lower` casefolded."""

    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def tokenize(text: str, spans: Iterable[Span] | None = None) -> tuple[Token, ...]:
    """The tokens of `text`, or of those `spans` of it alone, in order; spans into `text`."""
    stretches = [Span(0, len(text))] if spans is None else list(spans)
    raw = [match for span in stretches for match in _TOKEN.finditer(text, span.start, span.end)]
    known = Counter(match.group() for match in raw)
    return tuple(token for match in raw for token in _apart(match.group(), match.start(), known))


def _apart(word: str, at: int, known: Counter[str]) -> Iterator[Token]:
    start = 0
    for part in _parts(word, known):
        yield Token(at + start, at + start + len(part), part, part.casefold())
        start += len(part)


def _parts(word: str, known: Counter[str]) -> list[str]:
    """`word` cut where a scraper lost a space: ``dilansirReuters``, ``Sasmitapada``; mostly [word]."""
    if len(word) < 5 or not word.isalpha():
        return [word]
    camel = [word] if word in _compounds() else _CAMEL.split(word)
    return [piece for part in camel for whole in _head(part, known) for piece in _tail(whole, known)]


def _head(word: str, known: Counter[str]) -> list[str]:
    """Cuts capitals off a name that hangs on them, well-known ones or those of the text: ``RISasmita``."""
    hung = _HUNG.match(word)
    if hung is None or word in _compounds() or known[word] > 2:
        return [word]
    head = hung.group(1)
    return [head, word[len(head) :]] if head in _heads() or known[head] else [word]


def _tail(word: str, known: Counter[str]) -> list[str]:
    """Cuts a small word or verb that hangs on a name, or one known word on another, by the text's own words."""
    if not 7 <= len(word) <= _LONGEST or known[word] > 2 or word in _compounds():
        return [word]
    for cut in range(len(word) - 2, 2, -1):
        head, tail = word[:cut], word[cut:]
        name = head[0].isupper() and cut >= 4
        if name and len(tail) >= _PLAIN and tail.startswith("me") and is_derived(tail):
            return [head, tail]
        if not known[head]:
            continue
        if (name and (tail in _small() or _VERB.fullmatch(tail))) or (
            cut >= 5 and ((len(tail) >= 5 and known[tail]) or (tail in _small() and len(tail) >= 4))
        ):
            return [head, tail]
    return [word]


@cache
def _compounds() -> frozenset[str]:
    return lexicon.forms("glue", kind="whole")


@cache
def _heads() -> frozenset[str]:
    return lexicon.forms("glue", kind="head")


@cache
def _small() -> frozenset[str]:
    return lexicon.forms("glue", kind="tail")
