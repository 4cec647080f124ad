import { Button, FileButton, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Appearance } from '../../contract/channels.ts'

const side = 128

/** The team's picture, made small here before it is kept; or two or three letters. */
export function Photo({ look, change }: { look: Appearance; change: (patch: Partial<Appearance>) => void }) {
  const { t } = useTranslation('channels')
  const [wrong, setWrong] = useState(false)
  const take = async (file: File | null) => {
    if (!file) return
    const photo = await makeSmall(file)
    setWrong(photo === null)
    if (photo) change({ photo })
  }
  return (
    <div>
      <TextInput
        label={t('look.initials')}
        description={t('look.initials-hint')}
        maxLength={3}
        value={look.initials}
        onChange={(event) => change({ initials: event.currentTarget.value })}
      />
      <Group mt={8} gap={10}>
        {look.photo && <img className="look-photo" src={look.photo} alt={t('look.photo')} />}
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" size="compact-sm">
              {t('look.photo-choose')}
            </Button>
          )}
        </FileButton>
        {look.photo && (
          <Button variant="subtle" size="compact-sm" onClick={() => change({ photo: null })}>
            {t('console:remove')}
          </Button>
        )}
      </Group>
      {wrong && (
        <p role="alert" className="lost">
          {t('look.photo-wrong')}
        </p>
      )}
    </div>
  )
}

/** A square of 128 pixels out of the middle, as JPEG; null when the browser cannot read it as a picture. */
async function makeSmall(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!picture || !pen) return null
  canvas.width = side
  canvas.height = side
  const edge = Math.min(picture.width, picture.height)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, side, side)
  pen.drawImage(picture, (picture.width - edge) / 2, (picture.height - edge) / 2, edge, edge, 0, 0, side, side)
  return canvas.toDataURL('image/jpeg', 0.86)
}
