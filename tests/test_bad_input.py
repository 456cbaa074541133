"""Bad input, the whole way through the command line: named on standard error, and the rest goes on."""

from __future__ import annotations

import json
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from silang.cli import NOTHING, SKIPPED, app

GOOD = (
    "Tanggul Irigasi di Sukaraharja Jebol, Sawah Terendam\n"
    "Senin, 3 Maret 2025 | 10:15 WIB\n\n"
    "SUKARAHARJA, SUARA PADIMAS - Tanggul irigasi di Desa Karangwungu jebol pada Senin (3/3/2025) pagi. "
    "Sedikitnya 40 hektare sawah terendam.\n\n"
    '"Kami menutup pintu air sejak subuh," kata Kepala Desa Karangwungu, Wiryo Sasmita.\n'
)
LATIN = "Kafé di Jalan Merbabu tutup sementara, kata pemiliknya, Rénaldi Prawoto, Selasa (4/3/2025).\n"
ENGLISH = (
    "The harbour authority of Port Ellismere said on Monday that the northern pier would stay closed for repairs. "
    '"We expect the work to last six weeks," said Margaret Oakenfield, who runs the port. '
    "Fishermen have been told to use the eastern pier, and the ferry will not stop there until further notice.\n"
)


def run(command: str, *arguments: object) -> Result:
    return CliRunner().invoke(app, [command, *map(str, arguments)])


def exported(*paths: Path) -> tuple[Result, list[dict[str, Any]]]:
    result = run("export", *paths)
    return result, json.loads(result.stdout)["reports"]


