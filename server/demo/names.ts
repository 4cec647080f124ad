import type { Chance } from '../../core/chance.ts'
import type { Language } from '../../core/language.ts'
import type { Country } from './goods.ts'

export interface Name {
  name: string
  /** In the script in which they write it themselves; null where that is the Latin one. */
  local: string | null
}

/** A name that fits the country and the language. */
export function nameFor(chance: Chance, country: Country, language: Language): Name {
  if (language === 'th') return thai(chance)
  if (language === 'et') return plain(chance, estonian)
  if (language === 'id') return plain(chance, indonesian)
  if (language === 'ms') return malay(chance)
  if (language === 'zh') return chinese(chance, country)
  if (country === 'EE') return plain(chance, estonian)
  return plain(chance, chance.next() < 0.45 ? indian : western)
}

interface Stock {
  given: readonly string[]
  family: readonly string[]
}

const plain = (chance: Chance, { given, family }: Stock): Name => ({ name: `${chance.pick(given)} ${chance.pick(family)}`, local: null })

type Pairs = readonly (readonly [latin: string, local: string])[]

function thai(chance: Chance): Name {
  const [given, givenLocal] = chance.pick(thaiGiven)
  const [family, familyLocal] = chance.pick(thaiFamily)
  return { name: `${given} ${family}`, local: `${givenLocal} ${familyLocal}` }
}

/** Overseas the family names are spelt as at home in the dialects, in China by pinyin; both write the same characters. */
function chinese(chance: Chance, country: Country): Name {
  const [family, familyLocal] = chance.pick(country === 'CN' ? pinyinFamily : dialectFamily)
  const [given, givenLocal] = chance.pick(chineseGiven)
  const spelt = country === 'CN' ? given.replace(/ (\w)/, (_, letter: string) => letter.toLowerCase()) : given
  return { name: country === 'CN' ? `${spelt} ${family}` : `${family} ${spelt}`, local: `${familyLocal}${givenLocal}` }
}

function malay(chance: Chance): Name {
  const woman = chance.next() < 0.5
  const given = chance.pick(woman ? malayWomen : malayMen)
  return { name: `${given} ${woman ? 'binti' : 'bin'} ${chance.pick(malayMen)}`, local: null }
}

