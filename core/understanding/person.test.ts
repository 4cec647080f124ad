import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPersonModel } from './person/model.ts'
import { wantsPerson } from './person.ts'

const model = readPersonModel(readFileSync('weights/person.bin'))

interface Heard {
  wants: string[]
  not: string[]
}

const sentences: Record<string, Heard> = {
  English: {
    wants: [
      'hook me up with a person', 'can a person help me', 'put a human on', 'I refuse to talk to a bot', 'I wont talk to AI',
      'real agent plz', 'hello? anyone human?', 'could someone from your team get in touch with me',
      'give me customer support', 'I want to speak to customer care', 'customer service!', 'pls let me chat w an agent',
      'how do I get a human on here', 'talk 2 human', 'is a human available',
      'I would rather speak with a person than a machine', 'I need assistance from a real human being', 'escalate',
      'get me your supervisor', 'wanna speak 2 someone', 'forward me to a representative please', 'no robots please',
      'this robot does not understand me', 'you are just a bot, i need a person', 'where can i find a live agent',
      'connect to agent', 'hand off to human', 'human assistance needed', 'i want human support',
      'let me speak to the owner', 'someone human please help', 'any real people working here?',
      'I am not talking to a machine', 'get off, bot. person please', 'im done with this bot',
      'I would like to be connected with an agent', 'please have someone call me',
      'kindly connect me to your customer care executive', 'can i speak to sb from support', 'I just want a person',
      'let me talk to an actual employee', 'switch to live chat', 'transfer to representative', 'may I talk with a manager?',
      'i hate talking to robots', 'give me someone i can talk to', 'I need somebody from billing to call me',
      'who can i talk to', 'where is the human', 'real ppl only', 'can u get me an agnt', 'want to complain to a manager',
      'I demand to speak to a supervisor immediately', 'is anybody human there', 'not ai, human', 'agent agent agent',
      'customer rep', 'could I please be transferred to a human agent?', 'im asking for a human', 'chat with agent',
      'agent', 'Human!!', 'human pls', 'HUMAN BEING PLEASE', 'operator please', 'representative', 'speak to a human', 'Can I talk to someone real?', 'I want to speak with your manager right now',
      'Would you mind connecting me to one of your colleagues?', 'put me through to an advisor', 'this bot is useless, get me a person', 'stop the bot', 'not a bot please', 'I do not want to talk to a machine', 'talk to humna', 'speek to an agent', 'i need to tlk to a persn',
      'Is there a real person I could chat with?', 'are there any humans there?', 'please escalate this to a supervisor', 'hand me over to a live agent', 'I would prefer to deal with a human.', 'h u m a n', 'aaaagent', 'let me speak to customer service', 'gimme a real person',
      'My order RK-20418 is late and I would like a human to look at it', 'how can I reach a person', 'can you transfer this chat to your support team', 'Enough. Agent. Now.', 'no bots', 'I asked for a human three times', 'just get me somebody who can actually help', 'want 2 talk 2 a human', 'live person', 'may I please have a representative'],
    not: [
      'can the sofa seat five people', 'your staff was lovely', 'is assembly done by a person or do I do it myself',
      'I am a person with a disability, do you have a lift', 'the agent at the shop said 3 days',
      'does a human check the quality', 'can someone carry it upstairs', 'who is the manager of the Tallinn store',
      'I spoke with Anna from your team', 'I will be there in person', 'the robot arm of the lamp is bent',
      'i need a bed for my person', 'customer service hours?', 'do you deliver to agents', 'what do people usually buy',
      'your agent told me yesterday that it would come', 'are you a robot?', 'Am I talking to a human?', 'the delivery man was very kind', 'do you have a staff discount', 'can I pick it up in person?', 'the chair is for a tall person', 'a sofa for four people', 'no need for an agent, thanks', 'I spoke to a representative last week and she was great',
      'is it safe for humans and pets', 'does the robot vacuum fit underneath', 'my manager needs an invoice', 'I am a travel agent', 'how many people fit on the bench', 'where is my order', 'the person who delivered it was rude', 'Please call me before delivery', 'we need 20 chairs for our staff', 'thank your team from me', 'I do not want to talk to a person, just tell me the price', 'people say your sofas are good', 'what cleaning agent is best for oak', 'is the washing machine included'],
  },
  Malay: {
    wants: [
      'saya nak bercakap dengan staf', 'boleh sambung dengan manusia?', 'tolong bagi saya cakap dengan orang',
      'sila sambungkan saya kepada khidmat pelanggan', 'tak nak cakap dengan bot', 'bot tak guna, panggil orang',
      'nak agent', 'minta admin', 'mana staf?', 'saya perlukan bantuan manusia', 'boleh ke cakap dgn manager',
      'saya mahu seorang manusia membantu saya', 'operator pls', 'saya nk ckp ngn cs', 'hubungkan saya dengan penyelia',
      'nak org', 'boleh bagi nombor staf? nak cakap terus', 'saya tak mahu robot', 'tolong carikan saya pegawai',
      'nak jumpa orang atasan', 'sy nk admin skrg', 'kenapa bot je jawab, mana orang', 'boleh saya berbual dengan ejen anda',
      'pindahkan saya kepada manusia', 'staf tolong jawab',
      'nak cakap dengan orang', 'ejen', 'orang pls', 'nk ckp dgn org sebenar', 'sambungkan saya dengan pegawai', 'boleh saya bercakap dengan manusia?', 'tak nak bot', 'xnak robot, nak orang', 'berhenti la bot', 'panggil pengurus awak', 'saya nak jumpa supervisor', 'Saya ingin berhubung dengan wakil khidmat pelanggan.', 'tolong pass kat staf', 'nak staf tolong saya', 'ada orang betul tak kat sini', 'bagi orang la, bot ni bodoh', 'saya minta bercakap dengan pihak pengurus', 'boleh tolong sambungkan ke agen', 'nak manusia', 'malas layan robot, nak cakap dengan admin', 'bila boleh saya bercakap dengan seseorang?', 'call saya boleh? nak cakap dengan orang'],
    not: [
      'orang hantar tu dah call saya', 'staf ramai tak kat kedai', 'saya dah jumpa staf tadi', 'sofa untuk 3 orang',
      'adakah anda manusia?', 'boleh orang lain ambil?',
      'awak robot ke?', 'orang rumah saya suka warna ini', 'ejen awak kata semalam dah hantar', 'sofa ini muat berapa orang', 'diskaun untuk staf ada tak', 'tak perlu sambung ke staf, cuma nak tahu harga', 'saya orang Penang', 'penghantar tu baik orangnya', 'kami perlukan meja untuk 10 orang', 'bila barang saya sampai', 'mesin basuh boleh masuk bawah ni?', 'staf di kedai sangat membantu', 'orang yang pasang tu lambat', 'saya dah bercakap dengan pegawai awak semalam', 'nak tukar alamat'],
  },
  Indonesian: {
    wants: [
      'saya mau ngobrol dengan manusia', 'tolong hubungkan ke staf', 'bisa ngomong sama cs?', 'ga mau ngomong sama robot',
      'mana adminnya', 'butuh orang, bukan bot', 'minta disambungkan dengan operator', 'saya perlu bantuan petugas',
      'panggilkan manajer', 'mau bicara dgn atasan', 'saya tidak mau bicara dengan mesin', 'admin tolong bantu',
      'agen manusia', 'hubungi saya lewat telepon, mau bicara dengan orang', 'boleh minta cs nya', 'mau orang asli',
      'jangan robot mulu, panggil staf', 'minta nomor cs, mau ngomong langsung', 'sambungkan dong ke manusia',
      'bisa minta tolong staf aja', 'gue pengen ngomong sama supervisor lo', 'cs mana cs', 'tolong alihkan chat ini ke agen',
      'saya butuh bicara dengan seseorang', 'pliss manusia',
      'minta cs manusia', 'mau bicara dengan orang', 'tolong sambungkan ke CS', 'hubungkan dengan petugas', 'agen', 'org beneran plis', 'gw mau ngomong sama manusia', 'bisa bicara dengan manajer?', 'ga mau sama bot', 'jangan bot dong', 'stop robotnya', 'panggil supervisor sekarang', 'Saya ingin berbicara langsung dengan staf Anda.', 'oper ke admin', 'alihkan ke customer service', 'ada orangnya gak sih ini', 'butuh bantuan manusia', 'pengen chat sama orang asli', 'kasih gue orang, bukan mesin', 'mau komplain ke atasan', 'bisa minta ditelepon sama stafnya?', 'tolong adminnya dong'],
    not: [
      'orang gudang bilang barangnya habis', 'stafnya ramah', 'kursi untuk orang tua', 'apakah kamu manusia?',
      'sudah dibantu admin, makasih', 'ada berapa karyawan di sana?',
      'kamu bot ya?', 'kursi ini kuat untuk orang gemuk?', 'kata cs kemarin sudah dikirim', 'meja untuk 4 orang', 'diskon untuk karyawan ada?', 'ga usah disambungin ke cs, saya cuma mau tanya harga', 'saya orang Surabaya', 'kurirnya ramah orangnya', 'pesanan saya sampai mana', 'mesin cuci muat ga di sini', 'petugas tokonya baik banget', 'tadi sudah bicara dengan admin', 'berapa orang yang datang merakit', 'istri saya mau warna lain', 'boleh diambil orang lain?'],
  },
  Thai: {
    wants: [
      'ขอคุยกับคนจริงได้ไหมคะ', 'อยากพูดกับเจ้าหน้าที่', 'ต้องการคนช่วย', 'ขอแอดมินหน่อย', 'ไม่อยากคุยกับระบบอัตโนมัติ',
      'ขอเจ้าหน้าที่ตัวจริง', 'เรียกเจ้าหน้าที่ให้หน่อย', 'ขอติดต่อพนักงานค่ะ', 'คุยกับมนุษย์', 'พนักงานอยู่ไหม',
      'อยากให้แอดมินมาตอบ', 'หัวหน้าอยู่ไหน ขอคุย', 'โอนสาย', 'ขอคนไทยคุย', 'ขอพบผู้จัดการ', 'คนจริงๆ ค่ะ',
      'อยากได้คนคุยด้วย', 'ขอต่อสายพนักงาน', 'ขอคุยกับผู้ดูแล', 'เลิกใช้บอทตอบได้แล้ว', 'มีแอดมินอยู่มั้ย',
      'อยากโทรคุยกับเจ้าหน้าที่', 'พนักงานช่วยที', 'ให้คนมาตอบหน่อย', 'ไม่คุยกับหุ่นยนต์',
      'ขอคุยกับคน', 'แอดมิน', 'ขอสายเจ้าหน้าที่', 'อยากคุยกับพนักงานค่ะ', 'ต้องการติดต่อเจ้าหน้าที่', 'ไม่อยากคุยกับบอท', 'ไม่เอาบอท', 'ขอคนจริงๆ', 'มีคนจริงๆ ไหม', 'โอนให้พนักงานหน่อยครับ', 'เรียกผู้จัดการมาคุย', 'ขอพูดกับมนุษย์', 'ขอคุยกะคนหน่อย', 'คุยกับแอดมินได้ไหม', 'ช่วยต่อสายให้เจ้าหน้าที่ด้วยค่ะ', 'บอทไม่เข้าใจ ขอเจ้าหน้าที่', 'หยุดบอทเถอะ', 'อยากให้คนจริงตอบ', 'ติดต่อพนักงานได้ยังไง', 'ขอคุยกับหัวหน้าคุณ', 'ขอ agent', 'ให้เจ้าหน้าที่โทรกลับได้ไหม'],
    not: [
      'คนส่งโทรมาแล้ว', 'พนักงานน่ารักมาก', 'เตียงสำหรับสองคน', 'นี่คนหรือบอท', 'แอดมินตอบแล้วค่ะ ขอบคุณ', 'ใช้กี่คนประกอบ',
      'คุณเป็นบอทหรือเปล่า', 'คนส่งของมาสาย', 'โซฟานี้นั่งได้สี่คน', 'เจ้าหน้าที่บอกว่าจะคืนเงินแล้ว', 'ส่วนลดพนักงานใช้ได้ไหม', 'ไม่ต้องเรียกพนักงานนะ', 'ขอแคนเซิลออเดอร์', 'ของจะมาถึงเมื่อไหร่', 'ขอบคุณพนักงานมากค่ะ', 'เครื่องดูดฝุ่นเข้าใต้เตียงได้ไหม', 'พนักงานขับรถใจดีมาก', 'เก้าอี้รับน้ำหนักคนได้เท่าไหร่', 'เปลี่ยนที่อยู่จัดส่ง', 'คนข้างบ้านรับแทนได้ไหม'],
  },
  Chinese: {
    wants: [
      '我要和真人对话', '转接客服', '帮我找个真人', '有人工吗', '請轉真人客服', '我想找你們的經理', '别机器人了，转人工', '能不能让人来处理', '给我转客服', '人工在吗', '要人工', '叫个人来',
      '想跟你们工作人员说一下', '我不要跟AI聊', '可以电话联系我吗，我要跟人讲', '我需要真人帮助', '换真人', '给我人工', '我不想和AI说话', '能帮我转给客服吗', '我要見主管', '人工 人工',
      '麻烦转一下人工谢谢', '真人在哪', '我要跟活人说话',
      '人工', '转人工', '我要找真人', '请转接人工客服', '我想跟人说话', '別用機器人敷衍我，我要真人', '請幫我轉接客服人員', '不要机器人', '叫经理来', '有没有真人', '能跟人聊吗', '找人工', '客服在吗', '我要投诉，让你们主管联系我', '不想和机器人说话', '可以轉人工嗎', '給我找個人', '人工服务怎么转', '麻烦给我接人工', '停止机器人', '请让工作人员给我回电', '我要agent'],
    not: [
      '送货的人打电话了', '客服刚才回复我了', '适合老人吗', '你是人工还是机器', '人工智能灯怎么用', '几个人可以装',
      '你是机器人吗', '你是真人吗', '昨天客服说可以退', '人工费多少钱', '这张桌子坐几个人', '送货员态度不好', '员工有优惠吗', '不用转人工了，谢谢', '扫地机器人能进去吗', '我的订单在哪里', '家里有老人和小孩', '收件人电话改一下', '是人造石还是大理石', '两个人能装好吗', '客服很有耐心，谢谢'],
  },
  Estonian: {
    wants: [
      'tahan rääkida päris inimesega', 'kas saan rääkida inimesega?', 'palun ühendage klienditoega', 'andke operaator',
      'ma ei soovi robotiga suhelda', 'kutsuge palun keegi inimene', 'sooviksin rääkida juhatajaga', 'inimene, palun',
      'kas keegi päris inimene on seal', 'suuna mind teenindajale', 'ma vajan inimese abi',
      'kuidas ma inimesega ühendust saan', 'lõpetage see bot', 'robot ei aita, tahan inimest', 'palun helistage mulle',
      'palun inimene', 'tahaks teenindajat', 'anna mulle klienditugi', 'soovin kontakti inimesega',
      'võtke keegi ühendust minuga, tahan inimesega rääkida', 'kas saab töötajaga vestelda',
      'ärge pange mind robotiga rääkima', 'inimtuge palun', 'klienditeenindaja!!', 'kus on inimene',
      'inimesega rääkida', 'inimesega raakida palun', 'soovin suhelda klienditeenindajaga', 'klienditeenindaja palun', 'andke mulle päris inimene', 'ühendage mind operaatoriga', 'ma ei taha robotiga rääkida', 'lõpeta, bot', 'kas siin on mõni elus inimene', 'kutsuge juhataja', 'tahan teie ülemusega rääkida', 'palun suunake mind kolleegi juurde', 'Kas mul oleks võimalik vestelda mõne töötajaga?', 'mitte bot', 'tahan inimest', 'kas keegi saaks mulle helistada, tahan inimesega rääkida', 'inimene palun!!!', 'vajan konsultandi abi', 'saaks ma kellegagi rääkida', 'uhendage klienditeenindusega', 'agent', 'ei soovi masinaga suhelda'],
    not: [
      'kuller rääkis minuga', 'töötajad olid toredad', 'kas sina oled inimene', 'mitu inimest tuleb paigaldama',
      'voodi kahele inimesele', 'teie klienditeenindaja vastas juba',
      'kas sa oled robot', 'kas ma räägin inimesega', 'teie töötaja lubas eile tagasi helistada', 'laud neljale inimesele', 'kas töötajatele on soodustus', 'inimest pole vaja, aitäh', 'rääkisin eile klienditeenindajaga', 'kuller oli väga viisakas', 'kus mu pakk on', 'kas robottolmuimeja mahub alla', 'meie ülemus tahab arvet', 'mitu inimest diivanile mahub', 'palun helistage enne tarnet', 'soovin tellimuse tühistada'],
  },
}

