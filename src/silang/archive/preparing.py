"""A report made ready for the tables: what was found in it and all that it is listed, searched and placed by.

All of it follows from the report alone, so that any process can make it; nothing here knows of a store.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from silang.archive.addresses import address, digest, named
from silang.archive.records import load, store
from silang.archive.terms import indexed
from silang.comparison.entities import fold
from silang.extraction import extract
from silang.language import parse
from silang.model import CreditKind, Extraction, Label, Outlet, Report
from silang.stories import Profile, profile

_WIB = timezone(timedelta(hours=7))  # of a time that tells no zone: most newsrooms keep Jakarta's


@dataclass(frozen=True, slots=True)
class Name:
    """Whom a report names: `key` is the folded name; `statements` is how many there are by that name."""

    label: Label
    key: str
    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Credited:
    """Whom a report credits; `key` is the folded name."""

    name: str
    kind: CreditKind
    key: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report as the tables take it. `noun` and `found` are stored under the id of a first version; `read_as` is the
    id that it was read with. `about` is what it is placed by, None where that is made when it is placed."""

    address: str
    digest: str
    read_as: str
    outlet: Outlet | None
    headline: str | None
    url: str | None
    published: str | None
    instant: str | None
    day: str | None
    terms: tuple[str, str]
    names: tuple[Name, ...]
    credits: tuple[Credited, ...]
    noun: bytes
    found: bytes
    about: Profile | None = None


def prepare(report: Report) -> Prepared:
    """Reads a report closely and makes it ready, as the first version of its address."""
    parsed = parse(report)
    found = extract(report, parsed)
    here = address(report)
    id = named(here, 1)
    about = profile(replace(report, id=here), parsed, found)
    made = ready(replace(report, id=id), replace(found, report=id))
    return replace(made, read_as=report.id, about=about)


def ready(report: Report, found: Extraction) -> Prepared:
    """Makes ready what was read closely before; ids stay as they are."""
    return Prepared(
        address=address(report),
        digest=digest(report),
        read_as=report.id,
        outlet=report.outlet,
        headline=report.headline,
        url=report.url,
        published=report.published,
        instant=instant(report.published),
        day=day(report, found),
        terms=indexed(report),
        names=_names(found),
        credits=tuple(Credited(c.name, c.kind, fold(c.name)) for c in {c.name: c for c in found.credits}.values()),
        noun=store(report),
        found=store(found),
    )


def as_version(made: Prepared, number: int) -> Prepared:
    """The same as that version of its address."""
    id = named(made.address, number)
    report = replace(load(Report, made.noun), id=id)
    found = replace(load(Extraction, made.found), report=id)
    return replace(made, noun=store(report), found=store(found))


def _names(found: Extraction) -> tuple[Name, ...]:
    said = Counter(s.source.entity for s in found.statements if s.source and s.source.entity)
    called: dict[tuple[Label, str], str] = {}
    statements: Counter[tuple[Label, str]] = Counter()
    for entity in found.entities:
        if key := fold(entity.name):
            called.setdefault((entity.label, key), entity.name)
            statements[entity.label, key] += said[entity.id]
    return tuple(Name(label, key, name, statements[label, key]) for (label, key), name in called.items())


def day(report: Report, found: Extraction) -> str | None:
    """The ISO day of publication, else the one that relative times were counted from."""
    told = (report.published or found.reference or "")[:10]
    try:
        return datetime.strptime(told, "%Y-%m-%d").date().isoformat()
    except ValueError:
        return None


def instant(published: str | None) -> str | None:
    """A time of publication in UTC, by which reports of several zones stand in order; None for a day alone."""
    try:
        told = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    if len(published or "") <= len("2025-03-03"):
        return None
    return (told if told.tzinfo else told.replace(tzinfo=_WIB)).astimezone(UTC).isoformat(timespec="seconds")
