"""On how many feet reports stand: which count once, their letters, and the boxes that show it in every row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def standing(scene: Scene) -> Standing:
    """The groups of a story: tied by its origins, by one outlet, by one publisher group."""
    origins = scene.comparison.origins
    parts = components(scene, tuple(scene.order), origins)
    parts.sort(key=lambda part: (-_outlets(scene, part), scene.order[part[0]]))
    groups = tuple(
        Group(letter(n), part, tuple(o for o in origins if set(o.reports) & set(part))) for n, part in enumerate(parts)
    )
    badges = {report: group.badge for group in groups for report in group.reports}
    return Standing(groups, badges, _independent(scene, groups))


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
    parts: dict[str, list[str]] = {}
    for report in sorted(reports, key=scene.order.__getitem__):
        parts.setdefault(root(report), []).append(report)
    return [tuple(part) for part in parts.values()]


def _independent(scene: Scene, groups: Sequence[Group]) -> Count | None:
    """The bounds for the whole story; None where there is nothing to compare. An unknown outlet is no origin."""
    if len(scene.reports) < 2:
        return None
    claims = [bounds(claim) for claim in scene.comparison.claims]
    known = sum(1 for group in groups if _outlets(scene, group.reports))
    most = max([known, 1, *(claim.most for claim in claims)])
    return Count(min(most, max([1, *(claim.least for claim in claims)])), most)


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


def feet(scene: Scene, stand: Standing, carriers: Iterable[str], independent: Count | None = None) -> Feet:
    """The boxes of a row whose claim those reports carry: one slot per outlet, in the same order in every row."""
    carry = set(carriers)
    rows = tuple(_foot(scene, group, carry) for group in stand.groups)
    names = [
        scene.say("claim.foot", badge=foot.badge, names=scene.say.all(_carrying(scene, group, carry), MOST_BOXES))
        for group, foot in zip(stand.groups, rows, strict=True)
        if foot.count
    ]
    label = outlets_of(scene, carry)
    if independent:
        label = scene.say("count.from_origins", outlets=label, origins=origins_of(scene, independent))
    label = f"{label}. {'; '.join(names)}"
    if len(_columns(scene)) <= MOST_BOXES:
        return Feet(rows, label, compact=False)
    return Feet(_compact(rows), label, compact=True)


def _compact(rows: Sequence[Foot]) -> tuple[Foot, ...]:
    """One box per origin of several outlets, and one, without a letter, for all that carry it alone."""
    shared = [Foot(foot.badge, (), foot.count) for foot in rows if foot.count and len(foot.slots) > 1]
    alone = sum(foot.count for foot in rows if len(foot.slots) == 1)
    return (*shared, *([Foot("", (), alone)] if alone else []))


def outlets_of(scene: Scene, reports: Iterable[str]) -> str:
    return scene.say("count.outlets", n=_outlets(scene, reports))


def origins_of(scene: Scene, count: Count) -> str:
    """`2 asal`, or both bounds in words."""
    if count.least == count.most:
        return scene.say("count.origins", n=count.most)
    return scene.say("count.origins_between", least=count.least, most=count.most)


def _columns(scene: Scene) -> set[str]:
    return {_column(scene, report.id)[0] for report in scene.reports}


def _column(scene: Scene, report: str) -> tuple[str, str]:
    """The code and name of the column that a report fills: its outlet's, or its own where the outlet is unknown."""
    outlet = scene.by_id[report].outlet
    return (scene.outlet_codes[outlet.id], outlet.name) if outlet else (scene.codes[report], scene.codes[report])


def _foot(scene: Scene, group: Group, carry: set[str]) -> Foot:
    slots: dict[str, bool] = {}
    for report in group.reports:
        code = _column(scene, report)[0]
        slots[code] = slots.get(code, False) or report in carry
    return Foot(group.badge, tuple(Slot(code, on) for code, on in slots.items()), sum(slots.values()))


def _carrying(scene: Scene, group: Group, carry: set[str]) -> list[str]:
    return list(dict.fromkeys(_column(scene, report)[1] for report in group.reports if report in carry))
