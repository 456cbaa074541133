"""The units that are compared: each sentence of each report, as the roots, values and names that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from silang.comparison.senses import Sense, senses
from silang.extraction.numerals import numeral_at
from silang.language import Parse, Token, lexicon
from silang.language.stems import root
from silang.model import Extraction, Span

_OPEN, _CLOSE = '“"«', '”"»'


@dataclass(frozen=True, slots=True)
class Unit(Span):
    """One sentence. `report` and `place` count from 0: which report of the story, which sentence of it.

    `terms` are its content words in order, roots with near-synonyms folded, numbers as values; `names` are those
    printed with a capital inside a sentence; `numbers` its values; `times` the TIMEX3 values in it; `quoted` is the
    share of its words inside quotation marks; `starts` is where each of its terms begins, in code points of the report;
    `senses` the class of the thesaurus that each is of.
    """

    report: int
    place: int
    terms: tuple[str, ...]
    printed: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    times: frozenset[str]
    quoted: float
    starts: tuple[int, ...] = ()
    senses: tuple[Sense | None, ...] = ()


@dataclass(frozen=True, slots=True)
class _Term:
    term: str
    printed: str
    quoted: bool
    name: bool
    number: bool
    start: int
    sense: Sense | None = None


def units(parses: Sequence[Parse], extractions: Sequence[Extraction]) -> list[list[Unit]]:
    """The units of each report, in order; the two sequences run over the same reports."""
    return [list(_units(n, parse, x)) for n, (parse, x) in enumerate(zip(parses, extractions, strict=True))]


def _units(report: int, parse: Parse, extraction: Extraction) -> Iterator[Unit]:
    quoted = False
    for place, sentence in enumerate(parse.sentences):
        found: list[_Term] = []
        tokens = parse.within(sentence)
        if any(block.start == sentence.start for block in parse.blocks):
            quoted = False  # a mark never closed runs to the end of its paragraph
        meant = senses(tokens)
        at = 0
        while at < len(tokens):
            quoted = _mark(tokens[at], quoted)
            sense = meant[at]
            at, term = _term(tokens, at, quoted)
            if term:
                found.append(replace(term, sense=sense))
        yield Unit(
            sentence.start,
            sentence.end,
            report,
            place,
            terms=tuple(t.term for t in found),
            printed=tuple(t.printed for t in found),
            names=frozenset(t.term for t in found if t.name),
            numbers=frozenset(t.term for t in found if t.number),
            times=frozenset(t.value for t in extraction.times if sentence.holds(t)),
            quoted=sum(t.quoted for t in found) / max(1, len(found)),
            starts=tuple(t.start for t in found),
            senses=tuple(t.sense for t in found),
        )


def _mark(token: Token, quoted: bool) -> bool:
    if token.text in _OPEN and token.text in _CLOSE:
        return not quoted
    return True if token.text in _OPEN else False if token.text in _CLOSE else quoted


def _term(tokens: Sequence[Token], at: int, quoted: bool) -> tuple[int, _Term | None]:
    token = tokens[at]
    numeral = numeral_at(tokens, at)
    if numeral is not None and numeral.low == numeral.high:
        value = f"{numeral.low.normalize():f}"
        return numeral.end, _Term(value, token.lower, quoted, False, True, token.start)
    if token.text[0].isdigit():
        return at + 1, _Term(token.lower.replace(":", "."), token.lower, quoted, False, True, token.start)
    if not token.is_word:
        return at + 1, None
    for length in (3, 2, 1):
        folded = _folds().get(tuple(t.lower for t in tokens[at : at + length]))
        if folded:
            return at + length, _Term(folded, token.lower, quoted, False, folded.isdigit(), token.start)
    term = root(token.lower)
    term = _folds().get((term,), term)
    return at + 1, _Term(term, token.lower, quoted, token.is_capital and at > 0, False, token.start)


@cache
def _folds() -> dict[tuple[str, ...], str]:
    """The forms of the classes that count as one term, with the word that stands for each class; by words as printed
    and by root."""
    folded = [entry for entry in lexicon.table("synonyms") if entry.get("fold")]
    return {tuple(form.split()): entry["form"] for entry in folded for form in entry["forms"]}
