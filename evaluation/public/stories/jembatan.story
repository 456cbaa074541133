# Jembatan gantung Sungai Lawe putus di Kabupaten Merapun
## a | Tirtabuana Pos | =2025-02-11 | Merapun
<f headline>Jembatan Gantung di Merapun Putus, Tiga Warga Tewas</f>

<f dateline>MERAPUN, TIRTABUANA POS -</f> <c1>Jembatan gantung yang melintasi Sungai Lawe di Desa Paya Tampak, Kabupaten Merapun, putus pada <t 2025-02-10TMO>Senin (10/2/2025) pagi</t>.</c1>

<c2><x1a>Tiga warga tewas</x1a> setelah terjatuh ke sungai yang sedang meluap.</c2> <c3>Delapan orang lainnya menderita luka-luka dan dirawat di Puskesmas Lawe Hulu.</c3>

<c4>"<s direct|Hasbi Lubuk|Kepala Desa Paya Tampak Hasbi Lubuk|kata>Tali baja di sisi timur lepas dari tiangnya ketika anak-anak sekolah menyeberang</s>," kata Kepala Desa Paya Tampak Hasbi Lubuk.</c4>

<c5>Jembatan sepanjang 60 meter itu dibangun pada <t 2009>2009</t> dengan dana desa.</c5> Hasbi mengatakan <c6><s indirect|Hasbi Lubuk|Hasbi|mengatakan>warga sudah dua kali meminta perbaikan kepada dinas pekerjaan umum</s></c6>.

Demikian dilaporkan kantor berita <k agency>Mercu Warta</k>.
<f byline>(<b author>Lina Samudin</b>)</f>
## b | Kabar Teluk | 2025-02-11T08:20+07:00 | -
<f headline>Tali Baja Lepas, Jembatan Gantung Sungai Lawe Putus</f>
<f date><t 2025-02-11T08:20>Selasa, 11 Februari 2025 08:20 WIB</t></f>

<c1>Sebuah jembatan gantung di atas Sungai Lawe, Desa Paya Tampak, Kabupaten Merapun, ambruk <t 2025-02-10TMO>Senin pagi</t>.</c1>

<c2>Akibat kejadian itu <x1a>tiga penduduk meninggal dunia</x1a> karena jatuh ke sungai yang tengah meluap.</c2> <c3>Sebanyak delapan orang terluka dan <t PRESENT_REF>kini</t> dirawat di Puskesmas Lawe Hulu.</c3>

<c4>Kepala Desa Paya Tampak Hasbi Lubuk mengatakan, <s indirect|Hasbi Lubuk|Kepala Desa Paya Tampak Hasbi Lubuk|mengatakan>tali baja di sisi timur terlepas dari tiang saat anak-anak sekolah sedang menyeberang</s>.</c4>

<c6>Menurut Hasbi, <s indirect|Hasbi Lubuk|Hasbi|Menurut>warga telah dua kali meminta agar dinas pekerjaan umum memperbaiki jembatan itu</s>.</c6> <c5>Jembatan yang panjangnya 60 meter tersebut dibangun dengan dana desa pada <t 2009>2009</t>.</c5>

<f byline>Penulis: <b author>Adi Sarwono</b>
Editor: <b editor>Maya Kirana</b></f>
<f notice>Ikuti saluran Kabar Teluk untuk berita terkini.</f>
## c | Suara Merapun | =2025-02-10 | Paya Tampak
<f headline>Kami Dengar Bunyi Seperti Ledakan, Lalu Jembatan Itu Hilang</f>

<f dateline>PAYA TAMPAK, SUARA MERAPUN –</f> Air Sungai Lawe masih cokelat dan deras ketika Suara Merapun tiba di lokasi, <t 2025-02-10TAF>Senin (10/2/2025) siang</t>. <c1>Jembatan gantung yang menghubungkan Desa Paya Tampak dengan jalan raya itu putus sekitar <t 2025-02-10T06:45>pukul 06.45 WIB</t>.</c1>

"<s direct|Nurbaiti|Nurbaiti|kata>Kami dengar bunyi seperti ledakan, lalu jembatan itu hilang</s>," kata Nurbaiti, warga yang rumahnya di tepi sungai, kepada Suara Merapun.

<c2>Hingga <t 2025-02-10TAF>Senin siang</t>, <x1b>dua orang dipastikan tewas</x1b> dan satu siswa masih dicari.</c2> Tim penyelamat memakai tiga perahu karet untuk menyisir sungai.

<c6>Warga mengaku <s indirect|Warga|Warga|mengaku>sudah dua kali menyurati dinas pekerjaan umum supaya jembatan itu diperbaiki</s>.</c6> "<s direct|Nurbaiti|Nurbaiti|ujar>Tidak pernah ada yang datang</s>," ujar Nurbaiti.

<f byline>(<b author>Rahmat Tolib</b>)</f>
## d | Pena Harian | =2025-02-12 | Merapun
<f headline>Bupati Merapun Bantah Abaikan Keluhan soal Jembatan Lawe</f>

<f dateline>MERAPUN, PENAHARIAN.TEST -</f> Bupati Merapun Dewi Sarasati membantah <s indirect|Dewi Sarasati|Bupati Merapun Dewi Sarasati|membantah>pemerintah kabupaten mengabaikan keluhan warga tentang jembatan gantung Sungai Lawe</s>.

"<s direct|Dewi Sarasati|Dewi|kata>Surat itu baru kami terima <t 2025-02-07>Jumat lalu</t> dan langsung kami teruskan</s>," kata Dewi saat ditemui Pena Harian di kantornya, <t 2025-02-12>Rabu (12/2/2025)</t>.

<c1>Jembatan di Desa Paya Tampak itu putus pada <t 2025-02-10TMO>Senin pagi</t>.</c1> <c2>Korban tewas <t PRESENT_REF>kini</t> empat orang setelah seorang siswa ditemukan di hilir <t 2025-02-11TNI>Selasa malam</t>.</c2>

Dewi berjanji <s indirect|Dewi Sarasati|Dewi|berjanji>jembatan darurat akan dipasang dalam <t P2W>dua pekan</t></s>.
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## e | Nusalima | =2025-02-11 | -
<f headline>Tiga Tewas akibat Jembatan Gantung Putus di Merapun</f>

<c1><t 2025-02-10TMO>Senin pagi</t>, jembatan gantung Sungai Lawe di Desa Paya Tampak, Merapun, terputus.</c1> Mengutip <k agency>Mercu Warta</k>, <c2><x1a>tiga warga kehilangan nyawa</x1a> sesudah jatuh ke sungai yang meluap</c2>, <c3>sedangkan delapan orang cedera dan dirawat di Puskesmas Lawe Hulu</c3>.

<c5>Jembatan tersebut panjangnya 60 meter dan didirikan pada <t 2009>2009</t> memakai dana desa.</c5>

<c4>"<s direct|Hasbi Lubuk|Hasbi Lubuk|ujar>Tali baja di sisi timur lepas dari tiangnya ketika anak-anak sekolah menyeberang</s>," ujar Hasbi Lubuk, Kepala Desa Paya Tampak.</c4>

<f read_also>Baca juga: Jalan Lintas Merapun Longsor, Kendaraan Dialihkan</f>

<f byline>(nls/dra)</f>
## ties
origin a b e: Mercu Warta
x1 number: three dead according to the dispatch, two dead and one missing on the spot at noon
