# Final Piala Nusantara Raya: Elang Samara mengalahkan Banteng Sukaraya
## a | Gelora Pagi | =2025-07-20 | Samara
<f headline>Elang Samara Juara Piala Nusantara Raya</f>

<f dateline>SAMARA, GELORA PAGI —</f> <c1>Elang Samara menjuarai Piala Nusantara Raya setelah menundukkan Banteng Sukaraya 2-1 di Stadion Pesisir, <t 2025-07-20TNI>Minggu (20/7/2025) malam</t>.</c1>

<x1b><c2>Gol kemenangan dicetak Yonas Wairata lewat tendangan bebas pada menit ke-88.</c2></x1b> <c3>Banteng bermain dengan sepuluh orang sejak bek Rizal Tanjung dikartu merah pada menit ke-61.</c3>

<c4>"<s direct|Ferry Lesmana|Pelatih Elang, Ferry Lesmana|kata>Kami menang karena sabar, bukan karena mereka kurang satu orang</s>," kata Pelatih Elang, Ferry Lesmana, dalam jumpa pers.</c4>

<c5>Ini gelar pertama Elang setelah <t P19Y>19 tahun</t>.</c5>
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## b | Lintas Dermaga | =2025-07-20 | -
<f headline>Tendangan Bebas Yonas Akhiri Puasa Gelar Elang</f>

<c2>Tendangan bebas Yonas Wairata dua menit sebelum waktu normal habis</c2> <c1>membawa Elang Samara menang 2-1 atas Banteng Sukaraya pada final Piala Nusantara Raya, <t 2025-07-20TNI>Minggu malam</t></c1>.

<c3>Kartu merah Rizal Tanjung pada babak kedua membuat Banteng kekurangan pemain.</c3> <c4>Namun, pelatih Ferry Lesmana menolak anggapan bahwa <s indirect|Ferry Lesmana|pelatih Ferry Lesmana|menolak>kemenangan timnya diraih karena lawan tinggal sepuluh orang</s>.</c4>

<c5>Sudah <t P19Y>19 tahun</t> Elang tidak mengangkat piala.</c5> "<s direct|Yonas Wairata|Yonas|kata>Bola itu saya pilih sendiri dari keranjang</s>," kata Yonas kepada Lintas Dermaga.
<f byline>(<b author>Galih Pramudya</b>)</f>
## c | Nusalima | =2025-07-21 | -
<f headline>Ferry Lesmana: Kami Menang karena Sabar</f>

<c4>"<s direct|Ferry Lesmana|Pelatih Elang Samara Ferry Lesmana|ujar>Kami menang karena sabar, bukan karena mereka kurang satu orang</s>," ujar Pelatih Elang Samara Ferry Lesmana seusai final Piala Nusantara Raya.</c4>

<c1>Elang mengalahkan Banteng Sukaraya 2-1, <t 2025-07-20>Minggu (20/7)</t>.</c1> <x1a><c2>Yonas Wairata menjadi penentu dengan golnya pada menit ke-85.</c2></x1a> <c3>Rizal Tanjung dari Banteng diusir wasit pada menit ke-61.</c3>
<f byline>(nls/dra)</f>
## d | Suara Merapun | =2025-07-21 | Sukaraya
<f headline>Pelatih Banteng Protes Kartu Merah Rizal</f>

<f dateline>SUKARAYA, SUARA MERAPUN –</f> Pelatih Banteng Sukaraya, Dominggus Rante, menilai <s indirect|Dominggus Rante|Pelatih Banteng Sukaraya, Dominggus Rante,|menilai>wasit keliru mengusir Rizal Tanjung</s>. "<s direct|Dominggus Rante|Dominggus|kata>Rizal menyentuh bola lebih dulu, semua orang melihatnya</s>," kata Dominggus setiba di Bandara Sukaraya, <t 2025-07-21>Senin (21/7/2025)</t>.

<c3>Rizal mendapat kartu merah pada menit ke-61 saat kedudukan 1-1.</c3> <c1>Banteng akhirnya kalah 1-2 dari Elang Samara.</c1>
<f byline>(<b author>Rahmat Tolib</b>)</f>
## e | Kabar Teluk | 2025-07-20T22:40+07:00 | -
<f headline>Hasil Final: Elang Samara 2-1 Banteng Sukaraya</f>
<f date><t 2025-07-20T22:40>Minggu, 20 Juli 2025 22:40 WIB</t></f>

<c1>Elang Samara keluar sebagai juara usai mengalahkan Banteng Sukaraya dengan skor 2-1.</c1> <x1b><c2>Gol penentu dibuat Yonas Wairata dari tendangan bebas pada menit ke-88.</c2></x1b>

<c3>Banteng kehilangan Rizal Tanjung yang menerima kartu merah pada menit ke-61.</c3> <c5>Terakhir kali Elang meraih gelar adalah <t 2006>2006</t>.</c5>
<f byline>Penulis: <b author>Adi Sarwono</b></f>
## ties
x1 number: the minute of the winning goal
