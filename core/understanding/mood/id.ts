import type { MoodWords } from './words.ts'

export const indonesian: MoodWords = {
  bad1: `
    gatal, gak peduli, ga peduli, tidak peduli, vendor lain, tutup akun, apa gak dicek, begini, jangan disuruh, cukup, gak balik,
    telat, lama banget, kecewa, sedih, susah, gak puas, ga puas, tidak puas, ribet, khawatir, gak muncul, ga muncul, belum juga,
    gak ada yang, ga ada yang, capek, keluhan, mengeluh, gak dibales, ga dibales, gak dibalas, tidak dibalas, gimana sih, aneh,
    lambat, nyesel, jelek, buang waktu, percuma, kok gini, gak nyaman, ngga nongol, kapan sih, php, lelet, tolong lah`,
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
    senengnya, seneng`,
  good2: `
    bagus banget, sangat bagus, terbaik, hebat, gak sabar, ga sabar, nggak sabar, sayang banget, mantap, puas banget, suka banget,
    sangat suka, sangat puas, luar biasa, sempurna, terima kasih banyak, makasih banyak, makasih banget, keren banget, jatuh cinta,
    juara, cakep banget, demen banget, cinta, cakep`,
  very: `sangat, banget, sekali, bgt, amat, benar-benar, bener-bener, terlalu, paling, sungguh, beneran`,
  not: `tidak, gak, ga, nggak, ngga, gk, bukan, belum, tdk, kurang, jangan, tak, enggak`,
  again: `
    dua kali, kepotong dua kali, kedua kali, tiga minggu, dua hari nunggu, lagi lagi, lagi-lagi, masih, sekali lagi,
    sudah tiga kali, udah tiga kali, udah 3 kali, sudah dua kali, udah dua kali, udah 3x, sudah 3x, ketiga kalinya, kedua kalinya,
    berkali-kali, berulang, berapa kali, terus-terusan, mulu, melulu, udah seminggu, sudah seminggu, sampai sekarang,
    berapa lama lagi, setiap kali, gitu-gitu aja, belum juga, gak ada kabar, ga ada kabar, tidak ada kabar, nunggu terus,
    bolak-balik, gak muncul`,
  lost: `
    gak ngerti, ga ngerti, nggak ngerti, tidak mengerti, gak paham, ga paham, kurang paham, bingung, gimana caranya, gimana cara,
    maksudnya apa, maksudnya gimana, tidak tahu cara, gak tau cara, ga tau cara, tidak jelas, gak jelas, ga jelas, pusing,
    kurang jelas, tidak paham`,
  mask: `
    cukup untuk, cukup buat, cukup ga, cukup gak, masih masa, kiriman kedua, gak puas, ga puas, tidak puas, masih bisa,
    masih dalam, masih ada, apakah masih, masih boleh, baik-baik, lebih baik, lebih cepat, lama banget ga, bagus ga, bagus gak,
    bagus mana, cepat rusak, perbaiki, diperbaiki, baik yang, cepat habis, bisa cepat, baik kak, nyaman buat, yang nyaman,
    sama sekali, sekali lagi, sekalian`,
}
