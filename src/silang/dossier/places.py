"""Places: where the reports say they were written, and each place they name, with who reports what there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from silang.dossier.feet import Standing, feet, outlets_of, parts
from silang.dossier.marking import pointed
from silang.dossier.page import Dateline, Link, Place, Quote
from silang.dossier.quotes import brackets, quote
from silang.dossier.scene import Scene
from silang.model import Evidence, Mention

_Named = dict[str, list[Mention]]  # by report, in the story's order


def datelines(scene: Scene) -> tuple[Dateline, ...]:
    """The places that stand in datelines, most reports first."""
    found: dict[str, list[Link]] = {}
    for report in scene.reports:
        if report.dateline:
            link = Link(scene.codes[report.id], f"#{scene.codes[report.id]}")
            found.setdefault(" ".join(report.dateline.split()), []).append(link)
    ranked = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple(Dateline(name, tuple(links)) for name, links in ranked)


def places(scene: Scene, stand: Standing) -> tuple[Place, ...]:
    """Places named in the reports' own sentences: most reports first, then most often named, then first named."""
    ranked = sorted(_named(scene).items(), key=lambda item: (-len(item[1]), -sum(map(len, item[1].values()))))
    return tuple(_place(scene, stand, (n, entity, named)) for n, (entity, named) in enumerate(ranked, 1))


def first_named(scene: Scene) -> Iterator[tuple[str, Mention]]:
    """By report, the first naming of each place: where the page's references lead."""
    for named in _named(scene).values():
        yield from ((report, mentions[0]) for report, mentions in named.items())


def _named(scene: Scene) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for report in scene.order:
        for mention in scene.extractions[report].mentions:
            entity = scene.entities.get(mention.entity)
            host = scene.host(report, mention)
            if entity and entity.label == "LOC" and host and host.number:
                found.setdefault(entity.id, {}).setdefault(report, []).append(mention)
    return found


def _place(scene: Scene, stand: Standing, found: tuple[int, str, _Named]) -> Place:
    number, entity, named = found
    origins = [origin for group in stand.groups for origin in group.origins]
    carried = parts(scene, stand, named, origins)
    quoted = [_first(scene, report, mentions[0]) for report, mentions in named.items()]
    times = scene.say("count.times", n=sum(map(len, named.values())))
    return Place(
        anchor=f"tempat-{number}",
        entity=entity,
        name=scene.entities[entity].name,
        note=scene.say("list.comma").join((outlets_of(scene, named), times)),
        reports=len(named),
        feet=feet(scene, stand, carried),
        brackets=brackets(scene, carried, quoted, origins),
    )


def _first(scene: Scene, report: str, mention: Mention) -> tuple[Evidence, Quote]:
    """The sentence that names the place; its reference leads to the name in it."""
    sentences = scene.extractions[report].sentences
    held = next((sentence for sentence in sentences if sentence.holds(mention)), mention)
    evidence = Evidence(held.start, held.end, report)
    plain = quote(scene, evidence)
    outlet = scene.outlet_name(scene.by_id[report])
    pieces = pointed(scene.by_id[report].text, held, mention)
    return evidence, replace(plain, pieces=pieces, refs=((outlet, scene.ref(report, mention)),))