for (const [language, { wants, not }] of Object.entries(sentences)) {
  test(`a customer who asks for a person in ${language} is heard, however it is said`, () => {
    expect(wants.filter((text) => !wantsPerson(text, model).is)).toEqual([])
  })

  test(`a customer who only speaks of persons in ${language} is not taken for one who asks`, () => {
    expect(not.filter((text) => wantsPerson(text, model).is)).toEqual([])
  })
}

test('a request in two languages at once is heard', () => {
  for (const text of ['nak cakap dengan human please', '我要跟 agent 说话', 'ขอคุยกับ agent ค่ะ', 'tahan humaniga ... human please', 'mau ngobrol sama real person dong'])
    expect(wantsPerson(text, model).is, text).toBe(true)
})

test('the words that made the request are shown where they stand in the message', () => {
  const text = 'RK-20418. Could you please transfer me to a human?'
  const { because } = wantsPerson(text, model)
  expect(because.map((span) => span.text).join(' ')).toMatch(/transfer|human/)
  for (const span of because) expect(text.slice(span.from, span.to)).toBe(span.text)
})

test('a request at the end of a very long message is heard', () => {
  expect(wantsPerson(`${'The sofa is grey and soft. '.repeat(4000)} I want to talk to a human.`, model).is).toBe(true)
})

