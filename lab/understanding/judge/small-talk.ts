/** What people say before, between and after what they want. None of it asks for a person. One a line. */
const written = `
hello
hello!
hi
hi there
hey
hii
good morning
good afternoon
good evening
good day
morning
thanks
thank you
thank you so much
thx
ok
okay
ok thanks
great
perfect
yes
yes please
no
no thanks
bye
goodbye
see you
have a nice day
please
sorry
one moment
I have a question
can you help me
can you help me please
I need help
help
help me please
quick question
?
test
selamat pagi
selamat petang
selamat malam
salam
assalamualaikum
hai
helo
terima kasih
tq
ok tq
ya
tak
baik
jumpa lagi
nak tanya
saya nak tanya sikit
boleh bantu saya
tolong bantu saya
minta maaf
halo
hallo
halo kak
pagi kak
siang kak
permisi
selamat siang
selamat sore
makasih
makasih ya kak
oke
iya
tidak
mau tanya dong
saya mau tanya
bisa bantu saya
tolong bantu
maaf mengganggu
sampai jumpa
สวัสดี
สวัสดีค่ะ
สวัสดีครับ
หวัดดี
ดีจ้า
อรุณสวัสดิ์
ขอบคุณค่ะ
ขอบคุณครับ
ขอบใจ
โอเค
โอเคค่ะ
ได้ค่ะ
ใช่ค่ะ
ไม่ค่ะ
สอบถามหน่อยค่ะ
ขอสอบถามครับ
มีเรื่องจะถาม
ช่วยหน่อยค่ะ
ช่วยด้วยครับ
รบกวนหน่อยนะคะ
ขอโทษค่ะ
ลาก่อน
你好
您好
你好呀
早上好
下午好
晚上好
哈喽
嗨
亲
在吗
谢谢
谢谢啦
好的
好
嗯
是的
不是
不用了
请问一下
我想问一下
可以帮我吗
帮帮我
麻烦一下
不好意思
再见
拜拜
tere
tere!
tere päevast
tere hommikust
tere õhtust
tsau
tšau
hei
tervist
aitäh
aitäh teile
tänan
suur tänu
ok
jah
ei
nägemist
head aega
palun
vabandust
mul on küsimus
tahaks küsida
kas saate aidata
aidake palun
appi
`

export const smallTalk: readonly string[] = written
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean)
