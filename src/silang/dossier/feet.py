"""On how many feet reports stand: which count once, their letters, and the boxes that show it in every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from string import ascii_uppercase

from silang.dossier.page import Count, Feet, Foot, Slot
from silang.dossier.scene import Scene
from silang.model import Claim, Origin

MOST_BOXES = 8  # outlets; beyond, a row shows one box per origin


@dataclass(frozen=True, slots=True)
class Group:
    """Reports (ids, in the story's order) that count once, and the origins that tie them."""

    badge: str
    reports: tuple[str, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the story's reports stand. `badges` gives the letter of each report's group."""

    groups: tuple[Group, ...]
    badges: dict[str, str]
    independent: Count | None


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that count once for one claim. Where that parts or joins groups of the story, the badge says so."""

    badge: str
    letters: tuple[str, ...]
    reports: tuple[str, ...]
    split: bool


def standing(scene: Scene) -> Standing:
    """The groups of a story: tied by its origins, by one outlet, by one publisher group."""
    origins = [origin for origin in scene.comparison.origins if binds_story(scene, origin)]
    found = components(scene, tuple(scene.order), origins)
    found.sort(key=lambda reports: (-_outlets(scene, reports), scene.order[reports[0]]))
    groups = tuple(
        Group(letter(n), reports, tuple(o for o in origins if len(set(o.reports) & set(reports)) > 1))
        for n, reports in enumerate(found)
    )
    badges = {report: group.badge for group in groups for report in group.reports}
    return Standing(groups, badges, _independent(scene, groups))


def binds_story(scene: Scene, origin: Origin) -> bool:
    """Whether an origin ties its reports throughout: in at least half of the claims that two of them share."""
    carried = Counter(n for report in origin.reports for n in scene.carried.get(report, ()))
    shared = [n for n, reports in carried.items() if reports > 1]
    return 2 * sum(1 for n in shared if origin.id in scene.comparison.claims[n].origins) >= len(shared)


def components(scene: Scene, reports: Sequence[str], origins: Iterable[Origin]) -> list[tuple[str, ...]]:
    """`reports` parted into those tied by `origins`, one outlet or one publisher group; each part in order."""
    parent = {report: report for report in reports}

    def root(report: str) -> str:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    seen: dict[str, str] = {}
    ties = [(f"origin {origin.id}", report) for origin in origins for report in origin.reports]
    for report in reports:
        if outlet := scene.by_id[report].outlet:
            ties += [(f"outlet {outlet.id}", report), (f"group {outlet.group or outlet.id}", report)]
    for key, report in ties:
        if report in parent:
            parent[root(report)] = root(seen.setdefault(key, report))
    found: dict[str, list[str]] = {}
    for report in sorted(reports, key=scene.order.__getitem__):
        found.setdefault(root(report), []).append(report)
    return [tuple(part) for part in found.values()]


def parts(scene: Scene, stand: Standing, reports: Iterable[str], origins: Iterable[Origin]) -> tuple[Part, ...]:
    """`reports` of one claim by foot: A, B; A1 and A2 where a group comes apart; A+B where two come together."""
    rank = {group.badge: n for n, group in enumerate(stand.groups)}
    found = []
    for part in components(scene, tuple(dict.fromkeys(reports)), origins):
        letters = sorted({stand.badges[report] for report in part}, key=rank.__getitem__)
        found.append((tuple(letters), part))
    found.sort(key=lambda pair: (rank[pair[0][0]], scene.order[pair[1][0]]))
    total = Counter(one for badges, _ in found for one in badges)
    seen: Counter[str] = Counter()
    made = []
    for badges, part in found:
        seen.update(badges)
        badge = "+".join(f"{one}{seen[one]}" if total[one] > 1 else one for one in badges)
        made.append(Part(badge, badges, part, len(badges) > 1 or total[badges[0]] > 1))
    return tuple(made)


def _independent(scene: Scene, groups: Sequence[Group]) -> Count | None:
    """The bounds for the whole story; None where there is nothing to compare. An unknown outlet is no origin."""
    if len(scene.reports) < 2:
        return None
    claims = [bounds(claim) for claim in scene.comparison.claims]
    known = [group for group in groups if _outlets(scene, group.reports)]
    own = sum(1 for group in known if _shows_own(scene, group, groups))
    most = max([len(known), 1, *(claim.most for claim in claims)])
    return Count(min(most, max([1, own, *(claim.least for claim in claims)])), most)


def _shows_own(scene: Scene, group: Group, groups: Sequence[Group]) -> bool:
    """Whether a group shows a foot of its own: reporting of its own and no tie, or a credit that no other shares."""
    if not group.origins:
        return any(scene.own[report] for report in group.reports)
    credited = {origin.name for origin in group.origins if origin.name}
    return bool(credited - {origin.name for other in groups if other is not group for origin in other.origins})


def bounds(claim: Claim) -> Count:
    """The bounds of a claim; somebody wrote it, so that neither is below one."""
    most = max(1, claim.independent.at_most)
    return Count(min(most, max(1, claim.independent.at_least)), most)


def _outlets(scene: Scene, reports: Iterable[str]) -> int:
    return len({outlet.id for report in reports if (outlet := scene.by_id[report].outlet)})


def letter(n: int) -> str:
    """A, B, …, Z, AA, AB, … for 0, 1, …"""
    letters = ""
    while n >= 0:
        letters = ascii_uppercase[n % 26] + letters
        n = n // 26 - 1
    return letters


def feet(
    scene: Scene,
    stand: Standing,
    carried: Sequence[Part],
    independent: Count | None = None,
    *,
    coarse: Set[str] = frozenset(),
) -> Feet:
    """The boxes of a row whose claim those parts carry: a bracket per part, then what is absent. `coarse` are reports
    that are less exact than another."""
    rows = [_foot(scene, stand, part, coarse) for part in carried]
    present = {one for part in carried for one in part.letters}
    rank = {group.badge: n for n, group in enumerate(stand.groups)}
    placed = [(rank[part.letters[0]], row) for part, row in zip(carried, rows, strict=True)]
    for group in stand.groups:
        if group.badge not in present:
            slots = tuple(Slot(code, False) for code in _columns(scene, group.reports))
            placed.append((rank[group.badge], Foot(group.badge, slots, 0)))
    placed.sort(key=lambda pair: pair[0])
    shown = tuple(foot for _, foot in placed)
    label = _label(scene, carried, independent, coarse)
    compact = len(_columns(scene, scene.order)) > MOST_BOXES
    return Feet(_compact(shown) if compact else shown, label, compact)


def _foot(scene: Scene, stand: Standing, part: Part, coarse: Set[str]) -> Foot:
    """The bracket of one part, with what of its group is absent where the group holds together."""
    here = _columns(scene, part.reports)
    groups = () if part.split else (group for group in stand.groups if group.badge in part.letters)
    slots = {code: False for group in groups for code in _columns(scene, group.reports)} | dict.fromkeys(here, True)
    exact = set(_columns(scene, (report for report in part.reports if report not in coarse)))
    return Foot(part.badge, tuple(Slot(c, on, on and c not in exact) for c, on in slots.items()), len(here))


def _compact(rows: Sequence[Foot]) -> tuple[Foot, ...]:
    """One box per origin of several outlets, and one, without a letter, for all that carry it alone."""
    shared = [Foot(foot.badge, (), foot.count) for foot in rows if foot.count and len(foot.slots) > 1]
    alone = sum(foot.count for foot in rows if len(foot.slots) == 1)
    return (*shared, *([Foot("", (), alone)] if alone else []))


def _label(scene: Scene, carried: Sequence[Part], independent: Count | None, coarse: Set[str]) -> str:
    label = outlets_of(scene, (report for part in carried for report in part.reports))
    if independent:
        label = scene.say("count.from_origins", outlets=label, origins=origins_of(scene, independent))
    crowd = len(_columns(scene, scene.order)) > MOST_BOXES  # then the boxes hold numbers, and so does the label
    names = [
        scene.say(
            "claim.foot",
            badge=part.badge,
            names=outlets_of(scene, part.reports) if crowd else scene.say.all(_names(scene, part.reports), MOST_BOXES),
        )
        for part in carried
        if not crowd or len(part.reports) > 1
    ]
    if less := _names(scene, (report for part in carried for report in part.reports if report in coarse)):
        names.append(scene.say("claim.coarse", names=scene.say.all(less, MOST_BOXES)))
    return f"{label}. {'; '.join(names)}"


def outlets_of(scene: Scene, reports: Iterable[str]) -> str:
    """`5 media`, and how many reports there are besides whose outlet was not found."""
    here = set(reports)
    unnamed = sum(1 for report in here if scene.by_id[report].outlet is None)
    said = scene.say("count.outlets", n=_outlets(scene, here))
    return said + scene.say("count.unnamed", n=unnamed) if unnamed else said


def origins_of(scene: Scene, count: Count) -> str:
    """`2 asal`, or both bounds in words."""
    if count.least == count.most:
        return scene.say("count.origins", n=count.most)
    return scene.say("count.origins_between", least=count.least, most=count.most)


def _columns(scene: Scene, reports: Iterable[str]) -> list[str]:
    """The boxes that reports fill: one per outlet, or a report's own where its outlet is unknown."""
    found = (scene.by_id[report] for report in reports)
    return list(dict.fromkeys(scene.outlet_codes[r.outlet.id] if r.outlet else scene.codes[r.id] for r in found))


def _names(scene: Scene, reports: Iterable[str]) -> list[str]:
    found = (scene.by_id[report] for report in reports)
    return list(dict.fromkeys(r.outlet.name if r.outlet else scene.codes[r.id] for r in found))
