"""Who took from whom: the tree of origins in the head, and every tie with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from silang.dossier.feet import Group, Standing, binds_story, outlets_of
from silang.dossier.naming import declares, group_title, how, is_root, origin_title
from silang.dossier.page import Branch, Leaf, Tie, Why
from silang.dossier.quotes import why
from silang.dossier.scene import Scene
from silang.model import Origin

ALONE = "asal-sendiri"
MOST_TIES = 120  # on one page; the export has them all
_MOST_SIGNS = 3  # of own reporting, per report


def branches(scene: Scene, stand: Standing) -> tuple[Branch, ...]:
    """The groups of the story's reports that count once."""
    return tuple(_branch(scene, group) for group in stand.groups)


def _branch(scene: Scene, group: Group) -> Branch:
    counts = [outlets_of(scene, group.reports), scene.say("count.reports", n=len(group.reports))]
    alone = "origin.branch_own" if any(scene.own[report] for report in group.reports) else "origin.branch_alone"
    return Branch(
        badge=group.badge,
        title=group_title(scene, group.reports, group.origins) if len(group.reports) > 1 else scene.say(alone),
        note=scene.say("list.comma").join(counts),
        tied=len(group.reports) > 1,
        leaves=tuple(_leaf(scene, group, report) for report in group.reports),
    )


def _leaf(scene: Scene, group: Group, id: str) -> Leaf:
    report, code = scene.by_id[id], scene.codes[id]
    words, declared, root = how(scene, id, group.origins)
    clock = scene.say.clock(report.published) if report.published else ""
    several = len({(r.published or "")[:10] for r in scene.reports}) > 1
    published = clock if clock and not several else scene.say.short(report.published) or scene.published(report)
    day = _day(report.published) if several else ""
    return Leaf(code, scene.outlet_name(report), f"#{code}", published, (clock[:5], day), words, declared, root)


def _day(published: str | None) -> str:
    """`13/8` of an ISO day."""
    year, _, rest = (published or "")[:10].partition("-")
    month, _, day = rest.partition("-")
    return f"{int(day)}/{int(month)}" if year.isdigit() and month.isdigit() and day.isdigit() else ""


def ties(scene: Scene, stand: Standing) -> tuple[Tie, ...]:
    """Origins with their reasons, the firmest first, then groups tied by their outlet alone, then those with no tie
    found."""
    found = [_tie(scene, stand, origin) for origin in firmest(scene)]
    for group in stand.groups:
        if len(group.reports) > 1 and not group.origins:
            found.append(_same_house(scene, group))
    if len(scene.reports) > 1:
        found += _alone(scene, stand)
    return tuple(found)


def firmest(scene: Scene) -> list[Origin]:
    """The origins whose reasons a page shows, at most `MOST_TIES`: those that tie throughout, then the credited, then
    the surest."""
    return sorted(scene.comparison.origins, key=lambda origin: _doubt(scene, origin))[:MOST_TIES]


def _doubt(scene: Scene, origin: Origin) -> tuple[bool, float]:
    weights = [r.weight for r in origin.reasons if r.weight is not None and 0 <= r.weight <= 1]
    return not binds_story(scene, origin), -(max(weights, default=0.0) if origin.kind == "undeclared" else 1.0)


def anchor(origin: Origin) -> str:
    """The anchor of an origin's reasons."""
    return f"asal-{origin.id}"


def _tie(scene: Scene, stand: Standing, origin: Origin) -> Tie:
    reports = [report for report in scene.order if report in set(origin.reports)]
    codes = scene.say.all([scene.codes[report] for report in reports], 12)
    partial = "" if binds_story(scene, origin) else f", {scene.say('origin.partial')}"
    named = [declares(scene, report, origin) or is_root(scene, report, origin) for report in reports]
    kind = "undeclared_tag" if not any(named) else "declared" if all(named) else "part_declared"
    title = f"{origin_title(scene, origin)}: {codes}"
    badge = stand.badges[reports[0]] if reports else ""
    return Tie(
        anchor(origin),
        origin.id,
        badge,
        title,
        scene.say(f"origin.{kind}") + partial,
        why(scene, origin.reasons, origin.id),
    )


def _same_house(scene: Scene, group: Group) -> Tie:
    one = len({scene.outlet_name(scene.by_id[report]) for report in group.reports}) == 1
    codes = scene.say.all([scene.codes[report] for report in group.reports], 12)
    title = f"{group_title(scene, group.reports, ())}: {codes}"
    kind, reason = ("same_tag", "same_why") if one else ("group_tag", "group_why")
    reasons = (Why(scene.say(f"origin.{reason}"), None, ""),)
    return Tie(f"asal-{group.badge}", None, group.badge, title, scene.say(f"origin.{kind}"), reasons)


def own_shown(scene: Scene, stand: Standing, report: str) -> bool:
    """Whether the list of ties shows the report's own reporting: where there are others, and no origin ties it."""
    return (
        len(scene.reports) > 1
        and bool(scene.own[report])
        and not any(group.origins for group in stand.groups if report in group.reports)
    )


def _alone(scene: Scene, stand: Standing) -> Iterator[Tie]:
    """Who stands alone, and why: with signs of own reporting, or for want of any tie."""
    single = [group for group in stand.groups if len(group.reports) == 1]
    own = [g for g in stand.groups if not g.origins and any(own_shown(scene, stand, r) for r in g.reports)]
    if own:
        yield _stands(scene, own)
    rest = [group for group in single if group not in own]
    if rest:
        names = _names(scene, rest)
        reasons = (Why(scene.say("origin.alone_why"), None, ""),)
        yield Tie("asal-tanpa", None, _badges(rest), scene.say("origin.alone_title", names=names), "", reasons)


def _stands(scene: Scene, own: Sequence[Group]) -> Tie:
    reasons = [
        Why(
            scene.say("origin.own_why"),
            None,
            " ".join(span.of(scene.by_id[report].text).split()),
            (scene.ref(report, span),),
        )
        for group in own
        for report in group.reports
        for span in scene.own[report][:_MOST_SIGNS]
    ]
    return Tie(ALONE, None, _badges(own), scene.say("origin.stands", names=_names(scene, own)), "", tuple(reasons))


def _names(scene: Scene, groups: Sequence[Group]) -> str:
    return scene.say.all([scene.outlet_name(scene.by_id[group.reports[0]]) for group in groups], 12)


def _badges(groups: Sequence[Group]) -> str:
    badges = [group.badge for group in groups]
    return ", ".join(badges) if len(badges) < 4 else f"{badges[0]} … {badges[-1]}"
