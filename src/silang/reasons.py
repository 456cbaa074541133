"""Why something was decided: the reasons of a claim, tie, conflict, story or statement, in words.

Nothing is computed here: every decision carries its `Reason`s from the stage that made it.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.errors import UnknownIdError
from silang.model import Claim, Comparison, Conflict, Crosscheck, Evidence, Origin, Reason, Span, Statement

_SHOWN = 160  # code points of a quoted span


def explain(result: Crosscheck, id: str) -> str:
    """The reasons of the claim (c12), origin (o1), conflict (k2), entity (e3), story or statement (REPORT/s4) `id`.

    Raises UnknownIdError, naming what ids there are, where the result holds no such id.
    """
    return "\n".join(_lines(result, id))


def _lines(result: Crosscheck, id: str) -> Iterator[str]:
    for comparison in result.stories:
        if comparison.story.id == id:
            return _story(result, comparison)
        for claim in comparison.claims:
            if claim.id == id:
                return _claim(result, comparison, claim)
        for origin in comparison.origins:
            if origin.id == id:
                return _origin(result, origin)
        for conflict in comparison.conflicts:
            if conflict.id == id:
                return _conflict(result, conflict)
    if any(entity.id == id for entity in result.entities):
        return _entity(result, id)
    report, _, statement = id.rpartition("/")
    if report:
        for found in result.extractions:
            for candidate in found.statements:
                if found.report == report and candidate.id == statement:
                    return _statement(result, report, candidate)
    raise UnknownIdError(f"nothing is called {id!r}. {_known(result)}")


def _known(result: Crosscheck) -> str:
    claims = sum(len(c.claims) for c in result.stories)
    origins = sum(len(c.origins) for c in result.stories)
    conflicts = sum(len(c.conflicts) for c in result.stories)
    kinds = [f"{mark}1 to {mark}{n}" for mark, n in (("c", claims), ("o", origins), ("k", conflicts)) if n]
    return "There are " + ", ".join([*kinds, "story ids", "and REPORT/sN for a statement"]) + "."


def _story(result: Crosscheck, comparison: Comparison) -> Iterator[str]:
    story = comparison.story
    yield f"story {story.id}: {story.headline}"
    yield f"  {len(story.reports)} reports: {', '.join(story.reports)}"
    yield f"  {len(comparison.claims)} claims, {len(comparison.origins)} origins, {len(comparison.conflicts)} conflicts"
    yield from _reasons(result, story.reasons)


def _claim(result: Crosscheck, comparison: Comparison, claim: Claim) -> Iterator[str]:
    feet = claim.independent
    yield f"claim {claim.id} of story {comparison.story.id}"
    for evidence in claim.statements:
        yield _quoted(result, evidence)
    yield f"independent: at least {feet.at_least}, at most {feet.at_most}"
    for origin in comparison.origins:
        if origin.id in claim.origins:
            yield f"  tied by origin {origin.id} ({origin.name or origin.kind}): {', '.join(origin.reports)}"
    yield from _reasons(result, claim.reasons)


def _origin(result: Crosscheck, origin: Origin) -> Iterator[str]:
    yield f"origin {origin.id}: {origin.kind} {origin.name or '(not named)'}"
    yield f"  shared by {', '.join(origin.reports)}"
    yield from _reasons(result, origin.reasons)


def _conflict(result: Crosscheck, conflict: Conflict) -> Iterator[str]:
    yield f"conflict {conflict.id}: {conflict.kind}" + (f", about claim {conflict.claim}" if conflict.claim else "")
    yield _quoted(result, conflict.left)
    yield _quoted(result, conflict.right)
    yield f"  {conflict.detail}"
    yield from _reasons(result, conflict.reasons)


def _entity(result: Crosscheck, id: str) -> Iterator[str]:
    entity = next(entity for entity in result.entities if entity.id == id)
    yield f"entity {entity.id}: {entity.name} ({entity.label})"
    for alias in entity.aliases:
        yield f"  also {alias}"
    for found in result.extractions:
        said = sum(1 for mention in found.mentions if mention.entity == id)
        if said:
            yield f"  {said} mentions in {found.report}"


def _statement(result: Crosscheck, report: str, statement: Statement) -> Iterator[str]:
    text = result.report(report).text
    yield f"statement {report}/{statement.id}: {statement.mode}, {statement.polarity}"
    yield f"  content [{statement.start}:{statement.end}] {_short(text, statement)}"
    if statement.source:
        name = statement.source.name or "not found"
        yield f"  source [{statement.source.start}:{statement.source.end}] {statement.source.text!r} = {name}"
    else:
        yield "  source not found"
    if statement.cue:
        yield f"  cue [{statement.cue.start}:{statement.cue.end}] {_short(text, statement.cue)}"
    for n, hop in enumerate(statement.hops, 1):
        words = hop.of(text)
        yield f"  hop {n} [{hop.start}:{hop.end}] {hop.kind} {words!r}" + (
            f" = {hop.name}" if hop.name != words else ""
        )
    if statement.heard:
        yield "  " + ("taken over from another medium" if statement.heard == "taken" else "heard or seen by the outlet")
    if statement.rule:
        yield f"  rule {statement.rule}"


def _reasons(result: Crosscheck, reasons: tuple[Reason, ...]) -> Iterator[str]:
    if reasons:
        yield "because:"
    for reason in reasons:
        weight = f" {reason.weight:+.3f}" if reason.weight is not None else ""
        yield f"  {reason.name}{weight}: {reason.detail}"
        if reason.report is not None and reason.start is not None and reason.end is not None:
            yield "  " + _quoted(result, Evidence(reason.start, reason.end, reason.report))


def _quoted(result: Crosscheck, evidence: Evidence) -> str:
    report = result.report(evidence.report)
    which = f"{evidence.report}/{evidence.statement}" if evidence.statement else evidence.report
    return f"  {which} [{evidence.start}:{evidence.end}] {_short(report.text, evidence)}"


def _short(text: str, span: Span) -> str:
    words = " ".join(span.of(text).split())
    return f"“{words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}”"
