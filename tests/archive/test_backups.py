"""An archive out and in again, from either store into either."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from silang.archive import Archive
from silang.errors import ArchiveError
from tests.archive.newsroom import bridge, bridge_too, newer, school


def filled(where: str) -> Archive:
    archive = Archive.open(where)
    one, two, _ = archive.add([bridge(), bridge_too(), school()])
    archive.add([newer(bridge())])
    story = archive.line(two.id).story
    assert story
    archive.rule("story", False, (two.id, story), who="Sari")
    archive.undo(1, who="Bayu")
    assert archive.line(one.id).version == 1
    return archive


def test_out_and_in_without_loss(where: str, tmp_path: Path) -> None:
    first = filled(where)
    assert first.backup(tmp_path / "all.jsonl.gz") == 4
    second = Archive.open(tmp_path / "second.sqlite")
    assert second.restore(tmp_path / "all.jsonl.gz") == 4
    second.backup(tmp_path / "again.jsonl.gz")
    assert (tmp_path / "again.jsonl.gz").read_bytes() == (tmp_path / "all.jsonl.gz").read_bytes()
    assert second.rulings() == first.rulings()
    assert second.reports() == first.reports()
    assert second.people() == first.people()
    assert second.search("tembakan") == first.search("tembakan")
    for line in first.reports().items:
        assert second.extraction(line.id) == first.extraction(line.id)
        assert second.versions(line.id) == first.versions(line.id)
        assert line.story
        assert second.story(line.story) == first.story(line.story)


def test_into_a_server(fresh_database: str, tmp_path: Path) -> None:
    filled(str(tmp_path / "first.sqlite")).backup(tmp_path / "all.jsonl")
    server = Archive.open(fresh_database)
    server.restore(tmp_path / "all.jsonl")
    server.backup(tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_text() == (tmp_path / "all.jsonl").read_text()


def test_only_into_an_empty_archive(tmp_path: Path) -> None:
    archive = filled(str(tmp_path / "a.sqlite"))
    archive.backup(tmp_path / "all.jsonl")
    with pytest.raises(ArchiveError, match="not empty"):
        archive.restore(tmp_path / "all.jsonl")


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda text: text[: len(text) // 2], "all.jsonl"),
        (lambda text: "".join(text.splitlines(True)[:-1]), "ends early"),
        (lambda text: "Harga cabai naik.\n", "no backup"),
        (lambda text: "", "ends early"),
        (lambda text: text.replace('"table":"story"', '"table":"entah"', 1), r"all\.jsonl:2"),
        (lambda text: text.replace("silang-archive/1", "silang-archive/99"), "silang-archive/1"),
    ],
)
def test_a_damaged_backup_leaves_nothing_behind(damage, why: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    filled(str(tmp_path / "a.sqlite")).backup(tmp_path / "all.jsonl")
    file = tmp_path / "all.jsonl"
    file.write_text(damage(file.read_text()))
    archive = Archive.open(tmp_path / "b.sqlite")
    with pytest.raises(ArchiveError, match=why):
        archive.restore(file)
    assert archive.reports().total == archive.stories().total == 0


def test_a_packed_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(b"x" * 1000)[:-20])
    with pytest.raises(ArchiveError, match=r"x\.jsonl\.gz"):
        Archive.open(tmp_path / "b.sqlite").restore(tmp_path / "x.jsonl.gz")


def test_a_packed_file_with_a_bit_turned(tmp_path: Path) -> None:
    filled(str(tmp_path / "a.sqlite")).backup(tmp_path / "all.jsonl.gz")
    packed = bytearray((tmp_path / "all.jsonl.gz").read_bytes())
    packed[len(packed) // 2 : len(packed) // 2 + 40] = b"\xff" * 40
    (tmp_path / "all.jsonl.gz").write_bytes(packed)
    archive = Archive.open(tmp_path / "b.sqlite")
    with pytest.raises(ArchiveError, match=r"all\.jsonl\.gz"):
        archive.restore(tmp_path / "all.jsonl.gz")
    assert archive.reports().total == 0


@pytest.mark.parametrize("row", ['{"noun":[]}', '{"noun":7,"id":"x"}', "[]", "null", '{"noun":{"id":null}}'])
def test_a_row_that_is_none(row: str, tmp_path: Path) -> None:
    for table in ("story", "report", "placed"):
        (tmp_path / "x.jsonl").write_text(f'{{"format":"silang-archive/1"}}\n{{"table":"{table}","row":{row}}}\n')
        with pytest.raises(ArchiveError, match=r"x\.jsonl:2"):
            Archive.open(tmp_path / "b.sqlite").restore(tmp_path / "x.jsonl")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.sqlite")
    with pytest.raises(ArchiveError, match=r"cannot read .*none\.jsonl: No such file"):
        archive.restore(tmp_path / "none.jsonl")
    with pytest.raises(ArchiveError, match=r"cannot write to .*none/all\.jsonl: No such file"):
        archive.backup(tmp_path / "none" / "all.jsonl")
