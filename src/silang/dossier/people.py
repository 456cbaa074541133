"""Who said what, by person or body, in each outlet's wording; wordings of one utterance marked against a base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from silang.dossier.diff import near
from silang.dossier.feet import Standing, bounds, feet, outlets_of, parts
from silang.dossier.marking import differs, marked
from silang.dossier.page import Link, Person, Utterance
from silang.dossier.quotes import brackets, evidence_of, ordered, origins_of_ids, quote
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
    evidence: dict[str, list[tuple[Evidence, Claim]]] = {}
    for claim in scene.comparison.claims:
        for e in claim.statements:
            evidence.setdefault(e.report, []).append((e, claim))
    for report in scene.reports:
        for statement in scene.extractions[report.id].statements:
            if statement.mode != "narrated":
                held = next((c for e, c in evidence.get(report.id, ()) if _is_of(statement, e)), None)
                yield _Said(evidence_of(report.id, statement), statement, held)


def _is_of(statement: Statement, evidence: Evidence) -> bool:
    """Whether evidence of a claim is this statement, or a sentence round it, or a clause in it."""
    return statement.id == evidence.statement or evidence.holds(statement) or statement.holds(evidence)


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
    groups = _groups(scene, said) if key else [list(said)]
    utterances = tuple(
        _utterance(scene, stand, f"u-{number}-{n}", (group, numbers)) for n, group in enumerate(groups, 1)
    )
    counts = [
        scene.say("count.utterances", n=len(utterances)),
        outlets_of(scene, (s.evidence.report for s in said)),
    ]
    note = scene.say("list.comma").join(counts) if name else scene.say("doubt.source_note")
    return Person(f"u-{number}", name or scene.say("doubt.source"), name is None, note, utterances)


def _groups(scene: Scene, said: Sequence[_Said]) -> list[list[_Said]]:
    """One person's statements by utterance: of one claim, or in nearly the same words."""
    groups: list[list[_Said]] = []
    for one in said:
        words = scene.words(one.evidence)
        for group in groups:
            same = one.claim is not None and any(other.claim is one.claim for other in group)
            if same or near(scene.words(group[0].evidence), words):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _utterance(scene: Scene, stand: Standing, anchor: str, found: tuple[list[_Said], dict[str, int]]) -> Utterance:
    said, numbers = found
    evidence = ordered(scene, (s.evidence for s in said))
    plain = tuple(quote(scene, e, named=False) for e in evidence)
    quotes = marked(plain) if said[0].statement.source else plain
    claim = next((one.claim for one in said if one.claim), None)
    reports = [e.report for e in evidence]
    ties = origins_of_ids(scene, claim.origins) if claim else [o for group in stand.groups for o in group.origins]
    carried = parts(scene, stand, reports, ties)
    link = None
    if claim and claim.id in numbers:
        link = Link(scene.say("claim.claim_link", n=numbers[claim.id]), f"#{claim_anchor(claim)}")
    whole = claim is not None and {e.report for e in claim.statements} == set(reports)
    return Utterance(
        anchor=anchor,
        feet=feet(scene, stand, carried, bounds(claim) if claim and whole else None),
        brackets=brackets(scene, carried, list(zip(evidence, quotes, strict=True)), ties),
        compared=any(differs(q) for q in quotes),
        claim=link,
    )
