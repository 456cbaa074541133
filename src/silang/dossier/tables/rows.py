"""The rows of each table, from an export; a cell per column, in the order of `contents.TABLES`."""

from __future__ import annotations

from collections.abc import Iterator

from silang.dossier.tables.columns import Row
from silang.dossier.tables.flat import Flat, Json, day, decimal, instant


def _each(flat: Flat, field: str) -> Iterator[tuple[Json, Json]]:
    """The items of a list field of each report, with the report."""
    return ((report, item) for report in flat.document["reports"] for item in report[field])


def _told(flat: Flat, field: str) -> Iterator[tuple[Json, Json]]:
    """The items of a list field of each story, with the story."""
    return ((story, item) for story in flat.document["stories"] for item in story[field])


def _span(flat: Flat, report: Json, span: Json) -> tuple[str, int, int, str]:
    return report["id"], span["start"], span["end"], flat.words(report["id"], span)


def stories(flat: Flat) -> Iterator[Row]:
    for story in flat.document["stories"]:
        yield story["id"], story["headline"], len(story["reports"]), day(story["first"]), day(story["last"])


def reports(flat: Flat) -> Iterator[Row]:
    for report in flat.document["reports"]:
        outlet = report["outlet"] or {"id": None, "name": None}
        yield (
            report["id"],
            flat.stories.get(report["id"]),
            report["input"],
            report["language"],
            outlet["id"],
            outlet["name"],
            report["headline"],
            report["url"],
            report["published"],
            day(report["published"]),
            instant(report["published"]),
            report["updated"],
            report["dateline"],
            report["text"],
        )


def bylines(flat: Flat) -> Iterator[Row]:
    for report, byline in _each(flat, "bylines"):
        yield report["id"], byline["role"], byline["name"]


def segments(flat: Flat) -> Iterator[Row]:
    for report, segment in _each(flat, "segments"):
        yield (*_span(flat, report, segment), segment["kind"])


def statements(flat: Flat) -> Iterator[Row]:
    for report, one in _each(flat, "statements"):
        id, start, end, words = _span(flat, report, one)
        source, cue = one["source"], one["cue"]
        yield (
            *(id, one["id"], start, end, words, one["mode"], one["polarity"]),
            *(_fields(source, "start", "end", "text", "name", "entity")),
            *_fields(cue, "start", "end"),
            flat.words(id, cue) if cue else None,
            one.get("heard"),
        )


def _fields(item: Json | None, *names: str) -> Row:
    return tuple(item[name] if item else None for name in names)


def statement_via(flat: Flat) -> Iterator[Row]:
    for report, statement in _each(flat, "statements"):
        for n, entity in enumerate(statement["via"], 1):
            yield report["id"], statement["id"], n, entity


def statement_hops(flat: Flat) -> Iterator[Row]:
    for report, statement in _each(flat, "statements"):
        for n, hop in enumerate(statement.get("hops", ()), 1):
            id, start, end, words = _span(flat, report, hop)
            yield id, statement["id"], n, hop["kind"], hop["name"], hop["entity"], start, end, words


def credits(flat: Flat) -> Iterator[Row]:
    for report, credit in _each(flat, "credits"):
        yield (*_span(flat, report, credit), credit["name"], credit["kind"], credit["entity"])


def times(flat: Flat) -> Iterator[Row]:
    for report, time in _each(flat, "times"):
        yield (*_span(flat, report, time), time["type"], time["value"], day(time["value"]))


def quantities(flat: Flat) -> Iterator[Row]:
    for report, one in _each(flat, "quantities"):
        figures = (decimal(one["low"]), decimal(one["high"]))
        yield (*_span(flat, report, one), *figures, one["unit"], one["counted"], one["modifier"])


def mentions(flat: Flat) -> Iterator[Row]:
    for report, mention in _each(flat, "mentions"):
        yield (*_span(flat, report, mention), mention["entity"])


def entities(flat: Flat) -> Iterator[Row]:
    for entity in flat.document["entities"]:
        yield entity["id"], entity["label"], entity["name"], entity["wikidata"]


def aliases(flat: Flat) -> Iterator[Row]:
    for entity in flat.document["entities"]:
        for alias in entity["aliases"]:
            yield entity["id"], alias


def origins(flat: Flat) -> Iterator[Row]:
    for story, origin in _told(flat, "origins"):
        yield origin["id"], story["id"], origin["kind"], origin["name"]


def origin_reports(flat: Flat) -> Iterator[Row]:
    for _, origin in _told(flat, "origins"):
        for report in origin["reports"]:
            yield origin["id"], report


def claims(flat: Flat) -> Iterator[Row]:
    for story, claim in _told(flat, "claims"):
        feet = claim["independent"]
        carried = len({evidence["report"] for evidence in claim["statements"]})
        yield claim["id"], story["id"], claim["source"], carried, feet["at_least"], feet["at_most"]


def claim_statements(flat: Flat) -> Iterator[Row]:
    for _, claim in _told(flat, "claims"):
        for place in dict.fromkeys(flat.place(evidence) for evidence in claim["statements"]):
            yield claim["id"], *place


def claim_origins(flat: Flat) -> Iterator[Row]:
    for _, claim in _told(flat, "claims"):
        for origin in claim["origins"]:
            yield claim["id"], origin


def conflicts(flat: Flat) -> Iterator[Row]:
    for n, (story, one) in enumerate(_told(flat, "conflicts"), 1):
        sides = (*flat.place(one["left"]), *flat.place(one["right"]))
        yield f"k{n}", story["id"], one["kind"], one["claim"], one["detail"], *sides


def reasons(flat: Flat) -> Iterator[Row]:
    for kind in ("claims", "origins"):
        for _, one in _told(flat, kind):
            claim, origin = (one["id"], None) if kind == "claims" else (None, one["id"])
            for reason in one["reasons"]:
                placed = None not in (reason["report"], reason["start"], reason["end"])
                words = flat.words(reason["report"], reason) if placed else None
                place = (reason["report"], reason["start"], reason["end"], words)
                yield claim, origin, reason["name"], reason["detail"], *place


def timeline(flat: Flat) -> Iterator[Row]:
    for story, moment in _told(flat, "timeline"):
        for place in dict.fromkeys(flat.place(evidence) for evidence in moment["statements"]):
            yield story["id"], moment["value"], day(moment["value"]), *place
