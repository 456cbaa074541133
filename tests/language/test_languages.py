"""The language of a text."""

from __future__ import annotations

import pytest

from silang.language import lexicon
from silang.language.languages import language_name, language_of


@pytest.mark.parametrize("entry", lexicon.table("languages"), ids=lambda e: e["code"])
def test_every_language_is_told_by_its_example(entry: lexicon.Entry) -> None:
    assert language_of(entry["example"]) == entry["code"]
    assert language_name(entry["code"]) == entry["name"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", None),
        ("KCNA", None),
        ("大雨淹没了三个村庄,居民被疏散到村公所。" * 30, "und"),
        ("Gubernur SarwonoAdi mengatakan banjirdi tiga desa sudah surut, dan wargapulang.", "id"),
        ("“We are not afraid,” kata Sarwono dalam pidato yang dibacakan di hadapan warga pada Senin.", "id"),
        ("Ketua polis Kelantan tiba di Medan untuk menghadiri rapat dengan polisi Indonesia pada Senin.", "id"),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language_of(text) == code
