"""JSON Lines, JSON and CSV of scraper dumps: names of columns, broken rows, bounds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from silang.model import Reading
from silang.reading import read
from silang.reading.records import MAX_LINE

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."
TWO = "Jembatan tua di Kota Lama ambruk pada Selasa karena arus yang deras, kata polisi, dan jalan itu ditutup."


def reading_of(folder: Path, name: str, data: bytes | str) -> Reading:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return read([folder / name])


def told(reading: Reading) -> list[tuple[int | None, str]]:
    return [(s.line, s.reason) for s in reading.skipped]


@pytest.mark.parametrize(
    "row",
    [
        {"id": "a", "url": "https://www.liputan6.com/x", "title": "Banjir", "text": ONE, "published": "2031-02-03"},
        {  # news-please
            "filename": "x", "maintext": ONE, "title": "Banjir", "date_publish": "2031-02-03 10:00:00",
            "source_domain": "www.liputan6.com", "url": "https://www.liputan6.com/x", "authors": ["Sarwono Adi"],
        },
        {  # fundus
            "plaintext": ONE, "title": "Banjir", "publishing_date": "2031-02-03T10:00:00+07:00",
            "html": {"requested_url": "https://www.liputan6.com/x", "source_info": {"publisher": "Liputan6"}},
            "authors": ["Sarwono Adi"],
        },
        {  # fundus, as it writes an article whole
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [ONE]}]}, "title": "Banjir",
            "publishing_date": "2031-02-03 10:00:00+07:00", "html": {"source_info": {"publisher": "Liputan6"}},
        },
        {  # newspaper4k
            "url": "https://www.liputan6.com/x", "title": "Banjir", "text": ONE, "publish_date": "2031-02-03T10:00:00",
            "meta_site_name": "liputan6.com", "authors": [], "canonical_link": "", "summary": "", "movies": [],
        },
        {  # news-watch
            "title": "Banjir", "publish_date": "2031-02-03 10:00:00", "author": "Sarwono Adi", "content": ONE,
            "keyword": "banjir", "category": "Regional", "source": "liputan6", "link": "https://www.liputan6.com/x",
        },
        {  # Media Cloud, search index
            "article_title": "Banjir", "canonical_domain": "liputan6.com", "publication_date": "2031-02-03",
            "text_content": ONE, "original_url": "https://www.liputan6.com/x", "language": "id",
        },
        {  # Media Cloud, search API
            "id": "9a", "media_name": "liputan6.com", "media_url": "liputan6.com", "title": "Banjir", "text": ONE,
            "publish_date": "2031-02-03", "url": "https://www.liputan6.com/x", "indexed_date": "2031-02-04T01:02:03",
        },
        {"text": ONE, "title": "Banjir", "publish_date": "2031-02-03", "source_url": "https://www.liputan6.com"},
        {"content": ONE, "title": "Banjir", "publish_date": "2031-02-03", "source": "liputan6", "link": "x"},
        {"article_text": ONE, "headline": "Banjir", "publish_date": "2031-02-03", "media_name": "liputan6.com"},
        {"Judul": "Banjir", "Isi": ONE, "Tanggal": "3 Februari 2031", "Media": "Liputan6.com"},
        {"title": "Banjir", "body": ONE, "datetime": "2031-02-03T10:00", "source": {"name": "Liputan6"}},
        {"title": "Banjir", "content": "", "text": ONE, "published_at": "2031-02-03", "site": "liputan6.com"},
    ],
)  # fmt: skip
def test_field_names_of_scraper_dumps(tmp_path: Path, row: dict[str, object]) -> None:
    reading = reading_of(tmp_path, "a.jsonl", json.dumps(row))
    (report,) = reading.reports
    assert report.text == ONE
    assert report.headline == "Banjir"
    assert report.published is not None
    assert report.published.startswith("2031-02-03")
    assert report.outlet is not None
    assert report.outlet.id == "liputan6"
    assert reading.skipped == ()


def test_the_text_of_a_record_is_the_string_unchanged(tmp_path: Path) -> None:
    text = f"JAKARTA -  {ONE}\r\n\r\n\u00a0{TWO}\u00ad \n"
    (report,) = reading_of(tmp_path, "a.jsonl", json.dumps({"text": text})).reports
    assert report.text == text


def test_a_broken_line_is_told_with_its_number(tmp_path: Path) -> None:
    lines = [json.dumps({"text": ONE}), "", '{"text": ', "5", json.dumps({"judul": "x"}), json.dumps({"text": TWO})]
    reading = reading_of(tmp_path, "a.jsonl", "\n".join(lines))
    assert [report.text for report in reading.reports] == [ONE, TWO]
    assert told(reading) == [
        (3, "not valid JSON: Expecting value (column 9)"),
        (4, "JSON, but no object: 5"),
        (5, "no field with a text (text, content, body, isi …); its fields: judul"),
    ]


def test_a_line_beyond_the_bound_is_not_loaded(tmp_path: Path) -> None:
    long = b'{"text": "' + b"a" * (2 * MAX_LINE) + b'"}\n'
    reading = reading_of(tmp_path, "a.jsonl", long + json.dumps({"text": ONE}).encode())
    assert [report.text for report in reading.reports] == [ONE]
    assert told(reading) == [(1, "a line longer than 8 MB; no report is that long")]


def test_half_a_surrogate_pair_is_told(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.jsonl", '{"text": "air naik \\ud83d dan itu"}\n' + json.dumps({"text": ONE}))
    assert [report.text for report in reading.reports] == [ONE]
    assert "broken Unicode" in reading.skipped[0].reason
    assert reading.skipped[0].line == 1


def test_lines_in_windows_1252_are_noted_once(tmp_path: Path) -> None:
    rows = [f'{{"text": "“Air naik,” kata camat. {text}"}}'.encode("cp1252") for text in (ONE, TWO)]
    reading = reading_of(tmp_path, "a.jsonl", b"\n".join(rows))
    assert [report.text[0] for report in reading.reports] == ["“", "“"]
    assert [line for line, reason in told(reading) if "Windows-1252" in reason] == [1]


def test_a_list_under_a_key_and_items_that_are_no_reports(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.json", json.dumps({"articles": [{"content": ONE}, 5, {"text": " "}]}))
    assert [report.text for report in reading.reports] == [ONE]
    assert told(reading) == [(None, "item 2: JSON, but no object: 5"), (None, "a report without text")]


def test_json_lines_under_the_name_of_json(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.json", json.dumps({"text": ONE}) + "\n" + json.dumps({"text": TWO}))
    assert [report.text for report in reading.reports] == [ONE, TWO]


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "\t")])
def test_csv_with_commas_semicolons_and_tabs(tmp_path: Path, name: str, mark: str) -> None:
    rows = [
        ["judul", "isi", "tanggal", "media"],
        ["Banjir", f'"{ONE}\n""Air naik,"" katanya."', "2031-02-03", "Republika"],
    ]
    reading = reading_of(tmp_path, name, "\n".join(mark.join(row) for row in rows) + "\n\n")
    (report,) = reading.reports
    assert report.text == f'{ONE}\n"Air naik," katanya.'
    assert report.published == "2031-02-03"
    assert reading.skipped == ()


def test_quotes_that_never_close_cost_one_row(tmp_path: Path) -> None:
    rows = ["id,text", f'a,"{ONE}"', f'b,"{TWO}', "c,Air naik sejak subuh dan warga mengungsi ke balai desa itu."]
    reading = reading_of(tmp_path, "a.csv", "\n".join(rows))
    assert [report.id for report in reading.reports] == ["a", "c"]
    assert told(reading) == [(3, "a quotation mark opens in this row and never closes; the row is left out")]


def test_csv_without_a_column_of_text(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.csv", "judul,tautan\nBanjir,https://contoh.invalid\n")
    assert told(reading) == [(2, "no field with a text (text, content, body, isi …); its fields: judul, tautan")]


def test_csv_with_a_byte_order_mark_and_in_utf_16(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        reading = reading_of(tmp_path, "a.csv", f'text,id\n"{ONE}",x\n'.encode(encoding))
        assert [(report.id, report.text) for report in reading.reports] == [("x", ONE)]
