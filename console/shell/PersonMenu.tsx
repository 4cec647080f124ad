import { Menu, useMantineColorScheme } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../contract/team.ts'
import { type Language, languages } from '../../core/language.ts'
import { ask } from './api.ts'
import { Face } from './Face.tsx'
import { useMe } from './me.ts'
import { sayTrouble } from './Trouble.tsx'
import { speak } from './words.ts'
import './person-menu.css'

const presences = ['on', 'away', 'off'] as const
const schemes = ['light', 'dark', 'auto'] as const

/** Who I am, whether I am on duty, my language, light and dark, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const go = useNavigate()
  const { colorScheme } = useMantineColorScheme()
  const keep = (next: Me) => queries.setQueryData(['me'], next)
  const presence = useMutation({
    mutationFn: (wish: (typeof presences)[number]) => ask<Me>('PUT', '/v1/me/presence', { presence: wish }),
    onSuccess: keep,
    onError: sayTrouble,
  })
  const language = useMutation({
    mutationFn: async (wish: Language) => {
      await speak(wish)
      return ask<Me>('PATCH', '/v1/me', { language: wish })
    },
    onSuccess: keep,
    onError: sayTrouble,
  })
  const look = useMutation({
    mutationFn: (wish: (typeof schemes)[number]) => ask<Me>('PATCH', '/v1/me', { preferences: { ...me.preferences, look: wish } }),
    onSuccess: keep,
    onError: sayTrouble,
  })
  const leave = async () => {
    if (me.may.includes('serve')) await ask('PUT', '/v1/me/presence', { presence: 'off' }).catch(sayTrouble)
    await ask('POST', '/auth/sign-out', {}).catch(sayTrouble)
    queries.clear()
    location.assign('/console/')
  }
  // What is heard begins with what is seen, for people who say aloud what they want to press.
  const [first, ...rest] = me.person.name.split(' ')
  return (
    <div className="rail-me">
      <Menu position="right-end" withinPortal width={230}>
        <Menu.Target>
          <button type="button" className="me-button">
            <Face name={me.person.name} ours />
            <span className={`me-dot is-${me.person.presence}`} aria-hidden="true" />
            <span className="me-name one-line">{first}</span>
            <span className="sr-only"> {t('me.menu', { name: rest.join(' ') })}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.person.name} · {t(`roles.${me.person.role}`)}
          </Menu.Label>
          {me.may.includes('serve') &&
            presences.map((wish) => (
              <Menu.Item
                key={wish}
                onClick={() => presence.mutate(wish)}
                leftSection={<span className={`me-dot is-${wish} is-inline`} />}
                aria-current={me.person.presence === wish}
              >
                {t(`presence.${wish}`)}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Label>{t('me.language')}</Menu.Label>
          {languages.map((one) => (
            <Menu.Item
              key={one}
              lang={one}
              onClick={() => language.mutate(one)}
              aria-current={me.language === one}
              fw={me.language === one ? 600 : 400}
            >
              {t(`languages.${one}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('me.look')}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item key={scheme} onClick={() => look.mutate(scheme)} aria-current={colorScheme === scheme} fw={colorScheme === scheme ? 600 : 400}>
              {t(`look.${scheme}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => void go({ to: '/settings/$section', params: { section: 'person' } })}>{t('settings.person')}</Menu.Item>
          <Menu.Item onClick={() => void go({ to: '/settings/$section', params: { section: 'security' } })}>{t('settings.security')}</Menu.Item>
          <Menu.Item onClick={() => void leave()}>{t('me.leave')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
