import type { MoodWords } from './words.ts'

export const indonesian: MoodWords = {
  bad1: `
    gatal, gak peduli, ga peduli, tidak peduli, vendor lain, tutup akun, apa gak dicek, begini, jangan disuruh, cukup, gak balik,
    telat, lama banget, kecewa, sedih, susah, gak puas, ga puas, tidak puas, ribet, khawatir, gak muncul, ga muncul, belum juga,
    gak ada yang, ga ada yang, capek, keluhan, mengeluh, gak dibales, ga dibales, gak dibalas, tidak dibalas, gimana sih, aneh,
    lambat, nyesel, jelek, buang waktu, percuma, kok gini, gak nyaman, ngga nongol, kapan sih, php, lelet, tolong lah, rusak, pecah, hilang, penyok, basi, mentah, telat, lemot, mahal, kepotong, ketuker, gelap, mati, lelet, nyesel, digetok, bohong, php, jutek, judes, ga niat, keluhan, mengecewakan, kecopetan, dijual ya, waduh, sayang sekali, gagal, error, ga sesuai, gak sesuai, zonk, ngaret, nyangkut, buntung`,
  bad2: `
    parah, marah, kesal, kesel, jengkel, emosi, sebel, gak masuk akal, tidak masuk akal, kasar, kurang ajar, tidak bisa diterima,
    kapok, menyesal, muak, bosan, hilang kesabaran, hilang kepercayaan, sangat kecewa, kecewa berat, kecewa banget, gak beli lagi,
    ga beli lagi, tidak akan membeli, terakhir kali, terakhir saya beli, dipermainkan, janji palsu, janji doang, janji mulu,
    gak becus, ga becus, tidak bertanggung jawab, selamat tinggal, sampah, cukup sudah, toko lain, toko sebelah, pindah toko,
    memalukan, bohong, mengecewakan, buruk, keterlaluan, nyebelin, ngeselin, sialan, ogah`,
  bad3: `
    penipu, penipuan, nipu, menipu, tipu, ditipu, scam, bangsat, anjing, anjir, goblok, tolol, brengsek, paling buruk, terburuk,
    pengacara, tuntut, laporin, lapor polisi, ylki, maling, bajingan, kampret, viralin, viralkan`,
  good1: `
    gampang ternyata, horee, asik, asyik, yeay, baru serah terima, wow, terima kasih, makasih, trims, thanks, bagus, baik, cantik,
    suka, senang, ramah, cepat, puas, keren, nyaman, membantu, sip, oke banget, alhamdulillah, syukur, lucu, mantul, sopan,
    senengnya, seneng, gampang, mudah, lancar, cepet, cepat, kenceng, seru, asik, asyik, hemat, berkat, syukur, alhamdulillah, untungnya, gapapa, gpp, yess, hore, yuhuu, oke juga, cocok, enak, nyaman, ramah, hehe`,
  good2: `
    bagus banget, sangat bagus, terbaik, hebat, gak sabar, ga sabar, nggak sabar, sayang banget, mantap, puas banget, suka banget,
    sangat suka, sangat puas, luar biasa, sempurna, terima kasih banyak, makasih banyak, makasih banget, keren banget, jatuh cinta,
    juara, cakep banget, demen banget, cinta, cakep, mantap, mantul, keren, juara, the best, top, top banget, sip, jempol, bintang 5, bintang lima, recommended, recomended, puas, puas banget, ga nyangka, gak nyangka, nilai plus, jago, kece, cakep, love, suka banget, salut, oke banget, memuaskan, terbantu, sat set, gercep, maaciw, kesayangan, ga pernah kecewa`,
  very: `sangat, banget, sekali, bgt, amat, benar-benar, bener-bener, terlalu, paling, sungguh, beneran`,
  not: `tidak, gak, ga, nggak, ngga, gk, bukan, belum, tdk, kurang, jangan, tak, enggak`,
  again: `
    dua kali, kepotong dua kali, kedua kali, tiga minggu, dua hari nunggu, lagi lagi, lagi-lagi, masih, sekali lagi,
    sudah tiga kali, udah tiga kali, udah 3 kali, sudah dua kali, udah dua kali, udah 3x, sudah 3x, ketiga kalinya, kedua kalinya,
    berkali-kali, berulang, berapa kali, terus-terusan, mulu, melulu, udah seminggu, sudah seminggu, sampai sekarang,
    berapa lama lagi, setiap kali, gitu-gitu aja, belum juga, gak ada kabar, ga ada kabar, tidak ada kabar, nunggu terus,
    bolak-balik, gak muncul, lagi, lagi-lagi, masih, masih belum, dua kali, tiga kali, 2x, 3x, 5x, kesekian, kesekian kali, berkali-kali, berulang, bolak balik, bolak-balik, udah seminggu, sudah seminggu, berhari-hari, sampai kapan, mundur lagi, tiap hari, terus, terus-terusan, muter, dilempar, disuruh nunggu`,
  lost: `
    gak ngerti, ga ngerti, nggak ngerti, tidak mengerti, gak paham, ga paham, kurang paham, bingung, gimana caranya, gimana cara,
    maksudnya apa, maksudnya gimana, tidak tahu cara, gak tau cara, ga tau cara, tidak jelas, gak jelas, ga jelas, pusing,
    kurang jelas, tidak paham, bingung, ga paham, gak paham, ga ngerti, gak ngerti, nggak ngerti, maksudnya, maksudnya apa, itu apa, apa bedanya, yang mana, yg mana, gimana ya, jadi gimana, apa gimana, kok bisa, salah baca, belum paham, masih bingung, dihitung, dipakai yang mana, jadi kehapus gak, kurang jelas, ga jelas, mumet, pusing`,
  mask: `
    cukup untuk, cukup buat, cukup ga, cukup gak, masih masa, kiriman kedua, gak puas, ga puas, tidak puas, masih bisa,
    masih dalam, masih ada, apakah masih, masih boleh, baik-baik, lebih baik, lebih cepat, lama banget ga, bagus ga, bagus gak,
    bagus mana, cepat rusak, perbaiki, diperbaiki, baik yang, cepat habis, bisa cepat, baik kak, nyaman buat, yang nyaman,
    sama sekali, sekali lagi, sekalian`,
  sarcasm: `hebat ya, hebat sekali, terima kasih banyak ya, sangat berkesan, bagus sih, makasih loh, selamat, salut deh, luar biasa ya, keren ya, pinter banget, pintar sekali, tidak bisa disebut, tidak bisa dibilang, katanya, konon, otw dari bulan, lucu, kocak, wow`,
  amount: `minggu, bulan, hari, jam, kali, tahun, menit, 2x, 3x`,
  leave: `tutup akun, hapus akun, cancel, batal, pindah, uninstall, berhenti langganan, refund, bye, ganti provider`,
  harm: `rusak, hilang, salah, belum sampai, belum masuk, ga bisa, gak bisa, tidak bisa, gagal, error, telat, kepotong, dobel, ditolak, mati, putus, kurang, ketuker`,
  request: `tolong, bisa, mau, boleh, gimana cara, berapa, kapan, mana, ada gak, minta, mohon, apakah`,
}
