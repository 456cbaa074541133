"""The page of each story, put together from its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from silang.dossier import answer
from silang.dossier.clashes import clashes, links
from silang.dossier.feet import Standing, standing
from silang.dossier.gist import episodes, gist
from silang.dossier.page import Clash, Link, Page, Person, Row, Update
from silang.dossier.people import people
from silang.dossier.places import datelines, first_named, places
from silang.dossier.quotes import clipped, why
from silang.dossier.reader import Backlinks, papers
from silang.dossier.rows import chosen, missing, only, rows
from silang.dossier.scene import Scene
from silang.dossier.ties import ALONE, branches, firmest, own_shown, ties
from silang.dossier.ties import anchor as tie_anchor
from silang.dossier.timeline import days
from silang.dossier.updates import updates
from silang.dossier.wording import Wording, wording
from silang.model import Crosscheck, Reason, Skipped, Span

_SHORT = 32  # code points of a name beside a paragraph


def pages(crosscheck: Crosscheck, *, lang: str = "id", quotes_only: bool = False) -> tuple[Page, ...]:
    """One page per story, in the order of the cross-check. `quotes_only` leaves the reports' full texts out.

    Raises ValueError where `lang` is neither `id` nor `en`.
    """
    say = wording(lang)
    return tuple(_page(Scene(crosscheck, story, say, quotes_only)) for story in crosscheck.stories)


def skipped(say: Wording, inputs: Sequence[Skipped]) -> tuple[str, ...]:
    """What was passed over, by name and line, with the reason."""
    return tuple(
        say("skip.line" if skip.line is not None else "skip.file", path=skip.path, line=skip.line, reason=skip.reason)
        for skip in inputs
    )


def _page(scene: Scene) -> Page:
    say, stand, comparison = scene.say, standing(scene), scene.comparison
    picked = chosen(scene)
    cards = clashes(scene, stand, picked.numbers)
    shown = rows(scene, stand, picked.claims, links(scene, cards))
    said = people(scene, stand, picked.numbers)
    grown = updates(scene, stand)
    newest = next((r for r in reversed(scene.reports) if r.published), scene.reports[-1])
    headline = newest.headline or comparison.story.headline or say("page.unnamed")
    counts = answer.counts(scene, stand)
    return Page(
        id=comparison.story.id,
        lang=say.lang,
        quotes_only=scene.quotes_only,
        title=say("page.title", headline=headline, answer=", ".join(counts)),
        headline=headline,
        headline_link=Link(f"{scene.outlet_name(newest)}, {scene.published(newest)}", f"#{scene.codes[newest.id]}"),
        kicker=answer.kicker(scene),
        answer=counts,
        lead=answer.lead(scene, stand),
        origins=stand.independent,
        doubts=answer.doubts(scene),
        branches=branches(scene, stand),
        agreed=tuple(row for row in shown if row.origins.most > 1),
        clashes=cards,
        updates=grown,
        echoes=tuple(row for row in shown if row.origins.most == 1),
        only=only(scene, stand) if len(scene.reports) > 1 else (),
        missing=missing(scene, picked.claims, shown),
        people=said,
        ties=ties(scene, stand),
        days=days(scene, stand),
        papers=papers(scene, stand, _backlinks(scene, stand, (shown, cards, grown, said))),
        story_why=why(scene, comparison.story.reasons, comparison.story.id),
        skipped=skipped(say, scene.crosscheck.reading.skipped),
        places=places(scene, stand),
        datelines=datelines(scene),
        more_ties=len(comparison.origins) - len(firmest(scene)),
        more_agreed=picked.more_agreed,
        more_echoes=picked.more_echoes,
        bounds=answer.bounds(scene, stand),
        gist=gist(scene),
        chain=episodes(scene),
    )


_Parts = tuple[Sequence[Row], Sequence[Clash], Sequence[Update], Sequence[Person]]


def _backlinks(scene: Scene, stand: Standing, parts: _Parts) -> Backlinks:
    """From every place that the page names back to what names it."""
    shown, cards, grown, said = parts
    back = Backlinks()
    _of_claims(scene, shown, back)
    for card in cards:
        link = Link(scene.say("conflict.link", n=card.number), f"#{card.anchor}")
        for conflict in scene.comparison.conflicts:
            if conflict.id in card.ids:
                back.add(conflict.left.report, conflict.left, link)
                back.add(conflict.right.report, conflict.right, link)
    led = _places(scene)
    for update in grown:
        for ref in (ref for step in update.steps for _, ref in step.quote.refs):
            if ref.href in led:
                back.add(*led[ref.href], Link(scene.say("update.link"), f"#{update.anchor}"))
    for person in said:
        for utterance in person.utterances:
            link = Link(scene.say("reader.utterance", name=clipped(person.name, _SHORT)), f"#{utterance.anchor}")
            for ref in (ref for bracket in utterance.brackets for quote in bracket.quotes for _, ref in quote.refs):
                if ref.href in led:
                    back.add(*led[ref.href], link, narrated=False)
    _of_reasons(scene, stand, back)
    if line := scene.comparison.story.outline.line:
        back.add(line.report, line, None, narrated=False)
    for report, mention in first_named(scene):
        back.add(report, mention, None, narrated=False)
    for report, spans in scene.own.items():
        link = Link(scene.say("origin.back", badge=stand.badges[report]), f"#{ALONE}")
        for span in spans:
            back.add(report, span, link if own_shown(scene, stand, report) else None, narrated=False)
    for moment in scene.comparison.timeline:
        for evidence in moment.statements:
            back.add(evidence.report, evidence, None)
    return back


def _of_claims(scene: Scene, shown: Sequence[Row], back: Backlinks) -> None:
    claims = {claim.id: claim for claim in scene.comparison.claims}
    for row in shown:
        text = "claim.claim_back" if row.origins.most > 1 else "claim.claim_link"
        link = Link(scene.say(text, n=row.number, origins=row.origins), f"#{row.anchor}")
        for evidence in claims[row.id].statements:
            back.add(evidence.report, evidence, link)
        for reason in claims[row.id].reasons:
            _of_reason(scene, reason, link, back)


def _of_reasons(scene: Scene, stand: Standing, back: Backlinks) -> None:
    for origin in firmest(scene):
        badge = next((stand.badges[r] for r in origin.reports if r in stand.badges), "")
        link = Link(scene.say("origin.back", badge=badge), f"#{tie_anchor(origin)}")
        for reason in origin.reasons:
            _of_reason(scene, reason, link, back)
    for conflict in scene.comparison.conflicts:
        for reason in conflict.reasons:
            _of_reason(scene, reason, None, back)
    for reason in scene.comparison.story.reasons:
        _of_reason(scene, reason, None, back)


def _of_reason(scene: Scene, reason: Reason, link: Link | None, back: Backlinks) -> None:
    if reason.report in scene.by_id and reason.start is not None and reason.end is not None:
        back.add(reason.report, Span(reason.start, reason.end), link, narrated=False)


def _places(scene: Scene) -> dict[str, tuple[str, Span]]:
    """Where each link to a statement or to evidence leads, as report and span."""
    return {f"#{scene.anchor(report, span)}": (report, span) for report, span in _spans(scene)}


def _spans(scene: Scene) -> Iterator[tuple[str, Span]]:
    for report, found in scene.extractions.items():
        yield from ((report, statement) for statement in found.statements)
    for claim in scene.comparison.claims:
        yield from ((evidence.report, evidence) for evidence in claim.statements)
