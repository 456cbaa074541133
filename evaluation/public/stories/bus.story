# Bus listrik Kota Alur Jati mulai beroperasi
## a | Selat Mas | =2025-09-01 | -
<f headline>Alur Jati Luncurkan 20 Bus Listrik</f>

<c1>Pemerintah Kota Alur Jati meluncurkan 20 bus listrik pada <t 2025-09-01>Senin (1/9/2025)</t>.</c1> <c2>Bus-bus itu melayani dua koridor, yaitu Terminal Utara–Pelabuhan dan Balai Kota–Kampus Mandiri.</c2>

<c3>"<s direct|Andika Rasyid|Direktur PT Trans Alur Jati Andika Rasyid|kata>Satu kali pengisian daya cukup untuk menempuh 250 kilometer</s>," kata Direktur PT Trans Alur Jati Andika Rasyid dalam siaran pers.</c3>

<c4>Selama <t P1M>satu bulan</t> pertama penumpang tidak dipungut biaya.</c4> <c5><x1b>Setelah itu tarifnya Rp 4.000.</x1b></c5>
## b | Nusalima | =2025-09-01 | -
<f headline>Naik Bus Listrik Alur Jati Gratis <t P1M>Sebulan</t></f>

<c1>Sebanyak 20 bus listrik mulai beroperasi di Alur Jati, <t 2025-09-01>Senin (1/9)</t>.</c1> <c4>Penumpang tidak dipungut biaya selama <t P1M>satu bulan</t> pertama.</c4> <c5><x1b>Sesudahnya, tarif yang berlaku Rp 4.000.</x1b></c5>

<c3>"<s direct|Andika Rasyid|Andika Rasyid|ujar>Satu kali pengisian daya cukup untuk menempuh 250 kilometer</s>," ujar Andika Rasyid, Direktur PT Trans Alur Jati.</c3>

<c2>Dua koridor yang dilayani adalah Terminal Utara–Pelabuhan dan Balai Kota–Kampus Mandiri.</c2>
<f tags>Tag: bus listrik, Alur Jati</f>
## c | Suara Merapun | =2025-09-01 | Alur Jati
<f headline>Menjajal Bus Listrik Alur Jati, Senyap tetapi Penuh Sesak</f>

<f dateline>ALUR JATI, SUARA MERAPUN –</f> Tak ada deru mesin ketika bus biru itu meninggalkan Terminal Utara. <c1><t 2025-09-01>Senin (1/9/2025)</t> adalah hari pertama 20 bus listrik beroperasi di Alur Jati.</c1>

"<s direct|Kartini|Kartini, seorang penumpang|kata>Sejuk, tetapi saya berdiri sepanjang jalan</s>," kata Kartini, seorang penumpang. <c4>Penumpang belum dipungut bayaran hingga <t 2025-09-30>30 September</t>.</c4>

Menurut pengamatan Suara Merapun, bus datang setiap <t PT25M>25 menit</t>.
<f byline>(<b author>Rahmat Tolib</b>)</f>
## d | Kabar Teluk | 2025-09-02T09:00+07:00 | -
<f headline>Pengamat: Bus Listrik Alur Jati Kurang Banyak</f>
<f date><t 2025-09-02T09:00>Selasa, 2 September 2025 09:00 WIB</t></f>

Pengamat transportasi Universitas Mandiri, Sekar Danastri, menilai <s indirect|Sekar Danastri|Pengamat transportasi Universitas Mandiri, Sekar Danastri,|menilai>jumlah bus listrik di Alur Jati masih jauh dari kebutuhan</s>. "<s direct|Sekar Danastri|Sekar|kata>Idealnya jeda antarbus <t PT10M>sepuluh menit</t></s>," kata Sekar saat dihubungi Kabar Teluk.

<c1>Kota itu baru mengoperasikan 20 bus listrik sejak <t 2025-09-01>Senin</t>.</c1> <c2>Bus melayani koridor Terminal Utara–Pelabuhan dan Balai Kota–Kampus Mandiri.</c2>
<f byline>Penulis: <b author>Adi Sarwono</b></f>
## e | Lintas Dermaga | =2025-09-02 | -
<f headline>Koridor Pelabuhan <t PRESENT_REF>Kini</t> Dilayani Bus Listrik</f>

<c2>Pekerja pelabuhan Alur Jati <t PRESENT_REF>kini</t> bisa naik bus listrik dari Terminal Utara; satu koridor lain menghubungkan Balai Kota dengan Kampus Mandiri.</c2> <c3>Menurut Andika Rasyid, <s indirect|Andika Rasyid|Andika Rasyid|Menurut>bus sanggup menempuh 250 kilometer dalam sekali isi daya</s>.</c3>

<c5><x1a>Tarifnya kelak Rp 4.500</x1a></c5>, tetapi <c4>pada <t P1M>bulan</t> pertama gratis</c4>. "<s direct|Andika Rasyid|Andika|kata>Kami ingin orang pelabuhan meninggalkan sepeda motornya</s>," kata Andika kepada Lintas Dermaga di dermaga tiga.
<f byline>(<b author>Galih Pramudya</b>)</f>
## ties
origin a b: PT Trans Alur Jati
c2 = a b / d / e
x1 number: the fare after the free month