test('without the words that are named as the reason, the same message no longer asks for a person', () => {
  for (const text of [
    'My parcel is late, can I talk to a human?',
    'Barang rosak. Nak cakap dengan staf.',
    'pesanan belum sampai, tolong sambungkan ke CS',
    'ของยังไม่มา ขอคุยกับเจ้าหน้าที่',
    '订单还没到，转人工',
    'Pakk on kadunud, tahan rääkida inimesega',
  ]) {
    const { because } = wantsPerson(text, model)
    const rest = because.reduceRight((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text)
    expect(wantsPerson(rest, model).is, `${text} → ${rest}`).toBe(false)
  }
})

test('without any weights the rules hear a plain request all the same', () => {
  for (const text of ['I want to talk to a human', '转人工', 'ขอคุยกับเจ้าหน้าที่']) expect(wantsPerson(text, null).is, text).toBe(true)
})

test('who wants no person, calls back alone or tells what another asked is not taken for one who asks', () => {
  const spoken = [
    'do not connect me to a person', 'he asked to speak to a human', 'can I call you back', 'my dad asked for a person and got one, nice',
    'jangan sambungkan saya dengan orang', 'boleh saya call balik nanti?', 'ga usah panggil orang, udah beres', 'bisa saya telepon balik nanti?',
    'ไม่ต้องเรียกเจ้าหน้าที่แล้ว', 'เดี๋ยวโทรกลับนะคะ', '不要给我转人工', '他刚才要求找真人', 'ärge ühendage mind inimesega', 'ta palus juba inimest',
  ]
  expect(spoken.filter((text) => wantsPerson(text, model).is)).toEqual([])
})

test('a refusal is refused by the rules alone, and a bot refused for a person is still a request', () => {
  for (const text of ['do not connect me to a person', 'he asked to speak to a human', 'tak payah panggil staf', '不要给我转人工'])
    expect(wantsPerson(text, null).is, text).toBe(false)
  for (const text of ['do not connect me to a bot, connect me to a person', 'jangan sambung ke bot, sambung ke orang', 'ไม่อยากคุยกับบอทแล้ว'])
    expect(wantsPerson(text, null).is, text).toBe(true)
})
