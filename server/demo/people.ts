import type { Language } from '../../core/language.ts'
import type { Db } from '../platform/db.ts'
import type { Platform } from '../platform/platform.ts'
import { addPerson, type NewPerson } from '../team/people.ts'
import { putOnDuty } from './store.ts'

/** Everybody of the demo company whom a visitor may be signs in with this. */
const password = 'welcome-to-sambut'

export interface Colleague {
  id: string
  name: string
  languages: Language[]
  skills: string[]
  capacity: number
  serves: boolean
}

/** The team of twelve. Those who are simulated work by themselves; the others wait for somebody to sign in as them. */
export async function seedPeople(platform: Platform, db: Db, account: string): Promise<Colleague[]> {
  const colleagues: Colleague[] = []
  for (const person of team) {
    const { name, email, languages, skills = [], capacity = 3, role, simulated = false } = person
    const user = await platform.makeUser({ name, email, ...(!simulated && { password }) })
    const id = await addPerson(platform, db, account, person, user)
    colleagues.push({ id, name, languages, skills, capacity, serves: role !== 'analyst' })
  }
  await putOnDuty(db, account)
  return colleagues
}

const simulated = true
const at = (name: string) => `${name}@rumahkodu.example`

const team: readonly NewPerson[] = [
  { name: 'Kadri Tamm', email: at('kadri'), role: 'owner', languages: ['en', 'et'], skills: ['complaints', 'sales'], capacity: 2 },
  {
    name: 'Aisyah Rahman',
    email: at('aisyah'),
    role: 'lead',
    languages: ['en', 'ms', 'id'],
    skills: ['complaints', 'payments', 'products'],
    capacity: 4,
  },
  {
    name: 'Jasmine Seah',
    email: at('jasmine'),
    role: 'lead',
    languages: ['en', 'zh', 'ms'],
    skills: ['complaints', 'sales', 'payments', 'products'],
    capacity: 2,
    simulated,
  },
  {
    name: 'Nattaya Kittikul',
    email: at('nattaya'),
    role: 'team',
    languages: ['en', 'th'],
    skills: ['products', 'payments', 'complaints', 'sales'],
    capacity: 3,
  },
  { name: 'Budi Wicaksono', email: at('budi'), role: 'team', languages: ['en', 'id', 'ms'], skills: ['products', 'sales', 'payments'], capacity: 3 },
  {
    name: 'Marten Kask',
    email: at('marten'),
    role: 'team',
    languages: ['et', 'en'],
    skills: ['products', 'payments', 'sales', 'complaints'],
    capacity: 2,
    simulated,
  },
  { name: 'Kristel Allik', email: at('kristel'), role: 'team', languages: ['et', 'en'], skills: ['sales', 'products'], capacity: 2, simulated },
  {
    name: 'Xiaomei Chen',
    email: at('xiaomei'),
    role: 'team',
    languages: ['zh', 'en'],
    skills: ['products', 'payments', 'sales', 'complaints'],
    capacity: 2,
    simulated,
  },
  {
    name: 'Siti Aminah',
    email: at('siti'),
    role: 'team',
    languages: ['ms', 'id', 'en'],
    skills: ['payments', 'products', 'complaints', 'sales'],
    capacity: 3,
    simulated,
  },
  {
    name: 'Pimchanok Suksai',
    email: at('pimchanok'),
    role: 'team',
    languages: ['th', 'en'],
    skills: ['products', 'payments', 'sales', 'complaints'],
    capacity: 2,
    simulated,
  },
  {
    name: 'Dewi Anggraini',
    email: at('dewi'),
    role: 'team',
    languages: ['id', 'ms', 'en'],
    skills: ['sales', 'products', 'payments', 'complaints'],
    capacity: 2,
    simulated,
  },
  { name: 'Priya Venkat', email: at('priya'), role: 'analyst', languages: ['en'] },
]
