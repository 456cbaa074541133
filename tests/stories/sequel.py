"""A verdict and its appeal: two stories of one chain, two reports each."""

from __future__ import annotations

VERDICT = (
    "Majelis hakim Pengadilan Negeri Tegalsari menjatuhkan vonis enam tahun penjara kepada bekas Bupati Wonoasih, "
    "Darmaji Sukoco, Senin (4/3/2024). Hakim ketua Lestari Ambarsari menilai Darmaji terbukti menerima suap proyek "
    "irigasi Kalibening. Darmaji menunduk saat putusan dibacakan. Jaksa sebelumnya menuntut delapan tahun.",
    "Darmaji Sukoco divonis enam tahun penjara dalam perkara suap irigasi Kalibening, Senin (4/3/2024). Putusan "
    "dibacakan hakim ketua Lestari Ambarsari di Pengadilan Negeri Tegalsari. Bekas Bupati Wonoasih itu dinyatakan "
    "bersalah menerima suap. Hukuman itu lebih ringan dari tuntutan jaksa, delapan tahun.",
)
APPEAL = (
    "Bekas Bupati Wonoasih Darmaji Sukoco mengajukan banding, Kamis (7/3/2024). Kuasa hukumnya, Baskoro Nindito, "
    "menyerahkan memori banding ke panitera Pengadilan Tinggi Randusari. Baskoro menilai saksi kunci Wiratno "
    "Prasaja tidak pernah dihadirkan. Darmaji berharap bebas.",
    "Kuasa hukum Darmaji Sukoco, Baskoro Nindito, mendaftarkan banding ke Pengadilan Tinggi Randusari, Kamis "
    "(7/3/2024). Dalam memori banding, Baskoro menyoal ketiadaan saksi kunci Wiratno Prasaja. Panitera menyatakan "
    "berkas Darmaji lengkap.",
)
