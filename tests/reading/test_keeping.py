"""A folder of reports: killed and gone on with it is the same, and read back nothing of a report is lost."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from silang.model import Archived, Byline, Outlet, Repair, Report, Segment, Skipped
from silang.reading import keeping, read, written
from silang.reading.keeping import FolderError, read_into

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."
ENGLISH = (
    "The minister said that the bridge would be closed after the flood, and that it was not the first time for them."
)


def dump(path: Path, count: int) -> Path:
    """JSON Lines with reports, a copy of each tenth, reports in English and broken lines."""
    lines: list[str] = []
    for n in range(count):
        text = f"Banjir {n} di Hilir\nSUKARAYA - {ONE} Baca juga: Jembatan {n} Ambruk\n\nAir surut {n} jam kemudian."
        lines.append(json.dumps({"id": f"r{n % 7}", "url": f"https://koranbayangan.test/{n}", "text": text}))
        if n % 10 == 0:
            lines += [lines[-1], json.dumps({"text": ENGLISH}), "{rusak"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_folder_read_back_is_what_was_read(tmp_path: Path) -> None:
    path = dump(tmp_path / "berita.jsonl", 25)
    direct = read([path])
    counts = read_into(tmp_path / "hasil", [path], shard=10)
    again = read([tmp_path / "hasil"])
    assert again.reports == direct.reports
    assert again.inputs == direct.inputs
    assert again.skipped == ()
    assert (counts.reports, counts.inputs) == (25, 1)
    assert dict(counts.skipped()) == {"broken": 3, "duplicate": 3, "language": 3}
    assert json.loads((tmp_path / "hasil" / "silang-reports.json").read_text("utf-8"))["complete"] is True


def test_a_shard_alone_is_read_without_loss_too(tmp_path: Path) -> None:
    read_into(tmp_path / "hasil", [dump(tmp_path / "berita.jsonl", 5)], shard=10)
    reports = read([tmp_path / "hasil"]).reports
    (tmp_path / "lain.jsonl").write_bytes(gzip.decompress((tmp_path / "hasil" / "00001.jsonl.gz").read_bytes()))
    assert read([tmp_path / "lain.jsonl"]).reports == reports
    assert reports[0].segments[0].kind == "headline"


def test_every_field_of_a_report_comes_back() -> None:
    report = Report(
        id="a", input="x", text="Judul\nIsi berita", segments=(Segment(0, 5, "headline"), Segment(6, 16, "body")),
        language="id", outlet=Outlet("b", "B", "g"), headline="Judul", url="https://b.test", published="2031-02-03",
        updated="2031-02-04", dateline="Kota", bylines=(Byline("author", "N"),), repairs=(Repair(0, 5, "doubled", ""),),
        archived=Archived("<urn:uuid:1>", "sha1:A"),
    )  # fmt: skip
    assert all(getattr(report, name) for name in report.__dataclass_fields__)
    assert written.report_of(json.loads(json.dumps(written.fields_of(report))), "p", 1) == report


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("segments", [[0, 99, "body"]]),
        ("segments", [[0, 3, "body"], [2, 4, "body"]]),
        ("segments", [[0, 3, "lain"]]),
        ("segments", [[True, 3, "body"]]),
        ("bylines", [["raja", "N"]]),
        ("repairs", 5),
        ("text", None),
        ("id", ""),
        ("outlet", "B"),
        ("url", 5),
    ],
)
def test_what_is_no_report_as_it_was_written_is_told(field: str, value: object) -> None:
    fields = written.fields_of(Report("a", "x", "Isi berita", (Segment(0, 3, "body"),)))
    found = written.report_of({**fields, field: value}, "p", 7)
    assert isinstance(found, Skipped)
    assert (found.line, found.kind) == (7, "broken")


@pytest.mark.parametrize("after", [1, 9, 10, 11, 24])
def test_cut_off_anywhere_and_gone_on_with_it_is_the_same(tmp_path: Path, after: int) -> None:
    """An error in the middle leaves what a kill leaves; the ledger holds what was noted and not yet kept."""
    dump(tmp_path / "a.jsonl", 14)
    (tmp_path / "b.csv").write_text(f'judul,isi\nAir,"{ONE} Surut."\nAir,"{ONE} Naik."\n', encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    dump(tmp_path / "d.jsonl", 24)
    paths = [tmp_path / name for name in ("a.jsonl", "b.csv", "c.pdf", "d.jsonl")]
    read_into(tmp_path / "utuh", paths, shard=5)

    seen = 0

    def until(part: object) -> None:
        nonlocal seen
        seen += isinstance(part, Report)
        if seen == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_into(tmp_path / "putus", paths, shard=5, watch=until)
    counts = read_into(tmp_path / "putus", paths, shard=5)
    assert contents(tmp_path / "putus") == contents(tmp_path / "utuh")
    assert counts.fields(1) == read_into(tmp_path / "utuh", paths, shard=5).fields(1)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill -9")
def test_killed_and_gone_on_with_it_is_the_same(tmp_path: Path) -> None:
    path = dump(tmp_path / "berita.jsonl", 120)
    program = (
        "import sys; from pathlib import Path; from silang.reading.keeping import read_into; "
        "read_into(Path(sys.argv[1]), [sys.argv[2]], shard=10)"
    )

    def started(folder: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", program, str(folder), str(path)])

    assert started(tmp_path / "utuh").wait() == 0
    kills = 0
    for shards in (1, 3, 7):
        run = started(tmp_path / "putus")
        while not (tmp_path / "putus" / f"{shards:05}.json").exists() and run.poll() is None:
            time.sleep(0.005)
        os.kill(run.pid, signal.SIGKILL)
        kills += run.wait() == -signal.SIGKILL
    assert kills
    (unfinished,) = [skipped for skipped in read([tmp_path / "putus"]).skipped if skipped.kind == "in_part"]
    assert "was not finished" in unfinished.reason
    assert started(tmp_path / "putus").wait() == 0
    assert contents(tmp_path / "putus") == contents(tmp_path / "utuh")


def test_an_input_that_changed_is_named(tmp_path: Path) -> None:
    path = dump(tmp_path / "berita.jsonl", 20)
    half_done(tmp_path / "hasil", path)
    with path.open("a") as file:
        file.write("\n")
    with pytest.raises(FolderError, match="has changed since"):
        read_into(tmp_path / "hasil", [path], shard=5)


def test_a_file_that_went_before_the_one_it_stopped_in_is_named(tmp_path: Path) -> None:
    inputs = tmp_path / "masukan"
    inputs.mkdir()
    first = dump(inputs / "a.jsonl", 4)
    dump(inputs / "b.jsonl", 20)
    half_done(tmp_path / "hasil", inputs)
    first.unlink()
    with pytest.raises(FolderError, match="went since"):
        read_into(tmp_path / "hasil", [inputs], shard=5)


def half_done(folder: Path, path: Path) -> None:
    """A folder whose reading was cut off after its second shard."""

    def until(part: object) -> None:
        if (folder / "00002.json").exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_into(folder, [path], shard=5, watch=until)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = dump(tmp_path / "berita.jsonl", 3)
    (tmp_path / "penuh").mkdir()
    (tmp_path / "penuh" / "foto.png").write_bytes(b"x")
    with pytest.raises(FolderError, match="is not empty"):
        read_into(tmp_path / "penuh", [path])
    read_into(tmp_path / "hasil", [path])
    with pytest.raises(FolderError, match="was begun with other paths"):
        read_into(tmp_path / "hasil", [path, path])
    with pytest.raises(FolderError, match="standard input cannot be gone on with"):
        read_into(tmp_path / "baru", ["-"])


def test_two_runs_at_once_are_kept_apart(tmp_path: Path) -> None:
    path = dump(tmp_path / "berita.jsonl", 3)

    def second(part: object) -> None:
        with pytest.raises(FolderError, match="another run is writing there"):
            read_into(tmp_path / "hasil", [path])

    assert read_into(tmp_path / "hasil", [path], watch=second).reports == 3


def test_a_folder_inside_what_is_read_is_not_read_into_itself(tmp_path: Path) -> None:
    dump(tmp_path / "berita.jsonl", 3)
    assert read_into(tmp_path / "hasil", [tmp_path]).reports == 3
    assert keeping.read_into(tmp_path / "hasil", [tmp_path]).reports == 3


def test_marks_that_are_broken_are_told(tmp_path: Path) -> None:
    path = dump(tmp_path / "berita.jsonl", 3)
    read_into(tmp_path / "hasil", [path])
    (tmp_path / "hasil" / "00001.json").write_text("{}", encoding="utf-8")
    with pytest.raises(FolderError, match="not the mark of a shard"):
        read_into(tmp_path / "hasil", [path])
    (skipped,) = read([tmp_path / "hasil"]).skipped
    assert "cannot be read" in skipped.reason


def test_broken_letters_in_fields_and_file_names_break_nothing(tmp_path: Path) -> None:
    half = "\\ud83d"
    rows = [
        f'{{"id": "a{half}", "url": "https://b.test/{half}{n % 2}", "title": "{half}", "text": "{ONE} {n % 2}"}}'
        for n in range(3)
    ]
    fields = written.fields_of(Report("x", "y", "Isi @", (Segment(0, 3, "body"),)))
    rows.append(json.dumps(fields).replace("@", half))
    path = tmp_path / os.fsdecode(b"berita\xff.jsonl")
    try:
        path.write_text("\n".join(rows), encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no file names that are not UTF-8")
    direct = read([path])
    read_into(tmp_path / "hasil", [path])
    assert [report.id for report in direct.reports] == ["a\ud83d", "a\ud83d-2"]
    assert [skipped.kind for skipped in direct.skipped] == ["duplicate", "broken"]
    assert read([tmp_path / "hasil"]).reports == direct.reports


@pytest.mark.parametrize("complete", [None, 1, "ya"])
def test_a_manifest_that_does_not_tell_whether_it_is_complete_is_named(tmp_path: Path, complete: object) -> None:
    folder, path = tmp_path / "hasil", dump(tmp_path / "berita.jsonl", 5)
    read_into(folder, [path], shard=10)
    manifest = json.loads((folder / "silang-reports.json").read_text("utf-8"))
    (folder / "silang-reports.json").write_text(json.dumps({**manifest, "complete": complete}), "utf-8")
    with pytest.raises(FolderError, match="whether it is complete"):
        read_into(folder, [path], shard=10)


def test_a_ledger_that_a_cut_off_run_left_in_a_complete_folder_is_removed(tmp_path: Path) -> None:
    folder, path = tmp_path / "hasil", dump(tmp_path / "berita.jsonl", 5)
    read_into(folder, [path], shard=10)
    before = contents(folder)
    (folder / ".ledger.sqlite").write_bytes(b"sisa")
    read_into(folder, [path], shard=10)
    assert contents(folder) == before


def test_a_shard_that_holds_less_than_its_mark_tells_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    read_into(folder, [dump(tmp_path / "berita.jsonl", 5)], shard=10)
    shard = folder / "00001.jsonl.gz"
    lines = gzip.decompress(shard.read_bytes()).splitlines(keepends=True)
    shard.write_bytes(gzip.compress(b"".join(lines[:3])))
    reading = read([folder])
    assert len(reading.reports) == 3
    assert [(s.kind, s.reason) for s in reading.skipped] == [
        ("broken", "it holds 3 of the 5 reports that its mark tells of")
    ]


@pytest.mark.parametrize("reports", ["lima", -1, True, None])
def test_a_mark_with_no_number_is_told(tmp_path: Path, reports: object) -> None:
    folder = tmp_path / "hasil"
    read_into(folder, [dump(tmp_path / "berita.jsonl", 5)], shard=10)
    mark = json.loads((folder / "00001.json").read_text("utf-8"))
    (folder / "00001.json").write_text(json.dumps({**mark, "reports": reports}), "utf-8")
    assert [skip.kind for skip in read([folder]).skipped] == ["broken"]
