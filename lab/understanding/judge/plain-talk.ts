/** Plain talk about persons that asks for none: how many sit, who came, what somebody said, whether it is a machine. One a line. */
const written = `
could somebody carry the sofa up to our flat
can the drivers bring it up to the third floor
please give us a call before the van arrives
boleh tak ada orang angkat naik ke tingkat tiga
tolong telefon dulu sebelum hantar barang
bisa diangkatin ke lantai dua sama orangnya
tolong telepon dulu sebelum barang dikirim
มีคนยกขึ้นชั้นสามให้ไหม
ช่วยโทรก่อนเอาของมาส่งนะ
能有人帮忙搬上三楼吗
送货之前请先打个电话
kas keegi tassib diivani kolmandale korrusele ka
palun helistage enne, kui kaup kohale jõuab
helistage enne kojutoomist
please thank your colleagues for me
say thanks to the whole team
give my regards to the crew
sampaikan terima kasih saya pada semua staf
sampaikan terima kasih saya ke timnya ya
ฝากขอบคุณทีมงานด้วยนะคะ
替我谢谢你们团队
tänage oma meeskonda minu poolt
pegawai yang layan saya pagi tadi bagi maklumat salah
abang yang angkat telefon semalam tersilap tulis nama saya
kakak di kaunter tadi kata boleh bayar ansuran, betul ke
petugas yang jaga kemarin salah hitung kembaliannya
mbak di kasir bilang promonya masih ada, bener gak
前台那位小姐姐帮了我大忙
昨天接电话的那位把地址记错了
พนักงานที่รับสายเมื่อเช้าจดเบอร์ผิด
eile telefonile vastanud neiu kirjutas mu nime valesti
does the bench hold three people
the table should seat six persons
is this chair ok for a heavy person
the bed is for one person only
can one person carry this alone
is the installation done by somebody or do we do it ourselves
can someone else pick it up for me
I am an elderly person, is there a lift
I am a nurse and need comfortable shoes
I talked to Peter from your office
I spoke to one of your agents on Monday and she was kind
yesterday somebody from your company visited us
I'll come to the shop in person
I picked it up in person yesterday
are you a human being?
I will come there in person tomorrow
we will be there in person at noon
I spoke with Emma from your team
I talked with Ben from your team
I chatted with Nora from your support team
I do not want to talk to an agent, just tell me the opening hours
I don't want to speak to a person, just answer me
I don't need a human, just the price
I spoke with Tom from your company
I spoke with Lisa from the shop
saya tak nak cakap dengan orang, cuma nak tahu harga
saya tidak mau bicara dengan orang, cuma mau tahu harga
ไม่ได้อยากคุยกับคน แค่อยากรู้ราคา
我不想跟人说话，告诉我价格就行
ma ei taha inimesega rääkida, öelge ainult hind
I spoke with Maria from your team yesterday
I spoke with someone from your team about it
please ring me before delivery
please call me before you come
please phone before the delivery
am I chatting with a person or a program?
is this a bot
Please call before you deliver
call me when the parcel is at the door
the fitter should ring the bell
your shop assistant was very patient
my boss needs the receipt
our staff will unload it
who is the manager of the branch in Tartu
a gift for a person who has everything
the person in the photo is not me
the man who delivered it was friendly
people at the counter were nice
do your employees get a discount
how many employees do you have
kerusi ni sesuai untuk orang gemuk?
meja ni muat lapan orang ke
katil untuk seorang saja
staf kaunter sangat baik
pekerja kedai tu ramah
saya dah bercakap dengan staf semalam
semalam saya cakap dengan agent, dia kata ok
saya orang Johor
awak ni manusia ke robot
adakah ini bot
tolong call sebelum hantar
boleh orang lain tandatangan?
pegawai tu kata barang dah keluar
orang yang hantar tu lambat
bos saya nak resit
saya datang sendiri ke kedai
kursi ini untuk orang dewasa?
mejanya muat berapa orang
kasur untuk dua orang
pegawai tokonya ramah
tadi sudah ngobrol dengan admin
kemarin sudah bicara dengan petugas, katanya bisa
saya orang Bandung
apakah anda manusia?
kamu robot atau orang
tolong telepon dulu sebelum kirim
boleh diambil orang rumah?
kurirnya orangnya sopan
orang tokonya bilang stok habis
bos saya minta kuitansi
saya datang langsung ke toko kemarin
admin yang kemarin baik banget
เก้าอี้รับน้ำหนักได้กี่คน
โต๊ะนั่งได้หกคนไหม
เตียงสำหรับคนเดียว
พนักงานที่ร้านสุภาพมาก
เมื่อวานคุยกับเจ้าหน้าที่แล้ว
คนส่งของโทรมาแล้วค่ะ
คนส่งของใจดีมาก
คุณเป็นคนหรือเป็นบอท
นี่ใช่หุ่นยนต์ไหม
รบกวนโทรก่อนส่งของ
ให้คนอื่นรับแทนได้ไหม
เจ้าหน้าที่แจ้งว่าของออกแล้ว
ผมเป็นคนเชียงใหม่
เจ้านายขอใบเสร็จ
คนที่มาติดตั้งมาสาย
ไปที่ร้านด้วยตัวเองเมื่อวาน
这个沙发能坐几个人
餐桌够六个人用吗
一个人能搬得动吗
适合老年人用吗
门店的店员很热情
昨天跟客服聊过了
客服说今天发货
送货的师傅很客气
你是人还是机器
这是机器人吗
送货前请先打电话
可以让别人代收吗
我是北京人
老板要发票
安装的人来晚了
我自己去门店取的
人工安装要多少钱
kas tool sobib raskele inimesele
mitu inimest mahub laua taha
voodi ühele inimesele
poe müüja oli väga sõbralik
rääkisin eile teie töötajaga
suhtlesin juba klienditeenindajaga, ta oli tore
kuller helistas mulle juba
kas te olete inimene või robot
kas sina oled bot
palun helistage enne kohaletoomist
kuller helistagu enne
kas keegi teine võib paki kätte saada
töötaja ütles, et kaup on teel
minu ülemus vajab arvet
paigaldaja jäi hiljaks
käisin ise kohapeal poes
olen eakas inimene, kas teil lift on
`

export const plainTalk: readonly string[] = written.trim().split('\n')

/** Plain requests that are said by refusing the machine. */
export const plainRequests: readonly string[] = [
  "I won't talk to a machine",
  'I am not chatting with a bot',
  "I'm not going to talk to a robot",
  'no machines please',
  'saya tak nak cakap dengan mesin',
  'saya tidak mau ngobrol dengan mesin',
  'ไม่คุยกับเครื่อง',
  '我不跟机器聊',
  'ma ei räägi masinaga',
]
