"""The evidence of a cross-check as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for other tools.

One annotation per piece of evidence: its target is the outlets' own words, by quotation and by position; its body says,
in Silang's words, what they are evidence of. Positions are code points, as the standard counts, into the text that the
target's state names by its hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from silang.dossier.iris import CLASSES, Iris, urn
from silang.model import (
    Claim,
    Comparison,
    Conflict,
    Crosscheck,
    Entity,
    Evidence,
    Origin,
    Reason,
    Report,
    Source,
    Span,
    Statement,
)
from silang.version import VERSION

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NEAR = 32  # code points before and after a quotation
_FAR = 256  # as many where fewer would not tell the place from another
_SHORT = 12  # as many where the full texts are left out


@dataclass(frozen=True, slots=True)
class _Held:
    reports: dict[str, Report]
    entities: dict[str, Entity]
    iris: Iris
    quotes_only: bool


def web_annotations(crosscheck: Crosscheck, *, quotes_only: bool = False) -> Json:
    """One AnnotationCollection: claims, conflicts and origins by story, then who said what, by report.

    `quotes_only` keeps what stands before and after each quotation to a few letters.
    """
    reports = {report.id: report for report in crosscheck.reading.reports}
    entities = {entity.id: entity for entity in crosscheck.entities}
    iris = Iris(crosscheck)
    held = _Held(reports, entities, iris, quotes_only)
    items = list(_items(held, crosscheck))
    about = urn("collection", (VERSION, *(iris.text(id) for id in reports), *(item["id"] for item in items)))
    return {
        "@context": CONTEXT,
        "id": about,
        "type": "AnnotationCollection",
        "label": "Evidence of a cross-check",
        "generator": {"type": "Software", "name": f"Silang {VERSION}"},
        "total": len(items),
        "first": {"id": f"{about}#1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _items(held: _Held, crosscheck: Crosscheck) -> Iterator[Json]:
    for comparison in crosscheck.stories:
        yield from _story(held, comparison)
    for found in crosscheck.extractions:
        for statement in found.statements:
            if statement.source is not None:
                yield _said(held, Evidence(statement.start, statement.end, found.report, statement.id), statement)


def _story(held: _Held, comparison: Comparison) -> Iterator[Json]:
    for claim in comparison.claims:
        for evidence in dict.fromkeys(claim.statements):
            yield _of_claim(held, claim, evidence)
    for conflict in comparison.conflicts:
        yield _side(held, conflict, "left", conflict.left)
        yield _side(held, conflict, "right", conflict.right)
    for origin in comparison.origins:
        for reason in dict.fromkeys(origin.reasons):
            if reason.report in held.reports and reason.start is not None and reason.end is not None:
                yield _of_origin(held, origin, reason, Evidence(reason.start, reason.end, reason.report))


def _of_claim(held: _Held, claim: Claim, evidence: Evidence) -> Json:
    iri, feet = held.iris.claim(claim), claim.independent
    carried = len({one.report for one in claim.statements})
    words = f"claim {claim.id}: {carried} reports, independent at least {feet.at_least}, at most {feet.at_most}"
    body = {"id": iri, "type": "schema:Claim", "label": f"claim {claim.id}", "dcterms:identifier": claim.id}
    return _annotation(held, evidence, iri, "linking", [body, _text(words)])


def _side(held: _Held, conflict: Conflict, side: str, evidence: Evidence) -> Json:
    iri = held.iris.conflict(conflict)
    words = f"conflict {conflict.id} ({conflict.kind}), {side} side: {conflict.detail}"
    body = {"id": iri, "label": f"conflict {conflict.id}", "dcterms:identifier": conflict.id}
    return _annotation(held, evidence, f"{iri} {side}", "linking", [body, _text(words)])


def _of_origin(held: _Held, origin: Origin, reason: Reason, evidence: Evidence) -> Json:
    iri = held.iris.origin(origin)
    words = f"origin {origin.id} ({origin.kind}), {reason.name}: {reason.detail}"
    body = {"id": iri, "label": f"origin {origin.id}", "dcterms:identifier": origin.id}
    return _annotation(held, evidence, f"{iri} {reason.name} {reason.detail}", "linking", [body, _text(words)])


def _said(held: _Held, evidence: Evidence, statement: Statement) -> Json:
    """A statement with its source: the words that name who said it, and whom they name."""
    assert statement.source is not None
    source = statement.source
    bodies: list[Json] = []
    if source.end > source.start:
        where = Evidence(source.start, source.end, evidence.report)
        bodies.append({**_target(held, where), "purpose": "identifying"})
    bodies += _who(held, source)
    known = "" if source.name else "; whom the source's words name was not found"
    bodies.append(_text(f"statement {statement.id}: {statement.mode}, {statement.polarity}{known}"))
    return _annotation(held, evidence, f"statement {statement.id}", "identifying", bodies)


def _who(held: _Held, source: Source) -> Iterator[Json]:
    entity = held.entities.get(source.entity or "")
    if entity is not None:
        kind = {"type": CLASSES[entity.label]} if entity.label in CLASSES else {}
        yield {"id": held.iris.entity(entity), **kind, "name": entity.name}
    elif source.name:
        yield {"type": "TextualBody", "value": source.name, "format": "text/plain", "purpose": "identifying"}


def _text(words: str) -> Json:
    return {
        "type": "TextualBody",
        "value": words,
        "format": "text/plain",
        "language": "en",
        "purpose": "describing",
    }


def _annotation(held: _Held, evidence: Evidence, about: str, motivation: str, bodies: Iterable[Json]) -> Json:
    return {
        "id": held.iris.evidence(evidence, about),
        "type": "Annotation",
        "motivation": motivation,
        "body": list(bodies),
        "target": _target(held, evidence),
    }


def _target(held: _Held, evidence: Evidence) -> Json:
    report = held.reports[evidence.report]
    near = _SHORT if held.quotes_only else _telling(report.text, evidence)
    return {
        "type": "SpecificResource",
        "source": {"id": held.iris.report(report.id), "type": "Text", "dcterms:identifier": report.id},
        "state": {"type": "TimeState", "cached": held.iris.text(report.id)},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.of(report.text),
                "prefix": report.text[max(evidence.start - near, 0) : evidence.start],
                "suffix": report.text[evidence.end : evidence.end + near],
            },
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        ],
    }


def _telling(text: str, span: Span) -> int:
    """How many code points around `span` tell it from every other place of the text, as far as `_FAR`."""
    near = _NEAR
    while near < _FAR:
        around = text[max(span.start - near, 0) : span.end + near]
        first = text.find(around)
        if text.find(around, first + 1) < 0:
            break
        near *= 2
    return near
