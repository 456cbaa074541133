"""What an origin, and reports that count once, are called; and whether a report names its origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from silang.dossier.scene import Scene
from silang.model import Origin


def origin_title(scene: Scene, origin: Origin) -> str:
    """`Kiriman Reuters`, `Rilis KSOP`, `Teks bersama`."""
    if origin.kind == "undeclared":
        return scene.say("origin.undeclared")
    if origin.name:
        return scene.say(f"origin.{origin.kind}", name=origin.name)
    return scene.say(f"origin.unnamed_{origin.kind}")


def group_title(scene: Scene, reports: Sequence[str], origins: Iterable[Origin]) -> str:
    """What reports that count once are called: by the origins that tie them, by their outlet, or by their group."""
    here = set(reports)
    titles = dict.fromkeys(origin_title(scene, origin) for origin in origins if len(here & set(origin.reports)) > 1)
    if titles:
        return scene.say.all(list(titles), 3)
    outlets = dict.fromkeys(scene.outlet_name(scene.by_id[report]) for report in reports)
    if len(outlets) == 1:
        return next(iter(outlets))
    return scene.say("origin.same_group")


def declares(scene: Scene, report: str, origin: Origin) -> bool:
    """Whether the report credits that origin in its own text."""
    name = (origin.name or "").casefold()
    credits = scene.extractions[report].credits
    named = any(name and credit.name.casefold() == name for credit in credits)
    return named or any(reason.name == "credit" and reason.report == report for reason in origin.reasons)


def is_root(scene: Scene, report: str, origin: Origin) -> bool:
    """Whether the report is the origin itself: the outlet's that the origin names."""
    outlet = scene.by_id[report].outlet
    return bool(outlet and origin.name and outlet.name.casefold() == origin.name.casefold())


def how(scene: Scene, report: str, origins: Sequence[Origin]) -> tuple[str, bool, bool]:
    """How a report stands to the origins that tie it: in words, whether it declares one, whether it is the root."""
    mine = [origin for origin in origins if report in origin.reports]
    if any(is_root(scene, report, origin) for origin in mine):
        return scene.say("origin.root"), True, True
    if named := [origin.name for origin in mine if origin.name and declares(scene, report, origin)]:
        return scene.say("origin.credits", name=scene.say.all(list(dict.fromkeys(named)), 3)), True, False
    if mine:
        return scene.say("origin.not_credits"), False, False
    return scene.say("origin.own" if scene.own[report] else "origin.no_tie"), True, False
