"""A comparison after the rulings on it. Every doubt still counts toward one origin: a ruling that joins can only lower
what is surely independent, and one that parts raises no more than the upper bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from silang.archive.nouns import Ruling
from silang.comparison.origins import groups_left
from silang.model import Claim, Comparison, Evidence, Independence, Origin, Reason


def ruled(comparison: Comparison, rulings: Sequence[Ruling]) -> Comparison:
    """`comparison` with the claims and origins that `rulings` join or part, each with who ruled so as its reason."""
    if not rulings:
        return comparison
    for ruling in rulings:
        if ruling.kind == "origin":
            change = _one_origin if ruling.verdict else _not_one_origin
            comparison = change(comparison, ruling)
        elif ruling.kind == "claim":
            comparison = (_one_claim if ruling.verdict else _not_one_claim)(comparison, ruling)
    origins = {origin.id: origin for origin in comparison.origins}
    claims = tuple(_weighed(claim, origins) for claim in comparison.claims)
    left = {claim.id for claim in claims}
    conflicts = tuple(c if c.claim in left else replace(c, claim=None) for c in comparison.conflicts)
    return replace(comparison, claims=claims, conflicts=conflicts)


def evidence(told: str) -> Evidence:
    """The evidence that ``REPORT:start-end`` names. Raises ValueError where it is no such thing."""
    report, _, span = told.rpartition(":")
    start, _, end = span.partition("-")
    return Evidence(int(start), int(end), report)


def _reason(ruling: Ruling) -> Reason:
    said = {
        ("origin", True): "one origin", ("origin", False): "not one origin",
        ("claim", True): "the same claim", ("claim", False): "not the same claim",
    }[ruling.kind, ruling.verdict]  # fmt: skip
    return Reason("ruling", f"{ruling.who} ruled: {said} (no. {ruling.number}, {ruling.at[:10]})")


def _one_origin(comparison: Comparison, ruling: Ruling) -> Comparison:
    pair = (ruling.left, ruling.right)
    made = Origin(_next("o", comparison.origins), None, "undeclared", pair, (_reason(ruling),))
    claims = tuple(
        replace(claim, origins=(*claim.origins, made.id)) if set(pair) <= _reports(claim) else claim
        for claim in comparison.claims
    )
    return replace(comparison, origins=(*comparison.origins, made), claims=claims)


def _not_one_origin(comparison: Comparison, ruling: Ruling) -> Comparison:
    for origin in comparison.origins:
        if {ruling.left, ruling.right} <= set(origin.reports):
            comparison = _parted(comparison, origin, ruling)
    return comparison


def _parted(comparison: Comparison, origin: Origin, ruling: Ruling) -> Comparison:
    """The two origins that are left where two reports of one are untied; each keeps what ties the rest."""
    rests = [tuple(r for r in origin.reports if r != gone) for gone in (ruling.right, ruling.left)]
    others = tuple(o for o in comparison.origins if o is not origin)
    parts: list[Origin] = []
    for rest in rests:
        if len(rest) > 1:
            id = origin.id if not parts else _next("o", (*comparison.origins, *parts))
            reasons = tuple(r for r in origin.reasons if r.report is None or r.report in rest)
            parts.append(replace(origin, id=id, reports=rest, reasons=(*reasons, _reason(ruling))))
    claims = []
    for claim in comparison.claims:
        if origin.id in claim.origins:
            left = tuple(o for o in claim.origins if o != origin.id)
            held = tuple(part.id for part in parts if len(_reports(claim) & set(part.reports)) > 1)
            claim = replace(claim, origins=(*left, *held), reasons=(*claim.reasons, _reason(ruling)))
        claims.append(claim)
    return replace(comparison, origins=(*others, *parts), claims=tuple(claims))


def _one_claim(comparison: Comparison, ruling: Ruling) -> Comparison:
    sides = [evidence(ruling.left), evidence(ruling.right)]
    holding = [[c for c in comparison.claims if _holds(c, side)] for side in sides]
    if any(claim in holding[1] for claim in holding[0]):
        return comparison
    joined = list(dict.fromkeys(found[0] for found in holding if found))
    statements = [e for claim in joined for e in claim.statements]
    statements += [side for side in sides if not any(_same(side, e) for e in statements)]
    base = joined[0] if joined else None
    made = Claim(
        base.id if base else _next("c", comparison.claims),
        tuple(dict.fromkeys(statements)),
        base.source if base and all(c.source == base.source for c in joined) else None,
        tuple(dict.fromkeys(o for claim in joined for o in claim.origins)),
        Independence(max((c.independent.at_least for c in joined), default=0), 0),
        (*(base.reasons if base else ()), _reason(ruling)),
    )
    tied = tuple(o.id for o in comparison.origins if len(set(o.reports) & _reports(made)) > 1)
    made = replace(made, origins=tuple(dict.fromkeys((*made.origins, *tied))))
    return replace(comparison, claims=(*(c for c in comparison.claims if c not in joined), made))


def _not_one_claim(comparison: Comparison, ruling: Ruling) -> Comparison:
    sides = [evidence(ruling.left), evidence(ruling.right)]
    claims: list[Claim] = []
    for claim in comparison.claims:
        if not all(_holds(claim, side) for side in sides):
            claims.append(claim)
            continue
        parts: list[Claim] = []
        for gone in reversed(sides):
            kept = tuple(e for e in claim.statements if not _same(gone, e))
            if len({e.report for e in kept}) > 1:
                id = claim.id if not parts else _next("c", (*comparison.claims, *claims, *parts))
                parts.append(replace(claim, id=id, statements=kept, reasons=(*claim.reasons, _reason(ruling))))
        claims += parts
    return replace(comparison, claims=tuple(claims))


def _weighed(claim: Claim, origins: dict[str, Origin]) -> Claim:
    """`claim` with bounds that its origins allow."""
    place = {report: n for n, report in enumerate(sorted(_reports(claim)))}
    held = tuple(id for id in claim.origins if len(set(origins[id].reports) & place.keys()) > 1)
    bound = [[place[r] for r in origins[id].reports if r in place] for id in held]
    most = len(groups_left(place.values(), bound))
    return replace(claim, origins=held, independent=Independence(min(claim.independent.at_least, most), most))


def _reports(claim: Claim) -> set[str]:
    return {e.report for e in claim.statements}


def _holds(claim: Claim, side: Evidence) -> bool:
    return any(_same(side, e) for e in claim.statements)


def _same(side: Evidence, e: Evidence) -> bool:
    return side.report == e.report and side.meets(e)


def _next(letter: str, taken: Iterable[Claim | Origin]) -> str:
    used = {one.id for one in taken}
    return next(id for n in count(1) if (id := f"{letter}{n}") not in used)
