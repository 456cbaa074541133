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
        ("Mesyuarat ditangguhkan hingga Isnin.", "ms"),
        ("Polis menahan seorang lelaki di Kampung Melur semalam.", "ms"),
        ("Menteri itu berkata bantuan akan diberi kepada mangsa banjir menerusi jabatan kebajikan.", "ms"),
        ("Banjir ing kutha iku wis surut.", "jv"),
        ("Bupati ngendika yen dalan kuwi bakal didandani.", "jv"),
        ("Harga cabé naék, jelema loba nu ngarasula.", "su"),
        ("Officials said the bridge is closed.", "en"),
        ("Dua orang tewas dalam kecelakaan di jalan tol.", "id"),
        ("Dalam sidang Mahkamah Agung, lelaki itu mengaku menyuap pejabat kerajaan, kata kasus itu.", "id"),
        ("Harga minyak naik 20 sen seliter mulai tengah malam ini, kata kementerian.", None),  # Malay as well
        ("Hospital Medika merawat dua orang.", None),  # one word is none too many
        ("Lagu 'Ora Popo' digemari.", None),
        ("Los Angeles (LA) dan Los Cabos menunggu La Nina di El Paso, kata dokter itu dalam laporan.", "id"),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language_of(text) == code
