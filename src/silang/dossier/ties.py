"""Who took from whom: the tree of origins in the head, and every tie with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from silang.dossier.feet import Group, Standing, outlets_of
from silang.dossier.naming import declares, group_title, how, origin_title
from silang.dossier.page import Branch, Leaf, Tie, Why
from silang.dossier.quotes import why
from silang.dossier.scene import Scene
from silang.model import Origin


def branches(scene: Scene, stand: Standing) -> tuple[Branch, ...]:
    """The groups of the story's reports that count once."""
    return tuple(_branch(scene, group) for group in stand.groups)


def _branch(scene: Scene, group: Group) -> Branch:
    counts = [outlets_of(scene, group.reports), scene.say("count.reports", n=len(group.reports))]
    return Branch(
        badge=group.badge,
        title=group_title(scene, group.reports, group.origins),
        note=scene.say("list.comma").join(counts),
        tied=len(group.reports) > 1,
        leaves=tuple(_leaf(scene, group, report) for report in group.reports),
    )


def _leaf(scene: Scene, group: Group, id: str) -> Leaf:
    report, code = scene.by_id[id], scene.codes[id]
    words, declared, root = how(scene, id, group.origins)
    clock = scene.say.clock(report.published) if report.published else ""
    published = clock or scene.published(report)
    return Leaf(code, scene.outlet_name(report), f"#{code}", published, words, declared, root)


def ties(scene: Scene, stand: Standing) -> tuple[Tie, ...]:
    """Each origin with its reasons, then groups tied by their outlet alone, then those with no tie found."""
    found = [_tie(scene, stand, origin) for origin in scene.comparison.origins]
    for group in stand.groups:
        if len(group.reports) > 1 and not group.origins:
            found.append(_same_house(scene, group))
    alone = [group for group in stand.groups if len(group.reports) == 1]
    if alone and len(scene.reports) > 1:
        found.append(_alone(scene, alone))
    return tuple(found)


def anchor(origin: Origin) -> str:
    """The anchor of an origin's reasons."""
    return f"asal-{origin.id}"


def _tie(scene: Scene, stand: Standing, origin: Origin) -> Tie:
    reports = [report for report in scene.order if report in set(origin.reports)]
    codes = scene.say.all([scene.codes[report] for report in reports], 12)
    named = [declares(scene, report, origin) for report in reports]
    kind = "undeclared_tag" if not any(named) else "declared" if all(named) else "part_declared"
    title = f"{origin_title(scene, origin)}: {codes}"
    badge = stand.badges[reports[0]] if reports else ""
    return Tie(
        anchor(origin), origin.id, badge, title, scene.say(f"origin.{kind}"), why(scene, origin.reasons, origin.id)
    )


def _same_house(scene: Scene, group: Group) -> Tie:
    one = len({scene.outlet_name(scene.by_id[report]) for report in group.reports}) == 1
    codes = scene.say.all([scene.codes[report] for report in group.reports], 12)
    title = f"{group_title(scene, group.reports, ())}: {codes}"
    kind, reason = ("same_tag", "same_why") if one else ("group_tag", "group_why")
    reasons = (Why(scene.say(f"origin.{reason}"), None, ""),)
    return Tie(f"asal-{group.badge}", None, group.badge, title, scene.say(f"origin.{kind}"), reasons)


def _alone(scene: Scene, groups: Sequence[Group]) -> Tie:
    names = scene.say.all([scene.outlet_name(scene.by_id[group.reports[0]]) for group in groups], 12)
    reasons = (Why(scene.say("origin.alone_why"), None, ""),)
    badge = groups[0].badge if len(groups) == 1 else f"{groups[0].badge}–{groups[-1].badge}"
    return Tie("asal-sendiri", None, badge, scene.say("origin.alone_title", names=names), "", reasons)
