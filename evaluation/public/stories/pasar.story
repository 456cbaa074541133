# Kebakaran Pasar Lama Tanjung Randu
## a | Gelora Pagi | =2025-08-19 | Tanjung Randu
<f headline>Pasar Lama Tanjung Randu Terbakar, 214 Kios Ludes</f>

<f dateline>TANJUNG RANDU, GELORA PAGI —</f> <c1>Kebakaran melanda Pasar Lama Tanjung Randu pada <t 2025-08-18TNI>Senin (18/8/2025) malam</t>.</c1> <c2>Sebanyak 214 kios hangus.</c2>

<c3>Kepala Dinas Pemadam Kebakaran Ruslan Tahir mengatakan <s indirect|Ruslan Tahir|Kepala Dinas Pemadam Kebakaran Ruslan Tahir|mengatakan>api berasal dari korsleting di kios kain blok C</s>.</c3>

<c4>"<s direct|Ruslan Tahir|Ruslan|kata>Kami mengerahkan 12 mobil, tetapi gang pasar terlalu sempit</s>," kata Ruslan di lokasi.</c4> <c5>Api baru padam sekitar <t 2025-08-19T03:00>pukul 03.00</t>.</c5>

<c6>Tidak ada korban jiwa, tetapi seorang petugas pingsan karena asap.</c6>
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## b | Tirtabuana Pos | =2025-08-19 | Tanjung Randu
<f headline>Ratusan Kios Pasar Lama Habis Terbakar</f>

<f dateline>TANJUNG RANDU, TIRTABUANA POS -</f> <c2>Ratusan kios di Pasar Lama Tanjung Randu habis dilalap api</c2>, <c1><t 2025-08-18TNI>Senin malam</t></c1>.

<c3>Menurut Kepala Dinas Pemadam Kebakaran Ruslan Tahir, <s indirect|Ruslan Tahir|Kepala Dinas Pemadam Kebakaran Ruslan Tahir|Menurut>hubungan pendek arus listrik di sebuah kios kain di blok C menjadi sumber api</s>.</c3> <c4>Ia menambahkan, <s indirect|Ruslan Tahir|Ia|menambahkan>12 mobil pemadam sulit masuk karena gang pasar sempit</s>.</c4>

"<s direct|Salmah|Salmah|kata>Saya cuma sempat membawa buku utang</s>," kata Salmah, pedagang bumbu.

<c6>Kebakaran itu tidak menelan korban jiwa.</c6> <c5>Petugas memadamkan api hingga <t 2025-08-19T03:00>pukul tiga dini hari</t>.</c5>
<f byline>(<b author>Lina Samudin</b>)</f>
## c | Pena Harian | =2025-08-20 | Tanjung Randu
<f headline>Polisi: Kebakaran Pasar Lama Bukan karena Korsleting</f>

<f dateline>TANJUNG RANDU, PENAHARIAN.TEST -</f> Kepolisian Resor Tanjung Randu menyatakan <s indirect|Kepolisian Resor Tanjung Randu|Kepolisian Resor Tanjung Randu|menyatakan>kebakaran Pasar Lama tidak disebabkan oleh korsleting</s>. "<s direct|Hendra Wijayakusuma|Kapolres Tanjung Randu AKBP Hendra Wijayakusuma|ujar>Kami menemukan sisa bahan bakar di lantai blok C</s>," ujar Kapolres Tanjung Randu AKBP Hendra Wijayakusuma, <t 2025-08-20>Rabu (20/8/2025)</t>.

<c1>Pasar itu terbakar pada <t 2025-08-18TNI>Senin malam</t>.</c1> <c2>Dinas pasar mencatat <s indirect|dinas pasar|Dinas pasar|mencatat>214 kios terbakar</s>.</c2> <c7>Pedagang akan ditampung di lapangan Kebon Asem.</c7>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## d | Selat Mas | =2025-08-20 | -
<f headline>Wali Kota: Pedagang Pindah ke Lapangan Kebon Asem</f>

<c7>Wali Kota Tanjung Randu Melati Sukandar mengatakan <s indirect|Melati Sukandar|Wali Kota Tanjung Randu Melati Sukandar|mengatakan>para pedagang dipindahkan sementara ke lapangan Kebon Asem</s>.</c7> <c8>Setiap pedagang mendapat bantuan Rp 2 juta.</c8>

<c2>Kebakaran menghanguskan 214 kios</c2>. <c6>Tak ada yang meninggal dalam kebakaran itu.</c6>
<f byline>(smas)</f>
## e | Nusalima | =2025-08-20 | -
<f headline>Bantuan Rp 2 Juta untuk Pedagang Pasar Lama</f>

<c8>Pedagang Pasar Lama yang kiosnya terbakar menerima bantuan Rp 2 juta per orang dari pemerintah kota.</c8> "<s direct|Melati Sukandar|Wali Kota Melati Sukandar|kata>Uangnya cair <t 2025-08-22>Jumat</t></s>," kata Wali Kota Melati Sukandar dalam siaran langsung di akun <k social>@tanjungrandukota</k>, <t 2025-08-20>Rabu (20/8)</t>.

<c7>Mereka sementara berjualan di lapangan Kebon Asem.</c7> <c1>Pasar terbakar <t 2025-08-18TNI>Senin malam</t>.</c1>
<f byline>(nls/dra)</f>
## ties
c7 = c / d / e
c8 = d / e
