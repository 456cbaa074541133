"""Paths in, reports out: every bad input is told by name and reason, and the rest goes on."""

from __future__ import annotations

import hashlib
import io
import json
import os
from pathlib import Path

import pytest

from silang.model import Reading
from silang.reading import read
from silang.reading.records import MAX_LINE, MAX_TEXT

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."
TWO = "Jembatan tua di Kota Lama ambruk pada Selasa karena arus yang deras, kata polisi, dan jalan itu ditutup."


def told(reading: Reading) -> list[tuple[str, int | None, str]]:
    return [(Path(s.path).name, s.line, s.reason) for s in reading.skipped]


def texts(reading: Reading) -> list[str]:
    return [report.text for report in reading.reports]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_the_order_of_names_with_what_is_in_it(tmp_path: Path) -> None:
    for name, text in (("b.txt", TWO), ("a/z.txt", ONE), ("c.TXT", TWO + " Lagi.")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".rahasia.txt").write_text("tersembunyi", encoding="utf-8")
    reading = read([tmp_path])
    assert texts(reading) == [ONE, TWO, TWO + " Lagi."]
    assert [report.id for report in reading.reports] == ["z", "b", "c"]
    assert reading.skipped == ()
    assert reading.reports[0].input == str(tmp_path / "a" / "z.txt")


def test_inputs_hold_path_and_digest(desk: Path) -> None:
    (entry,) = read([desk]).inputs
    assert entry.path == str(desk / "a.txt")
    assert entry.sha256 == hashlib.sha256(ONE.encode()).hexdigest()


