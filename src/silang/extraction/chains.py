"""Chains: what stands between a speaker and the outlet, statement by statement, each hop with its span.

*"…," kata X melalui penerjemahnya kepada RIA, dikutip dari Straits Times*: the outlet heard it from none of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from silang.extraction.hops import interprets
from silang.language import Parse
from silang.model import Credit, Heard, Hop, Span, Statement

_CLOSES = frozenset({"demikian", "dikutip", "dilansir", "mengutip", "melansir"})
_CITES = frozenset({"mengutip", "melansir", "dari", "merujuk", "mengacu", "menukil", "menyitir", "berdasarkan"})
_ELSE = frozenset({
    "menanggapi", "merespons", "merespon", "soal", "terkait", "tentang", "mengenai", "yang", "menyusul", "setelah",
    "karena", "sebab", "untuk", "perihal", "usai", "dan",
})  # fmt: skip
_HEARD_BY = frozenset({"agency", "outlet", "broadcast"})  # who stands between means that the outlet took it over
_RANK = {"interpreter": 0, "spokesperson": 0, "channel": 1, "social": 1, "document": 1, "agency": 2}


@dataclass(frozen=True, slots=True)
class Between:
    """What a report names that words came through, and the places where it says that it has something itself."""

    hops: Sequence[Hop]
    credits: Sequence[Credit]
    own: Sequence[Span] = ()


def chained(statements: Sequence[Statement], between: Between, parse: Parse) -> tuple[Statement, ...]:
    """The statements with `hops`, `via` and `heard` filled, from what is named in their sentence.

    A sentence that only credits (*Demikian dikutip dari X.*) speaks for the sentence before it.
    """
    spans = list(parse.sentences)
    said = [s for s in statements if s.mode != "narrated"]
    media = {c.entity for c in between.credits if c.entity and c.kind in _HEARD_BY}
    free = [hop for hop in between.hops if not any(s.holds(hop) for s in said) and not _meets(hop, between.credits)]
    found = []
    for statement in statements:
        reach = _reach(statement, spans, parse)
        own = statement.source.entity if statement.source else None
        hops = [hop for hop in free if _lies(hop, reach) and _is_of(hop, statement, said, parse)]
        hops += [_medium(c) for c in between.credits if _lies(c, reach) and not statement.holds(c) and c.entity != own]
        if statement.source and interprets(statement.source):
            source = statement.source
            hops.append(Hop(source.start, source.end, "interpreter", source.text))
        chain = _ordered(hops, parse)
        through = tuple(dict.fromkeys(hop.entity for hop in chain if hop.entity and hop.entity != own))
        taken = own in media or any(hop.kind in _HEARD_BY for hop in chain)
        heard: Heard | None = "taken" if taken else "own" if any(_lies(o, reach) for o in between.own) else None
        found.append(replace(statement, hops=chain, via=through, heard=heard))
    return tuple(found)


def _meets(hop: Hop, credits: Sequence[Credit]) -> bool:
    return any(hop.meets(credit) for credit in credits)


def _medium(credit: Credit) -> Hop:
    return Hop(credit.start, credit.end, credit.kind, credit.name, credit.entity)


def _lies(span: Span, reach: Sequence[Span]) -> bool:
    return any(sentence.start <= span.start < sentence.end for sentence in reach)


def _reach(statement: Statement, spans: Sequence[Span], parse: Parse) -> Sequence[Span]:
    """The sentences whose hops are the statement's: its own, its cue's, and one after it that only credits."""
    first, last = _sentence(spans, statement.start), _sentence(spans, statement.end - 1)
    if first is None or last is None:
        return ()
    cue = _sentence(spans, statement.cue.start) if statement.cue else None
    last = max(last, cue if cue is not None else last)
    if last + 1 < len(spans) and _only_credits(spans[last + 1], parse):
        last += 1
    return spans[first : last + 1]


def _sentence(spans: Sequence[Span], offset: int) -> int | None:
    n = bisect_right(spans, offset, key=_start) - 1
    return n if n >= 0 and offset < spans[n].end else None


def _start(span: Span) -> int:
    return span.start


def _only_credits(sentence: Span, parse: Parse) -> bool:
    words = parse.within(sentence)
    return bool(words) and words[0].lower in _CLOSES and not any(word.text == "," for word in words[:4])


def _is_of(hop: Hop, statement: Statement, said: Sequence[Statement], parse: Parse) -> bool:
    """Whether a hop belongs to this statement's attribution: no cue is nearer, and no other matter stands between."""
    cue = statement.cue
    if cue is None:
        return False
    before = [s.cue for s in said if s.cue and s.cue.end <= hop.start]
    if before:
        nearest = max(before, key=lambda c: c.end)
    else:
        nearest = min((s.cue for s in said if s.cue and s.cue.start >= hop.end), key=_start, default=cue)
    if cue != nearest:
        return False
    between = parse.within(Span(cue.end, hop.start)) if cue.end <= hop.start else ()
    return not any(word.lower in _ELSE and not statement.holds(word) for word in between)


def _ordered(hops: Sequence[Hop], parse: Parse) -> tuple[Hop, ...]:
    """Hops from the source on: who speaks for somebody, then where it was said, then agencies, then other media.

    Within a kind in the order of the text; but what the one before cites is nearer to the source (*X, mengutip Y*).
    """
    chain: list[Hop] = []
    for hop in sorted(set(hops), key=lambda h: (h.start, h.end)):
        at = len(chain)
        while at and _goes_before(hop, chain[at - 1], parse):
            at -= 1
        chain.insert(at, hop)
    return tuple(hop for n, hop in enumerate(chain) if not any(_alike(hop, other) for other in chain[:n]))


def _goes_before(later: Hop, earlier: Hop, parse: Parse) -> bool:
    if (one := _RANK.get(later.kind, 3)) != (other := _RANK.get(earlier.kind, 3)) and min(one, other) < 2:
        return one < other
    words = [word.lower for word in parse.within(Span(earlier.end, later.start))]
    if "." in words:
        return False
    cited = any(word in _CITES and before not in ("dikutip", "dilansir") for before, word in pairwise(["", *words]))
    return cited or one < other


def _alike(hop: Hop, other: Hop) -> bool:
    return hop.kind == other.kind and hop.name.casefold() == other.name.casefold()
