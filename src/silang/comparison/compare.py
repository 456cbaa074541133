"""One story laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from silang.comparison.carrying import Carrying, common_source
from silang.comparison.claims import claims_of, other_words, shared_terms
from silang.comparison.conflicts import SEEN, find_conflicts
from silang.comparison.grain import coarser, side
from silang.comparison.likeness import Likeness
from silang.comparison.origins import Binding, bindings, groups_left
from silang.comparison.sheets import Sheet, sheet_of
from silang.comparison.ties import find_ties
from silang.comparison.timeline import timeline
from silang.comparison.tying import ENOUGH, Tied, tie
from silang.comparison.units import units
from silang.language import Parse
from silang.model import (
    Claim,
    Comparison,
    Conflict,
    Credit,
    Evidence,
    Extraction,
    Independence,
    Origin,
    Reason,
    Report,
    Story,
)

_SHOWN = 5  # terms


@dataclass(frozen=True, slots=True)
class Numbering:
    """How many claims, origins and conflicts earlier stories hold, so that ids go on: c1.., o1.., k1.."""

    claims: int = 0
    origins: int = 0
    conflicts: int = 0

    def after(self, comparison: Comparison) -> Numbering:
        """The numbering for the story that follows `comparison`."""
        return Numbering(
            self.claims + len(comparison.claims),
            self.origins + len(comparison.origins),
            self.conflicts + len(comparison.conflicts),
        )

    def of(self, comparison: Comparison) -> Comparison:
        """A comparison that was numbered from 1, as it is numbered here."""
        claims, origins, conflicts = self.claims, self.origins, self.conflicts
        return replace(
            comparison,
            origins=tuple(replace(o, id=_later(o.id, origins)) for o in comparison.origins),
            claims=tuple(
                replace(c, id=_later(c.id, claims), origins=tuple(_later(id, origins) for id in c.origins))
                for c in comparison.claims
            ),
            conflicts=tuple(
                replace(k, id=_later(k.id, conflicts), claim=_later(k.claim, claims) if k.claim else None)
                for k in comparison.conflicts
            ),
        )


def _later(id: str, by: int) -> str:
    return f"{id[0]}{int(id[1:]) + by}"


@dataclass(frozen=True, slots=True)
class _Table:
    """A story's reports side by side, all in one order."""

    reports: Sequence[Report]
    extractions: Sequence[Extraction]
    bound: Sequence[Binding]
    sheets: Sequence[Sheet]

    @property
    def ids(self) -> list[str]:
        return [report.id for report in self.reports]


def compare(
    story: Story,
    reports: Sequence[Report],
    parses: Sequence[Parse],
    extractions: Sequence[Extraction],
) -> Comparison:
    """What the reports of `story` assert alike, where they differ, and where their text comes from.

    The three sequences run over the story's reports in one order. Ids count from 1; see `Numbering`.
    """
    likeness = Likeness(units(parses, extractions))
    weighed = tie(likeness, SEEN)
    chances = {t.edge: t.chance for t in weighed if t.chance >= ENOUGH}
    found, kept = claims_of(chances, likeness.units, likeness.twins)
    tied = [t for t in weighed if t.edge in kept]
    sheets = [sheet_of(r, p, x) for r, p, x in zip(reports, parses, extractions, strict=True)]
    ties = find_ties(sheets, likeness, tied, found)
    table = _Table(reports, extractions, bindings(ties), sheets)
    carrying = Carrying(likeness, table.ids, extractions)
    by_edge = {t.edge: t for t in tied}
    claims = [
        _claim(n, carrying.evidence(clique), table, _reasons(clique, likeness, by_edge))
        for n, clique in enumerate(found, 1)
    ]
    origins = [_origin(n, binding, table) for n, binding in enumerate(table.bound, 1)]
    named = tuple(_named(claim, origins, table) for claim in claims)
    conflicts = find_conflicts(reports, extractions, likeness, weighed)
    return Comparison(
        story,
        tuple(origins),
        named,
        tuple(_numbered(n, conflict, named) for n, conflict in enumerate(conflicts, 1)),
        timeline(reports, extractions),
    )


