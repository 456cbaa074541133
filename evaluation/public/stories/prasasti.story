# Penemuan prasasti di lereng Gunung Sagara
## a | Tirtabuana Pos | =2025-05-22 | -
<f headline>Prasasti Batu dari <t 07>Abad Ke-8</t> Ditemukan di Lereng Sagara</f>

<c1>Tim arkeolog Universitas Mandiri menemukan sebuah prasasti batu di lereng Gunung Sagara, Kecamatan Wanasari.</c1> <c2><x1b>Prasasti setinggi 1,2 meter itu diperkirakan berasal dari <t 07>abad ke-8</t>.</x1b></c2>

<c3>"<s direct|Laksmi Paramita|Ketua tim, Laksmi Paramita|kata>Isinya perintah seorang raja untuk membebaskan desa dari pajak</s>," kata Ketua tim, Laksmi Paramita, dalam keterangan universitas.</c3>

<c4>Batu itu pertama kali dilihat petani bernama Karto saat menggali parit.</c4> <c5>Prasasti akan disimpan di Museum Wanasari.</c5>
<f byline>(<b author>Lina Samudin</b>)</f>
## b | Selat Mas | =2025-05-22 | -
<f headline>Arkeolog Temukan Prasasti Bebas Pajak</f>

<c1>Sebuah prasasti dari batu ditemukan tim arkeolog Universitas Mandiri di lereng Gunung Sagara.</c1> <c2><x1b>Tingginya 1,2 meter dan umurnya diperkirakan dari <t 07>abad ke-8</t>.</x1b></c2>

<c3>"<s direct|Laksmi Paramita|Laksmi Paramita, ketua tim|tulis>Isinya perintah seorang raja untuk membebaskan desa dari pajak</s>," tulis Laksmi Paramita, ketua tim.</c3> <c4>Seorang petani, Karto, melihat batu itu pertama kali ketika menggali parit.</c4>

<c5>Museum Wanasari akan menjadi tempat penyimpanannya.</c5>
<f byline>(smas)</f>
## c | Suara Merapun | =2025-05-23 | Wanasari
<f headline>Karto dan Batu Bertulis di Kebun Singkong</f>

<f dateline>WANASARI, SUARA MERAPUN –</f> <c4>Karto, <t P54Y>54 tahun</t>, mengira cangkulnya membentur akar saat menggali parit di kebun singkongnya, <t 2025-04>April lalu</t>.</c4> "<s direct|Karto|Karto|kata>Ternyata batu, ada tulisannya seperti cacing</s>," kata Karto kepada Suara Merapun.

<c1>Batu itu ternyata prasasti, kata tim arkeolog Universitas Mandiri yang menelitinya.</c1> <x1a><c2>Menurut Laksmi Paramita, <s indirect|Laksmi Paramita|Laksmi Paramita|Menurut>bentuk hurufnya dari <t 08>abad ke-9</t></s>.</c2></x1a>

Warga meminta <s indirect|Warga|Warga|meminta>prasasti itu tidak dibawa ke kota</s>.
<f byline>(<b author>Rahmat Tolib</b>)</f>
## d | Pena Harian | =2025-05-23 | Wanasari
<f headline>Museum Wanasari Siapkan Ruang untuk Prasasti Sagara</f>

<f dateline>WANASARI, PENAHARIAN.TEST -</f> <c5>Museum Wanasari menyiapkan ruang khusus untuk prasasti yang ditemukan di Gunung Sagara.</c5> "<s direct|Teguh Wardana|Kepala museum Teguh Wardana|ujar>Suhunya harus dijaga, batu itu rapuh</s>," ujar Kepala museum Teguh Wardana, <t 2025-05-23>Jumat (23/5/2025)</t>.

<c3>Menurut tim Universitas Mandiri, <s indirect|tim Universitas Mandiri|tim Universitas Mandiri|Menurut>prasasti itu berisi titah raja yang membebaskan sebuah desa dari pajak</s>.</c3>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## e | Nusalima | =2025-05-22 | -
<f headline>Titah Raja di Batu Setinggi 1,2 Meter</f>

<c1>Di lereng Gunung Sagara, para arkeolog Universitas Mandiri mendapati prasasti batu.</c1> <c2><x1b>Prasasti setinggi 1,2 meter tersebut ditaksir dibuat pada <t 07>abad ke-8</t>.</x1b></c2> <c3>Isinya, seperti dijelaskan Laksmi Paramita, <s indirect|Laksmi Paramita|Laksmi Paramita|dijelaskan>perintah raja yang membebaskan desa dari pajak</s>.</c3>

<c5>Benda itu akan disimpan di Museum Wanasari.</c5>
<f read_also>Baca juga: Candi Kecil Muncul Saat Waduk Surut</f>
## ties
origin a b e: Universitas Mandiri
c4 = a b / c
c1 = a b e / c
c2 = a b e / c
x1 date: the century that the inscription is from
