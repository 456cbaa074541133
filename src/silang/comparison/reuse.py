"""Shared text: the runs of words that two reports print alike.

Runs are found by their five-word shingles (Broder 1997) and grown as far as the words agree; a run may step over one
word that differs, as a rewriting hand leaves it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from silang.language import Parse, Token
from silang.model import Span

SHINGLE = 5  # words
_FREQUENT = 40  # places in a story; a shingle in more of them is a formula
_STEP = 2  # words that may differ between two runs on one diagonal


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its span in the earlier and in the later report, its words, and how many of them stand in quotation
    marks."""

    left: Span
    right: Span
    words: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Words:
    """A report's body as words without marks, and for each whether it stands inside quotation marks."""

    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]


def words_of(parse: Parse) -> Words:
    """The words of a parsed body. A mark that is never closed runs to the end of its paragraph."""
    tokens: list[Token] = []
    quoted: list[bool] = []
    for block in parse.blocks:
        inside = False
        for token in parse.within(block):
            if token.text in "“«":
                inside = True
            elif token.text in "”»":
                inside = False
            elif token.text == '"':
                inside = not inside
            elif token.text[0].isalnum():
                tokens.append(token)
                quoted.append(inside)
    return Words(tuple(tokens), tuple(quoted))


def shared_runs(reports: Sequence[Words]) -> dict[tuple[int, int], list[Run]]:
    """The runs of each pair of reports (indices, the lower first) that has any, in the order of the first."""
    places: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for n, report in enumerate(reports):
        lower = [token.lower for token in report.tokens]
        for at in range(len(lower) - SHINGLE + 1):
            places[tuple(lower[at : at + SHINGLE])].append((n, at))
    diagonals: defaultdict[tuple[int, int], defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for found in places.values():
        if 1 < len(found) <= _FREQUENT:
            for i, (a, at) in enumerate(found):
                for b, other in found[i + 1 :]:
                    if a != b:
                        diagonals[a, b][other - at].append(at)
    return {
        pair: sorted(
            (run for shift in sorted(rows) for run in _grown(reports, pair, shift, sorted(rows[shift]))),
            key=lambda run: (run.left.start, run.right.start),
        )
        for pair, rows in sorted(diagonals.items())
    }


def _grown(reports: Sequence[Words], pair: tuple[int, int], shift: int, starts: Sequence[int]) -> Iterator[Run]:
    left, right = reports[pair[0]], reports[pair[1]]
    first, last = starts[0], starts[0] + SHINGLE
    same = set(range(first, last))
    for at in starts[1:]:
        if at > last + _STEP:
            yield _run(left, right, shift, sorted(same))
            same = set()
            first = at
        last = at + SHINGLE
        same.update(range(at, last))
    yield _run(left, right, shift, sorted(same))


def _run(left: Words, right: Words, shift: int, same: Sequence[int]) -> Run:
    first, last = same[0], same[-1]
    return Run(
        Span(left.tokens[first].start, left.tokens[last].end),
        Span(right.tokens[first + shift].start, right.tokens[last + shift].end),
        len(same),
        sum(left.quoted[at] and right.quoted[at + shift] for at in same),
    )
