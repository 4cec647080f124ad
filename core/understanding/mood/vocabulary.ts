import { lexicon } from '../phrases/lexicon.ts'
import { english } from './en.ts'
import { estonian } from './et.ts'
import { indonesian } from './id.ts'
import { malay } from './ms.ts'
import { thai } from './th.ts'
import { chinese } from './zh.ts'

/** All six at once: moods are mixed of languages as messages are. */
export const vocabulary = lexicon([english, malay, indonesian, thai, chinese, estonian])
