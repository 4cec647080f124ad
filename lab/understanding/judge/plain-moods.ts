/** Short plain moods: f is negative and frustrated, c negative or neutral and confused. One a line, mood before the bar. */
const written = `
negative|not good
negative|that is not nice at all
negative|this isn't good enough
negative f|awful, just awful!
negative f|I am so angry!!
negative f|terrible service, I'm furious
negative f|third time I ask and still no answer!
negative f|I have asked twice already and nobody replies
neutral c|I don't understand this
neutral c|the instructions make no sense to me
positive|not bad at all
positive|love it, thank you!
positive|great, thanks so much
negative|tak bagus
negative f|teruk gila, saya marah!
negative f|servis paling teruk, kecewa sangat
negative f|dah tiga kali tanya, masih tak jawab!
neutral c|saya kurang faham
neutral c|tak faham langsung cara guna
positive|cantik, suka sangat, terima kasih!
negative|tidak bagus
negative f|parah, kecewa berat!
negative f|pelayanan buruk, saya marah!
negative f|sudah tiga kali nanya, belum dijawab juga!
neutral c|saya bingung
neutral c|aku ga paham caranya
positive|bagus banget, makasih ya!
negative|ไม่ดีเลย
negative f|แย่สุดๆ โกรธมาก
negative f|ผิดหวังมาก บริการแย่
negative f|ถามรอบที่สามแล้ว ยังไม่มีใครตอบ!
neutral c|งงค่ะ ทำยังไง
neutral c|งงมากเลย ทำไงดีคะ
neutral c|งง ต้องทำยังไงครับ
neutral c|ทำยังไงคะ งงไปหมดแล้ว
neutral c|งงมาก ไม่เข้าใจ ต้องทำยังไง
neutral c|ไม่เข้าใจวิธีใช้
positive|ชอบมาก ขอบคุณค่ะ
negative|不太好
negative f|太差劲了，气死人！
negative f|服务太差，非常生气
negative f|问了三遍了，还是没人回！
neutral c|看不懂
neutral c|我不明白怎么用
positive|太好了，谢谢！
negative|ei ole hea
negative f|kohutav, olen nii vihane!
negative f|väga halb teenindus, olen pettunud
negative f|küsin juba kolmandat korda, ikka ei vastata!
neutral c|ma ei saa aru
neutral c|juhend on segane, ei saa aru
positive|suurepärane, aitäh!
negative f|😡
negative f|😡😡😡
negative f|🤬
negative f|🤬🤬🤬
negative f|😤😤
negative f|🤬 where is it
negative f|😡 mana barang saya
negative f|😡 mana paket saya
negative f|😡 ของอยู่ไหน
negative f|😡 我的货呢
negative f|😡 kus mu pakk on
negative|👎
negative|👎👎
negative|😞
negative|😢
negative|😭
negative|💔
negative|🙁
positive|😀
positive|😊
positive|👍
positive|👍👍
positive|❤️
positive|😍😍
positive|🥰
positive|🎉
positive|🙏❤️
neutral c|🤔
neutral c|🤷
neutral|where is my refund
neutral|when will I get my refund
neutral|where is my parcel
neutral|bila saya dapat bayaran balik
neutral|bila refund saya masuk
neutral|kapan refund saya masuk
neutral|paket saya di mana
neutral|เงินคืนเข้าวันไหนคะ
neutral|พัสดุอยู่ไหนคะ
neutral|退款什么时候到
neutral|我的包裹在哪里
neutral|millal raha tagasi tuleb
neutral|kus mu pakk on
neutral|HUMAN
neutral|human please
neutral|I want to speak to a person
neutral|halo
neutral|hai
neutral|saya nak cakap dengan orang
neutral|mau bicara dengan petugas
neutral|ขอคุยกับคนค่ะ
neutral|ขอคุยกับเจ้าหน้าที่หน่อยค่ะ
neutral|想和客服说话
neutral|转真人客服
neutral|转人工
neutral|soovin inimesega rääkida
negative f|hebat ya, telat lagi dua jam
negative f|makasih lho, ga membantu sama sekali
negative f|bagus sangat servis, dah tiga kali rosak
negative f|真是谢谢你们，什么都没解决
negative f|不错啊，等了两个月还没退款
negative f|oh fantastic, it arrived in pieces
negative f|great, another delay
negative f|wow tore, jälle katki
negative f|ดีมากเลย รอสามชั่วโมงไม่มีใครตอบ
`

export interface PlainMood {
  text: string
  mood: 'negative' | 'neutral' | 'positive'
  frustrated: boolean
  confused: boolean
}

export const plainMoods: readonly PlainMood[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [marks = '', text = ''] = line.split('|')
    const mood = marks.startsWith('negative') ? 'negative' : marks.startsWith('positive') ? 'positive' : 'neutral'
    return { text, mood, frustrated: marks.endsWith(' f'), confused: marks.endsWith(' c') }
  })
