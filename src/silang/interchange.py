"""The JSON export, schema `silang/1`: the only definition of the fields on disk and wire.

Public, versioned, deterministic: same input, same bytes. `schema()` is its JSON Schema (draft 2020-12).
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from silang.errors import ExportError
from silang.model import (
    Claim,
    Comparison,
    Conflict,
    Credit,
    Crosscheck,
    Entity,
    Evidence,
    Extraction,
    Moment,
    Origin,
    Outlet,
    Quantity,
    Reason,
    Report,
    Source,
    Span,
    Statement,
)
from silang.version import MODEL, VERSION

SCHEMA = "silang/1"
Json = dict[str, Any]


def export(result: Crosscheck) -> Json:
    """The export of `result` as plain dicts and lists, keys and lists in the order of the schema."""
    return {
        "schema": SCHEMA,
        "run": {
            "version": VERSION,
            "model": MODEL,
            "inputs": [{"path": i.path, "sha256": i.sha256} for i in result.reading.inputs],
        },
        "entities": [_entity(entity) for entity in result.entities],
        "reports": [_report(r, x) for r, x in zip(result.reading.reports, result.extractions, strict=True)],
        "stories": [_story(comparison) for comparison in result.stories],
    }


def dumps(result: Crosscheck) -> bytes:
    """The export as UTF-8 JSON with a final line feed; a lone surrogate of the input stays a JSON escape."""
    text = json.dumps(export(result), ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def loads(data: bytes) -> Json:
    """An export from its bytes; ExportError where they are not JSON, or not of this schema's version."""
    try:
        found = json.loads(data)
    except ValueError as error:  # broken JSON, or no UTF-8
        raise ExportError(f"it is not JSON: {error}") from error
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        told = found.get("schema") if isinstance(found, dict) else None
        raise ExportError(f"its schema is {told!r}, not {SCHEMA!r}; make it with `silang export` of this version")
    return found


def schema() -> Json:
    """The JSON Schema of the export."""
    loaded: Json = json.loads(files("silang.schema").joinpath("silang-1.schema.json").read_text(encoding="utf-8"))
    return loaded


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "wikidata": entity.wikidata,
    }


def _report(report: Report, found: Extraction) -> Json:
    return {
        "id": report.id,
        "input": report.input,
        "text": report.text,
        "language": report.language,
        "outlet": _outlet(report.outlet),
        "headline": report.headline,
        "url": report.url,
        "published": report.published,
        "updated": report.updated,
        "dateline": report.dateline,
        "bylines": [{"role": b.role, "name": b.name} for b in report.bylines],
        "segments": [{**_span(s), "kind": s.kind} for s in report.segments],
        "sentences": [_span(s) for s in found.sentences],
        "mentions": [{**_span(m), "entity": m.entity} for m in found.mentions],
        "times": [{**_span(t), "type": t.type, "value": t.value} for t in found.times],
        "quantities": [_quantity(q) for q in found.quantities],
        "credits": [_credit(c) for c in found.credits],
        "statements": [_statement(s) for s in found.statements],
    }


def _outlet(outlet: Outlet | None) -> Json | None:
    return {"id": outlet.id, "name": outlet.name} if outlet else None


def _quantity(quantity: Quantity) -> Json:
    return {
        **_span(quantity),
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "modifier": quantity.modifier,
    }


def _credit(credit: Credit) -> Json:
    return {**_span(credit), "name": credit.name, "kind": credit.kind, "entity": credit.entity}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        **_span(statement),
        "mode": statement.mode,
        "source": _source(statement.source),
        "cue": _span(statement.cue) if statement.cue else None,
        "via": list(statement.via),
        "polarity": statement.polarity,
        "hops": [{**_span(h), "kind": h.kind, "name": h.name, "entity": h.entity} for h in statement.hops],
        "heard": statement.heard,
    }


def _source(source: Source | None) -> Json | None:
    if source is None:
        return None
    return {**_span(source), "text": source.text, "name": source.name, "entity": source.entity}


def _story(comparison: Comparison) -> Json:
    story = comparison.story
    return {
        "id": story.id,
        "headline": story.headline,
        "reports": list(story.reports),
        "first": story.first,
        "last": story.last,
        "outline": {
            "line": _evidence(story.outline.line) if story.outline.line else None,
            "who": list(story.outline.who),
            "where": list(story.outline.where),
            "when": story.outline.when,
        },
        "chain": [
            {"story": chapter.story, "headline": chapter.headline, "first": chapter.first, "names": list(chapter.names)}
            for chapter in story.chain
        ],
        "origins": [_origin(origin) for origin in comparison.origins],
        "claims": [_claim(claim) for claim in comparison.claims],
        "conflicts": [_conflict(conflict) for conflict in comparison.conflicts],
        "timeline": [_moment(moment) for moment in comparison.timeline],
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind,
        "reports": list(origin.reports),
        "reasons": [_reason(reason) for reason in origin.reasons],
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "statements": [_evidence(evidence) for evidence in claim.statements],
        "source": claim.source,
        "origins": list(claim.origins),
        "independent": {"at_least": claim.independent.at_least, "at_most": claim.independent.at_most},
        "reasons": [_reason(reason) for reason in claim.reasons],
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "kind": conflict.kind,
        "claim": conflict.claim,
        "left": _evidence(conflict.left),
        "right": _evidence(conflict.right),
        "detail": conflict.detail,
    }


def _moment(moment: Moment) -> Json:
    return {"value": moment.value, "statements": [_evidence(evidence) for evidence in moment.statements]}


def _evidence(evidence: Evidence) -> Json:
    if evidence.statement is not None:
        return {"report": evidence.report, "statement": evidence.statement}
    return {"report": evidence.report, **_span(evidence)}


def _reason(reason: Reason) -> Json:
    return {
        "name": reason.name,
        "detail": reason.detail,
        "report": reason.report,
        "start": reason.start,
        "end": reason.end,
    }
