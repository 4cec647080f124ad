import type { Words } from './phrases/lexicon.ts'

/**
 * What is said in a conversation without naming any matter, by language. `unhelped` the answer was of no use · `waiting` they lose
 * patience · `thanks` and farewells · `hello` who has not begun yet · `no` that alone · `nod` yes, understood · `about` the words
 * around a number that was asked for · `filler` carries nothing. Weeks are none of these: who has waited for weeks waits for something
 * else than an answer.
 */
export const asideWords: readonly Words[] = [
  {
    unhelped: `
      what, huh, pardon, why, did not help, didnt help, doesnt help, does not help, not helping, that was no help, no help, not helpful, unhelpful,
      useless, not it, thats not it, not what i asked, not what i meant, not what i want, not what i need, not my question, wrong answer,
      doesnt answer, does not answer, didnt answer, not answering my question, already told you, i told you, told you already, told you that,
      just told you, i said that, already said, as i said, like i said, i already did, already tried that, tried that, i already tried,
      you dont understand, you do not understand, dont get it, you misunderstood, misunderstood, dont understand, do not understand,
      what do you mean, makes no sense, doesnt make sense, read above, see above, read my message`,
    waiting: `
      waiting, still waiting, been waiting, waited, hurry, hurry up, quickly, quick, asap, faster, how much longer, are you there,
      are you still there, you there, u there, still there, still here, anyone there, anybody there, is anyone there, is anybody there,
      is this working, no answer, no reply, no response, no one answers, nobody answers, nobody replies, answer me, answer please, please answer,
      please reply, reply please, please respond, respond, come on, so slow, taking so long, takes so long, this is taking forever, taking forever`,
    thanks: `
      ok settled, settled, settled already, no more questions, god bless, good night, cya, tks, ta, ta ra, most helpful, exactly what i needed,
      have a great weekend, have a great day, forget it, thanks, thank you, thank u, thankyou, thx, ty, tysm, cheers, much appreciated,
      appreciate it, appreciated, grateful, bye, goodbye, good bye, see you, have a nice day, have a good day, have a good one, great, perfect,
      awesome, wonderful, brilliant, lovely, cool, nice, thats all, that was all, that is all, all good, sorted, solved, that helped, that helps,
      it helped, very helpful, helpful`,
    hello: `
      hello, hellooo, hellooo hello, helloo, hey, heyy, heya, hi, hii, hiya, yo, greetings, good morning, morning, good afternoon, afternoon,
      good evening, evening, good day, good night, howdy, namaste, dear customer service, dear team, dear support, happy new year,
      i have a question, have a question, got a question, quick question, can i ask something, can i ask you something, can i ask a question,
      may i ask, can you help me, could you help me, can you help, i need help, i need some help, need help, i hope you can help me,
      hope you can help, is this chat working, is the chat working, test, testing, me again, its me again`,
    no: `no, nope, nah, no no, nothing`,
    nod: `
      ok, okay, okey, okk, k, kk, alright, all right, fine, good, sure, yes, yep, yeah, yup, ya, correct, right, exactly, got it, i see,
      understood, makes sense, sounds good, will do, noted, wait, one moment, one sec, just a sec, a second, a moment, hold on, hang on, brb,
      let me check, let me look, ill check, ill wait, i will wait, i can wait, no problem, no worries, never mind, nevermind, sorry, hmm, oh,
      really, seriously, wow, lol, please, whatever, maybe, not sure, dont know, i dont know, idk`,
    about: `order, number, email, mail, address, phone, code, reference, ref, no, nr, name, id, account`,
    filler: `
      i, im, ive, am, you, your, youre, u, we, me, my, it, its, is, was, that, thats, this, these, the, a, an, to, for, of, in, on, at, and, but,
      so, well, just, very, much, too, then, now, here, there, all, have, has, had, be, been, do, did, does, for your help, your help, help,
      the help, time, your time, minutes, minute, mins, min, hours, hour, seconds, long, ages, sir, madam, maam, mate, guys, team, again, yet,
      still, already, ah, um, uh, with, by, or, if, one, answer, message, reply, chat, line, lot, so much, a lot`,
  },
  {
    unhelped: `
      apa, kenapa, hah, lah kok, tak membantu, tidak membantu, tak tolong pun, bukan itu, bukan tu, bukan begitu, bukan itu maksud saya,
      bukan itu yang saya tanya, bukan ini yang saya tanya, lain yang saya tanya, lain ditanya lain dijawab, saya tanya lain, salah jawapan,
      tak jawab soalan, dah cakap, sudah cakap, saya dah cakap, kan saya dah cakap, saya dah bagitahu, dah bagitau, dah beritahu, saya dah cuba,
      dah cuba, sudah cuba, tak faham, tidak faham, awak tak faham, apa maksud, apa maksud awak, maksud awak apa, tengok atas, baca atas,
      tak berguna, gak membantu, nggak membantu, ga membantu, bukan itu yang saya tanyakan, bukan itu pertanyaan saya, jawabannya salah,
      salah jawab, tidak menjawab, gak nyambung, ga nyambung, tidak nyambung, sudah saya bilang, kan sudah saya bilang, tadi sudah bilang,
      udah bilang, sudah bilang, sudah saya coba, udah dicoba, sudah dicoba, anda tidak mengerti, tidak mengerti, gak ngerti, ga ngerti,
      nggak ngerti, maksudnya apa, maksudnya, apa maksudnya, baca di atas, lihat di atas, tidak berguna`,
    waiting: `
      masih tunggu, masih menunggu, tengah tunggu, tengah menunggu, tunggu lama, lama tunggu, dah lama tunggu, menunggu, cepat, cepatlah,
      cepat sikit, masih ada, masih ada di sana, awak masih ada, kau masih ada, ada di sana, kenapa tak jawab, kenapa tak balas, tak jawab,
      tak balas, tiada jawapan, tolong jawab, tolong balas, jawablah, balaslah, lambat, lambatnya, lambat sangat, masih nunggu, nunggu, nungguin,
      nunggu nih, sudah lama menunggu, udah lama nunggu, nunggu lama, cepetan, cepatan, buruan, tolong cepat, masih di sana, masih disana,
      kok tidak dibalas, kok gak dibalas, gak dibalas, ga dibalas, tidak dibalas, belum dibalas, kok lama, lama banget, lama sekali, lamanya,
      tolong dibalas, tolong dijawab, balas dong, jawab dong, dibalas dong, tidak ada jawaban, gak ada jawaban, lelet`,
    thanks: `
      mekasih, suwun, matur nuwun, hatur nuhun, tengkyu, tks, memang membantu, semoga sukses, semoga dipermudahkan, udah cukup, sudah cukup,
      tidak ada pertanyaan, sudah tidak ada pertanyaan, ok dah, lega, selamat malam, terima kasih, terimakasih, terima kaseh, trimas, tq, tqvm,
      tqsm, timakasih, jumpa lagi, selamat tinggal, bye, babai, itu sahaja, itu saja, dah selesai, sudah selesai, sangat membantu, membantu sangat,
      bagus, mantap, terbaik, makasih, makasi, mksh, trims, thanks, thx, thank you, terima kasih banyak, sampai jumpa, dadah, sip, siip, mantul,
      udah itu aja, itu aja, sudah beres, beres`,
    hello: `
      helo, hello, helloo, hai, hi, hey, hye, salam, assalamualaikum, salam sejahtera, selamat sejahtera, selamat pagi, selamat siang,
      selamat sore, selamat petang, selamat malam, selamat tengah hari, selamat, pagi, siang, sore, petang, malam, malem, met pagi, met siang,
      met sore, met malam, slmt pagi, slmt petang, slm, apa khabar, apa kabar, halo, hallo, haloo, permisi, punten, p, yo, test, tes, nak tanya,
      nak tanya sikit, nak tanya boleh, boleh tanya, saya nak tanya, ada soalan, saya ada soalan, boleh bantu saya, boleh bantu, boleh tolong saya,
      tolong saya, mau nanya, mau nanya dong, mau tanya, saya mau tanya, saya mau bertanya, mau bertanya, boleh nanya, ingin bertanya,
      bisa bantu saya, bisa bantu, butuh bantuan, perlu bantuan, saya perlu bantuan`,
    no: `tak, tidak, takde, bukan, nggak, gak, ga, ngga, enggak, kagak`,
    nod: `
      ok, okay, oke, okey, okeh, baik, baiklah, ya, iya, iyaa, yup, yes, betul, betul tu, benar, tepat, tak pasti, faham, saya faham, tunggu,
      sekejap, sekejap ya, tunggu sekejap, kejap, jap, tak apa, tak mengapa, takpe, xpe, maaf, sorry, oh, hmm, entah, entahlah, tak tahu,
      tidak tahu, gak tau, ga tau, paham, mengerti, saya mengerti, sudah mengerti, sebentar, bentar, bentar ya, tunggu sebentar, gapapa, gpp,
      tidak apa apa, tidak masalah, siap, tolong, mohon, serius, beneran`,
    about: `nombor, nomor, no, pesanan, emel, email, alamat, telefon, telepon, hp, kod, kode, rujukan, nama, akaun, akun, order`,
    filler: `
      saya, aku, sy, tanya, tanyakan, gue, gw, awak, anda, kamu, kau, kami, ini, itu, tu, ni, nih, tuh, dah, sudah, udah, lah, la, ke, kah, kan, pun, je, jer,
      sahaja, saja, aja, doang, sangat, banyak, sekali, banget, bgt, lagi, masih, juga, dong, deh, sih, kok, ya, yg, yang, di, dari, untuk, atas,
      bantuan, bantuannya, bantuan awak, bantuan anda, pertolongan, encik, cik, puan, pak, bu, kak, kakak, mas, mbak, min, bro, sis, tadi, sini,
      sana, situ, lama, minit, menit, jam, sejam, sikit, dulu, nak, mau, dan, tapi, jadi, kalau, semua, ada, jawapan, jawaban, balasan`,
  },
  {
    unhelped: `
      อะไรนะ, ห๊ะ, ไม่ช่วยเลย, ไม่ได้ช่วย, ไม่ได้ช่วยอะไร, ช่วยอะไรไม่ได้, ไม่มีประโยชน์, ไม่ตรงคำถาม, ไม่ตรง, ตอบไม่ตรง,
      ตอบไม่ตรงคำถาม, ไม่ใช่แบบนั้น, ไม่ใช่แบบนี้, ไม่ใช่เรื่องนี้, ไม่ใช่เรื่องนั้น, ไม่ได้ถามเรื่องนี้, ไม่ได้ถามแบบนี้, ไม่ได้ถามอันนี้,
      ไม่ได้หมายความแบบนั้น, ไม่ใช่ที่ถาม, คนละเรื่อง, บอกไปแล้ว, บอกแล้ว, ก็บอกแล้วไง, บอกไปหลายรอบแล้ว, พิมพ์ไปแล้ว, แจ้งไปแล้ว, ลองแล้ว,
      ลองไปแล้ว, ทำแล้ว, ไม่เข้าใจ, ไม่รู้เรื่อง, งง, งงมาก, หมายความว่าไง, หมายความว่าอะไร, หมายถึงอะไร, แปลว่าอะไร, อ่านข้างบน`,
    waiting: `
      รอ, ยังรอ, ยังรออยู่, รออยู่, กำลังรอ, รอนาน, รอนานแล้ว, รอนานมาก, รอมานาน, รอตั้งนาน, รอเป็นชั่วโมง, อีกนานไหม, อีกนานมั้ย, อีกนานไหมคะ,
      รีบ, รีบหน่อย, เร็วหน่อย, เร็วๆ, เร็ว ๆ, เร็วๆหน่อย, ขอด่วน, ด่วน, ด่วนๆ, ยังอยู่ไหม, ยังอยู่มั้ย, อยู่ไหม, อยู่มั้ย, อยู่ป่าว, มีใครอยู่ไหม,
      มีใครอยู่มั้ย, ตอบหน่อย, ตอบด้วย, ช่วยตอบ, ช่วยตอบด้วย, ตอบที, ไม่ตอบ, ไม่ตอบเลย, ไม่เห็นตอบ, ทำไมไม่ตอบ, เงียบ, เงียบเลย, เงียบหาย, ช้า,
      ช้ามาก, ช้าจัง`,
    thanks: `
      ไม่มีอะไรแล้ว, ขอให้เจริญ, ขอบพระคุณเป็นอย่างสูง, เลิศ, ฝันดี, ไว้คุยกันใหม่, จบการสนทนา, ได้แล้ว, ขอบคุณ, ขอบคุน, ขอบพระคุณ, ขอบใจ,
      แต๊งกิ้ว, แท้งกิ้ว, ลาก่อน, บาย, บ๊ายบาย, ไว้เจอกัน, แค่นี้, เท่านี้, หมดแล้ว, ไม่มีแล้ว, เรียบร้อยแล้ว, เรียบร้อย, ดีมาก, เยี่ยม, เยี่ยมเลย,
      สุดยอด, ช่วยได้มาก, ช่วยได้เยอะ`,
    hello: `
      สวัสดี, หวัดดี, ดีจ้า, ดีค่า, ดีคับ, ดีครับ, ดีค่ะ, ฮัลโหล, ฮาโหล, ฮัลโล, เฮลโล, ทัก, สวัสดีตอนเช้า, สวัสดีตอนบ่าย, สวัสดีตอนเย็น,
      อรุณสวัสดิ์, สอบถาม, ขอสอบถาม, สอบถามหน่อย, รบกวน, รบกวนหน่อย, รบกวนสอบถาม, ขอถาม, ขอถามหน่อย, ถามหน่อย, มีคำถาม, มีเรื่องถาม, มีเรื่องจะถาม,
      มีเรื่องสอบถาม, ขอความช่วยเหลือ, ช่วยหน่อย, เทส, ทดสอบ`,
    no: `ไม่, ไม่ใช่, ไม่มี, เปล่า, ไม่ได้`,
    nod: `
      โอเค, โอเช, โอเคร, เค, ได้, ได้เลย, ใช่, ใช่แล้ว, ใช่เลย, ถูกต้อง, ถูก, เข้าใจ, เข้าใจแล้ว, รับทราบ, ทราบแล้ว, ทราบ, อ๋อ, อ้อ, อืม, อือ, เออ,
      สักครู่, รอสักครู่, แป๊บ, แป๊บนึง, รอแป๊บ, รอแป๊บนึง, ขอเวลาแป๊บ, เดี๋ยว, ไม่เป็นไร, ไม่เป็นไรค่ะ, ขอโทษ, โทษที, โทษทีนะ, ไม่แน่ใจ, ไม่รู้,
      ไม่ทราบ, จริงเหรอ, จริงดิ, ตกลง, ก็ได้, ดี`,
    about: `เลขที่, หมายเลข, เลข, ออเดอร์, คำสั่งซื้อ, อีเมล, เมล, เบอร์, โทรศัพท์, โทร, ที่อยู่, ชื่อ, รหัส, บัญชี`,
    filler: `
      ครับ, ครับผม, อะไร, ค่า, ค้า, คร้าบบ, คับ, ค้าบ, คร้าบ, คัฟ, ค่ะ, คะ, คร่ะ, จ้า, จ้ะ, จ๊ะ, จร้า, ฮะ, นะ, น้า, นะคะ, นะครับ, เลย, แล้ว, มาก, มากๆ,
      ๆ, หน่อย, ด้วย, ที, ที่, ก็, อ่ะ, อะ, อ่า, อยู่, ผม, ฉัน, หนู, ดิฉัน, เรา, พี่, แอด, แอดมิน, คุณ, ให้, มา, ไป, อีก, นาน, นาที, ชั่วโมง, เป็น,
      ตั้ง, ว่า, คือ, นี่, นี้, นั้น, ล่ะ, ละ, สิ, ซิ, จริงๆ, ทุกอย่าง, สำหรับ, ความช่วยเหลือ, ช่วย, แต่, และ, เนี่ย, เป็นครึ่งชั่วโมง, ครึ่ง`,
  },
  {
    unhelped: `
      什么, 啥, 为什么, 没用, 没有用, 没帮助, 没有帮助, 没什么用, 帮不上忙, 没帮上, 不解决问题, 没解决, 没有解决, 不是这个, 不是这个意思, 我不是问这个, 我问的不是这个, 问的不是这个, 不是我要的, 不是我想问的, 答非所问, 回答错了, 你没回答,
      没回答我, 我说过了, 我说了, 已经说了, 已经说过, 已经说过了, 刚才说了, 刚说过, 前面说了, 上面说了, 上面写了, 说过了, 看上面, 试过了, 已经试过, 都试过了, 你没听懂, 没听懂, 听不懂, 看不懂, 不懂, 不明白, 没明白, 什么意思, 啥意思`,
    waiting: `
      还在等, 我还在等, 在等, 等着, 一直在等, 一直等, 等很久, 等很久了, 等了很久, 等好久, 等好久了, 等了好久, 等半天了, 等了半天, 等了, 还要等多久, 还要多久, 要等多久, 快点, 快一点, 快些, 赶紧, 赶快, 麻烦快点, 尽快, 在吗, 在么,
      在不在, 还在吗, 你还在吗, 人呢, 怎么不回, 怎么没人回, 怎么不回复, 怎么不说话, 没人回, 没人理, 没人回复, 不回复, 不回, 回复我, 请回复, 麻烦回复, 回一下, 回答我, 说话, 说话啊, 太慢, 太慢了, 好慢, 这么慢, 真慢`,
    thanks: `
      不用, 不用了, 问题解决了, 感恩, 麻烦你了, 麻烦您了, 晚安, 先这样, 那先这样, 那就这样, 就这样吧, 太感谢, 太感谢了, 比心, 耐心解答, 3q, 唔該, 唔該晒, 先不打扰了, 祝工作顺利, 谢谢, 谢谢你, 谢谢您, 多谢, 感谢, 非常感谢, 谢了,
      谢啦, 辛苦了, 麻烦了, 再见, 拜拜, 拜, 没有了, 没别的了, 没其他问题了, 没问题了, 就这样, 就这些, 解决了, 搞定了, 太好了, 很好, 真棒, 不错, 帮大忙了, 很有帮助`,
    hello: `
      你好, 您好, 喂, 哈喽, 哈啰, 嗨, 嗨嗨, hi, hello, hey, 早, 早上好, 上午好, 中午好, 下午好, 晚上好, 早安, 晚安, 安安, 新年快乐, 打扰, 打扰一下, 打扰了, 有个问题, 有问题, 有问题想问, 有个问题想问, 有事想问, 想问一下,
      想问, 想咨询, 想咨询一下, 咨询一下, 请问, 请问一下, 问一下, 请教, 请教一下, 需要帮助, 帮帮我, 测试`,
    no: `不是, 不对, 不, 没有, 没, 并没有`,
    nod: `
      好的, 好, 好吧, 好呀, 好哒, 行, 行吧, 可以, 嗯, 嗯嗯, 恩, 恩恩, 哦, 喔, 噢, 是, 是的, 是啊, 对, 对的, 对啊, 没错, 正确, 明白, 明白了, 懂了, 知道了, 知道, 了解, 了解了, 收到, 稍等, 等一下, 等等, 等会, 等会儿,
      我看看, 我看一下, 没关系, 没事, 不好意思, 抱歉, 不知道, 不清楚, 不确定, 真的吗, ok, 算了, 随便, 请, 麻烦`,
    about: `订单号, 订单, 单号, 编号, 号码, 邮箱, 电话, 手机号, 手机, 地址, 名字, 姓名, 账号, 帐号, 号`,
    filler: `
      我, 你, 您, 我的, 你们, 的, 了, 吧, 啊, 呀, 呢, 嘛, 啦, 哈, 哈哈, 都, 就, 还, 也, 很, 太, 真, 这, 那, 这个, 那个, 这里, 一下, 又, 再, 已经, 现在, 刚才, 分钟, 小时, 个, 半, 多, 久, 一直, 给, 帮忙,
      帮助, 您的, 亲, 客服, 小时了, 那么, 所以, 但是, 可是, 然后, 在, 有, 是`,
  },
  {
    unhelped: `
      mida, misasja, mis, miks, ei aidanud, ei aita, see ei aidanud, pole abi, ei ole abi, polnud abi, pole kasu, ei ole kasu, kasutu, pole see,
      see pole see, see ei ole see, ei küsinud seda, seda ma ei küsinud, ma ei küsinud seda, ei mõelnud seda, seda ma ei mõelnud, vale vastus,
      ei vasta küsimusele, ei vasta minu küsimusele, juba ütlesin, ma juba ütlesin, ütlesin juba, nagu ma ütlesin, nagu ütlesin, juba kirjutasin,
      kirjutasin juba, juba proovisin, proovisin juba, seda proovisin, ei saa aru, ma ei saa aru, te ei saa aru, sa ei saa aru, ei saanud aru,
      mida see tähendab, mida te mõtlete, mis mõttes, loe ülevalt, vaata ülevalt, lugege ülevalt`,
    waiting: `
      ootan, ootan ikka, ikka ootan, ootan veel, veel ootan, ikka veel ootan, ootan ikka veel, ootan endiselt, endiselt ootan, oodanud,
      olen oodanud, kaua veel, kui kaua veel, kaua ma ootan, kaua pean ootama, kiiremini, kiiresti, kiirustage, ruttu, rutem, tehke kiiremini,
      kas olete seal, olete seal, kas te olete seal, kas sa oled seal, oled seal, olete veel seal, kas olete veel seal, oled veel seal, keegi seal,
      kas keegi on seal, on seal keegi, vasta, vastake, palun vastake, vastake palun, vasta palun, miks te ei vasta, miks ei vasta, keegi ei vasta,
      ei vasta, vastust pole, vastust ei ole, pole vastust, nii aeglane, aeglane, liiga aeglane`,
    thanks: `
      tänks, headaega, head õhtut, head ööd, rohkem küsimusi pole, rohkem küsimusi ei ole, rohkem ei vaja, jumalaga, olite väga abiks, olite abiks,
      suureks abiks, hüva, sain vastuse, sain korda, sai korda, aitäh, aitähh, aitäh teile, tänan, tänan teid, tänud, suur tänu, suur aitäh,
      suured tänud, väga tänulik, nägemist, head aega, head päeva, kena päeva, ilusat päeva, see on kõik, see oli kõik, kõik, kõik korras, korras,
      lahendatud, super, tore, väga hea, suurepärane, ideaalne, aitas, see aitas, oli abi, oli palju abi`,
    hello: `
      tere, tervist, tervitus, hei, heihei, halloo, hallo, tšau, tsau, tsauki, tereke, tere hommikust, tere päevast, tere õhtust, hommikust,
      päevast, õhtust, hommik, tere päev, kena päev, lugupeetud klienditugi, mul on küsimus, mul oleks küsimus, mul oleks üks küsimus,
      oleks küsimus, üks küsimus, küsimus, kas tohib küsida, kas tohib midagi küsida, tohib küsida, saaksin küsida, tahaks küsida, tahtsin küsida,
      vajan abi, kas saate aidata, saate aidata, loodan et saate aidata, palun abi, kas see vestlus töötab, test`,
    no: `ei, ei ole, mkm, pole, ei ei`,
    nod: `
      ok, okei, okey, okk, oki, jah, jaa, ja, jep, jepp, jup, just, just nii, õige, õigus, täpselt, selge, selgelt, sain aru, saan aru, arusaadav,
      hästi, hea, olgu, oot, oota, oodake, hetk, üks hetk, hetkeks, kohe, ma vaatan, vaatan järele, ma ootan, jään ootama, pole midagi, pole hullu,
      pole probleemi, vabandust, vabandage, andke andeks, ei tea, ma ei tea, pole kindel, ei ole kindel, tõesti, päriselt, ah, aa, ahah, oh, noh,
      palun, võib olla`,
    about: `tellimus, tellimuse, tellimusnumber, number, nr, meil, email, e-mail, e-post, aadress, telefon, kood, nimi, konto`,
    filler: `
      ma, mina, mu, mind, mulle, minu, te, teie, teil, teile, teid, sa, sina, see, seda, need, on, oli, ole, olen, siin, seal, siis, nüüd, ka,
      küll, no, nii, aga, ja, et, kui, juba, veel, väga, palju, liiga, ikka, eest, abi eest, vastuse eest, abi, vastus, vastust, tund, tundi,
      minut, minutit, min, pool, pikalt, kaua, kõige, kõik, üks, üldse, ju, kas, vist, jälle`,
  },
]
