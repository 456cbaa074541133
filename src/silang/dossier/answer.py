"""The head of a page: how many reports, outlets and origins, and why."""

from __future__ import annotations

from collections.abc import Iterator

from silang.dossier.feet import Group, Standing
from silang.dossier.naming import group_title
from silang.dossier.scene import Scene


def counts(scene: Scene, stand: Standing) -> tuple[str, ...]:
    """`6 berita`, `5 media`, `1–2 asal`; no origins where there is nothing to compare."""
    say = scene.say
    found = [say("count.reports", n=len(scene.reports)), say("count.outlets", n=len(scene.outlets))]
    if stand.independent:
        found.append(say("count.origins", n=stand.independent))
    return tuple(found)


def kicker(scene: Scene) -> str:
    """What this page is, and over which days."""
    story, say = scene.comparison.story, scene.say
    days = [day for day in (story.first, story.last) if day]
    if not days:
        return say("page.dossier")
    when = say.days(days[0], days[-1]) if len(set(days)) > 1 else say.day(days[0], weekday=True)
    return f"{say('page.dossier')} · {when}"


def lead(scene: Scene, stand: Standing) -> tuple[str, ...]:
    """Sentences that say how the counts come about."""
    say = scene.say
    if stand.independent is None:
        return (say("answer.single"),)
    found = [*_groups(scene, stand)]
    houses = {outlet.group or outlet.id for outlet in scene.outlets}
    if len(houses) < len(scene.outlets):
        found.append(say("count.groups", n=len(houses)) + ".")
    return tuple(found)


def bounds(scene: Scene, stand: Standing) -> str:
    """On what the count of origins rests; empty where none are counted."""
    if stand.independent is None:
        return ""
    least, most = stand.independent.least, stand.independent.most
    if most == 1:
        return scene.say("answer.all_one")
    return scene.say("answer.exact") if least == most else scene.say("answer.bounds", least=least, most=most)


def _groups(scene: Scene, stand: Standing) -> Iterator[str]:
    say = scene.say
    for group in stand.groups:
        if len(_names(scene, group)) < 2:
            continue
        names = say.all(_names(scene, group))
        if group.origins and all(origin.kind == "undeclared" for origin in group.origins):
            yield say("answer.group_shared", names=names)
        elif group.origins:
            yield say("answer.group", names=names, title=group_title(scene, group.reports, group.origins))
        else:
            yield say("answer.group_only", names=names)
    alone = [name for group in stand.groups if len(own := _names(scene, group)) == 1 for name in own]
    if alone and len(scene.outlets) > 1:
        yield say("answer.alone", names=say.all(alone))


def _names(scene: Scene, group: Group) -> list[str]:
    found = (scene.by_id[report].outlet for report in group.reports)
    return list(dict.fromkeys(outlet.name for outlet in found if outlet))


def doubts(scene: Scene) -> tuple[str, ...]:
    """What is said of reports whose outlet was not found."""
    unknown = [report for report in scene.reports if report.outlet is None]
    if not unknown:
        return ()
    reports = scene.say("count.reports", n=len(unknown))
    names = scene.say.all([report.id for report in unknown])
    return (scene.say("answer.unknown_outlet", reports=reports, names=names),)
