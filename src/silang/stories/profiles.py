"""What a report is about, as weighted terms: the rarer a word among news, the more it weighs."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from silang.language import Parse, Token, stem, tokenize
from silang.model import Extraction, Report, Span, Time
from silang.stories.copies import Imprint, imprint
from silang.stories.rarity import is_rare, rarity

KEPT = 160
"""Terms of a profile; those beyond weigh next to nothing."""

_LEAD = 2  # sentences
_FRONT = 2.0  # a word of the headline or the lead counts so often
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Profile:
    """A report as its weighted terms (unit length), the heaviest `KEPT` of them.

    `day` is a proleptic ordinal, None where unknown; `days` are the calendar days that the text names, `front` those
    of its first two sentences; `names` are the
    terms that it writes with a capital within sentences, `opening` the rare ones of them in its first sentence;
    `printed` gives each term as the report first writes it. Made of one report alone, whatever others there are.
    """

    report: str
    day: int | None
    days: frozenset[int]
    front: frozenset[int]
    weights: dict[str, float]
    names: frozenset[str]
    opening: frozenset[str]
    printed: dict[str, str]
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class _Bag:
    counts: dict[str, float]
    names: frozenset[str]
    opening: frozenset[str]
    printed: dict[str, str]


def profile(report: Report, parse: Parse, extraction: Extraction) -> Profile:
    """What a report is about, from its language and what was found in it."""
    bag = _bag(report, parse)
    weights = _weights(bag.counts)
    return Profile(
        report.id,
        day=day_of(report, extraction),
        days=_days(extraction.times),
        front=front(parse.sentences, extraction.times),
        weights=weights,
        names=bag.names & weights.keys(),
        opening=bag.opening & weights.keys(),
        printed={word: bag.printed[word] for word in weights},
        imprint=imprint(report, sampled=True),
    )


def term(token: Token) -> str | None:
    """The term that a token counts as; None for marks and short words."""
    if token.is_word:
        return stem(token.lower) if len(token.lower) > 2 else None
    return token.lower if token.text[0].isdigit() else None


def _bag(report: Report, parse: Parse) -> _Bag:
    lead = _end(parse.sentences)
    opens = {sentence.start for sentence in parse.sentences}
    counts: defaultdict[str, float] = defaultdict(float)
    capitals: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for word, token in _terms(parse.tokens):
        counts[word] += _FRONT if token.start < lead else 1.0
        printed.setdefault(word, token.text)
        if token.start not in opens:
            capitals[word] += 1 if token.is_capital else -1
    for word, token in _terms(tokenize(report.headline or "")):
        counts[word] += _FRONT
        printed.setdefault(word, token.text)
    names = frozenset(word for word, n in capitals.items() if n > 0)
    first = {word for word, _ in _terms(parse.within(parse.sentences[0]))} if parse.sentences else set()
    opening = frozenset(name for name in names & first if is_rare(name))
    return _Bag(dict(counts), names, opening, printed)


def _terms(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    for token in tokens:
        if word := term(token):
            yield word, token


def _weights(counts: dict[str, float]) -> dict[str, float]:
    """The heaviest terms, heaviest first, as a vector of length 1."""
    weights = {word: (1 + math.log(n)) * rarity(word) for word, n in counts.items()}
    kept = heapq.nsmallest(KEPT, weights, key=lambda word: (-weights[word], word))
    length = math.sqrt(sum(weights[word] ** 2 for word in kept)) or 1.0
    return {word: weights[word] / length for word in kept}


def day_of(report: Report, extraction: Extraction) -> int | None:
    """The day of publication, else the one that relative times were counted from, as a proleptic ordinal."""
    return ordinal(report.published or extraction.reference or "")


def front(sentences: Sequence[Span], times: Iterable[Time]) -> frozenset[int]:
    """The calendar days that the lead names, as proleptic ordinals."""
    end = _end(sentences)
    return _days(time for time in times if time.start < end)


def _days(times: Iterable[Time]) -> frozenset[int]:
    return frozenset(day for time in times if (day := ordinal(time.value)) is not None)


def _end(sentences: Sequence[Span]) -> int:
    """Where the lead ends."""
    return sentences[:_LEAD][-1].end if sentences else 0


def ordinal(value: str) -> int | None:
    """The day of an ISO 8601 or TIMEX3 value, None where it names no calendar day."""
    try:
        return date.fromisoformat(value[:10]).toordinal() if _DAY.match(value) else None
    except ValueError:
        return None
