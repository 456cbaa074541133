"""Conflicts as cards: both readings at one size, each bracketed by foot. Pairs with the same two readings are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from silang.dossier.feet import Part, Standing, outlets_of, parts
from silang.dossier.marking import against, differs, pointed
from silang.dossier.page import Clash, Link, Quote, Side
from silang.dossier.quotes import brackets, clipped, ordered, quote, why
from silang.dossier.rows import anchor as claim_anchor
from silang.dossier.scene import Scene
from silang.model import Claim, Conflict, Evidence, Quantity, Reason, Span, Time

_NO_REASON = "detail"  # the stage gave none but what differs
_RENDERED = frozenset({"wording", "denial"})  # kinds whose sides render one utterance or assertion
_NAME = 60  # code points of a name in a title
_BIG = 32  # code points; longer words do not stand large


@dataclass(frozen=True, slots=True)
class _Readings:
    """The two figures or words by which a conflict differs, where they stand, and what is counted."""

    left: str
    right: str
    places: tuple[Span, Span]
    counted: str | None

    @property
    def big(self) -> tuple[str | None, str | None]:
        """The two as they stand large; nothing where one is too long for that."""
        return (self.left, self.right) if max(len(self.left), len(self.right)) <= _BIG else (None, None)


_Card = list[tuple[Conflict, _Readings | None]]


def clashes(scene: Scene, stand: Standing, numbers: dict[str, int]) -> tuple[Clash, ...]:
    """All conflicts, by kind, those between origins before those within one. `numbers` are those of claims by id."""
    found: dict[tuple[str, ...], _Card] = {}
    for conflict in sorted(scene.comparison.conflicts, key=lambda c: (_within(stand, c), c.kind)):
        readings = _readings(scene, conflict)
        key: tuple[str, ...] = (conflict.id,)
        if readings:
            conflict, readings = _turned(conflict, readings)
            claim = None if conflict.kind == "name" else conflict.claim  # a name is one wherever it is printed
            key = (conflict.kind, readings.counted or claim or "", readings.left, readings.right)
        found.setdefault(key, []).append((conflict, readings))
    cards = _whole_names(scene, found.values())
    return tuple(_clash(scene, stand, (n, pairs), numbers) for n, pairs in enumerate(cards, 1))


def _whole_names(scene: Scene, cards: Iterable[_Card]) -> list[_Card]:
    """`cards`, those of names that differ in two words at the same places made one, which gives the names whole."""
    found: dict[tuple[object, ...], _Card] = {}
    for card in cards:
        first = card[0][0]
        key: tuple[object, ...] = (first.id,)
        if first.kind == "name":
            key = (first.kind, frozenset(frozenset((c.left, c.right)) for c, _ in card))
        if key in found:
            card = [_whole_name(scene, conflict) for conflict, _ in (*found[key], *card)]
        found[key] = card
    return list(found.values())


def _whole_name(scene: Scene, conflict: Conflict) -> tuple[Conflict, _Readings | None]:
    readings = _pair(scene, (conflict.left, conflict.left), (conflict.right, conflict.right), None)
    return _turned(conflict, readings) if readings else (conflict, None)


def _within(stand: Standing, conflict: Conflict) -> bool:
    return stand.badges[conflict.left.report] == stand.badges[conflict.right.report]


def links(scene: Scene, cards: Sequence[Clash]) -> dict[str, tuple[Link, ...]]:
    """The conflicts of each claim, by its id."""
    claims = {conflict.id: conflict.claim for conflict in scene.comparison.conflicts}
    found: dict[str, list[Link]] = {}
    for card in cards:
        for claim in dict.fromkeys(claims[id] for id in card.ids):
            if claim is not None:
                found.setdefault(claim, []).append(Link(_link(scene, card.number), f"#{card.anchor}"))
    return {claim: tuple(row) for claim, row in found.items()}


def _link(scene: Scene, number: int) -> str:
    return scene.say("conflict.link", n=number)


def _turned(conflict: Conflict, readings: _Readings) -> tuple[Conflict, _Readings]:
    """The same conflict with its readings in one order, whichever report was left."""
    if readings.left <= readings.right:
        return conflict, readings
    swapped = Conflict(
        conflict.id, conflict.kind, conflict.claim, conflict.right, conflict.left, conflict.detail, conflict.reasons
    )
    return swapped, _Readings(readings.right, readings.left, (readings.places[1], readings.places[0]), readings.counted)


def _readings(scene: Scene, conflict: Conflict) -> _Readings | None:
    """The pair of figures or words that differ: as the reasons point to them, else where the sides hold such a pair."""
    left, right = conflict.left, conflict.right
    pointed = [
        [span for r in conflict.reasons if r.report == e.report and (span := _pointed(r))] for e in (left, right)
    ]
    if len(pointed[0]) == len(pointed[1]) == 1:
        return _pair(scene, (left, pointed[0][0]), (right, pointed[1][0]), None)
    if conflict.kind == "number":
        for one in _quantities(scene, left):
            for other in _quantities(scene, right):
                alike = one.unit == other.unit and (one.counted or "") == (other.counted or "")
                if alike and (one.low, one.high) != (other.low, other.high):
                    return _pair(scene, (left, one), (right, other), one.counted)
    if conflict.kind == "date":
        for first in _times(scene, left):
            for second in _times(scene, right):
                if first.type == second.type and first.value != second.value:
                    return _pair(scene, (left, first), (right, second), None)
    return None


def _pointed(reason: Reason) -> Span | None:
    return None if reason.start is None or reason.end is None else Span(reason.start, reason.end)


def _pair(
    scene: Scene, left: tuple[Evidence, Span], right: tuple[Evidence, Span], counted: str | None
) -> _Readings | None:
    one, other = (" ".join(span.of(scene.by_id[e.report].text).split()) for e, span in (left, right))
    return _Readings(one, other, (left[1], right[1]), counted) if one != other else None


def _quantities(scene: Scene, side: Evidence) -> list[Quantity]:
    return [q for q in scene.extractions[side.report].quantities if side.holds(q)]


def _times(scene: Scene, side: Evidence) -> list[Time]:
    return [t for t in scene.extractions[side.report].times if side.holds(t)]


def _clash(
    scene: Scene,
    stand: Standing,
    numbered: tuple[int, _Card],
    numbers: dict[str, int],
) -> Clash:
    number, pairs = numbered
    conflicts = [conflict for conflict, _ in pairs]
    first, readings = pairs[0]
    reasons = [reason for conflict in conflicts for reason in _reasons(conflict)]
    claim = next((c for c in scene.comparison.claims if c.id == first.claim), None)
    left, right = _quoted(scene, pairs)
    big = readings.big if readings else (None, None)
    return Clash(
        anchor=f"p-{first.id}",
        ids=tuple(conflict.id for conflict in conflicts),
        number=number,
        kind=scene.say(f"conflict.{first.kind}"),
        title=_title(scene, first, readings),
        left=_side(scene, stand, left, (big[0], right)),
        right=_side(scene, stand, right, (big[1], left)),
        why=why(scene, tuple(dict.fromkeys(reasons)), first.id),
        claim=_claim_link(scene, claim, numbers),
    )


def _reasons(conflict: Conflict) -> tuple[Reason, ...]:
    return conflict.reasons or (Reason(_NO_REASON, conflict.detail),)


def _claim_link(scene: Scene, claim: Claim | None, numbers: dict[str, int]) -> Link | None:
    if claim is None or claim.id not in numbers:
        return None
    return Link(scene.say("claim.claim_link", n=numbers[claim.id]), f"#{claim_anchor(claim)}")


def _title(scene: Scene, conflict: Conflict, readings: _Readings | None) -> str:
    if conflict.kind == "number" and readings and readings.counted:
        return scene.say("conflict.number_counted", counted=readings.counted)
    statements = (scene.statement(side) for side in (conflict.left, conflict.right))
    names = {scene.name(statement) if statement else None for statement in statements}
    if conflict.kind == "wording" and len(names) == 1 and (name := names.pop()):
        return scene.say("conflict.wording_of", name=clipped(name, _NAME))
    return scene.say(f"conflict.{conflict.kind}_about")


_Quoted = dict[Evidence, Quote]


def _quoted(scene: Scene, pairs: Sequence[tuple[Conflict, _Readings | None]]) -> tuple[_Quoted, _Quoted]:
    """The words of both sides, first published first, with what differs marked."""
    sides: tuple[dict[Evidence, Span | None], dict[Evidence, Span | None]] = ({}, {})
    for conflict, readings in pairs:
        for n, evidence in enumerate((conflict.left, conflict.right)):
            sides[n].setdefault(evidence, readings.places[n] if readings else None)
    left, right = ({e: _pointing(scene, e, side[e]) for e in ordered(scene, side)} for side in sides)
    if pairs[0][0].kind in _RENDERED:
        first = next(iter(left))
        base = quote(scene, first)
        if told := {e: found for e in right if differs(found := against(base, quote(scene, e)))}:
            left[first] = replace(left[first], base=True)
            right |= told
    return left, right


def _pointing(scene: Scene, evidence: Evidence, words: Span | None) -> Quote:
    plain = quote(scene, evidence)
    if words is None:
        return plain
    return replace(plain, pieces=pointed(scene.by_id[evidence.report].text, evidence, words))


def _side(scene: Scene, stand: Standing, here: _Quoted, reading: tuple[str | None, Iterable[Evidence]]) -> Side:
    """One side of a conflict."""
    big, other = reading
    reports = tuple(dict.fromkeys(e.report for e in here))
    origins = [o for group in stand.groups for o in group.origins]
    carried = parts(scene, stand, reports, origins)
    total = _total(scene, stand, carried, other)
    return Side(big, total, outlets_of(scene, reports), brackets(scene, carried, list(here.items()), origins))


def _total(scene: Scene, stand: Standing, carried: Sequence[Part], other: Iterable[Evidence]) -> str:
    """On how many origins a side stands; on none of its own where all its reports are tied to the other side's."""
    here = {letter for part in carried for letter in part.letters}
    there = {stand.badges[e.report] for e in other}
    if here == there and len(here) == 1:
        return scene.say("conflict.inside", badge=min(here))
    if here <= there:
        return scene.say("conflict.no_own")
    return scene.say("count.origins", n=len(carried))
