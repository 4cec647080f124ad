/** Short plain questions and words without any feeling: what is asked of a shop every day, and what is said while waiting. */
const written = `
do you sell pianos?
do you sell curtains made of hemp
curtains of linen, do you sell them
have you got this in blue
is the lamp in stock
how wide is the wardrobe
where is my refund
where is my parcel
when will it arrive
next week
tomorrow morning
hello?
are you there?
anyone there
what are your opening hours
can I pay by card
what does delivery to Tartu cost
ada jual piano tak
langsir jenis kapas ada tak
yang warna biru ada lagi
bila sampai barang saya
di mana bayaran balik saya
minggu depan
esok pagi
helo?
ada orang tak
buka pukul berapa
boleh bayar guna kad
kos hantar ke Ipoh berapa
lebar almari tu berapa
jual piano nggak
ada gorden bahan katun
warna biru masih ada
kapan barang saya sampai
di mana refund saya
minggu depan
besok pagi
halo?
ada orang
jam buka berapa
bisa bayar pakai kartu
ongkir ke Bandung berapa
lebar lemarinya berapa
ขายเปียโนไหม
มีผ้าม่านผ้าลินินไหมคะ
สีน้ำเงินยังมีไหม
ของจะถึงเมื่อไหร่
เงินคืนอยู่ไหน
อาทิตย์หน้า
พรุ่งนี้เช้า
ฮัลโหล
มีใครอยู่ไหม
ร้านเปิดกี่โมง
จ่ายด้วยบัตรได้ไหม
ค่าส่งไปเชียงใหม่เท่าไหร่
ตู้กว้างเท่าไหร่
你们卖钢琴吗
有亚麻窗帘吗
蓝色的还有吗
什么时候到货
我的退款在哪
下周
明天上午
在吗
你还在吗
有人吗
几点开门
可以刷卡吗
寄到杭州运费多少
柜子多宽
kas teil klavereid on
kas linaseid kardinaid müüte
kas sinist on veel
millal kaup kohale jõuab
kus on minu raha
järgmisel nädalal
homme hommikul
halloo?
kas keegi on seal
mis kell te avate
kas kaardiga saab maksta
palju saatmine Tartusse maksab
kui lai see kapp on
`

export const plainNeutral = written.split('\n').filter(Boolean)
