"""Who said what, by person or body, in each outlet's wording; wordings of one utterance marked against a base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from silang.dossier.diff import compared
from silang.dossier.feet import Standing, bounds, feet, outlets_of
from silang.dossier.page import Link, Person, Quote, Utterance
from silang.dossier.quotes import brackets, evidence_of, ordered, quote
from silang.dossier.rows import anchor as claim_anchor
from silang.dossier.scene import Scene
from silang.model import Claim, Evidence, Statement


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with its place, and the claim that holds it."""

    evidence: Evidence
    statement: Statement
    claim: Claim | None


def people(scene: Scene, stand: Standing, numbers: dict[str, int]) -> tuple[Person, ...]:
    """Everybody quoted: most outlets first, then most utterances, then first quoted; sources not found stand last."""
    by_source: dict[str, list[_Said]] = {}
    for said in _all_said(scene):
        by_source.setdefault(_key(scene, said.statement), []).append(said)
    order = {key: n for n, key in enumerate(by_source)}
    ranked = sorted(by_source.items(), key=lambda item: (not item[0], *_weight(scene, item[1]), order[item[0]]))
    return tuple(_person(scene, stand, n, (key, said, numbers)) for n, (key, said) in enumerate(ranked, 1))


def _all_said(scene: Scene) -> Iterable[_Said]:
    claims: dict[tuple[str, str], Claim] = {}
    for claim in scene.comparison.claims:
        for evidence in claim.statements:
            if statement := scene.statement(evidence):
                claims.setdefault((evidence.report, statement.id), claim)
    for report in scene.reports:
        for statement in scene.extractions[report.id].statements:
            if statement.mode != "narrated":
                held = claims.get((report.id, statement.id))
                yield _Said(evidence_of(report.id, statement), statement, held)


def _key(scene: Scene, statement: Statement) -> str:
    """What tells one source from another: the entity, else the name; empty where none was found."""
    source = statement.source
    if source and source.entity in scene.entities:
        return f"entity {source.entity}"
    return f"name {source.name.casefold()}" if source and source.name else ""


def _weight(scene: Scene, said: Sequence[_Said]) -> tuple[int, int]:
    outlets = {report.outlet.id for s in said if (report := scene.by_id[s.evidence.report]).outlet}
    return -len(outlets), -len(said)


def _person(scene: Scene, stand: Standing, number: int, found: tuple[str, list[_Said], dict[str, int]]) -> Person:
    key, said, numbers = found
    name = scene.name(said[0].statement) if key else None
    by_claim: dict[str, list[_Said]] = {}
    for one in said:
        held = one.claim.id if one.claim else f"{one.evidence.report}/{one.statement.id}"
        by_claim.setdefault(held, []).append(one)
    utterances = tuple(
        _utterance(scene, stand, f"u-{number}-{n}", (group, numbers)) for n, group in enumerate(by_claim.values(), 1)
    )
    counts = [
        scene.say("count.utterances", n=len(utterances)),
        outlets_of(scene, (s.evidence.report for s in said)),
    ]
    note = scene.say("list.comma").join(counts) if name else scene.say("doubt.source_note")
    return Person(f"u-{number}", name or scene.say("doubt.source"), name is None, note, utterances)


def _utterance(scene: Scene, stand: Standing, anchor: str, found: tuple[list[_Said], dict[str, int]]) -> Utterance:
    said, numbers = found
    evidence = ordered(scene, (s.evidence for s in said))
    quotes = [quote(scene, e, named=False) for e in evidence]
    marked, any_marked = _marked(quotes)
    claim = said[0].claim
    reports = [e.report for e in evidence]
    ties = [o for o in scene.comparison.origins if claim is None or o.id in claim.origins]
    link = None
    if claim and claim.id in numbers:
        link = Link(scene.say("claim.claim_link", n=numbers[claim.id]), f"#{claim_anchor(claim)}")
    whole = claim is not None and {e.report for e in claim.statements} == set(reports)
    return Utterance(
        anchor=anchor,
        feet=feet(scene, stand, reports, bounds(claim) if claim and whole else None),
        brackets=brackets(scene, stand, list(zip(evidence, marked, strict=True)), ties),
        compared=any_marked,
        claim=link,
    )


def _marked(quotes: Sequence[Quote]) -> tuple[list[Quote], bool]:
    """Quotations marked against the earliest direct one (else the earliest), and whether any was marked."""
    if len({q.words for q in quotes}) < 2:
        return list(quotes), False
    base = next((q for q in quotes if q.direct), quotes[0])
    marked = []
    for q in quotes:
        if q.words == base.words:
            marked.append(replace(q, base=q.direct == base.direct))
        elif difference := compared(base.words, q.words):
            marked.append(replace(q, pieces=difference[0], gone=difference[1]))
        else:
            marked.append(q)
    return marked, any(q.gone or any(p.mark != "same" for p in q.pieces) for q in marked)
