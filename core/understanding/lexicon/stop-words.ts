import type { Language } from '../../language.ts'

/**
 * Words that say nothing about the subject: they neither find an article nor count as unfound. Meaning that hides in them ("how long",
 * "not home") is caught by the concepts, which see the text before these are dropped.
 */
export const stopWords: Record<Language, ReadonlySet<string>> = {
  en: words(`a an and any anyone anything are as at be been before but by can cant cannot could day did didnt do does doesnt doing dont done else
    etc even ever every first for from get gets getting give go goes going good got had has have havent having hello help her here hey hi him his
    how i id if ill im in into is isnt it its ive just know let like long look make many may maybe me mine more most much must my need needed new
    no not now of off oh ok okay on once one only or other our out over own please put quite really right said same say see shall she should so
    some someone something soon still such sure take tell than thank thanks that thats the their them then there these they thing things think
    this those through to too try up us use very want wanted was wasnt way we well went were what whats when where wheres which while who whom
    why will wish with without wont would yes yet you your yours able about actually after again all already also always am because being
    between both bit back come came day days possible want wants today possibly someone anybody somebody until week weeks`),
  ms: words(`ada adakah agar akan aku aja apa apabila apakah atas atau awak bagaimana bagi bahawa baik banyak beberapa belum berapa betul bila boleh
    bolehkah buat bukan cara cik cuma dah dalam dan dapat dari daripada dengan di dia dulu encik guna hai hanya hari harus hello helo hendak i ia
    ialah ini itu jadi jika juga ka kah kalau kami kamu kan kat ke kena kenapa kepada ketika kita kot la lagi lah macam mahu mana masa masih memang
    mereka mesti minta mohon mungkin dimana mengapa maksud nak namun ni nya oleh orang pada perlu perlukah pernah pula pun puan saja sahaja sambil sampai sangat satu
    saya se sebab sebelum secara sedang sekarang selepas semua seperti serta setiap siapa sini sudah suka supaya tak takde tapi telah terima kasih
    tentang terlalu tetap tetapi tidak tiada tolong tu untuk walaupun yang ya you anda adalah tiap sebuah seorang bagus salam encik tuan baru`),
  id: words(`ada adakah agar akan aku aja apa apabila apakah atas atau anda bagaimana bagi bahwa baik banyak beberapa belum berapa betul bila bisa bisakah
    boleh bolehkah buat bukan cara cuma dalam dan dapat dari daripada dengan di dia dong dulu gak ga gimana hai halo hanya hari harus hendak ia
    ialah ingin ini itu jadi jika juga kah kak kalau kalo kami kamu kan kapan karena ke kenapa kepada ketika kita lagi lah lalu lewat mau mana masa
    masih memang mereka mesti min minta mohon mungkin namun nggak nih nya oleh orang pada perlu pernah pula pun punya saja sambil sampai sangat satu
    saya se sebab sebelum secara sedang sekarang sekali selesai semua seperti serta setelah setiap siapa sih sini sudah suka supaya tak tanpa tapi telah
    terima kasih tentang terlalu tetap tetapi tidak tolong tu udah dimana kemana darimana mengapa dimaksud maksud untuk walaupun ya yang adalah tiap sebuah seorang bagus gue kok deh permisi baru bu pak`),
  th: words(`ที่ และ หรือ ของ ใน เป็น มี ได้ ไม่ จะ ให้ ว่า กับ แต่ ก็ คือ นี้ นั้น ไหม มั้ย ครับ ค่ะ คะ นะ จ้า ฉัน ผม ดิฉัน เรา คุณ เขา มัน อยู่ แล้ว ยัง
    ต้อง ควร อยาก ขอ ช่วย หน่อย ไป มา ถ้า เพราะ เมื่อ ตอน จาก ถึง โดย เพื่อ ด้วย อีก ทำ อย่างไร ยังไง อะไร ไหน ใคร ทำไม เท่า ไร ไหร่ กี่ ทาง ๆ การ ความ
    ซึ่ง ทุก บาง หลาย กว่า มาก เลย ล่ะ สิ เหรอ หรอ จึง ต่อ ตาม ใช่ ไว้ ขึ้น ลง เข้า ออก แค่ เอง กัน ดี สวัสดี ขอบคุณ รบกวน สอบถาม หาก ตัว อัน วัน คน
    ใด เท่าใด ทาง ร้าน พอ ดู หนู ตอนนี้ บ้าง สำหรับ เอา ใช้ สามารถ ต้องการ อัน หน่อยครับ`),
  zh: words(`的 了 是 我 你 您 他 她 它 们 我们 你们 他们 在 有 和 与 或 吗 呢 吧 啊 么 什么 怎么 怎样 怎么样 如何 哪 哪里 哪个 哪些 谁 多 多少 几 这 那 这个
    那个 这些 那些 一 一个 一下 一些 个 不 没 没有 也 都 就 还 很 太 要 想 想要 会 能 能够 可以 可 应该 需要 请 请问 谢谢 您好 你好 把 被 给 对 对于 从 到 为
    为什么 因为 所以 但 但是 如果 的话 让 用 里 上 下 去 来 说 做 得 地 着 过 再 又 才 只 而 及 以 之后 以后 之前 现在 时候 怎么办 办 是否 能否 可否 帮 帮忙 我家
    吗？ 件 次 张 种 自己 已经 还是 知道 告诉 东西 今天 你们家 何 何时 为何 何地 谁 该 些 比较 有没有 是不是 能不能 可不可以 要不要 家 天 人`),
  et: words(`aga ainult all alla alles ega ehk ei ennast enne et ette ga ja jah jaoks jm jne ju juba juures ka kas keda kelle kellele kes keegi kogu kohe
    kohta kokku kolm kui kuhu kuid kuidas kumb kus kust kõige kõik küll läheb lihtsalt ma me meie meil meile meid midagi mida mille millal millega
    milles milline minna minu minul minult mind mingi mis miks mitte mitu mul mulle mult mu mõni nad nagu need neid nende nii ning no nüüd oled oleks
    olema oleme olen olete oli olid olin olla on ongi oma palun peab peaks pean peale pole poole praegu pärast saa saab saada saaks saan saate saaksin
    saaksite seal see seda sel selle selles sellel sest si siin siis sinna ta taga tahan tahaks tahaksin te tee teen teha teie teil teile tema tere
    tohib tuleb tuli tänan üks ühe üle vaid vaja veel vist või võib võin võimalik võiks võtta väga ära edasi aitäh tänud soovin sooviksin teid
    teada mida miski ikka keegi jälle kuna käib käia enam kohal missugune missuguse missuguses mispärast kuhu ühtegi mõne natuke vahel näiteks tegema pidi pidin tehke uue uus palju paar`),
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.normalize('NFKC').split(/\s+/).filter(Boolean))
}
