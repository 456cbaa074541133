"""Reports of invented newsrooms for the tests of the archive."""

from __future__ import annotations

from silang.model import Report
from silang.reading import Given, read_text

_BRIDGE = (
    "SUKARAYA - Jembatan Melati di Kecamatan Wanasari ambruk pada Senin (3/3/2025) pagi. Polisi menembakkan gas air "
    'mata untuk membubarkan kerumunan.\n"Tidak ada korban jiwa," kata Bupati Ratna Permadi, Senin.\n'
)
_BRIDGE_TOO = (
    "WANASARI - Jembatan Melati, Kecamatan Wanasari, Kabupaten Sukaraya, ambruk Senin (3/3/2025) sekitar pukul 06.00. "
    'Terdengar bunyi tembakan.\nBupati Ratna Permadi mengatakan tidak ada korban jiwa.\n"Arus sangat deras," '
    "ujar Kapolsek Wanasari Bayu Sasmita.\n"
)
_SCHOOL = (
    "LEMBURA - Sekolah apung di Danau Lembura menerima 40 murid baru mulai Selasa (8/4/2025).\n"
    'Kepala sekolah Dewi Larasati mengatakan perahu jemputan disiapkan. "Anak-anak senang," kata Dewi.\n'
)


def report(text: str, outlet: str, *, published: str = "2025-03-03", page: str = "1") -> Report:
    given = Given(outlet=outlet, published=published, url=f"https://{outlet}/berita/{page}?utm_source=x")
    return read_text(text, id=f"{outlet}-{page}", input=f"{outlet}.txt", given=given)


def bridge() -> Report:
    return report(_BRIDGE, "gelora.test")


def bridge_too() -> Report:
    return report(_BRIDGE_TOO, "kabar.test")


def school() -> Report:
    return report(_SCHOOL, "gelora.test", published="2025-04-08", page="2")


def newer(old: Report) -> Report:
    """The same address with a changed text."""
    added = "Lalu lintas dialihkan lewat Jalan Kenanga.\n"
    given = Given(outlet=old.outlet.name if old.outlet else None, published=old.published, url=old.url)
    return read_text(old.text + added, id=old.id, input=old.input, given=given)


def corrected(old: Report, like: Report) -> Report:
    """The address of `old` with the text and the day of another report."""
    given = Given(outlet=old.outlet.name if old.outlet else None, published=like.published, url=old.url)
    return read_text(like.text, id=old.id, input=old.input, given=given)


def many(number: int) -> list[Report]:
    """Short reports of as many events, each of its own."""
    return [
        report(f"RANCAMAYA - Warga Desa Kenanga{n} memanen {n} kuintal cabai, Senin.\n", "warta.test", page=f"c{n}")
        for n in range(number)
    ]
