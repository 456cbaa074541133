"""Chains: the media that stand between a speaker and the outlet, statement by statement.

*"…," kata X kepada RIA, dikutip dari Straits Times*: the outlet heard it from neither X nor RIA.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from silang.language import Parse
from silang.model import Credit, Span, Statement

_CLOSES = frozenset({"demikian", "dikutip", "dilansir", "mengutip", "melansir"})


def chained(statements: Sequence[Statement], credits: Sequence[Credit], parse: Parse) -> tuple[Statement, ...]:
    """The statements with `via` filled: entity ids of the media credited in their sentence, in the order of the text.

    A sentence that only credits (*Demikian dikutip dari X.*) speaks for the sentence before it.
    """
    spans = list(parse.sentences)
    hearsay: dict[int, list[Credit]] = {}
    for credit in credits:
        if (n := _sentence(spans, credit.start)) is not None:
            hearsay.setdefault(n, []).append(credit)
    return tuple(replace(s, via=_via(s, spans, hearsay, parse)) for s in statements)


def _sentence(spans: Sequence[Span], offset: int) -> int | None:
    n = bisect_right(spans, offset, key=_start) - 1
    return n if n >= 0 and offset < spans[n].end else None


def _start(span: Span) -> int:
    return span.start


def _via(
    statement: Statement, spans: Sequence[Span], hearsay: dict[int, list[Credit]], parse: Parse
) -> tuple[str, ...]:
    first, last = _sentence(spans, statement.start), _sentence(spans, statement.end - 1)
    if first is None or last is None:
        return ()
    cue = _sentence(spans, statement.cue.start) if statement.cue else None
    last = max(last, cue if cue is not None else last)
    reach = list(range(first, last + 1))
    if last + 1 < len(spans) and _only_credits(spans[last + 1], parse):
        reach.append(last + 1)
    own = statement.source.entity if statement.source else None
    found = [credit for n in reach for credit in hearsay.get(n, ()) if not statement.holds(credit)]
    return tuple(dict.fromkeys(c.entity for c in found if c.entity and c.entity != own))


def _only_credits(sentence: Span, parse: Parse) -> bool:
    words = parse.within(sentence)
    return bool(words) and words[0].lower in _CLOSES and not any(word.text == "," for word in words[:4])