def messages(result: Result) -> str:
    """Standard error as one line, whatever the width of the terminal."""
    return " ".join(result.stderr.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report."""
    (tmp_path / "berita").mkdir()
    (tmp_path / "berita" / "tanggul.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "berita"


def test_an_empty_folder_is_nothing_to_read(tmp_path: Path) -> None:
    result = run("export", tmp_path)
    assert result.exit_code == NOTHING
    assert str(tmp_path) in messages(result)
    assert result.stdout == ""


def test_a_path_that_is_not_there_is_named(tmp_path: Path, folder: Path) -> None:
    missing = tmp_path / "tidak-ada.txt"
    alone, beside = run("export", missing), run("export", missing, folder)
    assert (alone.exit_code, beside.exit_code) == (NOTHING, SKIPPED)
    assert str(missing) in messages(alone)
    assert str(missing) in messages(beside)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kosong.txt", b""),
        ("spasi.txt", b" \n\t\n"),
        ("gambar.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8),
        ("biner.txt", bytes(range(256)) * 40),
        ("laporan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("kosong.html", b"<html><head><title></title></head><body></body></html>"),
        ("kosong.jsonl", b"\n\n"),
        ("kosong.json", b"[]"),
        ("rusak.json", b'[{"text": "Air su'),
        ("angka.jsonl", b"12\n"),
        ("tanpa-isi.jsonl", b'{"id": "x"}\n'),
        ("kepala.csv", b"id,text\n"),
        ("asing.csv", b"merek,harga\nsepeda,10\n"),
    ],
)
def test_a_file_without_a_report_is_named_and_the_rest_goes_on(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    result, reports = exported(folder)
    assert result.exit_code == SKIPPED
    assert str(folder / name) in messages(result)
    assert [report["text"] for report in reports] == [GOOD]


def test_text_in_the_encoding_of_old_windows_is_read_and_said_so(folder: Path) -> None:
    (folder / "kafe.txt").write_bytes(LATIN.encode("cp1252"))
    result, reports = exported(folder)
    assert result.exit_code == 0
    assert "kafe.txt" in messages(result)
    assert sorted(report["text"] for report in reports) == sorted([GOOD, LATIN])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_text_with_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "kafe.txt").write_text(LATIN, encoding=encoding)
    result, reports = exported(tmp_path)
    assert result.exit_code == 0
    assert [report["text"] for report in reports] == [LATIN]


def test_broken_json_on_line_three_is_named_by_its_line(tmp_path: Path) -> None:
    good = [json.dumps({"id": f"r{n}", "text": f"{GOOD}Laporan ke-{n}."}) for n in range(4)]
    path = tmp_path / "kiriman.jsonl"
    path.write_text("\n".join([*good[:2], good[2][:-20], good[3]]) + "\n", encoding="utf-8")
    result, reports = exported(path)
    assert result.exit_code == SKIPPED
    assert f"{path}:3:" in messages(result)
    assert [report["id"] for report in reports] == ["r0", "r1", "r3"]


def test_a_line_of_fifty_megabytes_is_passed_over_in_time(tmp_path: Path) -> None:
    path = tmp_path / "raksasa.jsonl"
    line = json.dumps({"id": "kecil", "text": GOOD})
    path.write_text(f'{{"id": "besar", "text": "{"a" * 50 * 2**20}"}}\n{line}\n', encoding="utf-8")
    started = time.process_time()
    result, reports = exported(path)
    assert time.process_time() - started < 20
    assert result.exit_code == SKIPPED
    assert f"{path}:1:" in messages(result)
    assert [report["id"] for report in reports] == ["kecil"]


@pytest.mark.parametrize(
    "unit", ['"', "(", "kata ", "1.", "K. ", "Rp ", "Baca juga: ", "<p>", "\u00ad", "\n", "a" * 90]
)
def test_one_thing_over_and_over_takes_no_time(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "berulang.txt"
    path.write_text(GOOD * 25 + unit * (60_000 // len(unit)), encoding="utf-8")  # the opening tells the language
    started = time.process_time()
    result, reports = exported(path)
    assert time.process_time() - started < 20
    assert result.exit_code == 0
    assert len(reports) == 1


def test_the_same_report_twice_counts_once(folder: Path) -> None:
    (folder / "salinan.txt").write_text(GOOD, encoding="utf-8")
    result, reports = exported(folder)
    assert result.exit_code == SKIPPED
    assert "salinan" in messages(result)
    assert len(reports) == 1


def test_a_copy_with_another_headline_is_one_story_and_one_foot(folder: Path) -> None:
    headline, _, rest = GOOD.partition("\n")
    (folder / "salinan.txt").write_text(f"Dilaporkan: {headline}\n{rest}", encoding="utf-8")
    result = run("export", folder)
    (story,) = json.loads(result.stdout)["stories"]
    assert result.exit_code == 0
    assert len(story["reports"]) == 2
    assert story["conflicts"] == []
    assert {claim["independent"]["at_most"] for claim in story["claims"]} == {1}


def test_the_same_file_named_twice_is_read_once(folder: Path) -> None:
    result, reports = exported(folder / "tanggul.txt", folder / "tanggul.txt")
    assert result.exit_code in (0, SKIPPED)
    assert len(reports) == 1


def test_a_report_in_english_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "english.txt").write_text(ENGLISH, encoding="utf-8")
    result, reports = exported(folder)
    assert result.exit_code == SKIPPED
    assert "english.txt" in messages(result)
    assert "English" in messages(result)
    assert [report["text"] for report in reports] == [GOOD]


def test_ten_thousand_small_files_take_a_bounded_time(tmp_path: Path) -> None:
    """Each is an event of its own; a far slower CPU still passes."""
    for n in range(10_000):
        village = "".join("bcdfghjklm"[int(digit)] + "aiueoaiueo"[int(digit)] for digit in f"{n:04}").capitalize()
        text = f"Warga Desa {village} memperbaiki {n} meter jalan pada Senin (3/3/2025), kata Lurah {village}.\n"
        (tmp_path / f"{n:05}.txt").write_text(text, encoding="utf-8")
    started = time.process_time()
    result, reports = exported(tmp_path)
    assert time.process_time() - started < 300
    assert result.exit_code == 0
    assert len(reports) == 10_000


class _Page(HTMLParser):
    """What a browser would run or load, and all that it would show as words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(page: str) -> _Page:
    parser = _Page()
    parser.feed(page)
    return parser


HOSTILE = (
    "Judul <b>tebal</b> & <img src=x onerror=alert(1)>\n"
    "Senin, 3 Maret 2025 | 10:15 WIB\n\n"
    "Warga </script><script>alert(1)</script> memenuhi balai desa pada Senin (3/3/2025).\n\n"
    '"Ini <iframe src=//jahat.test></iframe> palsu," kata Lurah <a href="javascript:alert(1)">Wiryo</a> Sasmita.\n'
)


def test_html_in_a_report_never_becomes_markup_of_the_dossier(folder: Path, tmp_path: Path) -> None:
    run("dossier", folder, "--output", tmp_path / "bersih")
    (folder / "jahat.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "jahat-2.txt").write_text(HOSTILE.replace("Senin (3/3/2025)", "Selasa (4/3/2025)"), encoding="utf-8")
    assert run("dossier", folder, "--output", tmp_path / "kotor").exit_code == 0
    clean, page = (parsed((tmp_path / d / "index.html").read_text(encoding="utf-8")) for d in ("bersih", "kotor"))
    scripts = [sum(tag == "script" for tag, _ in p.tags) for p in (clean, page)]
    assert scripts[0] == scripts[1]
    assert not any(tag in ("img", "iframe") and "jahat" in str(attrs) for tag, attrs in page.tags)
    assert not any(tag == "img" and attrs.get("src") == "x" for tag, attrs in page.tags)
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert not any("javascript:" in (attrs.get("href") or "") for _, attrs in page.tags)
    assert "alert(1)" in page.words


def test_a_bad_option_is_a_usage_error(folder: Path, tmp_path: Path) -> None:
    taken = tmp_path / "berkas"
    taken.write_text("isi", encoding="utf-8")
    for arguments in ([folder], [folder, "--output", tmp_path / "x", "--lang", "jv"], [folder, "--output", taken]):
        result = run("dossier", *arguments)
        assert result.exit_code not in (0, SKIPPED)
        assert result.stderr
        assert "Traceback" not in result.stderr
