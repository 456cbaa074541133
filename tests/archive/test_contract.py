"""What every store must do, on SQLite and on Postgres alike."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice, product
from pathlib import Path

import pytest
import sqlalchemy as sa

from silang.archive import Added, Archive, Query
from silang.archive.fulltext import index
from silang.archive.store import connect, is_sqlite, told, writing
from silang.archive.terms import MOST
from silang.errors import ArchiveError, UnknownIdError
from silang.pipeline import extract
from tests.archive.newsroom import bridge, bridge_too, many, newer, report, school


@pytest.fixture
def archive(where: str) -> Archive:
    return Archive.open(where)


def ids(added: tuple[Added, ...]) -> list[str]:
    return [one.id for one in added]


def test_a_report_comes_back_as_it_was(archive: Archive) -> None:
    (added,) = archive.add([bridge()])
    assert added.state == "new"
    report = archive.report(added.id)
    assert report.text == bridge().text
    assert report.segments == bridge().segments
    assert archive.extraction(added.id) == extract(report)


def test_adding_again_changes_nothing(archive: Archive) -> None:
    first = archive.add([bridge(), school()])
    mark = archive.mark()
    again = archive.add([school(), bridge()])
    assert ids(again) == ids(first)[::-1]
    assert {one.state for one in again} == {"known"}
    assert archive.mark() == mark


def test_a_changed_text_is_a_new_version(archive: Archive) -> None:
    (first, _) = archive.add([bridge(), bridge_too()])
    story = archive.line(first.id).story
    (second,) = archive.add([newer(bridge())])
    assert (second.state, second.version) == ("version", 2)
    assert [(v.id, v.current) for v in archive.versions(second.id).items] == [(first.id, False), (second.id, True)]
    assert archive.report(first.id).text == bridge().text
    assert (archive.line(first.id).story, archive.line(second.id).story) == (None, story)
    assert story is not None
    assert second.id in archive.story(story).stories[0].story.reports
    assert archive.search("dialihkan").total == 1
    assert archive.search("jembatan").total == 2
    assert archive.add([bridge()])[0] == Added(first.id, "known", 1)


def test_stories_gather_reports_of_one_event(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    assert archive.settle() == 1
    found = archive.stories()
    assert [(s.reports, s.outlets) for s in found.items] == [(2, 2), (1, 1)]
    assert found.items[0].independent is not None
    assert found.items[1].independent is None
    assert archive.days() == (("2025-04-08", 1), ("2025-03-03", 1))
    assert [s.reports for s in archive.stories(day="2025-04-08").items] == [1]


def test_late_reports_join_their_story_and_its_id_stays(archive: Archive) -> None:
    (first,) = archive.add([bridge()])
    story = archive.line(first.id).story
    archive.add([school()])
    (late,) = archive.add([bridge_too()])
    assert story is not None
    assert archive.line(first.id).story == archive.line(late.id).story == story


def test_a_story_is_compared_once(archive: Archive) -> None:
    archive.add([bridge(), bridge_too()])
    id = archive.stories().items[0].id
    first = archive.story(id)
    mark, story_mark = archive.mark(), archive.story_mark(id)
    assert archive.story(id) == first
    assert archive.mark() == mark
    assert first.stories[0].claims
    archive.add([newer(bridge())])
    assert archive.story_mark(id) != story_mark
    assert archive.stories().items[0].independent is None


def test_search_finds_other_forms_of_a_word(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    found = archive.search("penembakan")
    assert {hit.report.outlet.name for hit in found.items if hit.report.outlet} == {"gelora.test", "kabar.test"}
    marked = {words for hit in found.items for words, mark in hit.pieces() if mark}
    assert marked == {"menembakkan", "tembakan"}
    for hit in found.items:
        assert archive.report(hit.report.id).text[hit.excerpt.start : hit.excerpt.end] == hit.words
        assert "".join(words for words, _ in hit.pieces()) == hit.words


def test_phrases_and_words_left_out(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    assert archive.search('"bunyi tembakan"').total == 1
    assert archive.search('"tembakan bunyi"').total == 0
    assert archive.search("jembatan -kerumunan").total == 1
    assert archive.search("jembatan sekolah").total == 0
    assert archive.search("yang di").total == 0


def test_facets_narrow(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    found = archive.search("jembatan")
    names = {name: {facet.value for facet in values} for name, values in found.facets.items()}
    assert "bayu sasmita" in names["person"]
    assert names["day"] == {"2025-03-03"}
    assert archive.search(Query("jembatan", person="bayu sasmita")).total == 1
    for outlet in found.facets["outlet"]:
        assert archive.search(Query("jembatan", outlet=outlet.value)).total == outlet.reports == 1
    assert names["origin"] == set()
    (story,) = found.facets["story"]
    assert archive.search(Query(story=story.value)).total == 2
    assert archive.search(Query(since="2025-04-01")).total == 1
    assert archive.search(Query("jembatan", until="2025-03-01")).total == 0


def test_the_origin_that_reports_name_narrows(archive: Archive) -> None:
    text = "SUKARAYA - Waduk Kenanga di Kecamatan Wanasari jebol pada Senin (3/3/2025), seperti dikutip dari Antara.\n"
    archive.add([bridge(), report(text, "kabar.test", page="9")])
    (origin,) = archive.search(Query(since="2025-03-01")).facets["origin"]
    assert (origin.value, origin.name, origin.reports) == ("antara", "Antara", 1)
    assert [hit.report.outlet.name for hit in archive.search(Query(origin="antara")).items if hit.report.outlet] == [
        "kabar.test"
    ]


def test_a_store_knows_of_its_tables_once_reports_are_added(where: str) -> None:
    from silang.archive import statistics

    with Archive.open(where) as archive:
        archive.add(many(4))
    engine = connect(where, create=False)
    with engine.connect() as connection:
        assert not statistics.due(connection)
        asked = "sqlite_stat1 WHERE tbl = 'report'" if is_sqlite(engine) else "pg_stats WHERE tablename = 'report'"
        assert connection.execute(sa.text(f"SELECT count(*) FROM {asked}")).scalar()
    engine.dispose()


def test_times_of_several_zones_stand_in_order(archive: Archive) -> None:
    west = replace(bridge(), published="2025-03-03T09:30:00+07:00")
    east = replace(bridge_too(), published="2025-03-03T11:00:00+09:00")
    archive.add([east, west])
    assert [line.published for line in archive.reports().items] == [west.published, east.published]
    newest = archive.search(Query("jembatan", order="newest"))
    assert [hit.report.published for hit in newest.items] == [west.published, east.published]


HOSTILE = [
    '"', '""', "-", '-"', "AND OR NOT NEAR(a b)", "headline:jembatan", "jembat*", "a' OR '1'='1",
    "); DROP TABLE report", "\\", "%_", "\0", "🙂 ﷽", "((((", "!!a & | b", "^a", "a:*",
    "x" * 10_000, "jembatan " * 2_000,
]  # fmt: skip


def test_hostile_queries_never_err(archive: Archive) -> None:
    archive.add([bridge()])
    for words in HOSTILE:
        archive.search(words)
        archive.people(words)
        archive.said(words)
        archive.search(Query("jembatan", words, words, words, words, words, words, origin=words))
    assert archive.search("jembatan").total == 1


def test_the_longest_index_entry_is_held(where: str) -> None:
    Archive.open(where).close()
    words = ("".join(letters) for letters in product("abcdefghijklmnopqrstuvwxyz", repeat=4))
    body = " ".join(islice(words, MOST // 5))
    engine = connect(where, create=False)
    with writing(engine) as connection:
        if not is_sqlite(connection):  # a server holds every entry to a report
            connection.execute(sa.text("ALTER TABLE terms DROP CONSTRAINT terms_report_fkey"))
        index(connection, 1, body[:10_000], body)
    engine.dispose()


def test_people_and_what_they_said(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    person = archive.people("ratna").items[0]
    assert (person.name, person.reports) == ("Ratna Permadi", 2)
    said = archive.said(person.key)
    assert said.total == 2
    assert any("Tidak ada korban jiwa" in utterance.words for utterance in said.items)
    assert archive.said("siapa").total == 0


def test_outlets(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    assert [(outlet.name, n) for outlet, n in archive.outlets()] == [("gelora.test", 2), ("kabar.test", 1)]
    assert archive.reports(outlet=archive.outlets()[0][0].id).total == 2


def test_an_outlet_and_the_stories_it_shares(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    (first, _), (second, _) = archive.outlets()
    assert archive.outlets(limit=1, offset=1) == ((second, 1),)
    assert archive.outlet(first.id) == (first, 2)
    (story,) = archive.shared(first.id)
    assert archive.stories(outlet=second.id).items[0].id == story
    assert archive.shared(first.id, offset=1) == ()
    with pytest.raises(UnknownIdError, match="entah"):
        archive.outlet("entah")


def test_a_person_by_key(archive: Archive) -> None:
    archive.add([bridge(), bridge_too(), school()])
    (line,) = archive.people("ratna").items
    assert archive.person(line.key) == line
    with pytest.raises(UnknownIdError, match="entah"):
        archive.person("entah")


def test_a_reader_does_not_wait_for_a_writer_to_keep_a_comparison(where: str) -> None:
    with Archive.open(where) as archive:
        archive.add([bridge(), bridge_too()])
        (story,) = archive.stories().items
        engine = connect(where, create=False)
        with writing(engine):
            started = time.monotonic()
            assert archive.story(story.id).stories[0].claims
            assert time.monotonic() - started < 30  # a writer waits a minute
            assert archive.stories().items[0].independent is None
            with pytest.raises(ArchiveError) as error, writing_at_once(engine, where):
                pass
            assert error.value.key == "busy"
        engine.dispose()
        archive.story(story.id)
        assert archive.stories().items[0].independent is not None


@contextmanager
def writing_at_once(engine: sa.Engine, where: str) -> Iterator[None]:
    with told(where), writing(engine, wait=0.05):
        yield


def test_what_is_not_there(archive: Archive) -> None:
    for ask in (archive.report, archive.extraction, archive.story, archive.line):
        with pytest.raises(UnknownIdError, match="entah"):
            ask("entah")
    assert archive.stories().total == 0
    assert archive.search("apa saja").total == 0


def test_text_that_a_store_cannot_hold_is_kept_all_the_same(archive: Archive) -> None:
    from dataclasses import replace

    odd = replace(bridge(), text=bridge().text + "\0", headline="Judul \ud800\0", url=None)
    (added,) = archive.add([odd])
    assert archive.report(added.id).text == odd.text
    assert archive.report(added.id).headline == odd.headline
    assert archive.add([odd])[0].state == "known"


def test_writers_wait_and_readers_do_not(where: str) -> None:
    Archive.open(where).close()
    errors: list[BaseException] = []
    seen: list[int] = []

    def write(part: int) -> None:
        try:
            with Archive.open(where) as mine:
                mine.add(many(12)[part::2])
        except BaseException as error:
            errors.append(error)

    def read() -> None:
        try:
            with Archive.open(where, create=False) as mine:
                seen.extend(mine.search("cabai").total for _ in range(10))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(2)] + [threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert seen == sorted(seen)
    with Archive.open(where) as archive:
        assert archive.search("cabai").total == 12


def test_no_archive_there(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive at"):
        Archive.open(tmp_path / "tiada.sqlite", create=False)
    assert not (tmp_path / "tiada.sqlite").exists()


def test_a_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("Bukan arsip. " * 100)
    with pytest.raises(ArchiveError, match=r"surat\.txt"):
        Archive.open(tmp_path / "surat.txt")


def test_what_one_store_cannot_hold_as_text_is_kept_in_the_noun(archive: Archive) -> None:
    odd = "Jem\0batan Kenanga \ud800 ambruk"
    base = bridge()
    outlet = replace(base.outlet, name="Ge\0lora") if base.outlet else None
    text = f'{base.text}"Kami \0 panik \udfff," kata Camat Dewi\0 Larasati, Senin (3/3/2025).\n'
    given = replace(base, text=text, headline=odd, outlet=outlet, id="a\0b")
    (added, _) = archive.add([given, bridge_too()])
    report = archive.report(added.id)
    assert (report.text, report.headline, report.outlet) == (text, odd, outlet)
    line = archive.line(added.id)
    assert line.headline == "Jembatan Kenanga ? ambruk"
    assert line.story
    assert len(archive.story(line.story).reading.reports) == 2
    archive.rule("origin", True, tuple(r.id for r in archive.story(line.story).reading.reports), who="Sa\0ri")  # type: ignore[arg-type]
    assert archive.rulings()[0].who == "Sari"
    assert archive.search("pa\0nik").total in (0, 1)
    assert archive.people("camat\0").total == archive.people("camat").total
    assert archive.add([given])[0].state == "known"


def test_reports_of_one_day_stand_in_one_order(archive: Archive) -> None:
    untimed = replace(bridge(), published=None)
    timed = replace(bridge_too(), published="2025-03-03T09:00:00+07:00")
    archive.add([timed, untimed])
    (story,) = archive.stories().items
    assert [r.published for r in archive.story(story.id).reading.reports] == [None, timed.published]
