# Feri Kaledo kandas di Selat Tampak
## a | Pena Harian | =2025-12-02 | Paya Tampak
<f headline>Feri Kandas di Selat Tampak, 112 Penumpang Dievakuasi</f>

<f dateline>PAYA TAMPAK, PENAHARIAN.TEST -</f> <c1>Feri Kaledo kandas di Selat Tampak pada <t 2025-12-01TNI>Senin (1/12/2025) malam</t>.</c1> <c2>Seluruh 112 penumpang dievakuasi dengan selamat.</c2>

<c3>Kepala Syahbandar Paya Tampak Oktav Simbolon mengatakan <s indirect|Oktav Simbolon|Kepala Syahbandar Paya Tampak Oktav Simbolon|mengatakan>nakhoda mengubah haluan untuk menghindari perahu nelayan</s>.</c3>

"<s direct|Oktav Simbolon|dia|kata>Nakhoda sedang kami periksa</s>," kata dia, <t 2025-12-02>Selasa (2/12/2025)</t>. <c4>Feri itu berangkat dari Samara <t 2025-12-01T19:00>pukul 19.00 WIB</t>.</c4>
<f byline>Reporter: <b reporter>Yusuf Andaru</b></f>
## b | Gelora Pagi | =2025-12-02 | Samara
<f headline>Penumpang Feri Kaledo: Lampu Padam, Lalu Kapal Miring</f>

<f dateline>SAMARA, GELORA PAGI —</f> "<s direct|Dahlia|Dahlia, penumpang Feri Kaledo|tutur>Lampu padam, lalu kapal miring ke kiri</s>," tutur Dahlia, penumpang Feri Kaledo.

<c1>Feri itu kandas di Selat Tampak, <t 2025-12-01TNI>Senin malam</t>.</c1> <c4>Kapal bertolak dari Samara pada <t 2025-12-01T19:00>pukul 19.00 WIB</t>.</c4> <c2>Semua penumpang, 112 orang, selamat.</c2>

Menurut operator, <s indirect|operator|operator|Menurut>feri kandas karena mesin kemudinya mati</s>.
<f byline>Laporan: <b reporter>Siska Amelinda</b></f>
## c | Tirtabuana Pos | =2025-12-02 | Paya Tampak
<f headline>Hindari Perahu Nelayan, Feri Kaledo Kandas</f>

<f dateline>PAYA TAMPAK, TIRTABUANA POS -</f> <c1>Sebuah feri kandas di Selat Tampak, <t 2025-12-01TNI>Senin malam</t>, ketika berlayar dari Samara.</c1> <c2>Sebanyak 112 penumpang dipindahkan ke tiga kapal patroli.</c2>

<c3>"<s direct|Oktav Simbolon|Oktav Simbolon, kepala syahbandar|kata>Nakhoda membelokkan kapal karena ada perahu nelayan di depannya</s>," kata Oktav Simbolon, kepala syahbandar.</c3>

Demikian laporan <k agency>Mercu Warta</k>.
## d | Kabar Teluk | 2025-12-02T07:45+07:00 | -
<f headline>Feri Kandas, Penumpang Dipindahkan ke Kapal Patroli</f>
<f date><t 2025-12-02T07:45>Selasa, 2 Desember 2025 07:45 WIB</t></f>

<c1>Feri Kaledo yang berlayar dari Samara kandas di Selat Tampak pada <t 2025-12-01TNI>Senin malam</t>.</c1> <c2>Tiga kapal patroli mengangkut 112 penumpangnya.</c2>

<c3>Kepala Syahbandar Oktav Simbolon menuturkan, <s indirect|Oktav Simbolon|Kepala Syahbandar Oktav Simbolon|menuturkan>nakhoda berbelok lantaran ada perahu nelayan di depan kapal</s>.</c3>

(<k agency>Mercu Warta</k>)
## e | Lintas Dermaga | =2025-12-02 | -
<f headline>Kaledo Bukan Pertama Kali Kandas</f>

<c1>Kandasnya Feri Kaledo di Selat Tampak, <t 2025-12-01TNI>Senin malam</t></c1>, bukan yang pertama. Catatan Lintas Dermaga menunjukkan kapal itu pernah kandas pada <t 2022-02>Februari 2022</t>.

<c2>Tidak ada korban di antara 112 penumpang.</c2> <c4>Kapal bertolak dari Samara pada <t 2025-12-01T19:00>pukul tujuh malam</t>.</c4>

"<s direct|Paulus Weta|Paulus Weta, pemilik perahu di Paya Tampak|kata>Karang di situ tidak ada lampunya sejak dulu</s>," kata Paulus Weta, pemilik perahu di Paya Tampak.
<f byline>(<b author>Galih Pramudya</b>)</f>
## ties
origin c d: Mercu Warta
