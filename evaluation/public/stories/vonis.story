# Vonis mantan kepala dinas pendidikan Wanasari
## a | Gelora Pagi | =2025-04-15 | Wanasari
<f headline>Eks Kadisdik Wanasari Divonis <t P6Y>6 Tahun</t> Penjara</f>

<f dateline>WANASARI, GELORA PAGI —</f> <c1>Pengadilan Tindak Pidana Korupsi Wanasari memvonis mantan Kepala Dinas Pendidikan Gunarto Prabu <t P6Y>enam tahun</t> penjara, <t 2025-04-15>Selasa (15/4/2025)</t>.</c1>

<c2>"<s direct|Retno Palupi|Ketua Majelis Hakim Retno Palupi|kata>Terdakwa terbukti menerima uang dari rekanan pengadaan meja dan kursi sekolah</s>," kata Ketua Majelis Hakim Retno Palupi saat membacakan putusan.</c2>

<c3><x1b>Gunarto juga dihukum membayar denda Rp 300 juta.</x1b></c3> <c4>Vonis itu lebih ringan daripada tuntutan jaksa, yakni <t P8Y>delapan tahun</t> penjara.</c4>

<c5>Kuasa hukum Gunarto, Ilham Basri, menyatakan <s indirect|Ilham Basri|Kuasa hukum Gunarto, Ilham Basri,|menyatakan>pikir-pikir atas putusan tersebut</s>.</c5> Puluhan guru mengikuti sidang dari halaman pengadilan.
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## b | Lintas Dermaga | =2025-04-15 | -
<f headline>Kasus Meja Kursi Sekolah, Gunarto Dihukum <t P6Y>6 Tahun</t></f>

<c1>Mantan Kepala Dinas Pendidikan Wanasari, Gunarto Prabu, dihukum <t P6Y>enam tahun</t> penjara dalam sidang di Pengadilan Tipikor Wanasari, <t 2025-04-15>Selasa</t>.</c1>

<c2>Hakim Retno Palupi mengatakan <s indirect|Retno Palupi|Hakim Retno Palupi|mengatakan>terdakwa terbukti menerima uang dari rekanan pengadaan meja kursi sekolah</s>.</c2> <x1a><c3>Hakim menjatuhkan pula denda Rp 500 juta.</c3></x1a>

<c4>Jaksa sebelumnya menuntut <t P8Y>delapan tahun</t>.</c4> <c6>Dari perkara ini negara dirugikan Rp 4,7 miliar.</c6>

"<s direct|Gunarto Prabu|Gunarto|ujar>Saya serahkan semuanya kepada penasihat hukum</s>," ujar Gunarto kepada Lintas Dermaga seusai sidang.
<f byline>(<b author>Galih Pramudya</b>)</f>
## c | Nusalima | =2025-04-16 | -
<f headline>Jaksa Banding Vonis Gunarto Prabu</f>

Kejaksaan Negeri Wanasari mengajukan banding atas vonis mantan Kepala Dinas Pendidikan Gunarto Prabu. "<s direct|Tigor Manalu|Kepala Seksi Intelijen Kejari Wanasari Tigor Manalu|kata>Kami menilai hukuman itu belum memenuhi rasa keadilan</s>," kata Kepala Seksi Intelijen Kejari Wanasari Tigor Manalu dalam keterangan tertulis, <t 2025-04-16>Rabu (16/4/2025)</t>.

<c1>Gunarto divonis <t P6Y>enam tahun</t> penjara oleh Pengadilan Tipikor Wanasari pada <t 2025-04-15>Selasa</t>.</c1> <c3><x1b>Ia juga didenda Rp 300 juta subsider <t P4M>empat bulan</t> kurungan.</x1b></c3> <c4>Jaksa menuntutnya <t P8Y>delapan tahun</t> penjara.</c4>

<c6>Menurut Tigor, <s indirect|Tigor Manalu|Tigor|Menurut>kerugian negara dalam perkara itu Rp 4,7 miliar</s>.</c6> <c7>Uang yang sudah dikembalikan baru Rp 1,1 miliar.</c7>
<f byline>(nls/dra)</f>
## d | Selat Mas | =2025-04-16 | -
<f headline>Tak Puas, Kejari Wanasari Banding</f>

"<s direct|Tigor Manalu|Tigor Manalu|tulis>Kami menilai hukuman itu belum memenuhi rasa keadilan</s>," tulis Tigor Manalu, Kepala Seksi Intelijen Kejari Wanasari, <t 2025-04-16>Rabu</t>.

<c3>Selain dipenjara, <x1b>Gunarto harus membayar denda Rp 300 juta</x1b> subsider <t P4M>empat bulan</t> kurungan.</c3> <c6>Tigor menyebut <s indirect|Tigor Manalu|Tigor|menyebut>negara merugi Rp 4,7 miliar akibat perbuatan terdakwa</s>.</c6> <c7>Dari jumlah itu, baru Rp 1,1 miliar yang dikembalikan.</c7>

<f advert>ADVERTISEMENT</f>

<c5>Adapun pihak Gunarto masih pikir-pikir.</c5>
<f byline>(smas)</f>
## e | Suara Merapun | =2025-04-15 | Wanasari
<f headline>Guru Menangis Mendengar Vonis Gunarto</f>

<f dateline>WANASARI, SUARA MERAPUN –</f> Beberapa guru menangis di halaman pengadilan ketika <c1>hakim menghukum Gunarto Prabu <t P6Y>enam tahun</t> penjara, <t 2025-04-15>Selasa (15/4/2025)</t></c1>.

"<s direct|Yuliana|Yuliana, guru SD di Kecamatan Alur Jati|kata>Murid kami masih duduk di lantai sampai <t 2025-04-15>hari ini</t></s>," kata Yuliana, guru SD di Kecamatan Alur Jati.

<c2>Majelis hakim yang diketuai Retno Palupi menyatakan <s indirect|majelis hakim|Majelis hakim yang diketuai Retno Palupi|menyatakan>Gunarto terbukti menerima uang dari rekanan yang memasok meja dan kursi sekolah</s>.</c2>

<c5>Ilham Basri, pengacara Gunarto, mengatakan <s indirect|Ilham Basri|Ilham Basri, pengacara Gunarto,|mengatakan>kliennya masih pikir-pikir</s>.</c5>
<f byline>(<b author>Rahmat Tolib</b>)</f>
## ties
origin c d: Kejaksaan Negeri Wanasari
c1 = a / b / c / e
c4 = a / b / c
c5 = a / d / e
x1 number: the fine, 500 or 300 million rupiah