const estonian: Stock = {
  given: [
    'Mari',
    'Kristel',
    'Liis',
    'Anneli',
    'Triin',
    'Maarja',
    'Helen',
    'Piret',
    'Kadi',
    'Ülle',
    'Jaan',
    'Priit',
    'Taavi',
    'Indrek',
    'Rasmus',
    'Siim',
    'Ott',
    'Margus',
    'Andres',
    'Tõnu',
  ],
  family: [
    'Tamm',
    'Saar',
    'Mägi',
    'Kask',
    'Kukk',
    'Rebane',
    'Ilves',
    'Pärn',
    'Koppel',
    'Luik',
    'Oja',
    'Raud',
    'Lepik',
    'Vaher',
    'Põder',
    'Sepp',
    'Kuusk',
    'Laas',
  ],
}
const indonesian: Stock = {
  given: [
    'Dewi',
    'Ratna',
    'Putri',
    'Ayu',
    'Sri',
    'Indah',
    'Wulan',
    'Fitri',
    'Rina',
    'Maya',
    'Budi',
    'Agus',
    'Rizky',
    'Bayu',
    'Andi',
    'Dimas',
    'Eko',
    'Hendra',
    'Yoga',
    'Fajar',
  ],
  family: [
    'Santoso',
    'Wijaya',
    'Pratama',
    'Kusuma',
    'Hidayat',
    'Saputra',
    'Nugroho',
    'Siregar',
    'Hutapea',
    'Rahayu',
    'Permana',
    'Setiawan',
    'Utami',
    'Halim',
    'Gunawan',
    'Maharani',
  ],
}
const malayWomen = [
  'Nurul Aina',
  'Siti Hajar',
  'Farah',
  'Aisyah',
  'Nadia',
  'Zulaikha',
  'Hidayah',
  'Izzati',
  'Syafiqah',
  'Rohana',
  'Maslina',
  'Balqis',
]
const malayMen = [
  'Ahmad',
  'Hafiz',
  'Faizal',
  'Razak',
  'Azlan',
  'Ismail',
  'Zulkifli',
  'Farid',
  'Khairul',
  'Roslan',
  'Hakim',
  'Shahrul',
  'Osman',
  'Yusof',
]
const indian: Stock = {
  given: ['Priya', 'Anitha', 'Kavitha', 'Deepa', 'Shalini', 'Meena', 'Rajesh', 'Suresh', 'Arjun', 'Vikram', 'Prakash', 'Dinesh', 'Ravi', 'Lakshmi'],
  family: ['Nair', 'Pillai', 'Menon', 'Krishnan', 'Subramaniam', 'Raman', 'Iyer', 'Naidu', 'Chandran', 'Rajan', 'Devan', 'Kumar'],
}
const western: Stock = {
  given: ['Emma', 'Sarah', 'Rachel', 'Claire', 'Joanna', 'Melissa', 'Nicole', 'Daniel', 'Marcus', 'Adrian', 'Kevin', 'Jonathan', 'Thomas', 'Gerald'],
  family: ['Pereira', 'De Souza', 'Fernandez', 'Clarke', 'Oliveiro', 'Harris', 'Morgan', 'Walker', 'Rodrigues', 'Santa Maria', 'Bennett', 'Shaw'],
}
const thaiGiven: Pairs = [
  ['Somchai', 'สมชาย'],
  ['Nattapong', 'ณัฐพงศ์'],
  ['Kittisak', 'กิตติศักดิ์'],
  ['Anan', 'อนันต์'],
  ['Wichai', 'วิชัย'],
  ['Thanakorn', 'ธนากร'],
  ['Prasert', 'ประเสริฐ'],
  ['Chaiwat', 'ชัยวัฒน์'],
  ['Malee', 'มาลี'],
  ['Suda', 'สุดา'],
  ['Kanya', 'กัญญา'],
  ['Chanida', 'ชนิดา'],
  ['Pimchanok', 'พิมพ์ชนก'],
  ['Siriporn', 'ศิริพร'],
  ['Orathai', 'อรทัย'],
  ['Waraporn', 'วราภรณ์'],
  ['Ploy', 'พลอย'],
  ['Duangjai', 'ดวงใจ'],
]
const thaiFamily: Pairs = [
  ['Srisuk', 'ศรีสุข'],
  ['Wongsakul', 'วงศ์สกุล'],
  ['Thongdee', 'ทองดี'],
  ['Saetang', 'แซ่ตั้ง'],
  ['Boonmee', 'บุญมี'],
  ['Chaiyasit', 'ไชยสิทธิ์'],
  ['Rattanaporn', 'รัตนพร'],
  ['Suwannarat', 'สุวรรณรัตน์'],
  ['Jaidee', 'ใจดี'],
  ['Kaewmanee', 'แก้วมณี'],
  ['Phromma', 'พรหมมา'],
  ['Intharat', 'อินทรัตน์'],
]
const dialectFamily: Pairs = [
  ['Tan', '陈'],
  ['Lim', '林'],
  ['Lee', '李'],
  ['Ng', '黄'],
  ['Ong', '王'],
  ['Wong', '黄'],
  ['Goh', '吴'],
  ['Chua', '蔡'],
  ['Koh', '许'],
  ['Teo', '张'],
  ['Low', '刘'],
  ['Yeo', '杨'],
  ['Chong', '张'],
  ['Sim', '沈'],
]
const pinyinFamily: Pairs = [
  ['Wang', '王'],
  ['Li', '李'],
  ['Zhang', '张'],
  ['Liu', '刘'],
  ['Chen', '陈'],
  ['Yang', '杨'],
  ['Zhao', '赵'],
  ['Huang', '黄'],
  ['Zhou', '周'],
  ['Xu', '徐'],
]
const chineseGiven: Pairs = [
  ['Mei Ling', '美玲'],
  ['Xiao Yan', '晓燕'],
  ['Li Hua', '丽华'],
  ['Jia Yi', '佳怡'],
  ['Shu Fen', '淑芬'],
  ['Hui Min', '慧敏'],
  ['Ya Ting', '雅婷'],
  ['Xin Yi', '欣怡'],
  ['Wei Jie', '伟杰'],
  ['Jun Hao', '俊豪'],
  ['Zhi Qiang', '志强'],
  ['Jian Guo', '建国'],
  ['Ming Hui', '明辉'],
  ['Kai Wen', '凯文'],
  ['Yong Sheng', '永胜'],
  ['Zi Han', '子涵'],
  ['Guo Wei', '国伟'],
  ['Bo Wen', '博文'],
]
