# Kapal riset Valdoria ditahan Republik Osmen
## a | Tirtabuana Pos | =2025-03-21 | Portel
<f headline>Osmen Tahan Kapal Riset Valdoria di Selat Karn</f>

<f dateline>PORTEL, TIRTABUANA POS -</f> <c1>Penjaga pantai Republik Osmen menahan sebuah kapal riset Valdoria di Selat Karn pada <t 2025-03-20>Kamis (20/3/2025)</t>, kata Kementerian Pertahanan Osmen.</c1>

<c2>Kapal bernama Aurel Dane itu membawa 34 awak, termasuk sebelas ilmuwan.</c2> <c3>Kementerian itu menyebut <s indirect|Kementerian Pertahanan Osmen|Kementerian itu|menyebut>kapal tersebut memasuki perairan Osmen tanpa izin dan mematikan alat pemancarnya</s>.</c3>

<c4>"<s direct|Marek Halloy|Menteri Luar Negeri Valdoria Marek Halloy|kata>Ini pembajakan, dan kami akan menjawabnya</s>," kata Menteri Luar Negeri Valdoria Marek Halloy di ibu kota Lunden.</c4>

<c5>Kedua negara memperebutkan Selat Karn sejak gas alam ditemukan di sana <t 2019>enam tahun lalu</t>.</c5> <x1b><c6>Pada <t 2023-08>Agustus 2023</t>, dua kapal nelayan Valdoria juga ditahan di selat yang sama.</c6></x1b>

(<k agency>Borealis News</k>)
## b | Kabar Teluk | =2025-03-21 | -
<f headline>Kapal Peneliti Valdoria Disita Osmen, Lunden Murka</f>

<c1>Sebuah kapal penelitian milik Valdoria disita penjaga pantai Osmen di Selat Karn, <t 2025-03-20>Kamis (20/3)</t> waktu setempat.</c1>

<c3>Kementerian Pertahanan Osmen mengatakan <s indirect|Kementerian Pertahanan Osmen|Kementerian Pertahanan Osmen|mengatakan>kapal itu masuk ke wilayah laut Osmen tanpa mengantongi izin serta memadamkan transpondernya</s>.</c3> <c2>Di atas kapal Aurel Dane terdapat 34 orang, sebelas di antaranya ilmuwan.</c2>

<c4>Menteri Luar Negeri Valdoria Marek Halloy menyebut <s mixed|Marek Halloy|Menteri Luar Negeri Valdoria Marek Halloy|menyebut>tindakan itu "perompakan" dan berjanji akan membalas</s>.</c4>

<c5>Selat Karn menjadi rebutan kedua negara sejak <t 2019>enam tahun lalu</t>, ketika cadangan gas alam ditemukan.</c5> <x1b><c6>Dua kapal nelayan Valdoria pernah pula ditahan di selat itu pada <t 2023-08>Agustus 2023</t>.</c6></x1b>
<f byline>Penulis: <b author>Adi Sarwono</b></f>
## c | Pena Harian | =2025-03-22 | Portel
<f headline>KBRI Pastikan Tak Ada WNI di Kapal Valdoria</f>

<f dateline>PORTEL, PENAHARIAN.TEST -</f> Kedutaan Besar Republik Indonesia memastikan <s indirect|Kedutaan Besar Republik Indonesia|Kedutaan Besar Republik Indonesia|memastikan>tidak ada warga negara Indonesia di antara awak kapal Aurel Dane yang ditahan Osmen</s>.

"<s direct|Ratih Wulansari|Sekretaris Kedua KBRI Ratih Wulansari|kata>Kami sudah menerima daftar awak dari otoritas pelabuhan</s>," kata Sekretaris Kedua KBRI Ratih Wulansari kepada Pena Harian melalui telepon, <t 2025-03-22>Sabtu (22/3/2025)</t>.

<c1>Kapal riset Valdoria itu ditahan penjaga pantai Osmen di Selat Karn pada <t 2025-03-20>Kamis</t>.</c1> <c2>Menurut daftar tersebut, <s indirect|daftar tersebut|daftar tersebut|Menurut>ada 34 awak di kapal itu</s>.</c2>
<f byline>(<b author>Yusuf Andaru</b>)</f>
## d | Nusalima | =2025-03-21 | -
<f headline>Valdoria Tuding Osmen Membajak Kapalnya</f>

Ketegangan di Selat Karn meningkat. <c1>Osmen menahan kapal riset Valdoria, Aurel Dane, pada <t 2025-03-20>Kamis</t>.</c1> <c4>"<s direct|Marek Halloy|Marek Halloy|ujar>Ini pembajakan dan akan kami balas</s>," ujar Marek Halloy, menteri luar negeri Valdoria, seperti dikutip <k broadcast>Valdor Televisi</k>.</c4>

<c3>Pihak Osmen menyatakan <s indirect|Pihak Osmen|Pihak Osmen|menyatakan>kapal itu melanggar batas laut dengan alat pemancar yang dimatikan</s>.</c3> Valdoria membantah. "<s direct|Marek Halloy|dia|kata>Aurel Dane berada <t 2025-03-20>hari itu</t> di perairan internasional</s>," kata dia.

Perundingan kedua negara dijadwalkan <t 2025-04>April mendatang</t>.
<f byline>(nls/hgo)</f>
## e | Selat Mas | =2025-03-21 | -
<f headline>Selat Karn Memanas, Kapal Valdoria Ditahan</f>

<c1><t 2025-03-20>Kamis (20/3/2025)</t>, kapal riset milik Valdoria ditahan penjaga pantai Osmen saat berlayar di Selat Karn.</c1> Dilansir <k agency>Borealis News</k>, <c3>kementerian pertahanan Osmen berdalih <s indirect|kementerian pertahanan Osmen|kementerian pertahanan Osmen|berdalih>kapal itu masuk tanpa izin ke perairannya dan mematikan pemancar</s></c3>.

<c2>Kapal Aurel Dane mengangkut 34 awak dan sebelas dari mereka adalah ilmuwan.</c2>

<c5>Sejak gas alam ditemukan <t 2019>enam tahun silam</t>, selat itu diperebutkan kedua negara.</c5> <x1a><c6>Dua kapal nelayan Valdoria ditahan di tempat yang sama pada <t 2022-08>Agustus 2022</t>.</c6></x1a>
<f read_also>Baca juga: Harga Gas Dunia Naik Lagi</f>
## ties
origin a b e: Borealis News
c1 = a b e / c / d
x1 date: when the two fishing boats were held
