"""The desk: texts in, a dossier out, nothing kept."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from silang.reading import stream
from silang.reading.sources import Part
from silang.web import desk
from silang.web import tray as tray_module
from silang.web.desk import Dropped, RefusedError, check
from silang.web.tray import MINUTES, MOST, Tray
from tests.web.visitors import EXAMPLES, token, visitor

ONE = """Jembatan Lumping Ambruk, Dua Orang Luka

BATU RAYA - Jembatan gantung Lumping ambruk pada Senin (3/2/2025) pukul 06.15 WIB. Dua orang luka.

"Kami sudah meminta warga tidak melintas sejak Minggu," kata Camat Batu Raya, Gani Prasetya."""
OTHER = """Empat Warga Terjatuh Saat Jembatan Lumping Putus

BATU RAYA - Jembatan gantung Lumping di Batu Raya ambruk pada Senin (3/2/2025) pagi. Empat orang luka.

Camat Batu Raya, Gani Prasetya, mengatakan warga belum pernah diminta berhenti melintas."""


def test_pasted_texts_become_a_dossier_that_can_be_forgotten() -> None:
    browser = visitor()
    held = token(browser.get("/desk").text)
    made = browser.post("/desk", data={"token": held, "text": f"{ONE}\n---\n{OTHER}"})
    assert made.status_code == 200
    assert "Kami sudah meminta warga tidak melintas" in made.text
    address = str(made.url)
    assert browser.get(f"{address}dossier.json").json()["schema"] == "silang/1"
    assert "Gani Prasetya" in browser.get(f"{address}dossier.md").text
    assert made.headers["cache-control"] == "no-store"
    assert browser.post(f"{address}forget", data={"token": held}).is_success
    assert browser.get(address).status_code == 404


def test_files_of_several_stories_are_listed_each_with_its_page() -> None:
    browser = visitor()
    held = token(browser.get("/desk").text)
    files = [("files", (path.name, path.read_bytes())) for path in sorted((EXAMPLES / "lepas").iterdir())]
    listed = browser.post("/desk", data={"token": held, "text": ""}, files=files)
    address = str(listed.url)
    stories = [story["id"] for story in browser.get(f"{address}dossier.json").json()["stories"]]
    assert len(stories) == 2
    for story in stories:
        assert f'href="{story}/"' in listed.text
        assert browser.get(f"{address}{story}/").status_code == 200


@pytest.mark.parametrize(
    ("name", "data"),
    [("../../surat.txt", ONE.encode()), ("..\\berita.pdf", b"%PDF-1"), ("", b"\0\1"), ("<b>x</b>.txt", b"")],
)
def test_a_file_of_any_name_is_read_or_named(name: str, data: bytes) -> None:
    browser = visitor()
    held = token(browser.get("/desk").text)
    found = browser.post("/desk", data={"token": held, "text": ""}, files=[("files", (name, data))])
    assert found.status_code in (200, 400)
    assert "<b>x" not in found.text
    assert tempfile.gettempdir() not in found.text


def test_nothing_stays_on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    result = check(ONE, [Dropped("dua.txt", OTHER.encode())])
    assert [report.input for report in result.reading.reports] == ["teks 1.txt", "dua.txt"]
    assert list(tmp_path.iterdir()) == []


def test_two_files_of_one_name_stay_two() -> None:
    result = check("", [Dropped("berita.txt", ONE.encode()), Dropped("a/berita.txt", OTHER.encode())])
    assert len(result.reading.reports) == 2


@pytest.mark.parametrize(
    ("pasted", "files", "key"),
    [
        (" \n---\n ", 0, "desk.nothing"),
        ("", desk.MAX_FILES + 1, "desk.many_files"),
        ("\n---\n".join(f"{ONE} Kabar ke-{n}." for n in range(desk.MAX_REPORTS + 1)), 0, "desk.many"),
    ],
)
def test_what_is_too_much_is_refused(pasted: str, files: int, key: str) -> None:
    with pytest.raises(RefusedError) as found:
        check(pasted, [Dropped(f"{n}.txt", b"x") for n in range(files)])
    assert found.value.key == key


def test_what_takes_too_long_is_stopped() -> None:
    ticks = iter(range(0, 10_000, 50))
    with pytest.raises(RefusedError) as found:
        check(f"{ONE}\n---\n{OTHER}", [], clock=lambda: float(next(ticks)))
    assert found.value.key == "desk.slow"
    assert check(ONE, []).reading.reports  # the desk is free again


def test_the_desk_works_on_one_thing_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(*_: object, **__: object) -> None:
        with pytest.raises(RefusedError) as found:
            check(OTHER, [])
        assert found.value.key == "desk.busy"
        raise RefusedError("desk.slow", seconds=1)

    monkeypatch.setattr(desk, "crosscheck", meanwhile)
    browser = visitor()
    answer = browser.post("/desk", data={"token": token(browser.get("/desk").text), "text": ONE})
    assert answer.status_code == 503


def test_the_tray_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    tray = Tray(now=lambda: now[0])
    result = check(ONE, [])
    keys = [tray.lay(result) for _ in range(MOST + 1)]
    assert tray.take(keys[0]) is None
    assert tray.take(keys[-1]) is result
    tray.drop(keys[-1])
    assert tray.take(keys[-1]) is None
    monkeypatch.setattr(tray_module, "MOST_TEXT", 3 * len(ONE))
    newest = tray.lay(result)
    assert tray.take(newest) is result
    assert tray.take(keys[2]) is None
    now[0] = MINUTES * 60.0
    assert tray.take(newest) is None


@pytest.mark.parametrize("name", ["雨" * 200 + ".txt", "é" * 300, "." * 300, " " * 300 + "a.txt"])
def test_a_file_of_a_long_name_is_read(name: str) -> None:
    (report,) = check("", [Dropped(name, ONE.encode())]).reading.reports
    assert len(report.input.encode()) <= 255


def test_a_packed_file_is_read_no_further_than_the_desk_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counted(paths: list[Path]) -> Iterator[Part]:
        nonlocal read
        for part in stream(paths):
            read += 1
            yield part

    monkeypatch.setattr(desk, "stream", counted)
    lines = (json.dumps({"text": f"{ONE} Kabar ke-{n}."}) for n in range(3 * desk.MAX_REPORTS))
    with pytest.raises(RefusedError) as found:
        check("", [Dropped("semua.jsonl.gz", gzip.compress("\n".join(lines).encode()))])
    assert found.value.key == "desk.many"
    assert desk.MAX_REPORTS < read < desk.MAX_REPORTS + 5
