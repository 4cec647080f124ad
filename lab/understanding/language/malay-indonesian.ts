/**
 * What Malay says one way and Indonesian another ("ms=id"), written by hand: the words of news, office, shop and chat, and short forms.
 * Only words that the other language does not use in this form, or hardly ever.
 */
export const malayIndonesian = `
kerana=karena bahawa=bahwa iaitu=yaitu ialah=adalah manakala=sedangkan sekiranya=seandainya pelbagai=berbagai hospital=rumahsakit polis=polisi
universiti=universitas aktiviti=aktivitas kualiti=kualitas kuantiti=kuantitas identiti=identitas komuniti=komunitas fasiliti=fasilitas
kapasiti=kapasitas realiti=realitas kreativiti=kreativitas produktiviti=produktivitas prioriti=prioritas autoriti=otoritas minoriti=minoritas
majoriti=mayoritas kerajaan=pemerintah perdana=pertama wang=uang telefon=telepon kereta=mobil motosikal=motor basikal=sepeda lori=truk
bas=bis teksi=taksi keretapi=kereta lapangan=bandara stesen=stasiun lebuhraya=tol pejabat=kantor kedai=toko syarikat=perusahaan
kakitangan=karyawan pekerja=pegawai pengurus=manajer pengarah=direktur setiausaha=sekretaris kerusi=kursi almari=lemari katil=ranjang tilam=kasur
bilik=kamar tandas=toilet dapur=dapur tingkap=jendela lampu=lampu peti=kulkas televisyen=televisi komputer=komputer pencetak=printer
talian=jaringan rangkaian=jaringan perisian=peranti laman=situs sesawang=web muat=unggah emel=surel akaun=akun kata-laluan=sandi kata=kata
jualan=penjualan belian=pembelian tempahan=pemesanan penghantaran=pengiriman dihantar=dikirim hantar=kirim menghantar=mengirim terima=terima
bayaran=pembayaran invois=faktur resit=struk baki=saldo diskaun=diskon tawaran=penawaran harga=harga murah=murah percuma=gratis waranti=garansi
bulan=bulan minggu=minggu Isnin=Senin Selasa=Selasa Khamis=Kamis Jumaat=Jumat Ahad=Minggu Januari=Januari Februari=Februari Mac=Maret Jun=Juni
Julai=Juli Ogos=Agustus Disember=Desember Oktober=Oktober semalam=kemarin esok=besok petang=sore tengahari=siang pukul=jam lapan=delapan
pertama=pertama setengah=setengah suku=seperempat berapa=berapa bila=kapan kenapa=mengapa macam=kayak macamana=gimana camne=gmn boleh=bisa
mahu=mau hendak=ingin tak=nggak taknak=gamau tidak=enggak bukan=bukan tiada=nihil takde=gada belum=belum dah=udah tengah=lagi nanti=nanti
sahaja=saja je=aja jer=doang lah=sih kan=kan pun=juga jugak=jg jugaklah=jgn sangat=banget betul=bener seronok=asik marah=marah gembira=senang
sedih=sedih gila=gokil hebat=keren cantik=cakep comel=imut hodoh=jelek bodoh=goblok penat=capek letih=lelah lapar=laper dahaga=haus
sedap=enak makan=makan minum=minum ayam=ayam daging=daging lembu=sapi kambing=kambing ikan=ikan sayur=sayur buah=buah tembikai=semangka
betik=pepaya nanas=nanas limau=jeruk oren=jeruk epal=apel kentang=kentang bawang=bawang lobak=wortel timun=mentimun kobis=kol
baju=baju seluar=celana kasut=sepatu selipar=sandal tudung=jilbab beg=tas payung=payung cermin=cermin kunci=kunci pintu=pintu
pelajar=siswa murid=murid cikgu=guru guru=guru sekolah=sekolah kolej=kuliah pensyarah=dosen peperiksaan=ujian markah=nilai
doktor=dokter jururawat=perawat ubat=obat demam=demam batuk=batuk selesema=pilek sakit=sakit kemalangan=kecelakaan mati=meninggal
bandar=kota bandaraya=kotamadya kampung=kampung negeri=provinsi daerah=kabupaten jalan=jalan jambatan=jembatan sungai=sungai pulau=pulau
Jepun=Jepang Jerman=Jerman Perancis=Prancis Sepanyol=Spanyol Itali=Italia Kemboja=Kamboja Filipina=Filipina Mesir=Mesir Amerika=Amerika
Rusia=Rusia Britain=Inggris Eropah=Eropa Afrika=Afrika Australia=Australia Belanda=Belanda Singapura=Singapura Greek=Yunani Sweden=Swedia
ekonomi=ekonomi perniagaan=bisnis peniaga=pedagang pasaran=pasaran saham=saham cukai=pajak gaji=gaji hutang=utang pinjaman=pinjaman
politik=politik parlimen=parlemen menteri=menteri undi=suara pilihanraya=pemilu parti=partai pembangkang=oposisi mahkamah=pengadilan
hakim=hakim peguam=pengacara penjara=penjara jenayah=kejahatan penjenayah=penjahat suspek=tersangka mangsa=korban siasatan=penyelidikan
askar=tentara tentera=tentara perang=perang senjata=senjata kapal=kapal kapalterbang=pesawat pesawat=pesawat juruterbang=pilot
saintis=ilmuwan penyelidik=peneliti kajian=penelitian penyelidikan=riset teknologi=teknologi tenaga=energi elektrik=listrik haba=panas
suhu=suhu cuaca=cuaca hujan=hujan ribut=badai taufan=topan banjir=banjir gempa=gempa gunung=gunung hutan=hutan haiwan=hewan tumbuhan=tumbuhan
burung=burung kucing=kucing anjing=anjing harimau=harimau gajah=gajah beruang=beruang dinosaur=dinosaurus bakteria=bakteri virus=virus
sukan=olahraga bola=bola pemain=pemain pasukan=tim perlawanan=pertandingan kejohanan=kejuaraan kemenangan=kemenangan pingat=medali
emas=emas perak=perak gangsa=perunggu jurulatih=pelatih penyokong=pendukung sokongan=dukungan menyokong=mendukung
muzik=musik lagu=lagu penyanyi=penyanyi filem=film pelakon=aktor pawagam=bioskop wayang=film rancangan=acara berita=berita akhbar=koran
majalah=majalah wartawan=jurnalis pembaca=pembaca penulis=penulis buku=buku bahasa=bahasa perkataan=kata ayat=kalimat
kanak-kanak=anak-anak budak=bocah bayi=bayi lelaki=laki-laki perempuan=perempuan wanita=wanita suami=suami isteri=istri bapa=bapak
emak=ibu abang=kakak adik=adik datuk=kakek nenek=nenek kawan=teman rakan=teman jiran=tetangga encik=bapak puan=ibu cik=mbak
awak=kamu korang=kalian kau=lo aku=gue kitaorang=kita diorang=mereka dorang=mereka saya=saya beliau=beliau dia=dia mereka=mereka
beritahu=kasihtahu cakap=ngomong bercakap=bicara tanya=tanya jawab=jawab tengok=lihat pandang=liat dengar=denger cari=cari jumpa=ketemu
guna=pakai gunakan=gunakan menggunakan=memakai kerja=kerja bekerja=kerja buat=bikin beli=beli jual=jual bagi=kasih bagi=buat ambil=ambil
letak=taruh angkat=angkat tolak=dorong tarik=tarik buka=buka tutup=tutup tukar=ganti menukar=mengganti pinda=ubah baiki=perbaiki
rosak=rusak kerosakan=kerusakan pecah=pecah hilang=hilang lambat=lama cepat=cepat awal=awal lewat=terlambat balik=pulang pulang=pulang
sampai=nyampe tunggu=nunggu mari=ayo jom=yuk tolong=tolong minta=minta maaf=maaf tahniah=selamat terima-kasih=makasih tq=makasih
sila=silakan jangan=jangan mesti=harus perlu=perlu patut=seharusnya mungkin=mungkin agaknya=kayaknya rasanya=kayaknya ingat=inget
lupa=lupa faham=paham fikir=pikir berfikir=berpikir percaya=percaya suka=suka benci=benci sayang=sayang cinta=cinta rindu=kangen
bising=berisik kotor=kotor bersih=bersih besar=gede kecil=kecil kecik=kecil panjang=panjang pendek=pendek tinggi=tinggi rendah=rendah
berat=berat ringan=ringan senang=gampang susah=susah mudah=mudah payah=repot teruk=parah elok=bagus bagus=bagus baik=baik molek=bagus
zaman=jaman sebab=soalnya pasal=soal tentang=tentang mengenai=mengenai berkenaan=terkait berkaitan=berkaitan daripada=dari kepada=ke
dengan=dengan dgn=dg untuk=untuk tanpa=tanpa antara=antara sepanjang=sepanjang semasa=saat ketika=ketika selepas=setelah lepas=habis
sebelum=sebelum sejak=sejak hingga=hingga sehingga=sampai jika=jika kalau=kalo sekiranya=apabila walaupun=meskipun walau=meski namun=namun
tetapi=tetapi tapi=tapi malah=bahkan justeru=justru oleh=oleh cuma=cuman hanya=hanya agak=lumayan cukup=cukup terlalu=terlalu lebih=lebih
kurang=kurang paling=paling terutamanya=terutama biasanya=biasanya selalu=selalu kadang-kadang=kadang sentiasa=selalu kerap=sering jarang=jarang
nombor=nomor nama=nama alamat=alamat umur=umur jantina=kelamin warganegara=warga bangsa=bangsa agama=agama masjid=mesjid gereja=gereja
kuil=kuil ugama=agama puasa=puasa raya=lebaran hari-raya=idulfitri sambutan=perayaan meraikan=merayakan perayaan=perayaan cuti=libur
percutian=liburan melancong=berwisata pelancong=turis pelancongan=pariwisata penumpang=penumpang penerbangan=penerbangan tiket=tiket
bagasi=bagasi pasport=paspor visa=visa hotel=hotel tempah=pesan menempah=memesan lawatan=kunjungan melawat=mengunjungi pantai=pantai
objektif=tujuan matlamat=tujuan cadangan=usul masalah=masalah penyelesaian=solusi isu=isu kesan=dampak akibat=akibat hasil=hasil
keputusan=keputusan pilihan=pilihan peluang=peluang cabaran=tantangan mencabar=menantang pengalaman=pengalaman kemahiran=keterampilan
peringkat=tingkat tahap=tahap bahagian=bagian sebahagian=sebagian seluruh=seluruh semua=semua setiap=setiap beberapa=beberapa banyak=banyak
ramai=banyak sikit=dikit sedikit=sedikit sedozen=selusin ribu=ribu juta=juta bilion=miliar trilion=triliun peratus=persen
dijangka=diperkirakan menjangka=memperkirakan dijumpai=ditemukan menjumpai=menemukan mendakwa=mengklaim didakwa=dituduh berlaku=terjadi
menyebabkan=menyebabkan disebabkan=disebabkan merangkumi=mencakup terdiri=terdiri mengandungi=mengandung mempunyai=memiliki dipanggil=disebut
memanggil=menyebut digelar=dijuluki dilahirkan=dilahirkan meninggal=wafat berkhidmat=melayani perkhidmatan=layanan servis=pelayanan
khidmat=jasa pelanggan=pelanggan pengguna=pengguna kepenggunaan=konsumen produk=produk barangan=barang jenama=merek kilang=pabrik
mesin=mesin enjin=mesin minyak=minyak petrol=bensin tayar=ban brek=rem lampu-isyarat=lampu-merah lesen=sim saman=tilang
televisyen=tv telefon-bimbit=hp handphone=hape henfon=ponsel skrin=layar bateri=baterai pengecas=charger cas=ngecas wayar=kabel soket=colokan
wifi=wifi jalur=pita lembap=lemot pantas=cepat rakam=rekam gambar=foto tangkap=potret kamera=kamera skrinsyot=screenshot
nak=pengen nk=pgn tau=tahu taktau=gatau takpe=gapapa takpa=gpp xde=gaada xnak=gamau xboleh=gabisa xtau=gtau xpe=gpp mcm=kyk mcmana=gimana
camtu=gitu camni=gini macamtu=begitu macamni=begini ni=nih tu=tuh sini=sini situ=situ sana=sana kat=di kt=di dkt=deket mana=mana dekat=deket
sape=siapa sapa=siapa bape=brp ape=apa apsal=knp awat=kenapa pastu=trus lepastu=terus pehtu=abis tu=itu memang=emang mmg=emg betoi=bener
hang=elu depa=mereka mai=sini pi=pergi gi=pergi p=pergi kot=kali kut=mungkin weh=woi wei=bro doh=anjir sial=sialan gampang=gampang
best=mantap terbaik=terbaik syok=asyik mantul=mantap gempak=keren bapak=banget giler=gila poyo=lebay gedik=centil kantoi=ketahuan
lepak=nongkrong borak=ngobrol sembang=ngobrol tido=tidur bangun=bangun mandi=mandi kencing=pipis pening=pusing peningnya=pusingnya
terlampau=kelewat terpaksa=terpaksa nasib=untung bernasib=beruntung malang=sial mujur=untungnya rugi=rugi untung=untung menang=menang kalah=kalah
rumah=rumah apartmen=apartemen kondominium=apartemen taman=perumahan sewa=sewa penyewa=penyewa tuan-rumah=pemilik jemputan=undangan
kenduri=hajatan kahwin=nikah berkahwin=menikah perkahwinan=pernikahan tunang=tunangan pengantin=mempelai anak=anak cucu=cucu
mengikut=menurut menurut=menurut katanya=katanya ujar=ujar jelas=jelas tambah=tambah tegas=tegas kata=kata beliau=dia ketua=kepala
presiden=presiden naib=wakil timbalan=wakil jabatan=departemen kementerian=kementerian agensi=badan pertubuhan=organisasi persatuan=perkumpulan
kesatuan=serikat pertandingan=lomba peraduan=kontes pemenang=pemenang hadiah=hadiah anugerah=penghargaan
`

