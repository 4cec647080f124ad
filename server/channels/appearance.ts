import type { Appearance, WidgetAppearance } from '../../contract/channels.ts'
import { isHex, paletteOf } from '../../core/channels/palette.ts'
import { kindOf } from '../../core/conversations/file-kind.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { saveAppearance } from './store.ts'

/** The house's own look, until somebody chooses another. */
export const houseAppearance: Appearance = {
  colour: null,
  position: 'right',
  launcher: {},
  greeting: {},
  notice: {},
  photo: null,
  initials: '',
  sound: true,
}

const largestPhoto = 60_000

/** Keeps a new version with its author. A picture is one by its bytes, not by what its address says (C04). */
export async function changeAppearance(work: Work<never>, appearance: Appearance, person: string | null): Promise<void> {
  const photo = appearance.photo && Buffer.from(appearance.photo.split(',')[1] ?? '', 'base64')
  if (photo && (photo.length > largestPhoto || !appearance.photo?.startsWith(`data:${kindOf(photo)};`)))
    refuse('bad-input', [{ path: 'photo', message: 'is no PNG, JPEG or WebP of at most 60 kB' }])
  await saveAppearance(work.db, work.account, { ...appearance, ...spoken(appearance) }, person)
}

/** Sentences of blanks are no sentences. */
function spoken({ launcher, greeting, notice }: Appearance): Pick<Appearance, 'launcher' | 'greeting' | 'notice'> {
  const said = (texts: Appearance['launcher']) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.trim()))
  return { launcher: said(launcher), greeting: said(greeting), notice: said(notice) }
}

export function forWidget({ colour, ...appearance }: Appearance): WidgetAppearance {
  return { ...appearance, palette: colour && isHex(colour) ? mutable(paletteOf(colour)) : null }
}

/** The rule's pairs are read-only; the contract's are plain. */
function mutable({ accent, hover, on, tint, edge }: ReturnType<typeof paletteOf>): NonNullable<WidgetAppearance['palette']> {
  return { accent: [...accent], hover: [...hover], on: [...on], tint: [...tint], edge: [...edge] }
}
