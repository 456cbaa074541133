"""Dirty text is read as the clean text that it was: quotations, names, times and sentences come out the same."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from silang.extraction import extract
from silang.language import parse
from silang.model import Extraction, Report
from silang.reading import read_text

CLEAN = (
    "MELUR.COM, WANASARI – Warga Wanasari mengungsi sejak subuh.\n\n"
    "“Air sudah surut, tetapi lumpur masih tebal,” kata Camat José Fernández di balai desa, Senin (2/3/2026).\n\n"
    "Fernández menyebut ‘banjir bandang’ itu datang 10–20 menit setelah hujan… Bantuan untuk umat Jum’at lalu habis. "
    "Menurut Renée Sarwono, kepala dinas, kerugian mencapai Rp5 miliar.\n\n"
    "“Kami tunggu perahu karet,” ujar Renée."
)
_NAMES = {"“": "ldquo", "”": "rdquo", "‘": "lsquo", "’": "rsquo", "é": "eacute", "á": "aacute", "–": "ndash",
          "…": "hellip"}  # fmt: skip
_OPEN = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # bytes that Windows-1252 does not know


def _each(change: Callable[[str], str]) -> str:
    return "".join(sign if sign.isascii() else change(sign) for sign in CLEAN)


def _as_1252(text: str) -> str:
    known = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _OPEN}
    return "".join(s if s.isascii() else s.encode().decode("latin-1").translate(known) for s in text)


DIRTY = {
    "windows-1252": _as_1252(CLEAN),
    "latin-1": _each(lambda sign: sign.encode().decode("latin-1")),
    "macroman": _each(lambda sign: sign.encode().decode("mac_roman")),
    "twice over": _as_1252(_as_1252(CLEAN)),
    "a sign lost": _as_1252(CLEAN).replace("\x9d", ""),
    "a sign unknown": _as_1252(CLEAN).replace("\x9d", "?"),
    "entities": _each(lambda sign: f"&{_NAMES[sign]};"),
    "entities twice over": _each(lambda sign: f"&amp;{_NAMES[sign]};"),
    "numbers": _each(lambda sign: f"&#{ord(sign)};"),
    "numbers to the base of 16": _each(lambda sign: f"&#x{ord(sign):x};"),
    "marks turned into question marks": CLEAN.replace("“", "?").replace("”", "?"),
    "blanks without a break": CLEAN.replace(". Bantuan", ".Â Bantuan").replace("tebal,” ", "tebal,”Â\xa0"),
    "joiners": CLEAN.replace("Warga Wana", "Warga Wanaâ\x80\x8b").replace("habis. ", "habis. â\x81\xa0"),
}


def _found(text: str) -> tuple[Report, Extraction]:
    report = read_text(text)
    return report, extract(report, parse(report))


def _told(text: str) -> list[object]:
    """What is told of a text, without a word of it that is not read."""
    report, found = _found(text)
    return [
        [(s.mode, s.source and (s.source.name, s.source.text), s.rule) for s in found.statements],
        [(entity.label, entity.name, entity.aliases) for entity in found.entities],
        [(t.type, t.value) for t in found.times],
        [(q.low, q.high, q.unit, q.counted) for q in found.quantities],
        (len(found.sentences), report.dateline, report.outlet, report.headline),
    ]


@pytest.mark.parametrize("kind", DIRTY)
def test_dirty_text_tells_what_the_clean_one_does(kind: str) -> None:
    assert DIRTY[kind] != CLEAN
    assert _told(DIRTY[kind]) == _told(CLEAN)


@pytest.mark.parametrize("kind", DIRTY)
def test_spans_are_of_the_text_as_it_was_given(kind: str) -> None:
    report, found = _found(DIRTY[kind])
    assert report.text == DIRTY[kind]
    words = [statement.of(report.text) for statement in found.statements if statement.mode == "direct"]
    assert [w.replace("Â\xa0", "") for w in words] == [
        "Air sudah surut, tetapi lumpur masih tebal,",
        "Kami tunggu perahu karet,",
    ]
    ends = {mention.of(report.text)[-1] for mention in found.mentions}
    assert not ends & set(" ,.“”")


def test_a_lead_printed_twice_is_read_once() -> None:
    lead = "Camat Wirasena mengatakan banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari."
    _, once = _found(f"{lead}\nWarga mengungsi ke balai desa.")
    report, twice = _found(f"{lead}\n{lead}\nWarga mengungsi ke balai desa.")
    assert [s.of(report.text) for s in twice.sentences] == [lead, "Warga mengungsi ke balai desa."]
    assert len(twice.statements) == len(once.statements)


def test_names_glued_at_lost_links_are_read_apart() -> None:
    _, found = _found(
        "Camat Wirasena Aditama mengatakan air surut.\nMenurut Wirasenapada Senin, warga boleh pulang.\nHal itu "
        "dilansirKompas dari keterangan Wirasena Aditamapada Senin."
    )
    assert {"Wirasena Aditama", "Kompas"} <= {entity.name for entity in found.entities}
    assert not any("pada" in e.name or "Senin" in e.name for e in found.entities)


def test_clean_text_is_not_copied_and_costs_nothing() -> None:
    report = read_text(CLEAN)
    assert parse(report).text is report.text
    long = read_text("\n".join([CLEAN] * 200)).repairs  # paragraphs twice over alone
    assert {repair.kind for repair in long} == {"doubled"}
    started = time.process_time()
    read_text("“é”…" * 15_000)
    assert time.process_time() - started < 5
