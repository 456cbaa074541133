"""The registry of media: who publishes, under which names and domains, and whose house is whose.

The tables are the TOML files beside this module; every entry carries an example that the tests read back. A group is a
publisher: outlets of one group are one foot.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from silang.errors import LexiconError
from silang.language import lexicon
from silang.model import CreditKind, Outlet

_ACRONYM = 5  # letters
_TRIBUN = "kompas-gramedia"  # every regional site of the Tribun network
_TABLES = ("indonesia.toml", "credited.toml")
_ADDED = "outlets.toml"  # a newsroom's own entries
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)
_BAR = re.compile(r"\s[|–—-]\s+")
_PAGE = re.compile(r"\s(?:[|–—-]\s)?(?:Halaman|Page) (?:all|\d{1,3})$")
_TLD = re.compile(r"\.(?:com|co\.id|co|id|net|org|tv|news|info|my\.id|or\.id)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Medium:
    """One medium. `names` are the forms that name it in running text, the fullest first; `datelines` the forms that
    do so only in a dateline; `marks` what in its furniture shows it. `common`: its name is an everyday word too."""

    outlet: Outlet
    kind: CreditKind
    names: tuple[str, ...]
    domains: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    common: bool = False


@cache
def media() -> tuple[Medium, ...]:
    """Every medium of the registry, in the order of its tables; those of `outlets.toml` in the folder that
    `SILANG_LEXICON` names go before. Raises LexiconError where an entry lacks a field."""
    here = files(__package__)
    tables = [(name, here.joinpath(name).read_text(encoding="utf-8")) for name in _TABLES]
    if folder := os.environ.get("SILANG_LEXICON"):
        added = Path(folder) / _ADDED
        if added.is_file():
            tables.insert(0, (str(added), added.read_text(encoding="utf-8")))
    return tuple(_medium(entry, name) for name, toml in tables for entry in lexicon.parse(toml, name))


def _medium(entry: lexicon.Entry, table: str) -> Medium:
    try:
        outlet = Outlet(entry["id"], entry["name"], entry.get("group"))
        return Medium(
            outlet,
            entry["kind"],
            (outlet.name, *entry.get("aliases", ())),
            tuple(entry.get("domains", ())),
            tuple(entry.get("dateline", ())),
            tuple(entry.get("marks", ())),
            entry.get("common", False),
        )
    except KeyError as missing:
        raise LexiconError(f"{table}: entry {entry.get('id', '?')!r} has no {missing}") from missing


def outlets() -> tuple[Outlet, ...]:
    """The outlets and broadcasters of the registry, without agencies, platforms and documents; Antara is both."""
    return tuple(m.outlet for m in media() if m.kind in ("outlet", "broadcast") or m.outlet.group)


def find_outlet(name_or_domain: str) -> Outlet | None:
    """The medium of that name, domain or address (``Liputan6.com``, ``https://news.detik.com/x``), None if unknown."""
    key = fold(name_or_domain)
    if found := _by_name().get(key):
        return found
    host = _HOST.match(name_or_domain.strip())
    return _of_host(host.group(1).casefold()) if host and "." in host.group(1) else None


def is_agency(outlet: Outlet) -> bool:
    """Whether the registry holds it as an agency."""
    return any(medium.outlet == outlet and medium.kind == "agency" for medium in media())


def find_dateline(form: str) -> Outlet | None:
    """The medium whose dateline opens with `form` (``VIVA Dunia``, ``JABAR EKSPRES``), None if unknown."""
    return _by_dateline().get(fold(form)) or find_outlet(form)


def outlet_named(name: str) -> Outlet:
    """The medium of that name or domain; one made from the name itself where the registry has none."""
    if found := find_outlet(name):
        return found
    host = _HOST.match(name.strip())
    bare = host.group(1) if host and "." in host.group(1) and " " not in name.strip() else name.strip()
    bare = _TLD.sub("", re.sub(r"^www\.", "", bare, flags=re.IGNORECASE))
    bare = bare.title() if bare.isupper() and len(bare) > _ACRONYM else bare
    group = _TRIBUN if bare.casefold().startswith("tribun") else None
    return Outlet(re.sub(r"[^a-z0-9]+", "-", bare.casefold()).strip("-") or "outlet", bare, group)


def unsigned(headline: str, *outlets: str | None) -> str:
    """`headline` without what a site sets behind it: the name of one of `outlets` (each a name or an address) or of a
    medium of the same house, and the number of the page before that (``Banjir Surut Halaman 2 | tempo.co``)."""
    signers = [outlet_named(outlet) for outlet in outlets if outlet]
    whole = headline
    for bar in reversed([bar for bar in _BAR.finditer(headline) if bar.start()]):
        sign = outlet_named(headline[bar.end() :])
        if not any(fold(sign.id) == fold(s.id) or (s.group and sign.group == s.group) for s in signers):
            break
        headline = headline[: bar.start()]
    return headline if headline == whole else _PAGE.sub("", headline.rstrip())


def fold(form: str) -> str:
    """`form` without case, spaces and marks, for looking it up."""
    return re.sub(r"[^\w]", "", form.casefold())


def _of_host(host: str) -> Outlet | None:
    domains = _by_domain()
    while "." in host:
        if found := domains.get(host):
            return found
        host = host.partition(".")[2]
    return None


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for medium in media():
        for form in (*medium.names, *medium.domains, medium.outlet.id):
            found.setdefault(fold(form), medium.outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: medium.outlet for medium in reversed(media()) for domain in medium.domains}


@cache
def _by_dateline() -> dict[str, Outlet]:
    return {fold(form): medium.outlet for medium in reversed(media()) for form in medium.datelines}


def marked(text: str) -> Iterator[Outlet]:
    """The media whose marks stand in `text`, as ``20detik`` shows detikcom."""
    for medium in media():
        if any(mark in text for mark in medium.marks):
            yield medium.outlet
