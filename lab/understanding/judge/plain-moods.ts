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
