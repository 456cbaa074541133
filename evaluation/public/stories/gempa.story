# Gempa bumi di lepas pantai Teluk Samara
## a | Kabar Teluk | 2025-05-06T06:10+07:00 | -
<f headline>Gempa M 5,6 Guncang Teluk Samara, Tak Berpotensi Tsunami</f>
<f date><t 2025-05-06T06:10>Selasa, 6 Mei 2025 06:10 WIB</t></f>

<c1>Gempa bumi bermagnitudo 5,6 mengguncang Teluk Samara, <t 2025-05-06T05:17>Selasa (6/5/2025) pukul 05.17 WIB</t>.</c1>

<c2>Badan Pemantau Gempa melaporkan <s indirect|Badan Pemantau Gempa|Badan Pemantau Gempa|melaporkan>pusat gempa berada di laut, 48 kilometer barat daya Kota Samara, pada kedalaman 10 kilometer</s>.</c2>

<c3>"<s direct|Badan Pemantau Gempa|Badan Pemantau Gempa|demikian>Hasil pemodelan menunjukkan bahwa gempa ini tidak berpotensi tsunami</s>," demikian Badan Pemantau Gempa dalam keterangan resminya.</c3>

<c4>Guncangan dirasakan di Samara dengan skala intensitas IV dan di Alur Jati III.</c4>
<f byline>Penulis: <b author>Adi Sarwono</b></f>
## b | Selat Mas | =2025-05-06 | -
<f headline>Subuh-subuh, Teluk Samara Digoyang Gempa</f>

<c1>Teluk Samara diguncang gempa dengan kekuatan M 5,6 pada <t 2025-05-06T05:17>Selasa pukul 05.17 WIB</t>.</c1> <c2>Titik gempa terletak di laut pada jarak 48 km arah barat daya Kota Samara dengan kedalaman 10 km.</c2>

<c3>"<s direct|Badan Pemantau Gempa|Badan Pemantau Gempa|tulis>Hasil pemodelan menunjukkan bahwa gempa ini tidak berpotensi tsunami</s>," tulis Badan Pemantau Gempa.</c3> <c4>Getaran terasa di Samara (IV) dan Alur Jati (III).</c4>

<f notice>Unduh aplikasi Selat Mas untuk berita lebih cepat.</f>
## c | Suara Merapun | =2025-05-06 | Samara
<f headline>Warga Samara Berlarian, Dua Rumah Retak</f>

<f dateline>SAMARA, SUARA MERAPUN –</f> Warga Kota Samara berlarian keluar rumah saat <c1>gempa mengguncang <t 2025-05-06T05:17>Selasa (6/5/2025) pukul 05.17 WIB</t></c1>.

"<s direct|Mulyati|Mulyati|tutur>Lemari saya bergeser, anak saya tarik keluar tanpa sandal</s>," tutur Mulyati, warga Kelurahan Pesisir, kepada Suara Merapun.

<c5>Dua rumah di Kelurahan Pesisir retak, tetapi tidak ada korban jiwa.</c5> <c6>Kepala Badan Penanggulangan Bencana Samara Ferdi Anwar mengatakan <s indirect|Ferdi Anwar|Kepala Badan Penanggulangan Bencana Samara Ferdi Anwar|mengatakan>petugas masih mendata kerusakan</s>.</c6>
<f byline>(<b author>Rahmat Tolib</b>)</f>
## d | Pena Harian | =2025-05-06 | Samara
<f headline>Gempa Samara: Tujuh Rumah Rusak, Nihil Korban</f>

<f dateline>SAMARA, PENAHARIAN.TEST -</f> <c5>Tujuh rumah rusak ringan akibat gempa <t 2025-05-06TMO>Selasa pagi</t>; tidak ada korban jiwa.</c5> <c1>Gempa berkekuatan 5,4 magnitudo setelah dimutakhirkan itu terjadi <t 2025-05-06T05:17>pukul 05.17 WIB</t>.</c1>

"<s direct|Ferdi Anwar|Ferdi Anwar|kata>Tim kami masih berkeliling, angka itu bisa bertambah</s>," kata Ferdi Anwar, Kepala Badan Penanggulangan Bencana Samara, di posko, <t 2025-05-06TAF>Selasa siang</t>.

<c7>Sekolah-sekolah di Samara diliburkan <t P1D>satu hari</t>.</c7>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## e | Nusalima | =2025-05-06 | -
<f headline>Sekolah di Samara Libur setelah Gempa</f>

<c7>Pemerintah Kota Samara meliburkan sekolah selama <t P1D>sehari</t> setelah gempa.</c7> <c1>Lindu terjadi pada <t 2025-05-06T05:17>pukul 05.17 WIB</t>, <t 2025-05-06>Selasa (6/5)</t>.</c1>

<c3>Badan Pemantau Gempa menyatakan <s indirect|Badan Pemantau Gempa|Badan Pemantau Gempa|menyatakan>gempa tidak berpotensi menimbulkan tsunami</s>.</c3> <c2>Pusatnya di laut, 48 kilometer barat daya Samara, sedalam 10 kilometer.</c2>

<c6>Ferdi Anwar dari Badan Penanggulangan Bencana Samara mengatakan <s indirect|Ferdi Anwar|Ferdi Anwar dari Badan Penanggulangan Bencana Samara|mengatakan>pendataan kerusakan masih berjalan</s>.</c6>
<f byline>(nls/hgo)</f>
## ties
origin a b e: Badan Pemantau Gempa
c1 = a b e / c / d
c5 = c / d
c6 = c / e
c7 = d / e
