import type { Words } from './phrases/lexicon.ts'

/**
 * What customers write about, in the words of all six languages at once: what one language teaches the model, the others know too.
 * General service talk only: nothing of one account's own goods.
 */
export const concepts: Words = {
  arrive: `
    arriv*, come, comes, coming, lands, turn up, show up, showed up, be here, be with me, sampai, nyampe, datang, dateng, tiba,
    ถึง, มาถึง, มาส่ง, 到, 送到, 送达, 到货, kohal, jõua*, tuleb, tulevad, tulnud, saabu*, kohale`,
  deliver: `
    deliver*, shipp*, ship, sent, parcel*, package*, truck, driver, courier, track*, on its way, hantar, penghantaran, dihantar,
    lori, kurir, kirim*, dikirim, pengiriman, antar, dianter, truk*, ekspedisi, ส่ง, จัดส่ง, ขนส่ง, พัสดุ, คนส่ง, คนขับ, 送, 送货,
    发货, 快递, 物流, 运输, 配送, 司机, tarne*, kuller*, pakk, paki*, saade*, teel, auto, veok*`,
  whenasked: `
    when, which day, what day, what time, how long, any idea when, roughly when, status, eta, bila, bilakah, kapan, berapa lama,
    brp lama, hari apa, เมื่อไหร่, เมื่อไร, วันไหน, กี่วัน, ขั้นไหน, ตอนไหน, 什么时候, 哪天, 几天, 多久, 何时, 环节, millal, kunas,
    mis päeval, kui kaua, staatus`,
  waiting: `
    waiting, waited, still waiting, still no, nothing yet, tunggu, nunggu, menunggu, belum sampai, belum dateng, belum datang, รอ,
    ยังไม่มา, ยังไม่ถึง, ยังไม่ได้, 等, 还没到, 没到, 还没收到, ootan, ootame, oodanud, oodata, ikka pole, pole saabunud,
    ei tulnudki`,
  slot: `
    slot, evening*, morning, afternoon, tomorrow, tuesday, wednesday, thursday, friday, saturday, sunday, monday, next week,
    another day, date, reschedul*, postpone, push, earlier, later, at home, petang, malam, pagi, esok, besok, selasa, rabu, khamis,
    kamis, jumaat, jumat, sabtu, ahad, isnin, senin, tarikh, tanggal, jadual, jadwal*, anjak, tunda, mundur, วัน, เลื่อน, นัด, รอบ,
    เช้า, เย็น, บ่าย, อังคาร, พุธ, พฤหัส, ศุกร์, เสาร์, 周一, 周二, 周三, 周四, 周五, 周六, 上午, 下午, 傍晚, 晚上, 时段, 时间,
    改期, 改到, 推迟, 提前, 另约, 约, õhtu*, hommiku*, homme, teisipäev*, kolmapäev*, neljapäev*, reede*, laupäev*, pühapäev*,
    kuupäev*, lükata, aeg, aega, kodus, tööl`,
  address: `
    address, moved, moving house, new place, alamat, pindah, berpindah, ที่อยู่, ย้าย, ที่ส่ง, 地址, 搬家, 搬, aadress*, kolisin,
    kolime, kolin`,
  cancel: `
    cancel*, batal*, dibatalkan, membatalkan, tak jadi, ga jadi, gak jadi, nggak jadi, stop the order, dont want it anymore,
    ยกเลิก, แคนเซิล, แคนเซิ่ล, ไม่เอาแล้ว, ไม่อยากได้แล้ว, 取消, 不要了, 不想要了, 撤单, 撤销, tühista*, loobu*, ei taha enam,
    bought by mistake, bought an hour ago, beli dua kali, order twice, ordered twice, 下了两, 重复下单`,
  change: `
    change, switch, swap, exchange, add, remove, instead, different, another colour, another size, wrong size, wrong colour, tukar,
    tambah, ubah, ganti, salah pilih, tersilap, tersalah, salah warna, salah ukuran, nambah, เปลี่ยน, เพิ่ม, แก้, กดผิด, กดสีผิด,
    改, 改成, 换, 换成, 加, 加一, 选错, 拍错, muuta, vaheta*, lisada, lisage, lisa, asemel, vale värv*, vale suurus*, valisin vale`,
  variant: `
    colour, color, size, grey, gray, black, white, green, blue, larger, smaller, 160, 200 cm, 240, warna, saiz, ukuran, kelabu,
    abu, hitam, putih, สี, ขนาด, เทา, ดำ, ขาว, 颜色, 尺寸, 灰, 黑色, 白色, 大一号, värv*, suurus*, hall*, must, valge*, roheli*`,
  giveback: `
    return*, send it back, send back, give back, take it back, pick it up again, doesnt fit, not comfortable, too big, too small,
    pulang*, memulangkan, dipulangkan, balikin, kembalikan, mengembalikan*, retur, hantar balik, tak selesa, kebesaran, kekecilan,
    คืนของ, ส่งคืน, คืนสินค้า, ขอคืน, รับคืน, ใหญ่ไป, เล็กไป, 退货, 退回, 退掉, 想退, 能退, 退, 不合适, 太大, 太小, tagasta*,
    tagasi saata, tagasi anda, ära viia, äraviimi*, ei sobi, liiga suur, liiga väike`,
  refund: `
    refund*, my money, money back, reimburs*, bayaran balik, duit balik, wang saya, duit saya, uang saya, uang kembali,
    pengembalian dana, dana, duit belum, refundnya, คืนเงิน, เงินคืน, เงินยังไม่, เงินเข้า, โอนคืน, 退款, 退钱, 钱还没, 到账,
    raha tagasi, raha tagasta*, tagasimakse*, kus mu raha, raha pole, raha laekub, mu raha, kontole`,
  damaged: `
    broken, damaged, smashed, crack*, scratch*, chip, chipped, dent*, torn, tear, stain*, dirty, hole, broke, rosak, calar, retak,
    pecah, patah, kemek, koyak, kotor, rusak, baret, penyok, sobek, cacat, lecet, พัง, แตก, ร้าว, รอย, บุบ, ขาด, เสียหาย, ชำรุด,
    เปื้อน, เบี้ยว, 坏, 破, 裂, 碎, 划痕, 刮, 磕, 断, 凹, 脏, 瘪, 破损, 损坏, katki, mõra, mõran*, kriimu*, kriimustus*, täke,
    täkke*, mõlk*, rebenenud, plek*, kahjusta*, puruks, murdunud, auk`,
  photo: `photo*, picture*, pic, pics, gambar, foto, fotonya, รูป, ถ่ายรูป, ภาพ, 照片, 拍照, 图片, pilt*, pildi, foto*, fotod`,
  missing: `
    missing, not in the box, not enough, lacks, lacking, only got, is short, screws, screw, hinge*, bolts, part, parts, fitting*,
    bag of, takde dlm, tak cukup, kurang, hilang, tertinggal, skru, sekrup*, baut, mur, engsel, rel, ga ada di dus, bahagian,
    komponen, ไม่ครบ, ขาดไป, หาย, น็อต, สกรู, อุปกรณ์, ตัวยึด, ชิ้นส่วน, บานพับ, 缺, 少了, 少一, 漏发, 没有螺丝, 螺丝, 零件, 配件,
    连接件, 铰链, puudu, puudub, polnud karbis, kruvi*, poldi*, poldid, detail*, jupp, hinge, hingesid, kinnitus*, kork`,
  assemble: `
    assembl*, build, put together, put it together, instruction*, manual, film, video, steps, mount, drill, fix to the wall,
    pasang*, pemasangan, dipasang, rakit*, dirakit, ngerakit, merakit, perakitan, panduan, petunjuk, buku manual, tutorial, ประกอบ,
    ติดตั้ง, วิธีต่อ, สอนต่อ, คู่มือ, วิดีโอ, เดินสาย, แขวน, เจาะ, 安装, 组装, 装, 说明书, 视频, 怎么装, 拼装, 接线, kokkupanek*,
    kokku panna, kokku pane*, kokku, juhend*, paigalda*, joonis*, puurida, seina`,
  warranty: `
    warrant*, guarantee*, years old, after two years, months ago, within months, after 8 months, waranti, jaminan, garansi*,
    baru 14 bulan, selepas dua tahun, habis 2 tahun, baru setahun, thn, tahun, ประกัน, รับประกัน, สองปี, ปีแล้ว, เดือนเอง, 保修,
    质保, 用了两年, 才两年, 个月, 年就, 保质, garantii*, aasta*, aastat, kuuga, kuud tagasi`,
  pay: `
    pay, paid, payment*, card declined, charged, charge, checkout, mastercard, visa, instal*, split, declin*, transaction, bank,
    bayar*, pembayaran, dibayar, ditolak, kad, kartu, fpx, qris, ansuran, cicil*, transaksi, transfer, potong, terpotong, kepotong,
    caj, kena tolak, จ่าย, ชำระ, ชำระเงิน, ตัดเงิน, บัตร, พร้อมเพย์, ผ่อน, โอนเงิน, หักเงิน, 付款, 支付, 扣款, 扣了, 刷卡, 信用卡,
    分期, 结账, 微信支付, 支付宝, 付不了, maks*, makse*, kaart*, kaardi*, järelmaks*, osamaks*, pangalink*, pank, kassas, võtsite`,
  twice: `
    twice, two times, double, dua kali, 2x, dua2 kali, สองรอบ, สองครั้ง, ซ้ำ, 两次, 两遍, 重复, 双重, kaks korda, topelt,
    kahekordselt`,
  error: `
    error, wont load, doesnt work, does not work, failed, fails, crash, rejected, loading, not valid, invalid, expired, gagal,
    tak lepas, tak boleh, tak jalan, ga jalan, gak jalan, ga bisa, gak bisa, tidak sah, tidak valid, ไม่ผ่าน, ไม่ได้, เออเร่อ,
    ใช้ไม่ได้, ขึ้นว่า, ล้มเหลว, 失败, 报错, 不成功, 用不了, 打不开, 过期, 无效, viga, ei tööta, ei õnnestu, ebaõnnestus, ei lase,
    aegunud, ei kehti, leht ei, ei avane`,
  invoice: `
    invoice*, receipt*, bill, vat, tax, bookkeep*, accountant, company name on, invois, resit, faktur*, nota, kwitansi, npwp, sst,
    pajak, struk, ใบกำกับ, ใบกำกับภาษี, ใบเสร็จ, ภาษี, บิล, บัญชีไม่รับ, 发票, 开票, 税号, 抬头, 收据, 报销, arve*, arvet, arve,
    kviitung*, tšekk, käibemaks*, raamatupida*, raamatud, km number`,
  stock: `
    in stock, stock, available, how high, how wide, how deep, how heavy, dimension*, measure*, material, made of, fabric, sample*,
    wash, washable, weight, kg, cm, height, width, depth, cat, dog, scratch proof, care for, clean, stok, tinggi, lebar, berat,
    kain, bahan, sampel, basuh, cuci, luas, kedalaman, kayu, terbuat, kucing, ready, มีของ, สต็อก, สูง, กว้าง, ลึก, วัสดุ, ผ้า,
    ตัวอย่างผ้า, ซัก, น้ำหนัก, ทำจาก, แมว, 有货, 现货, 多高, 多宽, 多大, 材质, 面料, 布料, 小样, 能洗, 承重, 实木, 猫, laos,
    laoseis, kõrgus*, laius*, sügavus*, materjal*, kangas, kanga*, näidis*, pesta, pestav, kaal*, kaalub, täispuit, hooldada, kass,
    kui kõrge, kui lai`,
  advice: `
    recommend*, which one, which is better, better for, better than, tip, tips, suggest*, advice, what would you, help me choose,
    choose, suits, suitable, first flat, fit for, for my room, cadang*, cadangan, mana sesuai, sesuai, mana lagi, mana paling,
    rekomendasi*, saran, cocok, mendingan, bagusan, mana yang, pilih, แนะนำ, ตัวไหนดี, แบบไหน, อันไหน, ดีกว่า, เหมาะ, เลือก, 推荐,
    建议, 哪款, 哪个好, 适合, 选, 更好, 怎么选, soovita*, soovitus*, kumb, milline, milli*, parem kui, sobiks, sobib, valida, nõu,
    nõuanne, alustada, mida valida`,
  room: `
    living room, bedroom, home office, flat, apartment, back pain, tall, hours a day, pasangan, ruang tamu, bilik tidur,
    kamar tidur, rumah baru, kunci rumah, sakit pinggang, sakit belakang, ห้องนั่งเล่น, ห้องนอน, บ้านใหม่, ปวดหลัง, คอนโด, 客厅,
    卧室, 新房, 腰疼, 小时, elutu*, magamistu*, kodukontor*, korter*, seljavalu*, selg, tunniks päevas`,
  business: `
    business, company, office*, cafe, restaurant, hotel, wholesale, bulk, quote, quotation, volume, b2b, units, pieces, our team,
    for our, pukal, borong, grosir, kantor, pejabat, syarikat, perusahaan, kafe, homestay, unit, sebut harga, penawaran, vendor,
    pt, บริษัท, ออฟฟิศ, สำนักงาน, ร้านกาแฟ, โรงแรม, โฮมสเตย์, ใบเสนอราคา, ราคาส่ง, จำนวนมาก, ชุด, 公司, 企业, 办公室, 酒店, 民宿,
    餐厅, 咖啡馆, 报价, 批发, 采购, 批量, 团购, firma*, ettevõt*, kontor*, kontorisse, kohvik*, restoran*, hotell*, hulgi*,
    pakkumis*, pakkumine, tükki, meie tiim*, korrusele`,
  discount: `
    discount*, promo*, code, coupon, voucher, sale, newsletter, points, student, cheaper, gift card, percent, member*, diskaun,
    diskon*, kod, kode, baucar, promo, murah, mata ganjaran, poin, kupon, kad hadiah, ส่วนลด, โค้ด, โปร, คูปอง, แต้ม, สมาชิก,
    ลดราคา, บัตรของขวัญ, 优惠, 折扣, 打折, 优惠码, 优惠券, 积分, 会员, 促销, 礼品卡, 便宜, allahindlus*, soodustus*, soodus*, kood,
    koodi, kupong*, kinkekaar*, kinkekaart, punkt*, tudeng*, protsent*, kampaania*, kliendikaar*`,
  account: `
    account, log in, login, log on, password, sign in, locked out, reset, e-mail address, my e-mail, verification, profile,
    delete my account, two accounts, my data, akaun, akun, kata laluan, kata sandi, log masuk, masuk akun, otp, emel, e-mel,
    daftar, padam, verifikasi, บัญชี, รหัสผ่าน, ล็อกอิน, เข้าสู่ระบบ, เข้าระบบ, สมัคร, อีเมล, แอคเคาท์, ยืนยัน, 账号, 账户, 密码,
    登录, 登陆, 注册, 验证码, 邮箱, 注销, konto*, kontost, parool*, sisse logi*, logida, logi, meiliaadress*, meili, kasutaja*,
    e-posti, salasõna*`,
  leaving: `
    never again, goodbye, finished with, last straw, last time, take my business, taking my business, going elsewhere, competitor,
    last order, lost a customer, close my account, done with you, never buy, never order, formal complaint, selamat tinggal,
    takkan beli, tak beli lagi, tidak akan membeli, tak akan beli, kedai lain, serik, kapok, gak akan balik, ga akan beli,
    gak beli lagi, toko lain, toko sebelah, terakhir, last saya, เลิกซื้อ, ไม่ซื้ออีก, ไม่ซื้อแล้ว, ครั้งสุดท้าย, ร้านอื่น, ลาก่อน,
    เจ้าอื่น, ไม่อยากยุ่ง, หมดความเชื่อใจ, ร้องเรียน, โพสต์, รีวิว, 再也不, 不会再买, 以后不买, 最后一次, 别家, 换一家, 投诉,
    没信心, 失望, 再见, 拉黑, 曝光, enam ei, mitte kunagi enam, head aega, viimane kord, viimast korda, viimane piisk, lõpp,
    hüvasti, mujale, konkurendi*, kaebus*, halvim kogemus, rohkem ei telli, rohkem ei osta`,
  hours: `
    open, opening, opens, close, closes, closed, hours, holiday*, showroom, shop, store, parking, visit, buka, tutup,
    waktu operasi, jam buka, jam kerja, jam, cuti, libur, bilik pameran, kedai buka, toko buka, parkir, lihat sofa, tengok, เปิด,
    ปิด, กี่โมง, โชว์รูม, สาขา, วันหยุด, ที่จอดรถ, 营业, 开门, 关门, 几点, 开到, 展厅, 门店, 放假, 停车, 周末开, lahti, avatud,
    lahtiolek*, kinni, suletud, salong*, parkimi*, pühade, kauplus*, pood`,
  hello: `
    hi, hello, hey, good morning, good afternoon, good evening, how are you, yo, hiya, test, helo, hai, halo, salam,
    assalamualaikum, selamat pagi, selamat petang, selamat siang, selamat malam, apa khabar, apa kabar, permisi, met pagi, สวัสดี,
    หวัดดี, ดีจ้า, ดีครับ, ดีค่ะ, อรุณสวัสดิ์, ทดสอบ, 你好, 您好, 早安, 早上好, 晚上好, 下午好, 嗨, 哈喽, 在吗, 有人吗, tere,
    tere hommikust, tere päevast, tere õhtust, hei, tsau, tervist, hommikust, päevast, tšau`,
  cost: `
    how much, cost, costs, price*, fee, euro*, harga, berapa harga, kos, ongkir, biaya, bayaran, ราคา, เท่าไหร่, กี่บาท, ค่าส่ง,
    多少钱, 价格, 运费, 费用, 收费, hind, hinda, palju maks*, maksab, kui palju, tasu`,
}