def _origin(number: int, binding: Binding, table: _Table) -> Origin:
    reasons = dict.fromkeys(reason for t in binding.ties for reason in t.reasons)
    first = binding.ties[0]
    name, kind = first.name, first.kind
    if first.whole and kind == "undeclared" and (credited := _agency([table.sheets[n] for n in binding.reports])):
        name, kind = credited[0][1].name, "agency"
        reasons |= dict.fromkeys(Reason("credit", f"credits {c.name}", id, c.start, c.end) for id, c in credited)
    return Origin(f"o{number}", name, kind, tuple(table.ids[n] for n in binding.reports), tuple(reasons))


def _agency(sheets: Sequence[Sheet]) -> list[tuple[str, Credit]]:
    """The wire agency behind reports of one text throughout, where one of them credits it in its body and none another:
    the first credit in each report that has one."""
    found = [
        (sheet.report.id, name, credit)
        for sheet in sheets
        for name, credits in sheet.credits.items()
        for credit in credits[:1]
        if credit.kind == "agency" and any(s.meets(credit) for s in sheet.sentences)
    ]
    return [(id, credit) for id, _, credit in found] if len({name for _, name, _ in found}) == 1 else []


def _claim(number: int, found: Sequence[Evidence], table: _Table, why: Iterable[Reason]) -> Claim:
    statements = {x.report: x.statements for x in table.extractions}
    at = {report.id: n for n, report in enumerate(table.reports)}
    sides = [side(table.reports[at[e.report]], table.extractions[at[e.report]], e) for e in found]
    reasons = (*why, *coarser(sides))
    return Claim(f"c{number}", tuple(found), common_source(found, statements), (), Independence(0, 0), reasons)


def _reasons(clique: Sequence[int], likeness: Likeness, tied: Mapping[tuple[int, int], Tied]) -> Iterator[Reason]:
    printed = dict(zip(likeness.units[clique[0]].terms, likeness.units[clique[0]].printed, strict=True))
    shared = [printed[term] for term in shared_terms(clique, likeness)][:_SHOWN]
    if shared:
        yield Reason("terms", f"all say: {', '.join(shared)}")
    others = [" / ".join(printed) for printed in other_words(clique, likeness)][:_SHOWN]
    if others:
        yield Reason("other words", f"in other words: {', '.join(others)}")
    inside = [tied[edge] for edge in combinations(sorted(clique), 2) if edge in tied]
    if inside:
        yield from min(inside, key=lambda t: (t.chance, t.edge)).reasons


def _named(claim: Claim, origins: Sequence[Origin], table: _Table) -> Claim:
    """`claim` with the origins that tie its reports and with the bounds of its independence."""
    place = {id: n for n, id in enumerate(table.ids)}
    held: dict[int, list[Evidence]] = {}
    for e in sorted(claim.statements, key=lambda e: place[e.report]):
        held.setdefault(place[e.report], []).append(e)
    bound = [(o, b) for o, b in zip(origins, table.bound, strict=True) if b.binds(held)]
    groups = groups_left(held, [b.reports for _, b in bound])
    least = sum(any(_stands(n, claim.statements, table) for n in group) for group in groups)
    return Claim(
        claim.id,
        claim.statements,
        claim.source,
        tuple(o.id for o, _ in bound),
        Independence(least, len(groups)),
        claim.reasons,
    )


def _stands(report: int, held: Sequence[Evidence], table: _Table) -> bool:
    """Whether the report shows a foot of its own where it carries the claim."""
    mine = [e for e in held if e.report == table.ids[report]]
    sentences = [s for s in table.extractions[report].sentences if any(s.meets(e) for e in mine)]
    return any(span.meets(sentence) for span in table.sheets[report].own for sentence in sentences)


def _numbered(number: int, conflict: Conflict, claims: Sequence[Claim]) -> Conflict:
    held = next(
        (
            c.id
            for c in claims
            if all(
                any(e.report == side.report and e.meets(side) for e in c.statements)
                for side in (conflict.left, conflict.right)
            )
        ),
        None,
    )
    return Conflict(f"k{number}", conflict.kind, held, conflict.left, conflict.right, conflict.detail, conflict.reasons)
