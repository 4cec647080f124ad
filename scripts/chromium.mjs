// The browser that the journeys are walked in: the one that is there, or the distribution's own.
import { existsSync } from 'node:fs'
import { Refusal, run, say } from './setup.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
// Without these fonts Chinese and Thai are boxes, and boxes have other widths.
const packages = ['chromium', 'fonts-noto-cjk', 'fonts-thai-tlwg']

/** The path of a Chromium, installed first where we may. */
export async function findOrInstallChromium() {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) throw new Refusal(`CHROMIUM names ${named}, and there is no such file.`)
  const found = named || find()
  if (found) return found

  const byHand = `apt-get update && apt-get install -y ${packages.join(' ')}`
  const aptGet = '/usr/bin/apt-get'
  if (process.getuid?.() !== 0 || !existsSync(aptGet))
    throw new Refusal(
      `The journeys need Chromium. On Debian or Ubuntu: sudo sh -c '${byHand}'. Elsewhere: set CHROMIUM to the path of a Chromium or Chrome.`,
    )
  say('Installing Chromium and fonts (only the first time) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', ...packages]])
    if ((await run([aptGet, ...command], { env })) !== 0)
      throw new Refusal(`Chromium could not be installed: apt-get says why above. By hand: ${byHand}`)
  return find() ?? refuse(byHand)
}

function find() {
  return places.find((place) => existsSync(place))
}

function refuse(byHand) {
  throw new Refusal(`There is still no Chromium after "${byHand}". Set CHROMIUM to the path of a Chromium or Chrome.`)
}
