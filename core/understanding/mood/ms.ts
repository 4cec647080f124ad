import type { MoodWords } from './words.ts'

export const malay: MoodWords = {
  bad1: `
    tak kisah, gatal, terburai, jangan caj, tutup akaun, tak periksa, macam ni ke, sort out, takkanlah, lambat, lewat, kecewa,
    sedih, susah, tak puas hati, tidak puas hati, rimas, risau, tak muncul, tak sampai sampai, belum juga, takde sorang,
    tiada siapa, penat, aduan, mengadu, tak layan, tak jawab, tak balas, apa cerita, apa ni, hampa, leceh, pelik, takkan, senget,
    alahai, tak reply, tak ada respons, sampai bila, xreply, jual mahal, buang masa, letih, tak selesa, tolong la, tolonglah`,
  bad2: `
    teruk, marah, geram, bengang, sakit hati, mengarut, menyampah, bodoh, tak masuk akal, biadap, kurang ajar, tak boleh terima,
    tidak boleh diterima, serik, menyesal, muak, bosan, hilang sabar, hilang kepercayaan, amat kecewa, sangat kecewa,
    tak beli lagi, tidak akan membeli, last saya beli, main-main, main main, mempermainkan, janji kosong, tak bertanggungjawab,
    selamat tinggal, kali terakhir, sampah, cukup la, cukuplah, kedai lain, memalukan, bohong, menghampakan, janji je,
    mintak maaf je`,
  bad3: `
    penipu, tipu, menipu, scam, scammer, celaka, sial, babi, paling teruk, peguam, saman, mahkamah, tribunal, bangang, palat,
    pencuri, curi duit, viralkan, kpdn`,
  good1: `
    cantiknya, bestnya, yeay, yay, baru dapat kunci, wow, syoknya, terima kasih, tq, bagus, baik, cantik, best, suka, gembira,
    ramah, cepat, puas hati, thanks, selesa, lawa, membantu, mesra, hargai, alhamdulillah, syukur, tahniah, comel`,
  good2: `
    sangat bagus, terbaik, hebat, tak sabar, sayang, mantap, cun, puas hati sangat, terima kasih banyak,
    terima kasih banyak-banyak, suka sangat, sangat suka, seronok, power, cantik sangat, sangat cantik, memang best, jatuh cinta,
    sempurna, luar biasa, teruja, padu`,
  very: `sangat, amat, sungguh, betul2, memang, terlalu, gila, banget, betul-betul, paling, punya`,
  not: `tak, tidak, bukan, x, belum, tiada, takde, kurang, jangan, xde`,
  again: `
    kali kedua, dua kali, dah tiga minggu, dua kali untuk, dah dua hari, lagi sekali, masih, sekali lagi, dah tiga kali,
    dah dua kali, dah 3 kali, dah 2 kali, kali ketiga, berkali-kali, banyak kali, berapa kali, asyik, dah seminggu, dah dua minggu,
    dah berminggu, sampai sekarang, berapa lama lagi, setiap kali, tak sudah-sudah, balik balik, belum juga, dah lama, tunggu lama,
    takde respon, tak muncul, ulang`,
  lost: `
    tak faham, tidak faham, x faham, xfaham, keliru, macam mana, mcm mana, camne nak, bingung, tak tahu macam mana, tak tau nak,
    kurang faham, pening, apa maksud, tak pasti, blur, tak jelas, confuse`,
  mask: `
    hantaran kali kedua, tempah kali kedua, tak puas hati, tidak puas hati, terima kasih dah panggil, baik pulih, dibaiki,
    suka hati, boleh baiki, masih boleh, masih dalam, masih ada, adakah masih, baik-baik, tq in advance, lewat petang, lewat malam,
    best tak, cepat sikit, cepat rosak, lebih cepat, lebih baik, mana lebih baik, bagus tak, yang baik, mana bagus`,
}
