# Siswa SMP di Alur Jati keracunan makanan
## a | Kabar Teluk | 2025-10-07T16:05+07:00 | -
<f headline>43 Siswa SMP di Alur Jati Diduga Keracunan Makanan</f>
<f date><t 2025-10-07T16:05>Selasa, 7 Oktober 2025 16:05 WIB</t></f>

<c1>Sebanyak 43 siswa SMP Negeri 4 Alur Jati dibawa ke rumah sakit setelah menyantap nasi kotak, <t 2025-10-07>Selasa (7/10/2025)</t>.</c1>

<c2>Kepala Dinas Kesehatan Alur Jati, dr. Wening Astuti, mengatakan <s indirect|Wening Astuti|Kepala Dinas Kesehatan Alur Jati, dr. Wening Astuti,|mengatakan>para siswa mengeluh mual dan pusing sekitar <t PT1H>satu jam</t> setelah makan</s>.</c2>

<c3>"<s direct|Wening Astuti|Wening|kata>Sampel makanan sudah kami kirim ke laboratorium, hasilnya keluar <t P3D>tiga hari</t> lagi</s>," kata Wening.</c3>

<c4>Nasi kotak itu dipasok katering Dapur Melur untuk acara peringatan ulang tahun sekolah.</c4>
<f byline>Penulis: <b author>Adi Sarwono</b></f>
## b | Gelora Pagi | =2025-10-07 | Alur Jati
<f headline>Puluhan Siswa Dilarikan ke Rumah Sakit Seusai Pesta Sekolah</f>

<f dateline>ALUR JATI, GELORA PAGI —</f> <c1>Puluhan siswa SMP Negeri 4 Alur Jati dilarikan ke rumah sakit seusai makan nasi kotak dalam acara sekolah, <t 2025-10-07>Selasa (7/10/2025)</t>.</c1>

"<s direct|Rosmina|Rosmina, ibu seorang siswa|kata>Anak saya muntah empat kali di mobil</s>," kata Rosmina, ibu seorang siswa, di ruang gawat darurat RSUD Alur Jati.

<c5>Kepala sekolah Basuki Rahardian mengatakan <s indirect|Basuki Rahardian|Kepala sekolah Basuki Rahardian|mengatakan>sekolah menanggung seluruh biaya perawatan</s>.</c5> <c4>Makanan itu, menurut dia, <s indirect|Basuki Rahardian|dia|menurut>berasal dari katering Dapur Melur</s>.</c4>
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## c | Nusalima | =2025-10-08 | -
<f headline>Keracunan di SMPN 4 Alur Jati Bertambah Jadi 61 Siswa</f>

<c1>Jumlah siswa SMP Negeri 4 Alur Jati yang dirawat karena diduga keracunan nasi kotak bertambah menjadi 61 orang hingga <t 2025-10-08TMO>Rabu (8/10) pagi</t>.</c1>

<c2>Kepala Dinas Kesehatan Wening Astuti menjelaskan, <s indirect|Wening Astuti|Kepala Dinas Kesehatan Wening Astuti|menjelaskan>gejala berupa mual dan pusing muncul kira-kira <t PT1H>satu jam</t> sesudah siswa makan</s>.</c2> <c3>"<s direct|Wening Astuti|ia|ujar>Sampel makanan sudah kami kirim ke laboratorium</s>," ujar ia.</c3>

<c5>Biaya perawatan para siswa ditanggung sekolah.</c5>
<f byline>(nls/hgo)</f>
## d | Pena Harian | =2025-10-08 | Alur Jati
<f headline>Pemilik Katering Bantah Makanannya Basi</f>

<f dateline>ALUR JATI, PENAHARIAN.TEST -</f> Pemilik katering Dapur Melur, Sumiyati, membantah <s indirect|Sumiyati|Pemilik katering Dapur Melur, Sumiyati,|membantah>nasi kotak yang dikirimnya ke SMP Negeri 4 Alur Jati sudah basi</s>.

"<s direct|Sumiyati|Sumiyati|kata>Saya masak pukul empat pagi dan saya makan sendiri juga</s>," kata Sumiyati di rumahnya, <t 2025-10-08>Rabu (8/10/2025)</t>.

<c6>Polisi memeriksa lima saksi, termasuk Sumiyati.</c6> <c1>Sedikitnya 61 siswa dirawat setelah memakan nasi kotak itu pada <t 2025-10-07>Selasa</t>.</c1>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## e | Tirtabuana Pos | =2025-10-09 | -
<f headline>Polisi Periksa Lima Saksi Keracunan di Alur Jati</f>

<c6>Kepolisian Resor Alur Jati telah memeriksa lima orang saksi dalam kasus keracunan siswa SMP Negeri 4.</c6> "<s direct|Bayu Laksmana|Kasat Reskrim AKP Bayu Laksmana|kata>Belum ada tersangka, kami menunggu hasil laboratorium</s>," kata Kasat Reskrim AKP Bayu Laksmana, <t 2025-10-09>Kamis (9/10/2025)</t>.

<c4>Nasi kotak dalam acara itu dipesan dari katering Dapur Melur.</c4> <c1>Siswa yang dirawat seluruhnya 61 orang; 50 di antaranya sudah pulang.</c1>
<f byline>(<b author>Lina Samudin</b>)</f>
## ties
