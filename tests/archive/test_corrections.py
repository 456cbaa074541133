"""A report whose text was corrected is placed anew, on SQLite and on Postgres alike, also after a kill."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from silang.archive import Archive
from silang.archive.adding import put
from silang.archive.preparing import prepare
from silang.archive.store import connect, writing
from silang.archive.streams import unpressed
from silang.archive.tables import placed
from silang.model import Report
from tests.archive.newsroom import bridge, bridge_too, corrected, newer, report, school

_SCHOOL_TOO = (
    "LEMBURA - Sekolah apung di Danau Lembura, Kabupaten Tirtamaya, menerima 40 murid baru, Selasa (8/4/2025). Kepala "
    "sekolah Dewi Larasati menyiapkan perahu jemputan untuk murid baru.\n"
)


def school_too() -> Report:
    return report(_SCHOOL_TOO, "kabar.test", published="2025-04-08", page="7")


def members(archive: Archive, story: str | None) -> set[str]:
    assert story
    return {line.id for line in archive.story(story).reading.reports}


def test_a_report_that_now_tells_of_another_event_changes_story(where: str) -> None:
    with Archive.open(where) as archive:
        first, second, third = archive.add([bridge(), bridge_too(), school()])
        left, joined = archive.line(first.id).story, archive.line(third.id).story
        archive.settle()
        (now,) = archive.add([corrected(bridge(), school_too())])
        assert (now.state, now.version) == ("version", 2)
        assert members(archive, left) == {second.id}
        assert members(archive, joined) == {now.id, third.id}
        told = {line.id: (line.reports, line.outlets, line.last) for line in archive.stories().items}
        assert told == {left: (1, 1, "2025-03-03"), joined: (2, 1, "2025-04-08")}
        assert archive.line(first.id).story is None


def test_a_correction_of_the_same_event_stays(where: str) -> None:
    with Archive.open(where) as archive:
        first, second = archive.add([bridge(), bridge_too()])
        story = archive.line(first.id).story
        (now,) = archive.add([newer(bridge())])
        assert members(archive, story) == {now.id, second.id}
        assert archive.add([newer(bridge())])[0].state == "known"


def test_a_correction_that_was_written_before_a_kill_is_placed_by_the_next_run(where: str) -> None:
    with Archive.open(where) as archive:
        first, second, third = archive.add([bridge(), bridge_too(), school()])
    engine = connect(where, create=False)
    with writing(engine) as connection:
        put(connection, prepare(corrected(bridge(), school_too())))
    engine.dispose()
    with Archive.open(where) as archive:
        left = archive.line(second.id).story
        assert members(archive, left) == {f"{first.id}.2", second.id}, "readers see it where it was"
        archive.add([])
        assert members(archive, left) == {second.id}
        assert members(archive, archive.line(third.id).story) == {f"{first.id}.2", third.id}


def test_a_backup_before_it_is_placed_knows_that_it_waits(where: str, tmp_path: Any) -> None:
    with Archive.open(where) as archive:
        _, second, _ = archive.add([bridge(), bridge_too(), school()])
        engine = connect(where, create=False)
        with writing(engine) as connection:
            put(connection, prepare(corrected(bridge(), school_too())))
        engine.dispose()
        archive.backup(tmp_path / "all.jsonl")
    with Archive.open(tmp_path / "again.sqlite") as archive:
        archive.restore(tmp_path / "all.jsonl")
        archive.place()
        assert members(archive, archive.line(second.id).story) == {second.id}


@pytest.mark.parametrize("turn", range(3))
def test_what_is_kept_of_the_stream_is_as_if_the_text_had_been_so_at_first(
    where: str, turn: int, tmp_path: Any
) -> None:
    first = [bridge(), bridge_too(), school_too()]
    then = [*first]
    then[turn] = corrected(first[turn], school() if turn < 2 else bridge())
    with Archive.open(where) as archive:
        for one in [*first, school(), then[turn]]:
            archive.add([one])
    with Archive.open(tmp_path / "fresh.sqlite") as archive:
        for one in [*then, school()]:
            archive.add([one])
    assert kept(where) == kept(str(tmp_path / "fresh.sqlite"))


def kept(where: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Each report's row; the links and copies of a row are read in the order of the reports, whatever their own."""
    engine = connect(where, create=False)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(placed).order_by(placed.c.place)).all()
    engine.dispose()
    data = [unpressed(row.data) for row in rows]
    for one in data:
        one["links"].sort()
        one["copies"].sort(key=lambda copy: copy["left"])
    return [(row.address, row.day, one) for row, one in zip(rows, data, strict=True)]


def test_a_ruling_on_a_report_holds_for_its_correction(where: str) -> None:
    with Archive.open(where) as archive:
        first, _, third = archive.add([bridge(), bridge_too(), school()])
        joined = archive.line(third.id).story
        assert joined
        archive.rule("story", True, (first.id, joined), who="Sari")
        (now,) = archive.add([newer(bridge())])
        assert members(archive, joined) == {now.id, third.id}


def test_the_texts_of_an_address_come_in_pages(where: str) -> None:
    with Archive.open(where) as archive:
        text = bridge()
        for _ in range(4):
            archive.add([text])
            text = newer(text)
        (now,) = archive.reports().items
        found = archive.versions(now.id, limit=2, offset=1)
        assert ([one.number for one in found.items], found.total) == ([2, 3], 4)
        assert [one.current for one in archive.versions(now.id).items] == [False, False, False, True]
