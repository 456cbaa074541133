"""An outlet's own words on the page: how they are put, where they stand, bracketed by the foot they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from silang.dossier.feet import Part, outlets_of
from silang.dossier.naming import group_title
from silang.dossier.page import Bracket, Piece, Quote, Ref, Why
from silang.dossier.scene import Scene
from silang.model import Evidence, Origin, Reason, Span, Statement

MOST_REASONS = 12
_MARKS = tuple("\"“”„«»'‘’")
_HEADLINE = 240  # code points


def evidence_of(report: str, statement: Statement) -> Evidence:
    """A statement as evidence."""
    return Evidence(statement.start, statement.end, report, statement.id)


def quote(scene: Scene, evidence: Evidence, *, named: bool = True) -> Quote:
    """The words of `evidence`. `named` adds who said them to the note."""
    statement = scene.statement(evidence)
    note, doubt = _note(scene, statement, named)
    report = scene.by_id[evidence.report]
    whole = statement is not None and (statement.start, statement.end) == (evidence.start, evidence.end)
    return Quote(
        pieces=(Piece(scene.words(evidence)),),
        refs=((scene.outlet_name(report), scene.ref(report.id, evidence)),),
        note=note,
        direct=whole and statement is not None and statement.mode == "direct",
        doubt=doubt,
    )


def _note(scene: Scene, statement: Statement | None, named: bool) -> tuple[str, str | None]:
    say = scene.say
    if statement is None or statement.mode == "narrated":
        own = statement is not None and statement.heard == "own"
        return say("mode.seen" if own else "mode.narrated"), None
    name = scene.name(statement)
    parts = [name] if named and name else []
    parts.append(say(f"mode.{statement.mode}"))
    if statement.polarity != "affirmed":
        parts.append(say(f"mode.{statement.polarity}"))
    if statement.hops:
        parts.append(say("mode.via", names=" → ".join(hop.name for hop in statement.hops)))
    if statement.heard == "own":
        parts.append(say("mode.own"))
    return ", ".join(parts), None if name else say("doubt.source")


def merged(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Quotations alike in words and manner as one, with all their places."""
    found: dict[tuple[object, ...], Quote] = {}
    for one in quotes:
        key = (one.pieces, one.note, one.direct, one.doubt, one.base, one.gone)
        if key in found:
            found[key] = replace(found[key], refs=found[key].refs + one.refs)
        else:
            found[key] = one
    return tuple(found.values())


def ordered(scene: Scene, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence without doubles, first published first."""
    return sorted(dict.fromkeys(evidence), key=lambda e: (scene.order[e.report], e.start, e.end))


def brackets(
    scene: Scene, carried: Sequence[Part], quoted: Sequence[tuple[Evidence, Quote]], origins: Sequence[Origin]
) -> tuple[Bracket, ...]:
    """Quotations bracketed by foot; `origins` are those that tie them here."""
    return tuple(
        Bracket(
            badge=part.badge,
            title=group_title(scene, part.reports, origins),
            note=_bracket_note(scene, part),
            quotes=merged(q for evidence, q in quoted if evidence.report in part.reports),
        )
        for part in carried
    )


def _bracket_note(scene: Scene, part: Part) -> str:
    outlets = outlets_of(scene, part.reports)
    note = scene.say("count.counted_once", outlets=outlets) if len(part.reports) > 1 else outlets
    return f"{note}; {scene.say('claim.split')}" if part.split else note


def origins_of_ids(scene: Scene, ids: Iterable[str]) -> tuple[Origin, ...]:
    wanted = set(ids)
    return tuple(origin for origin in scene.comparison.origins if origin.id in wanted)


def in_marks(words: str) -> str:
    """`words` in quotation marks, unless they open or close with some of their own."""
    return words if words[:1] in _MARKS or words[-1:] in _MARKS else f"“{words}”"


def clipped(words: str, limit: int = _HEADLINE) -> str:
    """`words` cut at a blank, with an ellipsis, where they are longer than `limit` code points."""
    if len(words) <= limit:
        return words
    cut = words[:limit]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:") + " …"


def why(scene: Scene, reasons: Sequence[Reason], id: str | None = None) -> tuple[Why, ...]:
    """Reasons as the page shows them, those that say the same as one; past the first dozen, how many more there are
    and how to see them."""
    alike: dict[tuple[str, str | None, str], Why] = {}
    for one in (_why(scene, reason) for reason in reasons):
        key = (one.name, one.strength, one.detail)
        kept = alike.get(key)
        alike[key] = replace(kept, refs=tuple(dict.fromkeys(kept.refs + one.refs))) if kept else one
    shown = tuple(alike.values())[:MOST_REASONS]
    more = len(alike) - len(shown)
    if more and id:
        return (*shown, Why(scene.say("claim.more_why", n=more, id=id), None, ""))
    return shown


def _why(scene: Scene, reason: Reason) -> Why:
    refs: tuple[Ref, ...] = ()
    if reason.report in scene.by_id and reason.start is not None and reason.end is not None:
        refs = (scene.ref(reason.report, Span(reason.start, reason.end)),)
    name = scene.say.known(f"reason.{reason.name}") or reason.name
    strength = f"{reason.weight:.2f}" if reason.weight is not None and 0 <= reason.weight <= 1 else None
    known = scene.say.detail(reason.detail)
    return Why(name, strength, known or reason.detail, refs, None if known or scene.say.lang == "en" else "en")
