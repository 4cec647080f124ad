/** Wishes to speak of a matter, or with somebody at home: none of them asks for a person. One a line. */
const written = `
I want to talk about my order
I'd like to talk about a refund
I need to discuss a discount
let's talk about the price
can we talk about my delivery date
I would like to ask about the warranty
I have to speak about my invoice
want to discuss my contract
I want to complain about the courier
can I ask something about shipping
I want to chat about the new collection
let me explain the problem with my sofa
I need to report a broken lamp
I want to negotiate the price of the table
I'd like to speak about what happened yesterday with my parcel
we should discuss the terms of the subscription
I must talk to my wife first
I'll ask my husband and come back
need to check with my boss before I order
let me talk it over with my family
I want to hear more about the mattress
could we go over my bill
I want to contact the seller of the used bike
I want to share my experience
can I leave a review
I want to tell you about a problem
want to know how to reach the shop by bus
I'd like to make a complaint
I need help with my account
give me the price
give me a new password
connect me to wifi? how does it work
nak bincang pasal pesanan saya
saya nak cakap pasal bayaran balik
nak tanya pasal harga
nak bincang harga boleh?
saya ingin bertanya soal harga
boleh cakap sikit pasal penghantaran
saya nak buat aduan tentang kurier
nak cerita pasal masalah sofa saya
saya perlu bincang dengan suami dulu
nak tanya isteri dulu nanti saya order
saya nak lapor barang rosak
saya nak tahu lebih lanjut pasal tilam
nak runding harga meja ni
saya nak kongsi pengalaman
macam mana nak hubungi penjual di marketplace
saya perlukan bantuan dengan akaun
bagi saya harga
bagi saya kata laluan baru
nak sembang pasal koleksi baru
saya nak jelaskan apa yang berlaku semalam
kita bincang pasal kontrak boleh
nak semak bil saya
saya hendak membuat pertanyaan tentang waranti
nak minta diskaun
nak tanya tentang jadual feri
saya mau bicara soal refund
mau ngomongin pesanan saya
saya ingin membahas kontrak
mau tanya soal garansi
mau diskusi harga
saya mau komplain soal kurir
mau cerita masalah sofa saya nih
saya harus bicara dengan istri dulu
tanya suami dulu ya nanti saya order
mau nego harga mejanya
saya mau lapor barang rusak
mau tahu lebih banyak tentang kasur ini
saya butuh bantuan dengan akun
kasih harganya dong
minta kata sandi baru
mau ngobrolin koleksi baru
saya ingin menjelaskan kejadian kemarin
bisa bahas tagihan saya
saya ingin menyampaikan keluhan
mau nanya ongkir ke Bandung
mau minta diskon
gimana cara hubungi penjualnya di marketplace
saya mau sharing pengalaman belanja
mau rembukan sama keluarga dulu
saya ingin berbicara tentang pengiriman
bicara soal harga, bisa kurang?
mau ngobrol soal paket
mau bicara soal tagihan listrik
saya mau bicara mengenai asuransi
mau diskusi tentang paket data
saya mau ngomong soal barang rusak
mau bicara tentang jadwal kapal
mau bicarakan kontrak
คุยเรื่องประกันหน่อยค่ะ
อยากคุยเรื่องสินเชื่อ
อยากคุยเรื่องค่าไฟ
อยากคุยเรื่องการจอง
ขอคุยเรื่องโปรโมชั่นหน่อย
อยากคุยเรื่องผ่อนบ้านค่ะ
อยากคุยเรื่องออเดอร์ของฉัน
ขอคุยเรื่องราคาหน่อยค่ะ
อยากปรึกษาเรื่องที่นอนค่ะ
ขอสอบถามเรื่องการคืนเงิน
อยากพูดถึงเรื่องที่เกิดเมื่อวาน
ขอร้องเรียนเรื่องขนส่งค่ะ
อยากต่อราคาโต๊ะ
คุยเรื่องวันส่งของได้ไหม
ขอปรึกษาสามีก่อนนะคะ
เดี๋ยวถามแฟนก่อนแล้วจะสั่ง
อยากแจ้งของเสียหาย
อยากเล่าปัญหาโซฟาให้ฟัง
ขอคุยเรื่องบิลหน่อย
อยากรู้เรื่องรับประกันเพิ่มเติม
ขอราคาหน่อยค่ะ
ขอรหัสผ่านใหม่
อยากคุยเรื่องส่วนลด
คุยเรื่องสัญญาได้ไหมคะ
ขอความช่วยเหลือเรื่องบัญชี
อยากรีวิวสินค้า
ติดต่อผู้ขายในมาร์เก็ตเพลสยังไง
ขอปรึกษาที่บ้านก่อน
มีเรื่องจะคุยเกี่ยวกับคำสั่งซื้อ
อยากสอบถามค่าส่งไปเชียงใหม่
我想谈谈我的订单
想聊一下退款的事
我想咨询价格
想讨论一下折扣
能谈谈送货时间吗
我要投诉快递
想了解一下保修
我想说一下昨天的事
想跟你说说沙发的问题
我先跟老婆商量一下
问问我老公再下单
想砍价
我要报修
说一下合同的事
想问账单的问题
我需要账号方面的帮助
给我个价格
给我一个新密码
想聊聊新款
接我的人找不到码头
我朋友找不到你们店
怎么联系平台上的卖家
想分享一下购物体验
我想谈谈发票
关于退货我想说几句
我们谈谈价钱吧
tahaksin rääkida oma tellimusest
tahan rääkida laenust
tahan rääkida piletist
tahan rääkida pakist
sooviksin rääkida remondist
tahan arutada kindlustuslepingut
soovin rääkida korteri üürist
tahaks rääkida sellest diivanist
soovin arutada hinda
tahan rääkida tagasimaksest
räägime hinnast
sooviksin küsida garantii kohta
pean enne naisega rääkima
küsin mehe käest ja siis tellin
tahan kaevata kulleri peale
soovin esitada kaebuse
tahaksin teatada katkisest lambist
kas saaksime rääkida tarneajast
tahan rääkida oma arvest
soovin arutada lepingu tingimusi
tahaks hinda kaubelda
tahan jagada oma kogemust
räägin kõigepealt perega
sooviksin rohkem teada madratsi kohta
vajan abi oma kontoga
andke mulle hind
andke uus parool
tahan seletada, mis eile juhtus
kuidas ma turuplatsil müüjaga ühendust saan
soovin rääkida soodustusest
tahan küsida saatmiskulu kohta
arutame seda tellimust
soovin rääkida lepingust
pean ülemusega arutama enne kui tellin
`

/** Each as often as this, as the corpora have many wishes to speak with somebody and few to speak of something. */
const times = 5

export const matterTalk = Array.from({ length: times }, () => written.trim().split('\n')).flat()
