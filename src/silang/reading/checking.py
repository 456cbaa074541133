"""What reading makes of one saved page, and from where: to see whether an outlet is known, and what to add if not."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from silang.model import Report, Skipped
from silang.reading.html import given_by, read_page
from silang.reading.outlets import Medium, find_outlet, media
from silang.reading.pages import Field, Form, Told, won
from silang.reading.reports import read_text

_NEEDED = ("outlet", "headline", "published", "url", "bylines", "dateline")
_HOST = re.compile(r"https?://(?:www\.|m\.|amp\.)?([^/:?#\s]+)", re.IGNORECASE)
_LINE = "Tulis di sini satu kalimat sendiri."


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was read: its name, its value (None where it was not found) and the place that told it."""

    name: str
    value: str | None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What was read of one page. `entry` is the TOML to add to the registry, None where it holds the outlet already."""

    form: Form
    found: tuple[Found, ...]
    furniture: tuple[tuple[str, int], ...]
    medium: Medium | None
    entry: str | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What a report of an outlet usually has and this page did not show."""
        return tuple(one.name for one in self.found if one.name in _NEEDED and one.value is None)


def check_page(data: bytes, path: str) -> Check | Skipped:
    """What reading makes of the page whose bytes are `data`; why it cannot be read, where it cannot."""
    page = read_page(data)
    if isinstance(page, str):
        return Skipped(path, page)
    things = page.look.told
    given = given_by(things)
    report = read_text(page.text, id=path, input=path, given=given)
    medium = _medium(report, given.url, given.outlet)
    found = tuple(_found(report, things))
    furniture = tuple(sorted(Counter(s.kind for s in report.segments if s.kind != "body").items()))
    return Check(page.look.form, found, furniture, medium, _entry(report, given.url, medium))


def _found(report: Report, things: tuple[Told, ...]) -> Iterator[Found]:
    def place(field: Field, value: str | None) -> str | None:
        best = won(things, field)
        return best[0].where if best and value in (best[0].value, None) else "the text" if value else None

    outlet = f"{report.outlet.name} ({report.outlet.id})" if report.outlet else None
    yield Found("outlet", outlet, place("outlet", None) or place("url", None) or ("the text" if outlet else None))
    yield Found("group", report.outlet.group if report.outlet else None, "the registry")
    for field in ("headline", "published", "updated", "url"):
        value = getattr(report, field)
        yield Found(field, value, place(field, value))
    names = ", ".join(f"{line.name} ({line.role})" for line in report.bylines) or None
    yield Found("bylines", names, _where(report, things) if names else None)
    yield Found("dateline", report.dateline, "the text" if report.dateline else None)


def _where(report: Report, things: tuple[Told, ...]) -> str:
    """Where the bylines of a report come from."""
    given, authors = given_by(things).bylines, won(things, "author")
    if given and all(line in given for line in report.bylines):
        return won(things, "byline")[0].where
    from_page = {one.value for one in authors}
    return authors[0].where if all(line.name in from_page for line in report.bylines) else "the text"


def _medium(report: Report, url: str | None, name: str | None) -> Medium | None:
    known = next((o for told in (name, url) if told and (o := find_outlet(told))), None)
    known = known or (report.outlet and find_outlet(report.outlet.name))
    return next((medium for medium in media() if known and medium.outlet == known), None)


def _entry(report: Report, url: str | None, medium: Medium | None) -> str | None:
    """The registry's entry for an outlet that it does not hold, or holds without this domain."""
    host = _HOST.match(url or "")
    domain = host.group(1).casefold() if host else None
    if medium:
        if domain is None or find_outlet(domain) == medium.outlet:
            return None
        return f"# {medium.outlet.id}: add to its domains\ndomains = {json.dumps([*medium.domains, domain])}"
    if report.outlet is None and domain is None:
        return None
    id = report.outlet.id if report.outlet else re.sub(r"\W+", "-", str(domain).rpartition(".")[0]) or str(domain)
    name = report.outlet.name if report.outlet else domain
    opening = next((s.of(report.text) for s in report.segments if s.kind == "dateline"), f"{name} -")
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in (("id", id), ("name", name))}
    lines = ["[[entry]]", f"id = {quoted['id']}", f"name = {quoted['name']}", 'kind = "outlet"']
    lines += ["# group = the publisher's id, where other outlets are of the same house"]
    lines += [f"domains = {json.dumps([domain])}"] if domain else []
    lines += [f"example = {json.dumps(' '.join(opening.split()) + ' ' + _LINE, ensure_ascii=False)}"]
    return "\n".join(lines)