def test_progress_is_told_each_file(desk: Path) -> None:
    seen: list[str] = []
    read([desk], progress=seen.append)
    assert seen == [str(desk / "a.txt")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.pdf", b"%PDF-1.4", "a PDF is not read; save it as text (.txt) or HTML (.html)"),
        ("x.docx", b"PK\x03\x04", "a Word document is not read"),
        ("x.xlsx", b"PK\x03\x04", "a spreadsheet is not read"),
        ("x.jpg", b"\xff\xd8\xff", "an image is not read"),
        ("x.zip", b"PK\x03\x04", "unpack it first"),
        ("x.txt.gz", b"\x1f\x8b", "cut off in the middle of its packing"),
        ("x.gz", b"\x1f\x8b", "a name without an ending is not a kind that is read"),
        ("x.md", b"catatan", ".md is not a kind that is read"),
        ("x.txt", b"", "empty: no report in it"),
        ("x.txt", b" \n\t\n", "empty: no report in it"),
        ("x.txt", b"%PDF-1.4 teks", "a PDF in spite of its name"),
        ("x.txt", b"abc\0def", "a binary file, not text: it holds NUL bytes"),
        ("x.txt", b"a" * 9000 + b"\0", "a binary file, not text: it holds NUL bytes"),
        ("x.txt", b"\x81\x8d\xff abc", "neither UTF-8 nor Windows-1252; save it as UTF-8"),
        ("x.txt", b"a " * (MAX_TEXT // 2 + 1), "no report is longer than 1,000,000"),
        ("x.txt", b"a" * (MAX_LINE + 1), "larger than 8 MB"),
        ("x.json", b"[1, 2", "not valid JSON"),
        ("x.json", b"[" * 100_000, "not valid JSON: nested too deeply"),
        ("x.json", b"5", "neither an object nor a list of objects"),
        ("x.csv", b"\n", "empty: no report in it"),
        ("x.html", b"<html><body></body></html>", "no article found in this page"),
        ("x.html", b"<!-- -->", "HTML"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(desk: Path, name: str, data: bytes, reason: str) -> None:
    (desk / name).write_bytes(data)
    reading = read([desk])
    assert texts(reading) == [ONE]
    ((path, _, why),) = told(reading)
    assert path == name
    assert reason in why


def test_a_missing_path_and_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    reading = read([tmp_path / "hilang.txt", tmp_path / "kosong"])
    assert told(reading) == [
        ("hilang.txt", None, "no such file or folder"),
        ("kosong", None, "an empty folder: no report in it"),
    ]
    assert reading.reports == ()


def test_a_link_that_loops_back_is_followed_once(desk: Path) -> None:
    (desk / "b").mkdir()
    os.symlink(desk, desk / "b" / "lagi")
    reading = read([desk])
    assert texts(reading) == [ONE]
    assert told(reading) == [("lagi", None, "a link to a folder that was read already")]


def test_a_broken_link_and_a_pipe(desk: Path) -> None:
    os.symlink(desk / "hilang", desk / "putus.txt")
    os.mkfifo(desk / "pipa.txt")
    reading = read([desk])
    assert texts(reading) == [ONE]
    assert told(reading) == [
        ("pipa.txt", None, "not a regular file (a pipe, socket or device)"),
        ("putus.txt", None, "no such file or folder"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_opened(desk: Path) -> None:
    (desk / "terkunci.txt").write_text(TWO, encoding="utf-8")
    (desk / "terkunci.txt").chmod(0)
    assert told(read([desk])) == [("terkunci.txt", None, "cannot be opened: permission denied")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(("“Air naik,” kata camat.\r\n" + ONE).encode(encoding))
    reading = read([tmp_path])
    assert texts(reading) == ["“Air naik,” kata camat.\r\n" + ONE]
    assert reading.skipped == ()


def test_windows_1252_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"“Air naik,” kata camat. {ONE}".encode("cp1252"))
    reading = read([tmp_path])
    assert texts(reading) == [f"“Air naik,” kata camat. {ONE}"]
    assert "read as Windows-1252" in reading.skipped[0].reason
    assert reading.skipped[0].note


def test_the_same_report_twice_is_read_once(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "banjir.txt").write_text(ONE, encoding="utf-8")
    reading = read([tmp_path])
    assert len(reading.reports) == 1
    first = tmp_path / "a" / "banjir.txt"
    assert reading.skipped[0].reason == f"the same report as banjir of {first}; read once"


def test_one_text_of_two_outlets_is_two_reports() -> None:
    rows = [{"id": "a", "text": ONE, "outlet": "Antara"}, {"id": "b", "text": ONE, "outlet": "Republika"}]
    data = "\n".join(map(json.dumps, rows)).encode()
    assert [report.id for report in read(["-"], stdin=io.BytesIO(data)).reports] == ["a", "b"]


def test_ids_are_made_unique(tmp_path: Path) -> None:
    rows = [{"id": "x", "text": ONE}, {"id": "x", "text": TWO}, {"id": "x-2", "text": ONE + TWO}, {"text": TWO + ONE}]
    (tmp_path / "kumpulan.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [report.id for report in read([tmp_path]).reports] == ["x", "x-2", "x-2-2", "kumpulan"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The minister said that the bridge would be closed after the flood, and that it was not the first time for "
            "the people of the village, who have been told to leave their houses at once.",
            "reads as English; Silang reads Indonesian",
        ),
        (
            "Polis berkata lelaki berkenaan dihantar ke hospital kerana cedera, manakala mangsa lain selamat. Mahkamah "
            "akan bersidang pada hari Isnin, menurut kenyataan yang dikeluarkan pejabat itu.",
            "reads as Malay; Silang reads Indonesian",
        ),
    ],
)
def test_a_report_in_another_language_is_left_out(desk: Path, text: str, reason: str) -> None:
    (desk / "lain.txt").write_text(text, encoding="utf-8")
    reading = read([desk])
    assert texts(reading) == [ONE]
    assert told(reading) == [("lain.txt", None, f"lain: {reason}")]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (json.dumps({"text": ONE}).encode() + b"\n" + json.dumps({"text": TWO}).encode(), [ONE, TWO]),
        (json.dumps([{"isi": ONE}, {"isi": TWO}]).encode(), [ONE, TWO]),
        (json.dumps({"text": ONE}, indent=1).encode(), [ONE]),
        (ONE.encode(), [ONE]),
        (b"[Redaktur: Rukmini Sari]\n" + ONE.encode(), ["[Redaktur: Rukmini Sari]\n" + ONE]),
        (b"<b>Air naik</b> " + ONE.encode(), ["<b>Air naik</b> " + ONE]),
    ],
)
def test_standard_input_is_told_apart_by_its_start(data: bytes, wanted: list[str]) -> None:
    reading = read(["-"], stdin=io.BytesIO(data))
    assert texts(reading) == wanted
    assert reading.inputs[0].path == "-"
    assert reading.inputs[0].sha256 == hashlib.sha256(data).hexdigest()


def test_standard_input_that_is_not_at_hand_or_empty() -> None:
    assert told(read(["-"])) == [("-", None, "standard input is not at hand")]
    assert told(read(["-"], stdin=io.BytesIO(b""))) == [("-", None, "empty: no report in it")]


def test_a_file_of_unknown_ending_is_read_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "laporan").write_text(ONE, encoding="utf-8")
    assert texts(read([tmp_path / "laporan"])) == [ONE]
    assert texts(read([tmp_path])) == []


def test_many_files_keep_their_order_and_ids(tmp_path: Path) -> None:
    for n in range(300):
        (tmp_path / f"{n:04}.txt").write_text(f"{ONE} Laporan nomor {n}.", encoding="utf-8")
    reading = read([tmp_path])
    assert [report.id for report in reading.reports] == [f"{n:04}" for n in range(300)]
    assert len(reading.inputs) == 300


def test_standard_input_is_kept_within_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("silang.reading.sources._STDIN", 2**17)
    (skip,) = read(["-"], stdin=io.BytesIO(b"a" * 2**18)).skipped
    assert "save it as a file" in skip.reason
