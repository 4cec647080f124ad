import type { MoodWords } from './words.ts'

export const malay: MoodWords = {
  bad1: `
    tak kisah, gatal, terburai, jangan caj, tutup akaun, tak periksa, macam ni ke, sort out, takkanlah, lambat, lewat, kecewa,
    sedih, susah, tak puas hati, tidak puas hati, rimas, risau, tak muncul, tak sampai sampai, belum juga, takde sorang,
    tiada siapa, penat, aduan, mengadu, tak layan, tak jawab, tak balas, apa cerita, apa ni, hampa, leceh, pelik, takkan, senget,
    alahai, tak reply, tak ada respons, sampai bila, xreply, jual mahal, buang masa, letih, tak selesa, tolong la, tolonglah, tak puas hati, rosak, pecah, hilang, tipu, caj, kena caj, mahal gila, lembap, hangit, basi, tertumpah, remuk, calar, tak sampai, tak dapat, tak fungsi, takde signal, down, putus, hampa, kurang seronok, menyampah, geram, malas, leceh, kecewa, buat hal, tak berapa`,
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
    ramah, cepat, puas hati, thanks, selesa, lawa, membantu, mesra, hargai, alhamdulillah, syukur, tahniah, comel, takpe, takde hal, takpa, takpela, masih panas, alhamdulillah, syukur, mudah, senang, cepat, laju, selesa, recommend, sayang korang, percaya, sihat, tenang, jimat`,
  good2: `
    sangat bagus, terbaik, hebat, tak sabar, sayang, mantap, cun, puas hati sangat, terima kasih banyak,
    terima kasih banyak-banyak, suka sangat, sangat suka, seronok, power, cantik sangat, sangat cantik, memang best, jatuh cinta,
    sempurna, luar biasa, teruja, padu, terbaik, tip top, mantap, power, padu, gempak, 5 bintang, bagi 5 bintang, tak rugi, berbaloi, tak pernah mengecewakan, bravo, thumbs up, sedap gila, puas hati, sangat puas hati, tabik, tabik spring, superb, tqvm, no question asked, kemas, cun, cantik sangat, tak ada apa nak komplen, vip, good job`,
  very: `sangat, amat, sungguh, betul2, memang, terlalu, gila, banget, betul-betul, paling, punya`,
  not: `tak, tidak, bukan, x, belum, tiada, takde, kurang, jangan, xde`,
  again: `
    kali kedua, dua kali, dah tiga minggu, dua kali untuk, dah dua hari, lagi sekali, masih, sekali lagi, dah tiga kali,
    dah dua kali, dah 3 kali, dah 2 kali, kali ketiga, berkali-kali, banyak kali, berapa kali, asyik, dah seminggu, dah dua minggu,
    dah berminggu, sampai sekarang, berapa lama lagi, setiap kali, tak sudah-sudah, balik balik, belum juga, dah lama, tunggu lama,
    takde respon, tak muncul, ulang, masih, still, lagi sekali, lagi-lagi, kali kedua, kali ketiga, kali keempat, dua kali, tiga kali, dah banyak kali, berkali-kali, berapa kali, sampai bila, dah seminggu, dah sebulan, dah lama, tiap kali, setiap kali, hari-hari, ulang, pusing-pusing, tunggu, dah 2 minggu, dah 3 hari`,
  lost: `
    tak faham, tidak faham, x faham, xfaham, keliru, macam mana, mcm mana, camne nak, bingung, tak tahu macam mana, tak tau nak,
    kurang faham, pening, apa maksud, tak pasti, blur, tak jelas, confuse, tak faham, x faham, kurang pasti, pening, keliru, confuse, confius, maksudnya apa, maknanya apa, apa semua tu, tu apa, apa bezanya, yang mana satu, mana satu, macam mana, betul ke, ke belum, tak tahu, tak pasti, blur, sesat, yang mana, jadi macam mana`,
  mask: `
    hantaran kali kedua, tempah kali kedua, tak puas hati, tidak puas hati, terima kasih dah panggil, baik pulih, dibaiki,
    suka hati, boleh baiki, masih boleh, masih dalam, masih ada, adakah masih, baik-baik, tq in advance, lewat petang, lewat malam,
    best tak, cepat sikit, cepat rosak, lebih cepat, lebih baik, mana lebih baik, bagus tak, yang baik, mana bagus`,
  sarcasm: `terima kasih untuk tiada, hebat betul, pandai betul, tahniah, wah terima kasih, bagus sangat, canggih sangat, syabas, tapi takpe, konon, kononnya, memang terbaik, nak hilang customer, kelakar`,
  amount: `minggu, bulan, hari, jam, kali, tahun, minit`,
  leave: `tutup akaun, cancel, batal, pindah, tukar ke, port out, bye, selamat tinggal, refund, berhenti langgan`,
  harm: `rosak, pecah, hilang, salah, tak sampai, tak boleh, gagal, error, lambat, lewat, double, dua kali, tak masuk, kena tolak, kena curi`,
  request: `tolong, boleh, nak, macam mana nak, berapa, bila, mana, ada tak, minta, mohon`,
}