/** Words and pairs of words (joined by `_`) that stand in Malay and not in Indonesian, and the other way round; from news, forms and chat. */
export const onlyIn: Readonly<Record<'ms' | 'id', string>> = {
  ms: `
tempatan antarabangsa matematik fizik sains saintifik strategik automatik dramatik praktikal kritikal logik akademik_ dinamik mekanik sistematik
ahli_matematik pakar penempatan dikenali dipercayai kelihatan terdapat_juga bola_sepak bola_keranjang bola_tampar badminton_ memenangi menyertai
penyertaan menganjurkan dianjurkan penganjur perlumbaan pelumba larian pecut renang_ gimnastik olahragawan kem khemah berkhemah mendaki_ pendakian
mengambil_masa dalam_tempoh pada_masa_ini pada_masa_yang_sama masa_depan_ buat_masa_ini tempoh jangka_masa sewaktu sejurus selepas_itu kemudiannya
akhirnya_ seterusnya berikutan akibatnya oleh_itu oleh_kerana walau_bagaimanapun sungguhpun meskipun_begitu contohnya misalnya_ khususnya amnya
sebenarnya_ pastinya kemungkinan_ barangkali mustahil boleh_jadi tidak_boleh tak_boleh boleh_ke boleh_tak dapat_tak ada_tak betul_ke kan_ke apa_ni
kenapa_ni macam_ni macam_tu macam_mana bila_nak nak_tanya nak_beli nak_tukar nak_cancel tak_dapat tak_sampai tak_tahu tak_faham tak_payah tak_kisah
tak_ada tak_de tak_pe tak_kan tak_habis dah_lama dah_bayar dah_sampai dah_habis dah_pergi belum_lagi lagi_sekali sekali_lagi lain_kali kali_ni hari_ni
malam_ni pagi_tadi malam_tadi tadi_pagi_ minggu_lepas bulan_lepas tahun_lepas minggu_depan_ lusa tulat kelmarin dulu_ni sekarang_ni
di_mana_ kat_mana kat_sini kat_situ kat_rumah kat_kedai pergi_mana nak_pergi jom_makan jom_pi makan_kat belanja_makan tapau mamak teh_tarik kopi_o
roti_canai nasi_lemak nasi_kandar mi_goreng_ air_batu ais_krim susu_tepung sarapan_pagi makan_tengahari minum_petang kudapan juadah lauk_pauk
abah mak_cik pak_cik mak_ayah kakak_ipar menantu_ datin dato tan_sri yang_berhormat sultan_ agong putrajaya selangor johor melaka kedah kelantan
terengganu perlis sabah sarawak penang pulau_pinang ipoh shah_alam petaling klang seremban kuantan kota_bharu ringgit sen rm_ syiling duit_raya
maybank shopee_my poslaju pos_laju grabfood touch_n_go ewallet_ bil_elektrik bil_air bayar_bil ansuran deposit_ pinjaman_peribadi simpanan_tetap
insurans takaful pencen kwsp socso gaji_bulanan majikan_ kerja_kosong temuduga temu_duga permohonan_kerja jawatan_kosong gaji_pokok
permohonan borang isi_borang tandatangan cop salinan sijil surat_beranak kad_pengenalan pasport_antarabangsa lesen_memandu cukai_jalan
memandu pemandu penumpang_ tempat_letak_kereta letak_kereta parkir_ simpang_ lampu_isyarat jejantas lorong_ kesesakan jem jalan_raya kemalangan_jalan
terlanggar melanggar_ langgar cedera kecederaan maut terkorban mangsa_banjir mayat siasatan_polis ditahan tahanan_ reman dituduh_ didenda denda_
bomba kebakaran terbakar_ anggota_ pegawai_polis ibu_pejabat balai_polis pondok_polis mahkamah_tinggi perlembagaan akta rang_undang undang-undang_
kabinet timbalan_menteri ahli_parlimen wakil_rakyat pilihan_raya mengundi pengundi kempen manifesto kerajaan_negeri kerajaan_persekutuan
penduduk_ rakyat_malaysia orang_melayu orang_cina_ bangsa_malaysia kaum perpaduan warisan kebudayaan_ adat_resam kesenian_ lukisan_ arca tarian
persembahan pentas_ penonton_ tonton menonton_ siri_tv drama_bersiri pelawak pelakon_utama pengarah_filem artis_ peminat album_ rancangan_tv
kajian_kes hasil_kajian pengkaji ujikaji makmal_ kimia_ sel_ gen_ penyakit_ jangkitan dijangkiti kuman_ vaksin_ imunisasi klinik_ wad pembedahan
pesakit rawatan merawat_ ubat_batuk darah_tinggi kencing_manis barah strok sesak_nafas sakit_tekak hidung_ selsema alahan gatal_ muntah_
telefon_pintar komputer_riba papan_kekunci tetikus pemacu_ muat_turun muat_naik pautan klik_ pelayar kata_kunci_ log_masuk log_keluar daftar_masuk
sebut_harga pesanan_belian jaminan_ tempoh_jaminan bayaran_balik pulangan wang_tunai tunai hutang_ baucar_ tebus mata_ganjaran ganjaran
bungkusan penghantar abang_posmen rider_ kurier nombor_penjejakan jejak_ status_penghantaran stok_habis kehabisan_stok saiz_baju warna_lain_
tersilap silap tersalah kesilapan kekeliruan keliru maklum_balas maklumbalas aduan mengadu buat_aduan rungutan khidmat_pelanggan
terima_kasih_banyak minta_maaf_ mohon_maaf_ sila_hubungi hubungi_kami harap_maklum dimaklumkan makluman sukacita dengan_ini berbesar_hati
alhamdulillah_ insyaallah_ subhanallah_ masyaallah_ selamat_hari_raya maaf_zahir selamat_berbuka moreh bazar ramadan sahur_ imsak_
lawak kelakar gelak ketawa gelak_besar hahaha_ bengong mangkuk_ bangang bodo_ celaka_ sengal menyampah meluat geram sakit_hati_ bengang angin_satu
letih_lah penatnya bosan_gila sedapnya cantiknya comelnya mahalnya murahnya lambatnya teruknya bestnya hebatnya
org_kita ramai_orang seorang_lagi sorang dua_tiga sejuta sepuluh_ribu_ banyak_kali beribu setengah_jam_ suku_jam sejam dua_jam tiga_hari_
cuba_lah cuba_ cubaan mencuba_ terpulang ikut_suka biarlah biar_je takkan_lah mana_ada mana_tau entah entahlah aduh_ alamak amboi ewah ish_ eh_
dlm kpd drpd utk_ sbb spt krn_ tlg pls_ skrg_ mggu org_ bln_ thn_ jgn_ blh bole leh x_boleh x_dapat x_tau x_nak x_payah x_sampai dh lg nnti smlm
`,
  id: `
lokal_ internasional matematika fisika ilmiah strategis otomatis dramatis praktis kritis logis akademis dinamis mekanis sistematis rumah_sakit
ahli_ permukiman dikenal dipercaya terlihat tampak_ sepak_bola bola_basket bola_voli bulu_tangkis memenangkan mengikuti keikutsertaan
menyelenggarakan diselenggarakan penyelenggara balapan pembalap lari_ renang senam atlet tenda berkemah membutuhkan_waktu selama_ saat_ini
pada_saat_yang_sama waktu_itu ketika_itu setelah_itu kemudian_ akhirnya selanjutnya akibatnya_ oleh_karena_itu karena_itu namun_demikian
meskipun_demikian misalnya contohnya_ khususnya_ umumnya sebenarnya pastinya_ mungkin_saja tidak_mungkin bisa_jadi tidak_bisa gak_bisa ga_bisa
nggak_bisa bisa_gak bisa_ga bisa_nggak apa_sih kenapa_sih kok_gitu kok_bisa kok_lama kayak_gini kayak_gitu gimana_nih gimana_caranya mau_tanya
mau_beli mau_nanya numpang_tanya gak_dapat ga_nyampe gak_tau ga_tau gatau gak_ngerti ga_usah gak_papa gapapa gak_ada ga_ada gaada udah_lama udah_bayar
udah_nyampe udah_habis belum_nyampe sekali_lagi_ lain_kali_ kali_ini hari_ini_ malam_ini tadi_pagi tadi_malam semalem minggu_lalu bulan_lalu
tahun_lalu minggu_depan lusa_ kemaren kemarin_malam sekarang_ini dimana_ di_mana_sih kemana_aja mau_kemana ayo_makan yuk_makan traktir jajan
bungkus_ warung warteg angkringan nasi_goreng_ nasi_padang bakso sate_ mie_ayam es_teh es_jeruk gorengan sarapan makan_siang makan_malam cemilan
papa_ mama_ bokap nyokap om_ tante_ mertua gubernur bupati walikota_ camat lurah jakarta bandung surabaya yogyakarta jogja medan semarang
makassar palembang bali_ bekasi depok tangerang bogor malang_ solo_ padang_ rupiah rp_ ribu_rupiah juta_rupiah receh thr bca mandiri bri bni
tokopedia bukalapak gojek gofood jne jnt sicepat anteraja pulsa kuota token_listrik tagihan_listrik cicilan_ nyicil kredit_ uang_muka dp
asuransi bpjs pensiun gaji_bulanan_ atasan lowongan_kerja wawancara lamaran_kerja melamar_ pengajuan formulir isi_formulir tanda_tangan stempel
fotokopi ijazah akta_kelahiran ktp npwp sim_ stnk mengemudi sopir supir penumpang tempat_parkir parkiran perempatan lampu_merah jembatan_penyeberangan
gang_ kemacetan macet jalan_tol kecelakaan_ nabrak menabrak ditabrak terluka luka-luka tewas korban_ jenazah penyidikan ditangkap tersangka terdakwa
pemadam_kebakaran kebakaran_ kantor_polisi polsek polres polda pengadilan_negeri undang-undang_dasar ruu kabinet_ wakil_presiden anggota_dpr dpr
pemilihan_umum pemilu pilpres pilkada kampanye pemerintah_daerah pemerintah_pusat penduduk warga_negara suku_ warisan_ kebudayaan kesenian
pertunjukan panggung penonton nonton sinetron pelawak_ pemeran_utama sutradara artis fans penggemar acara_tv penelitian hasil_penelitian peneliti
percobaan laboratorium sel penyakit infeksi terinfeksi kuman vaksin imunisasi_ puskesmas klinik operasi_ pasien perawatan obat_batuk
darah_tinggi_ kencing_manis_ kanker stroke sesak_napas sakit_tenggorokan pilek alergi gatal ponsel laptop_ papan_tik mengunduh unduh unggah tautan
peramban kata_sandi masuk_akun pendaftaran penawaran_harga garansi_resmi masa_garansi pengembalian_dana pengembalian_uang uang_tunai tunai_ voucher
poin_ hadiah_ paketnya kurir mas_kurir nomor_resi lacak status_pengiriman stok_kosong kehabisan_stok_ ukuran_baju keliru_ salah_kirim kesalahan
masukan keluhan komplain ajukan_komplain layanan_pelanggan terima_kasih_banyak_ mohon_maaf silakan_hubungi hubungi_kami_ harap_maklum_ diberitahukan
assalamualaikum_ insya_allah alhamdulilah selamat_idul_fitri mohon_maaf_lahir_batin bukber takjil puasa_ lucu ngakak ketawa_ wkwk wkwkwk wkwkwkwk
wk haha_ bego tolol brengsek bangsat anjir anjay jancok kampret sebel kesel bete jengkel emosi_jiwa capeknya bosen enaknya cantiknya_ mahalnya_
lamanya parahnya mantapnya kerennya banyak_orang sendirian berdua bertiga sejuta_ sepuluh_ribu_rupiah berkali-kali ribuan jutaan puluhan ratusan
coba_deh coba_ nyobain terserah terserah_lo biarin biarin_aja masa_sih masak_iya mana_ada_ entahlah_ aduh waduh duh astaga ya_ampun idih ih_ lho
dlm_ kpd_ utk_ krn sbg dgn_ bgt bgtt tp tpi jd jdi aj aja_ lgi lg_ ntar ntr tar skrg_ dr dri klo kalo klu kl gw gua lu loe elo ane agan sis bosku
yg_ mna gmn_ knp_ knapa bs bsa gk gak_ ngga nggak_ kga kagak ora_ tdk blm_ udh sdh sdah lom blom pdhl padahal soalnya_ makanya pokoknya emang mah
dong_ donk deh_ sih_ nih_ tuh_ kan_ ya_kan gitu gini begitu_ begini_ segitu segini sampe nyampe ampe pake_ make buatin bikin_ ngapain ngasih ngambil
nunggu nungguin nyari nyariin ngirim ngirimin ngomongin dikasih dibilang dikirimin dibeliin dibalikin balikin kirimin gantiin bantuin tolongin cobain
`,
}
