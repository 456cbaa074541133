"""The archive as one object: what the command line, the reading room and others call."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from silang.archive import adding, backups, comparisons, listing, placing, rulings, searching, statistics, tables
from silang.archive.nouns import (
    Added,
    Found,
    Hit,
    PersonLine,
    Query,
    ReportLine,
    Ruling,
    RulingKind,
    StoryLine,
    Utterance,
    Version,
)
from silang.archive.preparing import prepare
from silang.archive.sides import resolved
from silang.archive.store import BUSY, connect, mark, place, reading, told, writing
from silang.engine import Engine as Workers
from silang.engine import OneProcess
from silang.errors import ArchiveError, RulingError, UnknownIdError
from silang.model import Crosscheck, Extraction, Input, Label, Outlet, Report

_R = tables.report.c
PAGE = 50
_HERE = OneProcess()
_PATIENCE = 0.2  # seconds that a reader waits for the writer before, to keep what it compared


class Archive:
    """Reports, what was found in them, their stories and the rulings on them, in SQLite or Postgres.

    Safe to use from several threads; many readers beside one writer, which other writers wait for. Whatever a store
    complains of is raised as ArchiveError, an id that is not there as UnknownIdError.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @classmethod
    def open(cls, where: str | Path | None = None, *, create: bool = True) -> Self:
        """The archive at a path or ``postgresql://`` URL; ``$SILANG_ARCHIVE`` or the user's data folder without one.

        Tables of an older Silang are brought up to date. Raises ArchiveError where it cannot be opened, or is not there
        and `create` is False.
        """
        named = place(where)
        return cls(connect(named, create=create), named)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def add(
        self,
        reports: Iterable[Report],
        *,
        inputs: Iterable[Input] = (),
        acknowledge: Callable[[Added], None] = lambda added: None,
        engine: Workers = _HERE,
    ) -> tuple[Added, ...]:
        """Adds `reports` one by one, then places them in stories; `engine` reads those closely that are new.

        A report is either wholly on disk or not at all; `acknowledge` is called once it is. One that is known already,
        by address and text, is left as it is; a changed text at a known address becomes its new version.
        """
        done: list[Added] = []
        for added in self._put(reports, engine):
            done.append(added)
            acknowledge(added)
        if files := tuple(inputs):
            with told(self.where), writing(self._engine) as connection:
                adding.note_inputs(connection, files)
        self.place()
        with told(self.where):
            with reading(self._engine) as connection:
                due = statistics.due(connection)
            if due:
                with writing(self._engine) as connection:
                    statistics.take(connection)
        return tuple(done)

    def _put(self, reports: Iterable[Report], engine: Workers) -> Iterator[Added]:
        """Puts those on disk that are new; what became of each, in order."""
        seen: deque[Added | None] = deque()  # None: one that is being read

        def new() -> Iterator[Report]:
            for report in reports:
                with told(self.where), reading(self._engine) as connection:
                    seen.append(adding.known(connection, report))
                if seen[-1] is None:
                    yield report

        for made in engine.map(prepare, new()):
            while (known := seen.popleft()) is not None:
                yield known
            with told(self.where), writing(self._engine) as connection:
                added = adding.put(connection, made)
            yield added
        yield from (known for known in seen if known is not None)

    def place(self, *, watch: Callable[[int], None] = lambda placed: None) -> None:
        """Places every report that is in no story yet, as `add` does at its end; `watch` is told how many at a time."""
        stretch, seen = None, -1
        while True:
            with told(self.where), reading(self._engine) as connection:
                found = placing.waiting(connection)
            if not found:
                return
            with told(self.where), writing(self._engine) as connection:
                now = mark(connection)
                stretch = placing.place(connection, found, stretch if now == seen else None)
                seen = now + 1
            watch(len(found))

    def settle(self, *, watch: Callable[[str, int], None] = lambda story, total: None, engine: Workers = _HERE) -> int:
        """Compares every story of two reports or more that has changed since; gives how many those were."""
        with told(self.where), reading(self._engine) as connection:
            waiting = comparisons.waiting(connection)
        for made in engine.map(comparisons.made, self._laid(waiting)):
            self._keep(made)
            watch(made.story, len(waiting))
        return len(waiting)

    def _laid(self, stories: Iterable[str]) -> Iterator[comparisons.Table]:
        """Those stories that are still there, with all that a comparison of each stands on."""
        for story in stories:
            with told(self.where), reading(self._engine) as connection:
                try:
                    laid = comparisons.table(connection, story)
                except UnknownIdError:
                    continue
            yield laid

    def _keep(self, made: comparisons.Made, *, wait: float = BUSY) -> None:
        with told(self.where), writing(self._engine, wait=wait) as connection:
            comparisons.keep(connection, made)

    # ── reports and stories ──────────────────────────────────────────────────────────────────────────────────────

    def mark(self) -> str:
        """Changes with every report, placing and ruling; two readings under one mark saw the same archive."""
        with told(self.where), reading(self._engine) as connection:
            return str(mark(connection))

    def report(self, id: str) -> Report:
        """The report (any version) of that id."""
        with told(self.where), reading(self._engine) as connection:
            return listing.report(connection, id)

    def extraction(self, id: str) -> Extraction:
        """What was found in that report; entity ids are those of this report alone."""
        with told(self.where), reading(self._engine) as connection:
            return listing.extraction(connection, id)

    def line(self, id: str) -> ReportLine:
        """The report as a list shows it, with its story."""
        with told(self.where), reading(self._engine) as connection:
            return listing.line(connection, id)

    def reports(
        self,
        *,
        outlet: str | None = None,
        day: str | None = None,
        ids: Iterable[str] | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Found[ReportLine]:
        """Current reports, newest first; `ids` asks for those very reports, whatever their version."""
        where: list[sa.ColumnElement[bool]] = [listing.CURRENT] if ids is None else [_R.id.in_(list(ids))]
        if outlet is not None:
            where.append(_R.outlet == outlet)
        if day is not None:
            where.append(_R.day == day)
        with told(self.where), reading(self._engine) as connection:
            return listing.lines(connection, sa.and_(*where), (limit, offset))

    def versions(self, id: str, *, limit: int = PAGE, offset: int = 0) -> Found[Version]:
        """The texts of that report's address, oldest first."""
        with told(self.where), reading(self._engine) as connection:
            return listing.versions(connection, id, (limit, offset))

    def stories(
        self, *, day: str | None = None, outlet: str | None = None, limit: int = PAGE, offset: int = 0
    ) -> Found[StoryLine]:
        """Stories by the number of their independent origins, then the newest; those not compared yet stand behind."""
        with told(self.where), reading(self._engine) as connection:
            return listing.stories(connection, (limit, offset), day=day, outlet=outlet)

    def days(self) -> tuple[tuple[str, int], ...]:
        """Each ISO day with reports, newest first, and how many stories they are of."""
        with told(self.where), reading(self._engine) as connection:
            return listing.days(connection)

    def story(self, id: str) -> Crosscheck:
        """The story laid side by side, rulings obeyed, as a cross-check that holds it alone; its old ids lead here too.

        Kept until its reports, the rulings on them or Silang change, so that only the first reading has to compare.
        """
        with told(self.where), reading(self._engine) as connection:
            laid = comparisons.chained(connection, comparisons.table(connection, id))
            kept = comparisons.kept(connection, laid)
        found = comparisons.crosscheck(laid, kept)
        if kept is None and len(laid.reports) > 1:
            try:
                self._keep(comparisons.of(laid, found), wait=_PATIENCE)
            except ArchiveError as error:
                if error.key not in ("busy", "full", "read_only"):  # then whoever reads next compares again
                    raise
        return found

    def story_mark(self, id: str) -> str:
        """Changes with what `story` gives: its reports, why they are together, rulings on them, Silang's version; not
        with other stories, those of its chain among them."""
        with told(self.where), reading(self._engine) as connection:
            return comparisons.mark(connection, id)

    # ── finding ──────────────────────────────────────────────────────────────────────────────────────────────────

    def search(self, query: Query | str, *, facets: bool = True) -> Found[Hit]:
        """The reports that a query finds; words in any form, no syntax that could err."""
        asked = Query(query) if isinstance(query, str) else query
        with told(self.where), reading(self._engine) as connection:
            return searching.search(connection, asked, facets=facets)

    def outlets(self, *, limit: int | None = None, offset: int = 0) -> tuple[tuple[Outlet, int], ...]:
        """Each outlet and how many reports it has here, most first; all of them without a `limit`."""
        with told(self.where), reading(self._engine) as connection:
            return listing.outlets(connection, (limit, offset))

    def outlet(self, id: str) -> tuple[Outlet, int]:
        """That outlet and how many reports it has here. Raises UnknownIdError."""
        with told(self.where), reading(self._engine) as connection:
            return listing.outlet(connection, id)

    def shared(self, outlet: str, *, limit: int = PAGE, offset: int = 0) -> tuple[str, ...]:
        """The stories, newest first, that an outlet and other reports are in."""
        with told(self.where), reading(self._engine) as connection:
            return listing.shared(connection, outlet, (limit, offset))

    def credits(self, outlet: str) -> tuple[tuple[str, str, int], ...]:
        """Whom an outlet's reports credit: name, kind, in how many reports; most first."""
        with told(self.where), reading(self._engine) as connection:
            return listing.credits(connection, outlet)

    def people(self, words: str = "", *, label: Label = "PER", limit: int = PAGE, offset: int = 0) -> Found[PersonLine]:
        """Whom the reports name, those who say most first; `words`: of whose name a word starts so."""
        with told(self.where), reading(self._engine) as connection:
            return listing.people(connection, (limit, offset), label=label, words=words)

    def person(self, key: str, *, label: Label = "PER") -> PersonLine:
        """Whom that key names. Raises UnknownIdError where nobody goes by it."""
        with told(self.where), reading(self._engine) as connection:
            return listing.person(connection, key, label)

    def known_people(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of `keys` that somebody here goes by."""
        with told(self.where), reading(self._engine) as connection:
            return listing.known_people(connection, keys)

    def said(self, key: str, *, limit: int = PAGE, offset: int = 0) -> Found[Utterance]:
        """What the person of that key (its folded name) says, newest report first; pages and `total` count reports."""
        with told(self.where), reading(self._engine) as connection:
            return listing.said(connection, key, (limit, offset))

    # ── rulings ──────────────────────────────────────────────────────────────────────────────────────────────────

    def rule(self, kind: RulingKind, verdict: bool, sides: tuple[str, str], *, who: str, note: str = "") -> Ruling:
        """Rules that two sides do or do not belong together; see `Ruling` for what the sides of each kind are.

        A side of a claim may also be ``REPORT/s3``, a statement. Raises UnknownIdError for a side that is not there,
        RulingError for sides that cannot be ruled on.
        """
        signed = _signed(who)
        with told(self.where):
            with reading(self._engine) as connection:
                left, right = resolved(connection, kind, sides)
            self.place()
            with writing(self._engine) as connection:
                made = Ruling(0, kind, verdict, left, right, signed, adding.now(), note)
                return self._ruled(connection, made)

    def undo(self, number: int, *, who: str) -> Ruling:
        """Takes a ruling back by a new one. Raises RulingError where that was done before."""
        signed = _signed(who)
        with told(self.where), writing(self._engine) as connection:
            try:
                old = rulings.find(connection, number)
            except KeyError:
                raise UnknownIdError(f"no ruling {number}; `silang rule list` lists them") from None
            if old.undone or old.undoes is not None:
                why = "is undone already" if old.undone else "only takes another back; rule anew"
                raise RulingError("undone", f"ruling {number} {why}")
            made = Ruling(0, old.kind, not old.verdict, old.left, old.right, signed, adding.now(), "", number)
            return self._ruled(connection, made)

    def _ruled(self, connection: sa.Connection, made: Ruling) -> Ruling:
        if made.kind == "story":
            return placing.rule(connection, made)
        comparisons.forget(connection, made)
        return rulings.append(connection, made)

    def rulings(self, story: str | None = None, *, limit: int | None = None, offset: int = 0) -> tuple[Ruling, ...]:
        """All rulings, or those on a story and its reports; newest first, those undone too; all without a `limit`."""
        with told(self.where), reading(self._engine) as connection:
            if story is None:
                return rulings.newest(connection, (limit, offset))
            here = comparisons.known(connection, story)
            return rulings.newest(connection, (limit, offset), {here, *listing.members(connection, here)})

    # ── keeping ──────────────────────────────────────────────────────────────────────────────────────────────────

    def backup(self, path: str | Path) -> int:
        """Writes the whole archive, as it is at one moment, into one file of JSON lines (packed where it ends in .gz);
        gives how many reports, old versions counted. Adding goes on meanwhile."""
        with told(self.where), reading(self._engine) as connection:
            return backups.write(connection, Path(path))

    def restore(self, path: str | Path, *, engine: Workers = _HERE) -> int:
        """Reads what `backup` wrote, of either store, into this archive, which must be empty; all or nothing."""
        with told(self.where), writing(self._engine) as connection:
            reports = backups.restore(connection, Path(path), engine)
            statistics.take(connection)
            return reports


def _signed(who: str) -> str:
    """The name below a ruling. Raises RulingError without one."""
    if not who.strip():
        raise RulingError("unsigned", "a ruling needs to say who made it")
    return who.strip()
