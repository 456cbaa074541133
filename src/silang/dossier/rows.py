"""Claims as rows: what agrees, what is echo, what one outlet leaves out; and what one outlet alone has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from silang.dossier.feet import Standing, bounds, feet, origins_of, outlets_of, parts
from silang.dossier.page import Count, Link, Missing, Only, Quote, Row
from silang.dossier.quotes import brackets, clipped, evidence_of, in_marks, merged, ordered, origins_of_ids, quote, why
from silang.dossier.reader import safe
from silang.dossier.scene import Scene, instant
from silang.model import Claim, Evidence, Span

_COARSER = "coarser "  # how reasons are named for which a report is less exact
MOST_CLAIMS = 400  # on one page; the export has them all

Headed = tuple[Claim, Evidence]  # a claim, with the evidence whose words head it


@dataclass(frozen=True, slots=True)
class Chosen:
    """The claims that a page shows, in their order, and how many of two origins and of one it does not."""

    claims: tuple[Headed, ...]
    more_agreed: int
    more_echoes: int

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each claim shown, by its id."""
        return {claim.id: n for n, (claim, _) in enumerate(self.claims, 1)}


def chosen(scene: Scene) -> Chosen:
    """All claims, or past `MOST_CLAIMS` so many: a quarter of them are kept for claims of one origin, and a claim all
    of whose words are quoted by claims before it stands back."""
    claims = headed(scene)
    agreed = [one for one in claims if bounds(one[0]).most > 1]
    echoes = claims[len(agreed) :]
    first = _fresh(agreed, MOST_CLAIMS - min(len(echoes), MOST_CLAIMS // 4))
    second = _fresh(echoes, MOST_CLAIMS - len(first))
    return Chosen((*first, *second), len(agreed) - len(first), len(echoes) - len(second))


def _fresh(claims: Sequence[Headed], most: int) -> Sequence[Headed]:
    """At most so many of `claims`, in their order; those that quote nothing new are the first to go."""
    if len(claims) <= most:
        return claims
    seen: set[Evidence] = set()
    new: list[int] = []
    stale: list[int] = []
    for n, (claim, _) in enumerate(claims):
        (stale if seen.issuperset(claim.statements) else new).append(n)
        seen.update(claim.statements)
    return [claims[n] for n in sorted([*new, *stale][:most])]


def rows(
    scene: Scene, stand: Standing, claims: Sequence[Headed], conflicts: dict[str, tuple[Link, ...]]
) -> tuple[Row, ...]:
    """A row for each claim, numbered in the order given. `conflicts` are links by claim id."""
    return tuple(_row(scene, stand, (n, claim, lead), conflicts) for n, (claim, lead) in enumerate(claims, 1))


def headed(scene: Scene) -> tuple[Headed, ...]:
    """All claims, most origins first, then most outlets, then first published; each with the evidence whose words head
    it: the first published whose numbers are as exact as any and that heads none before."""
    claims = [claim for claim in scene.comparison.claims if claim.statements]
    claims.sort(key=lambda claim: _rank(scene, claim))
    used: set[str] = set()
    found = []
    for claim in claims:
        evidence = ordered(scene, claim.statements)
        coarse = coarser(claim, "number")
        exact = [e for e in evidence if not any(e.holds(span) for span in coarse.get(e.report, ()))]
        lead = next((e for e in (*exact, *evidence) if scene.words(e) not in used), evidence[0])
        used.add(scene.words(lead))
        found.append((claim, lead))
    return tuple(found)


def _rank(scene: Scene, claim: Claim) -> tuple[int, int, int, int, int]:
    first = ordered(scene, claim.statements)[0]
    count = bounds(claim)
    return (-count.most, -count.least, -len(_outlet_ids(scene, claim)), scene.order[first.report], first.start)


def _outlet_ids(scene: Scene, claim: Claim) -> set[str]:
    return {outlet.id for evidence in claim.statements if (outlet := scene.by_id[evidence.report].outlet)}


def anchor(claim: Claim) -> str:
    """The anchor of a claim's row."""
    return f"b-{claim.id}"


def _row(
    scene: Scene, stand: Standing, numbered: tuple[int, Claim, Evidence], conflicts: dict[str, tuple[Link, ...]]
) -> Row:
    number, claim, lead = numbered
    evidence = ordered(scene, claim.statements)
    origins, reports = bounds(claim), list(dict.fromkeys(e.report for e in evidence))
    coarse = coarser(claim)
    quoted = [(e, _quoted(scene, e, coarse.get(e.report, ()))) for e in evidence]
    ties = origins_of_ids(scene, claim.origins)
    carried = parts(scene, stand, reports, ties)
    return Row(
        anchor=anchor(claim),
        id=claim.id,
        number=number,
        origins=origins,
        outlets=len(_outlet_ids(scene, claim)),
        carried=outlets_of(scene, reports),
        headline=in_marks(clipped(scene.words(lead))),
        notes=tuple(_notes(scene, claim, lead)),
        feet=feet(scene, stand, carried, origins, coarse=coarse.keys()),
        brackets=brackets(scene, carried, quoted, ties),
        cite=_cite(scene, evidence, lead, origins),
        why=why(scene, claim.reasons, claim.id),
        conflicts=conflicts.get(claim.id, ()),
    )


def coarser(claim: Claim, kind: str = "") -> dict[str, list[Span]]:
    """What each report prints of the claim less exactly than another does, as the claim's reasons say: its numbers,
    times and places, or what of one `kind`."""
    found: dict[str, list[Span]] = {}
    for reason in claim.reasons:
        if (
            reason.name.startswith(_COARSER + kind)
            and reason.report
            and reason.start is not None
            and reason.end is not None
        ):
            found.setdefault(reason.report, []).append(Span(reason.start, reason.end))
    return found


def _quoted(scene: Scene, evidence: Evidence, coarse: Sequence[Span]) -> Quote:
    plain = quote(scene, evidence)
    if not any(evidence.holds(span) for span in coarse):
        return plain
    return replace(plain, note=plain.note + scene.say("list.comma") + scene.say("mode.coarser"))


def _notes(scene: Scene, claim: Claim, lead: Evidence) -> list[str]:
    notes = [scene.say("claim.words_of", code=scene.codes[lead.report])]
    if claim.source in scene.entities:
        key = "claim.one_source" if bounds(claim).most > 1 else "claim.source"
        notes.append(scene.say(key, name=scene.entities[claim.source].name))
    if coarse := coarser(claim):
        printed: dict[str, list[str]] = {}
        for report, spans in coarse.items():
            words = " ".join(spans[0].of(scene.by_id[report].text).split())
            printed.setdefault(words, []).append(scene.codes[report])
        named = [f"{scene.say.all(codes)} {in_marks(words)}" for words, codes in printed.items()]
        notes.append(scene.say("claim.coarse", names="; ".join(named)))
    return notes


def _cite(scene: Scene, evidence: Sequence[Evidence], lead: Evidence, counted: Count) -> str:
    """The claim as plain text to be copied: its words, every place that carries it, and on how many origins."""
    said: dict[str, list[Evidence]] = {}
    for e in [lead, *evidence]:
        said.setdefault(e.report, []).append(e)
    lines = [in_marks(scene.words(lead))]
    lines += [f"– {_cited(scene, report, places)}" for report, places in said.items()]
    carried = scene.say("count.from_origins", outlets=outlets_of(scene, said), origins=origins_of(scene, counted))
    return "\n".join([*lines, scene.say("claim.carried", carried=carried)])


def _cited(scene: Scene, report: str, places: Sequence[Evidence]) -> str:
    one = scene.by_id[report]
    hosts = (scene.host(report, e) for e in places)
    spots = dict.fromkeys(scene.place(host) for host in hosts if host)
    address = [one.url] if one.url and safe(one.url) else []
    return scene.say("list.comma").join([scene.outlet_name(one), scene.published(one), *spots, *address])


def only(scene: Scene, stand: Standing) -> tuple[Only, ...]:
    """Attributed statements that no claim holds, by outlet."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for report in scene.reports:
        key = (stand.badges[report.id], scene.outlet_name(report))
        found.setdefault(key, []).extend(_loose(scene, report.id))
    return tuple(
        Only(badge, outlet, merged(quote(scene, e) for e in evidence))
        for (badge, outlet), evidence in found.items()
        if evidence
    )


def _loose(scene: Scene, report: str) -> list[Evidence]:
    held = [e for claim in scene.comparison.claims for e in claim.statements if e.report == report]
    held_ids = {e.statement for e in held}
    return [
        evidence_of(report, statement)
        for statement in scene.extractions[report].statements
        if statement.mode != "narrated"
        and statement.id not in held_ids
        and not any(e.holds(statement) or statement.holds(e) for e in held)
    ]


def missing(scene: Scene, claims: Sequence[Headed], shown: Sequence[Row]) -> tuple[Missing, ...]:
    """Claims (with their rows) that all outlets but one carry, where there are three or more. An outlet whose last
    report came out before the claim was first printed left nothing out."""
    outlets = {outlet.id: outlet.name for outlet in scene.outlets}
    if len(outlets) < 3:
        return ()
    found = []
    for (claim, _), row in zip(claims, shown, strict=True):
        absent = outlets.keys() - _outlet_ids(scene, claim)
        if len(absent) == 1 and not _too_early(scene, one := absent.pop(), claim):
            link = Link(scene.say("claim.claim_link", n=row.number), f"#{row.anchor}")
            found.append(Missing(outlets[one], link, row.headline))
    return tuple(found)


def _too_early(scene: Scene, outlet: str, claim: Claim) -> bool:
    own = [instant(r.published) for r in scene.reports if r.outlet and r.outlet.id == outlet]
    others = [instant(scene.by_id[e.report].published) for e in claim.statements]
    known = [[when for when in row if when] for row in (own, others)]
    return len(known[0]) == len(own) and bool(known[1]) and max(known[0]) < min(known[1])
