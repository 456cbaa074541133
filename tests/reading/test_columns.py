"""The mapping file: our field on the left, their column on the right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from silang.reading import read, read_columns
from silang.reading.columns import ColumnsError

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."


def written(folder: Path, text: str) -> Path:
    (folder / "kolom.toml").write_text(text, encoding="utf-8")
    return folder / "kolom.toml"


def test_a_mapping_names_the_columns_of_any_dump(tmp_path: Path) -> None:
    row = {
        "Lead": ONE,
        "text": "bukan ini",
        "meta": {"kapan": "2031-02-03"},
        "kanal": "liputan6.com",
        "title": "Banjir",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    mapping = written(tmp_path, 'text = "lead"\npublished = "meta.kapan"\noutlet = ["media", "Kanal"]\n')
    (report,) = read([tmp_path / "a.jsonl"], columns=read_columns(mapping)).reports
    assert (report.text, report.published, report.headline) == (ONE, "2031-02-03", "Banjir")
    assert report.outlet is not None
    assert report.outlet.id == "liputan6"


def test_a_column_that_is_mapped_and_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": ONE}), encoding="utf-8")
    (skipped,) = read([tmp_path / "a.jsonl"], columns=read_columns(written(tmp_path, 'text = "lead"'))).skipped
    assert skipped.reason == "no field with a text (lead …); its fields: text"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('isi = "lead"', "'isi' is no field of a report; the fields are id, url"),
        ("text = 5", "text: name a column, or a list of columns"),
        ("text = []", "text: name a column"),
        ("text = ", "not TOML"),
    ],
)
def test_a_mapping_that_is_wrong_says_what(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ColumnsError, match=message) as caught:
        read_columns(written(tmp_path, text))
    assert "kolom.toml" in str(caught.value)


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ColumnsError, match="cannot be read"):
        read_columns(tmp_path / "kolom.toml")
