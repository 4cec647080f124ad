/**
 * What gives a Latin-written language away. `words`: function words of service talk, short forms of chat included.
 * `pieces`: character sequences, `_` is a word border. Weights are log-odds by hand: 1 hint, 2 clear, 3 decisive.
 */
export interface LanguageSigns {
  words: Readonly<Record<1 | 2 | 3, string>>
  pieces: Readonly<Record<string, number>>
}

export const languageSigns: Readonly<Record<'en' | 'ms' | 'id' | 'et' | 'other', LanguageSigns>> = {
  en: {
    words: {
      3: `
        damaged attached photos payment failed good morning afternoon evening helloo heyy yes the and with what when where how why
        which would could should your you my this that have has was were are been will from about because please thanks hello does
        did doesnt didnt dont cant wont isnt its im ive youre they their there these those into than then just want need get got
        still order delivery`,
      2: `
        of to is it for on at by we our us his her she he him can not if or but so be do as any some all who whats hi hey thank
        sorry help money back number day days week weeks yesterday today tomorrow never again too much many long late wrong broken
        missing item items parcel size price cost shipping card address return refund cancel change account password human real
        person people speak talk someone anyone working pls plz thx u ur`,
      1: 'a an i me no yes in out up off new old one two was open close ok okay more less also now',
    },
    pieces: { _th: 0.6, ing_: 0.8, tion: 0.6, _wh: 0.7, ould: 0.8, ed_: 0.3, ght: 0.9, ly_: 0.3, _y: 0.1, ck: 0.3, ee: 0, ow_: 0.3, _sh: 0.3 },
  },
  ms: {
    words: {
      3: `
        nak nk tak awak kerana wang telefon boleh bilakah korang macam mcm camne kenapa mahu anda tiada takde xde kat pejabat
        invois diskaun waranti kereta pun jugak lah je jer dgn ngan sangat tuan puan encik cik pukul ejen pegawai staf bercakap
        cakap ckp hantar penghantaran pulangkan bayaran sebab bagaimanakah adakah berapakah dapatkah bila takpe xboleh xnak xdpt
        hendak kepada pasal daripada kelmarin semalam esok petang saiz kualiti kerosakan rosak tilam almari kerusi baucar kedai
        tolonglah tq terima kasih syarikat sahaja tawaran jenama pakej tempah tempahan tukar batalkan skru diterima ni tu sy dah
        cawangan setiap beza perabot betul assalamualaikum salam beritahu balik lambat sikit pasang pasangkan barang laluan akaun
        emel masalah muat turun bolehkah mana-mana waranty warna kelabu duit`,
      2: `
        saya kami kita ini itu yang yg untuk utk dan atau dalam dari ke di ada adalah sudah belum akan telah dengan tidak bukan
        lagi sampai mana apa siapa berapa brp bagaimana tolong minta order hari minggu bulan tahun orang org sekarang skrg baru
        semua hitam putih meja sofa cara alamat nombor nama`,
      1: 'x ya hai hi la kan bole bg bagi sama dua tiga satu',
    },
    pieces: { _me: 0.3, kan_: 0.6, nya_: 0.4, _pe: 0.3, _ber: 0.6, ng_: 0.3, _ter: 0.3, an_: 0.2, _di: 0.2, kah_: 0.7, _x: 0.3, ah_: 0.3, ai_: 0.2, _ny: 0.4 },
  },
  id: {
    words: {
      3: `
        bisa gak ga nggak ngga gk enggak gimana gmn kenapa mau pengen pengin aja karena uang telepon telpon kapan banget dong sih
        deh kok nih loh kak kakak gan mas mbak kalian kamu lu gue gw aku udah udh belom kayak kyk bikin nyampe kirim dikirim
        pengiriman ongkir rusak lemari kursi kasur faktur garansi diskon kantor mobil kemarin kmrn besok siang sore ukuran
        kualitas toko makasih perusahaan hanya merek paket pesan pesanan ganti batalin batalkan sekrup bicara ngomong mohon
        bisakah apakah bagaimana cuma tadi doang blm tdk tidak krn sm dgn lagi bayar pembayaran rekening nomor silakan permisi
        halo kembalikan mengembalikan dikembalikan baru masuk akun email selamat barangnya pesanannya uangnya trus terus emang bgt
        ini itu anda saja wa rakit dirakit butuh abu-abu cabang setiap beda furnitur dapet dapat nya punya pakai pake kata ketemu
        beli jual jualan tanya nanya dua hari`,
      2: `
        saya kami kita yang yg untuk utk buat dan atau dalam dari ke di ada adalah sudah akan telah dengan bukan sampai mana apa
        siapa berapa brp tolong minta order hari minggu bulan tahun orang org sekarang skrg semua hitam putih meja sofa cara
        alamat nama barang terima kasih balik warna refund`,
      1: 'ya iya hai hi lah kan sama tiga satu',
    },
    pieces: { _me: 0.3, kan_: 0.6, nya_: 0.6, _pe: 0.3, _ber: 0.6, ng_: 0.3, _ter: 0.3, an_: 0.2, _di: 0.3, kah_: 0.6, _ng: 0.7, in_: 0.3, si_: 0.4, ah_: 0.3, _ny: 0.6 },
  },
  et: {
    words: {
      3: `
        karbis polnud karp karpi kapi riiul riiulit tühistage tooge leidsin odavamalt unustasin lisada saabus fotod lisas
        sooviksin lauda vaja detaili sain ainult kassas kogu aeg viga arvet aidake valida ootame pakkumist parooli tervist olemas
        tellimusest laps juhend parem tööle koju ja ei on see mis kus kas kui kuidas millal miks minu teie oma aga või ning mul
        meil teil sul palun tere aitäh aitah tänan saab saan saaks tahan tahaks soovin soovib oleks pole olen oli mida kes kellele
        juba veel ikka nüüd nuud siis siin seal väga vaga raha tellimus tellimuse tellimust tellida tarne pakk kuller arve toode
        toote katki vale puudu tagasi tagastada muuta vahetada tühistada tuhistada homme eile täna tana päeva paeva nädal nadal
        kiri mulle meile ma me te sa ta nad mu su et ka ju nii nagu ole ära ara üks kaks kolm inimene inimesega rääkida raakida
        hind palju kaua lahti kinni pood salong diivan laud tool kapp voodi madrats makse maksin konto parool kood allahindlus
        garantii ostsin saatke andke jah hommikust päevast õhtust kurat`,
      2: `
        ega vist küll kull pärast parast enne peale ilma kohta järgi mingi mõni iga kõik koik uus vana suur väike firma telefon
        number aadress kohe kiiresti tsau hei`,
      1: 'no halo kg tk',
    },
    pieces: { ä: 0.8, ö: 0.6, õ: 1.6, ü: 0.8, aa: 0.5, ee: 0.3, ii: 0.6, uu: 0.6, _ta: 0.2, se_: 0.3, st_: 0.3, sse: 0.3, ks_: 0.6, tud_: 0.7, mine_: 0.8, le_: 0.2, da_: 0.4, ga_: 0.3, õi: 1, äe: 1, üü: 0.8, tse: 0.6, ud_: 0.3, ust_: 0.6, ei_: 0.3, ole: 0.3, sin_: 0.7, tage_: 1.2, mise: 0.8, nud: 0.7, kk: 0.6, õõ: 1, isoodustus: 2, oodustus: 1.2, _tü: 1, ame_: 0.4, puudu: 1, use_: 0.3 },
  },
  // Not spoken by the product, but to be told apart from the six; a little of the neighbours and of the large ones.
  other: {
    words: {
      3: `
        el los las una por para que pero donde cuando como está estoy gracias hola pedido quiero necesito der die das und nicht
        ich ist mein meine wo wie bitte danke für mit auf eine einen habe haben wird wurde bestellung le les des une je vous nous
        pas est où mon ma commande bonjour merci avec pour dans het een niet mijn waar bestelling ik heb naar bedankt hyvää kiitos
        missä tilaus minun olen haluan ja onko mutta joka hur var inte jag och är att det på tack beställning o os uma não meu
        onde obrigado você estou encomenda il gli che non sono dove mio ordine grazie ciao della không tôi của là bạn cho đơn hàng
        và có được kumusta ang mga ko po saan nasaan salamat hindi ako naman paano gusto nie jest moje gdzie zamówienie proszę
        dziękuję mans kur pasūtījums lūdzu paldies mano užsakymas prašau ačiū jsem není objednávka prosím siparişim nerede
        teşekkür bir ve için değil nem hol rendelésem köszönöm vill kommer ett min mitt hvor ikke jeg bestilling takk tak unde
        este comanda mea mulțumesc ngayon na ng sa kelan kailan huwag yung porque mi tu su del al se lo estan dinero cuanto`,
      2: `
        de en la un et si ne du au es con sin muy mas sehr aber auch noch oder wenn voor van te op zijn wat kan som til med av fra
        em do da com mais per di piu ma anche`,
      1: '',
    },
    pieces: { ñ: 2, ß: 2, ç: 1.2, å: 1.2, æ: 2, ø: 2, ł: 2, ę: 2, ą: 1.5, ř: 2, ě: 2, ő: 2, ű: 2, ı: 2, ş: 1.6, ğ: 2, đ: 2, ơ: 2, ư: 2, ả: 2, ạ: 2, ộ: 2, ế: 2, ệ: 2, '¿': 2, '¡': 2, ção: 2, ción: 2, sch: 0.8, eux: 1, ij: 0.6, ā: 1.6, ē: 1.6, ī: 1.6, ķ: 2, ļ: 2, ė: 2, ų: 2, ș: 2, ț: 2, ich_: 0.8, _qu: 0.5, oo: 0 },
  },
}

