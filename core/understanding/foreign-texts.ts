import type { Language } from '../language.ts'
import { foreign as en } from './foreign/en.ts'
import { foreign as et } from './foreign/et.ts'
import { foreign as id } from './foreign/id.ts'
import { foreign as ms } from './foreign/ms.ts'
import { foreign as th } from './foreign/th.ts'
import { foreign as zh } from './foreign/zh.ts'

/** What people type into any company's chat that is none of its matters: beside an account's own examples it shows what lies outside of them. */
export const foreignTexts: Record<Language, readonly string[]> = { en, ms, id, th, zh, et }
