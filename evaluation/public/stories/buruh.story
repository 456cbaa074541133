# Unjuk rasa buruh pabrik sepatu di Sukaraya
## a | Gelora Pagi | =2025-11-12 | Sukaraya
<f headline>Buruh Pabrik Sepatu Sukaraya Tuntut Upah Naik 10 Persen</f>

<f dateline>SUKARAYA, GELORA PAGI —</f> <c1>Buruh pabrik sepatu PT Langkah Jaya berunjuk rasa di depan kantor Bupati Sukaraya, <t 2025-11-12>Rabu (12/11/2025)</t>.</c1> <c2><x1a>Menurut polisi, <s indirect|polisi|polisi|Menurut>massa berjumlah sekitar 800 orang</s>.</x1a></c2>

<c3>"<s direct|Imron Halim|Ketua Serikat Pekerja Langkah Jaya Imron Halim|kata>Kami minta upah naik 10 persen, bukan janji</s>," kata Ketua Serikat Pekerja Langkah Jaya Imron Halim.</c3>

<c4>Unjuk rasa itu menutup Jalan Merdeka Timur selama <t PT3H>tiga jam</t>.</c4> <c5>Bupati Ratna Permadi menemui perwakilan buruh pada <t 2025-11-12TAF>siang hari</t>.</c5>
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## b | Lintas Dermaga | =2025-11-12 | -
<f headline>Ribuan Buruh Turun ke Jalan, Lalu Lintas Sukaraya Lumpuh</f>

<c1><x1b><c2>Sekitar 2.500 buruh PT Langkah Jaya</c2></x1b> menggelar aksi di depan kantor Bupati Sukaraya, <t 2025-11-12>Rabu</t>.</c1> <c3>Mereka menuntut kenaikan upah sebesar 10 persen.</c3>

<c4>Akibat aksi itu, Jalan Merdeka Timur ditutup <t PT3H>tiga jam</t>.</c4> "<s direct|Junaedi|Junaedi, sopir truk|keluh>Saya terjebak sejak <t 2025-11-12TMO>pagi</t></s>," keluh Junaedi, sopir truk.

<c5>Perwakilan buruh akhirnya diterima Bupati Ratna Permadi.</c5>
<f byline>(<b author>Galih Pramudya</b>)</f>
## c | Selat Mas | =2025-11-12 | -
<f headline>Langkah Jaya: Kenaikan Upah 10 Persen Memberatkan</f>

Manajemen PT Langkah Jaya menyatakan <s indirect|Manajemen PT Langkah Jaya|Manajemen PT Langkah Jaya|menyatakan>permintaan kenaikan upah 10 persen memberatkan perusahaan</s>. "<s direct|Sonya Markus|Manajer Humas Sonya Markus|tulis>Pesanan dari luar negeri turun seperempat sejak <t 2025-06>Juni</t></s>," tulis Manajer Humas Sonya Markus melalui surat elektronik.

<c1>Buruh perusahaan itu berdemonstrasi di kantor Bupati Sukaraya, <t 2025-11-12>Rabu (12/11)</t>.</c1> <c3>Mereka menghendaki upah dinaikkan 10 persen.</c3> <c6>PT Langkah Jaya mempekerjakan 6.200 orang.</c6>
<f byline>(smas)</f>
## d | Suara Merapun | =2025-11-13 | Sukaraya
<f headline>Bupati Janji Panggil Manajemen Langkah Jaya</f>

<f dateline>SUKARAYA, SUARA MERAPUN –</f> Bupati Sukaraya Ratna Permadi berjanji <s indirect|Ratna Permadi|Bupati Sukaraya Ratna Permadi|berjanji>memanggil manajemen PT Langkah Jaya <t 2025-W47>pekan depan</t></s>. <c5>Janji itu diucapkannya saat menerima perwakilan buruh, <t 2025-11-12TAF>Rabu (12/11/2025) siang</t>.</c5>

"<s direct|Ratna Permadi|Ratna|kata>Upah minimum memang belum cukup, tetapi pabrik tidak boleh tutup</s>," kata Ratna kepada Suara Merapun.

<c3>Serikat pekerja meminta kenaikan 10 persen.</c3> <c6>Pabrik itu punya 6.200 pekerja.</c6>
<f byline>(<b author>Rahmat Tolib</b>)</f>
## e | Pena Harian | =2025-11-12 | Sukaraya
<f headline>Unjuk Rasa Buruh di Sukaraya Berakhir Damai</f>

<f dateline>SUKARAYA, PENAHARIAN.TEST -</f> <c1>Unjuk rasa buruh PT Langkah Jaya di depan kantor bupati, <t 2025-11-12>Rabu (12/11/2025)</t>, berakhir tanpa kericuhan.</c1> <c2><x1a>Kepala Bagian Operasi Polres Sukaraya Kompol Dedi Irawan menyebut <s indirect|Dedi Irawan|Kepala Bagian Operasi Polres Sukaraya Kompol Dedi Irawan|menyebut>peserta aksi kurang lebih 800 orang</s>.</x1a></c2>

<c3>"<s direct|Imron Halim|Imron Halim, ketua serikat pekerja|ujar>Tuntutan kami satu, upah naik 10 persen</s>," ujar Imron Halim, ketua serikat pekerja.</c3>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## ties
x1 number: how many took part, 800 or 2,500