/** What Malay and Indonesian share: it tells them from the others, not from each other. */
export const malayAndIndonesian =
  `
        saya kami kita anda ini itu bayar baru masuk email lagi dua tiga satu hari minggu bulan tahun selamat pagi siang hai
        pesanan order refund kembali tolong mohon cara bagaimana apakah apa berapa brp mana siapa untuk utk dengan adalah akan
        telah sudah belum dan atau dalam yang yg dari di ke ada tidak bukan sampai minta orang org sekarang skrg semua hitam putih
        meja sofa alamat nama balik warna barang terima kasih beli lampu rak tambah tutup buka rumah anak bank saja lama pakai
        sebelum sama kata jual tanya kain lepas maaf bilik pelanggan mencari besar kecil cukup untung retak janji gagal tinggi
        elektrik perlu pindah kenapa duit kaki ganti harga sangat banyak empat kerja ditolak`

/** Words that one of Malay and Indonesian has and the other has not; decisive between the two and weighed double. */
export const malayOrIndonesian: Readonly<Record<'ms' | 'id', string>> = {
  ms: `
        awak tak nak nk boleh wang telefon kerana bila bilakah korang macam mcm pejabat invois diskaun waranti dgn ngan je jer kat
        ni tu sy dah rosak almari kerusi tilam kedai syarikat sahaja guna caj kad kod jaminan tuntutan lif kecik mengapa helo
        memulangkan dipulangkan menukar e-mel peribadi cadangan ringkas baki kaedah bukak asyik raya sejahtera soalan xleh daftar
        bagi tengok berapakah perlukah sedia bahagian nombor fpx murah kos jumaat khamis ahad isnin masa sebut membuka memerlukan
        dihantar menyusahkan woi patah tekan depan saiz kualiti semalam petang pukul tiada takde xde xnak hantar hantarkan pegawai
        ejen staf cakap ckp bercakap sebab akaun emel tempahan skru tukar pulangkan duit pun pula pulak jugak`,
  id: `
        bisa mau uang kode kartu katanya pesen tp cocok aman awet retur tagih dudukan hapus pribadi berbelanja merasa layanan
        nyoba ancur pikiran terbuat utuh valid pas buat dikirim dianter diantar kabelnya panjangnya dimana dmn posisi jadwal rabu
        kamis jumat senin abis furnitur nota voucher belanja kapok tanggal tes met saus sarung cuci natal sederhana saran kamar
        lihat qris bohong pengantin ongkos rekening halo bagusan telepon telpon karena kapan kalian kayak kantor faktur diskon
        garansi aja gak ga nggak nih rusak lemari kursi kasur toko perusahaan hanya ukuran kualitas kemarin sore jam kirim
        kirimkan petugas karyawan ngomong bicara soalnya akun pesanan sekrup ganti kembalikan dong kok sih deh udah banget aku gue
        kamu`,
}
