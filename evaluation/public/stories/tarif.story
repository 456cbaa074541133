# Kenaikan tarif angkutan kota di Sukaraya
## a | Gelora Pagi | =2025-06-03 | Sukaraya
<f headline>Tarif Angkot Sukaraya Naik Jadi Rp 6.000 Mulai <t 2025-07-01>1 Juli</t></f>

<f dateline>SUKARAYA, GELORA PAGI —</f> <c1>Pemerintah Kota Sukaraya menaikkan tarif angkutan kota dari Rp 5.000 <x2b>menjadi Rp 6.000</x2b> mulai <t 2025-07-01>1 Juli 2025</t>.</c1>

<c2>Kepala Dinas Perhubungan Sukaraya, Bram Wiraguna, mengatakan <s indirect|Bram Wiraguna|Kepala Dinas Perhubungan Sukaraya, Bram Wiraguna,|mengatakan>kenaikan itu diputuskan setelah harga suku cadang naik 18 persen dalam <t P1Y>setahun terakhir</t></s>.</c2>

<c3>"<s direct|Bram Wiraguna|Bram|kata>Pelajar tetap membayar Rp 3.000, tidak berubah</s>," kata Bram dalam jumpa pers di balai kota, <t 2025-06-03>Selasa (3/6/2025)</t>.</c3>

<c4>Di Sukaraya <t PRESENT_REF>saat ini</t> beroperasi 742 angkot pada 21 trayek.</c4> Seorang sopir yang ditemui Gelora Pagi di Terminal Wanasari, Toni, mengatakan <s indirect|Toni|Seorang sopir yang ditemui Gelora Pagi di Terminal Wanasari, Toni,|mengatakan>kenaikan itu belum menutup biaya harian</s>.
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## b | Selat Mas | =2025-06-03 | -
<f headline>Mulai <t 2025-07>Juli</t> Naik Angkot di Sukaraya Bayar Rp 6.000</f>

<c1>Tarif angkot di Kota Sukaraya akan naik Rp 1.000 <x2b>menjadi Rp 6.000</x2b> per <t 2025-07-01>1 Juli</t>.</c1> Keputusan itu diumumkan Dinas Perhubungan melalui siaran pers, <t 2025-06-03>Selasa (3/6)</t>.

<c2>"<s direct|Bram Wiraguna|Kepala Dinas Perhubungan Sukaraya Bram Wiraguna|tulis>Penyesuaian tarif dilakukan menyusul naiknya harga suku cadang sebesar 18 persen dalam <t P1Y>setahun terakhir</t></s>," tulis Kepala Dinas Perhubungan Sukaraya Bram Wiraguna dalam siaran pers tersebut.</c2>

<c3>Tarif pelajar tetap Rp 3.000.</c3> <c4>Jumlah angkot yang beroperasi tercatat 742 unit di 21 trayek.</c4>

<c5>Dinas Perhubungan juga membuka pengaduan melalui nomor telepon 1500-212 bagi penumpang yang dikenai tarif lebih tinggi.</c5>
<f byline>(smas)</f>
## c | Nusalima | =2025-06-04 | -
<f headline>Tarif Angkot Naik, Pengaduan Dibuka</f>

<c1>Ongkos angkutan kota di Sukaraya <x2b>naik menjadi Rp 6.000</x2b> mulai <t 2025-07-01>1 Juli 2025</t>, dari sebelumnya Rp 5.000.</c1>

<c2>"<s direct|Bram Wiraguna|Kepala Dinas Perhubungan Sukaraya, Bram Wiraguna|demikian>Penyesuaian tarif dilakukan menyusul naiknya harga suku cadang sebesar 18 persen dalam <t P1Y>setahun terakhir</t></s>," demikian Kepala Dinas Perhubungan Sukaraya, Bram Wiraguna, dalam keterangan tertulis.</c2>

<c3>Bagi pelajar, tarif tetap Rp 3.000.</c3> <c4>Saat ini ada 742 angkot yang melayani 21 trayek di kota itu.</c4> <c5>Penumpang yang ditarik ongkos lebih mahal bisa mengadu ke nomor 1500-212.</c5>

<f tags>Tag: tarif angkot, Sukaraya, transportasi</f>
## d | Pena Harian | =2025-06-04 | Sukaraya
<f headline>Sopir Angkot Sukaraya Ancam Mogok</f>

<f dateline>SUKARAYA, PENAHARIAN.TEST -</f> Perkumpulan Sopir Angkot Sukaraya menyatakan <s indirect|Perkumpulan Sopir Angkot Sukaraya|Perkumpulan Sopir Angkot Sukaraya|menyatakan>akan mogok <t P3D>tiga hari</t> bila pemerintah tidak menambah subsidi bahan bakar</s>.

"<s direct|Darman Siregu|Ketua perkumpulan itu, Darman Siregu|tutur>Naik seribu rupiah tidak cukup, harga suku cadang sudah naik hampir 30 persen</s>," tutur Ketua perkumpulan itu, Darman Siregu, <t 2025-06-04>Rabu (4/6/2025)</t>.

<c1><t 2025-06-03>Sehari sebelumnya</t>, pemerintah kota mengumumkan <x2b>tarif baru Rp 6.000</x2b> yang berlaku <t 2025-07-01>1 Juli</t>.</c1> <c3>Tarif untuk pelajar tidak diubah.</c3>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## e | Lintas Dermaga | =2025-06-03 | -
<f headline>Sah, Tarif Angkot Sukaraya Rp 6.500</f>

<c1>Pemerintah Kota Sukaraya menetapkan tarif baru angkutan kota yang berlaku mulai <t 2025-07-01>1 Juli 2025</t>.</c1> <x2a>Tarif umum menjadi Rp 6.500</x2a>, sedangkan <c3>pelajar tetap membayar Rp 3.000</c3>.

<c2>Menurut Bram Wiraguna, <s indirect|Bram Wiraguna|Bram Wiraguna|Menurut>suku cadang sudah 18 persen lebih mahal daripada <t 2024>setahun lalu</t></s>.</c2> Ia menyampaikan hal itu kepada wartawan di balai kota, <t 2025-06-03>Selasa</t>.

<c4>Ada 21 trayek yang dilayani 742 angkot di Sukaraya.</c4>
<f byline>(<b author>Galih Pramudya</b>)</f>
## ties
origin b c: Dinas Perhubungan Sukaraya
c4 = a / b c / e
x2 number: the new fare, 6,000 or 6,500 rupiah
